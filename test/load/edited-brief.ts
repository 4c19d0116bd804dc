import { expect } from "vitest";
import { load } from "../../pipeline/load/load.ts";
import { placeText } from "../../pipeline/model/place.ts";
import { memoryHost } from "./memory-host.ts";
import { SMALL_BRIEF } from "./small-brief.ts";

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Every problem of the brief "b" among these files, as `place code | hint`; only a brief without any has a value. */
export function problems(files: Files): readonly string[] {
  const outcome = load("b", memoryHost(files));
  expect(outcome.value === undefined).toBe(outcome.problems.length > 0);
  return outcome.problems.map(
    ({ place, code, hint }) => `${placeText(place)} ${code}${hint === undefined ? "" : ` | ${hint}`}`,
  );
}

/** The small brief with one text of one file replaced. */
export function replace(file: string, from: string, to: string): Files {
  const before = SMALL_BRIEF[file] ?? "";
  if (!before.includes(from)) throw new Error(`${file} has no ${from}`);
  return { ...SMALL_BRIEF, [file]: before.replace(from, to) };
}

/** The problems that a changed dataset, or a changed brief.yaml, makes. */
export const anso = (from: string, to: string): readonly string[] => problems(replace("data/b/anso.yaml", from, to));
export const brief = (from: string, to: string): readonly string[] => problems(replace("data/b/brief.yaml", from, to));

/** The small brief without a file; and the problems that a file more makes. */
export const without = (file: string): Files =>
  Object.fromEntries(Object.entries(SMALL_BRIEF).filter(([name]) => name !== file));
export const added = (file: string, content: string | Uint8Array): readonly string[] =>
  problems({ ...SMALL_BRIEF, [file]: content });
