import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { composeWithout } from "../../pipeline/compose/compose.ts";
import { derive } from "../../pipeline/derive/derive.ts";
import { load } from "../../pipeline/load/load.ts";
import type { Composed } from "../../pipeline/model/brief.ts";
import type { ProblemCode } from "../../pipeline/model/codes.ts";
import type { Block } from "../../pipeline/model/doc.ts";
import { plainText, type Inline } from "../../pipeline/model/inline.ts";
import type { Host, Outcome } from "../../pipeline/model/stage.ts";
import { memoryHost } from "../load/memory-host.ts";
import { SMALL_BRIEF } from "../load/small-brief.ts";

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, "..", "..");

/** The small brief with this prose, and with other files where a test needs them, composed. */
export const composed = (
  prose: string,
  files: Readonly<Record<string, string>> = {},
  without: readonly ProblemCode[] = [],
): Promise<Outcome<Composed>> =>
  composedFiles("b", { ...SMALL_BRIEF, "templates/small/prose.md.hbs": prose, ...files }, without);

/** The sample with texts replaced in its files first, composed; its charts are not drawn. */
export async function composedSample(
  replace: readonly (readonly [file: string, from: string, to: string])[] = [],
): Promise<Outcome<Composed>> {
  const folders = ["data/belt-and-road-science", "templates/belt-and-road-science", "templates/house"];
  const files = Object.fromEntries(folders.flatMap((folder) => filesUnder(folder)));
  for (const [file, from, to] of replace) {
    const before = files[file];
    if (before?.split(from).length !== 2) throw new Error(`${from} does not stand once in ${file}`);
    files[file] = before.replace(from, to);
  }
  return composedFiles("belt-and-road-science", files);
}

const filesUnder = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(root.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]);

async function composedFiles(
  brief: string,
  files: Readonly<Record<string, string>>,
  without: readonly ProblemCode[] = [],
): Promise<Outcome<Composed>> {
  const host: Host = {
    ...memoryHost(files),
    packageFile: (path) => new Uint8Array(readFileSync(require.resolve(path))),
  };
  const loaded = load(brief, host);
  if (!loaded.value) throw new Error(JSON.stringify(loaded.problems));
  const derived = await derive({ ...loaded.value, checks: 0 }, host);
  if (!derived.value) throw new Error(JSON.stringify(derived.problems));
  return composeWithout(new Set(without))({ ...derived.value, drawings: new Map() }, host);
}

/** The text of the first paragraph. */
export const firstText = (outcome: Outcome<Composed>): string => plainText(firstInlines(outcome));

/** The inlines of the first paragraph. */
export function firstInlines(outcome: Outcome<Composed>): readonly Inline[] {
  if (!outcome.value) throw new Error(JSON.stringify(outcome.problems, null, 1));
  const find = (blocks: readonly Block[]): readonly Inline[] | undefined => {
    for (const block of blocks) {
      const inlines = block.kind === "paragraph" ? block.inlines : "blocks" in block ? find(block.blocks) : undefined;
      if (inlines) return inlines;
    }
    return undefined;
  };
  return find(outcome.value.doc.body) ?? [];
}

/** The problems of an outcome as short lines: `code line:column message`. */
export const problemLines = (outcome: Outcome<Composed>): readonly string[] =>
  outcome.problems.map(({ code, place, message }) => `${code} ${place.line}:${place.column} ${message}`);
