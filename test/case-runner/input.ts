import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** A text replaced by another in one file; `from` stands in it exactly once. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const EDITS = z.array(z.strictObject({ file: z.string(), from: z.string().min(1), to: z.string() }));

const root = join(import.meta.dirname, "..", "..");
const SAMPLE = "belt-and-road-science";

/** The text with the edit made; throws when what it replaces does not stand there exactly once. */
export function edited(text: string, { file, from, to }: Edit): string {
  const pieces = text.split(from);
  if (pieces.length !== 2) throw new Error(`${JSON.stringify(from)} stands ${pieces.length - 1} times in ${file}`);
  return pieces.join(to);
}

const readIf = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, "utf8") : undefined);

const lines = (text: string | undefined): readonly string[] =>
  (text ?? "").split("\n").flatMap((line) => line.trim() || []);

/** Lays what a case begins with: `sample` (the brief of this repository), `house` (its house style), or a case. */
function layBase(base: string, cases: string, target: string): void {
  // A case begins before anything was published.
  const filter = (path: string): boolean => !path.startsWith(join(root, "data", SAMPLE, "editions"));
  const copy = (path: string): void => cpSync(join(root, path), join(target, path), { recursive: true, filter });
  if (base === "house") copy("templates/house");
  else if (base === "sample") [`data/${SAMPLE}`, `templates/${SAMPLE}`, "templates/house"].forEach(copy);
  else layInput(join(cases, base), target);
}

/** Lays a case's input into an empty folder: base first, then its own files over it, then removals and edits. */
export function layInput(folder: string, target: string): void {
  const input = join(folder, "input");
  if (!existsSync(input)) throw new Error(`${folder} has no input`);
  const [base] = lines(readIf(join(input, "base")));
  if (base !== undefined) layBase(base, join(folder, ".."), target);
  for (const part of ["data", "templates"]) {
    mkdirSync(join(target, part), { recursive: true });
    if (existsSync(join(input, part))) cpSync(join(input, part), join(target, part), { recursive: true });
  }
  for (const path of lines(readIf(join(input, "remove")))) rmSync(join(target, path), { recursive: true });
  for (const edit of EDITS.parse(parse(readIf(join(input, "edits.yaml")) ?? "[]"))) {
    const file = join(target, edit.file);
    writeFileSync(file, edited(readFileSync(file, "utf8"), edit));
  }
}

/** What a case asks of Footing: `build`, unless it names another command. */
export const verbOf = (folder: string): string => lines(readIf(join(folder, "input", "verb")))[0] ?? "build";

/** The arguments that stand after the command, one or more a line; a line is split at spaces. */
export const argumentsOf = (folder: string): readonly string[] =>
  lines(readIf(join(folder, "input", "args"))).flatMap((line) => line.split(/\s+/));
