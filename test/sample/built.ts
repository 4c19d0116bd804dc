import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../pipeline/cli.ts";
import type { Ledger } from "../../pipeline/model/figure.ts";

const root = join(import.meta.dirname, "..", "..");
const SAMPLE = "belt-and-road-science";

/** The sample as built, with texts replaced in its data first: every file by its path. */
export interface Built {
  readonly exit: number;
  readonly problems: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly ledger: Ledger;
  text(path: string): string;
}

/** Builds the sample in a folder of its own, after replacing texts in a file of its data, or of the templates, and taking some away. */
export async function builtSample(
  replace: readonly (readonly [file: string, from: string, to: string])[] = [],
  without: readonly string[] = [],
): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), "footing-sample-"));
  try {
    cpSync(join(root, "data", SAMPLE), join(folder, "data", SAMPLE), { recursive: true });
    cpSync(join(root, "templates"), join(folder, "templates"), { recursive: true });
    for (const [file, from, to] of replace) {
      const path = file.startsWith("templates/") ? join(folder, file) : join(folder, "data", SAMPLE, file);
      const before = readFileSync(path, "utf8");
      if (!before.includes(from)) throw new Error(`${from} is not in ${file}`);
      writeFileSync(path, before.replace(from, to));
    }
    for (const path of without) rmSync(join(folder, "data", SAMPLE, path), { recursive: true });
    return await build(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function build(folder: string): Promise<Built> {
  let problems = "";
  const exit = await run(["build"], {
    stdout: () => undefined,
    stderr: (text) => (problems += text),
    env: {},
    cwd: folder,
    colour: false,
  });
  if (exit !== 0) throw new Error(problems);
  const out = join(folder, "out", SAMPLE);
  const paths = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = new Map(
    paths.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(out.length + 1), new Uint8Array(readFileSync(path))] as const;
    }),
  );
  const text = (path: string): string => new TextDecoder().decode(files.get(path));
  return { exit, problems, files, text, ledger: JSON.parse(text("figures.json")) as Ledger };
}

/** Every bound number and word of a page: its figure and what it prints. */
export const boundIn = (html: string): readonly (readonly [figure: string, text: string])[] =>
  [...html.matchAll(/<data [^>]*data-figure="([^"]+)"[^>]*>([^<]*)<\/data>/g)].map(([, figure = "", text = ""]) => [
    figure,
    text,
  ]);
