import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Host } from "../../pipeline/model/stage.ts";
import { layInput } from "../case-runner/input.ts";
import { memoryHost } from "../load/memory-host.ts";
import type { Files } from "./mistake.ts";

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, "..", "..");
const CASES = join(root, "test", "cases");

/** The brief of this repository. */
const SAMPLE = "belt-and-road-science";

/** A brief that mistakes are made in. */
export interface Specimen {
  /** `sample`, or the name of the case. */
  readonly name: string;
  readonly brief: string;
  readonly files: Files;
}

/** The sample with its template and the house. */
const sample = (): Specimen => ({
  name: "sample",
  brief: SAMPLE,
  files: filesOf(root, [`data/${SAMPLE}`, `templates/${SAMPLE}`, "templates/house"]),
});

/** A case's brief: its base with its own files and edits. */
export function specimenOf(name: string): Specimen {
  if (name === "sample") return sample();
  const folder = mkdtempSync(join(tmpdir(), "footing-mutate-"));
  try {
    layInput(join(CASES, name), folder);
    const files = filesOf(folder, ["data", "templates"]);
    const [brief] = readdirSync(join(folder, "data")).toSorted();
    if (brief === undefined) throw new Error(`the case ${name} has no brief`);
    return { name, brief, files };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesOf(base: string, folders: readonly string[]): Files {
  const found = folders.flatMap((folder) =>
    readdirSync(join(base, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path): [string, string] => [path.slice(base.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
  );
  return Object.fromEntries(found.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const packages = new Map<string, Uint8Array>();

function packageFile(path: string): Uint8Array {
  const known = packages.get(path) ?? new Uint8Array(readFileSync(require.resolve(path)));
  packages.set(path, known);
  return known;
}

/** A machine that holds these files and no others. */
export const hostOf = (files: Files): Host => ({ ...memoryHost(files), packageFile });
