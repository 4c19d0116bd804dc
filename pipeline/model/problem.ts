import { comparePlaces, type Place } from "./place.ts";
import type { ProblemCode } from "./codes.ts";

export type Level = "error" | "warning";

/** Something wrong or doubtful, with the place where the author wrote it. */
export interface Problem {
  /** Public and lasting: never renamed, never reused. */
  readonly code: ProblemCode;
  readonly level: Level;
  readonly place: Place;
  /** One sentence in the author's words. */
  readonly message: string;
  /** The sum or comparison that shows it. */
  readonly arithmetic?: string;
  /** An act that mends it. */
  readonly hint?: string;
  /** The figures, columns (`dataset.column`) and lists that it is about. */
  readonly about?: readonly string[];
}

interface Details {
  readonly arithmetic?: string | undefined;
  readonly hint?: string | undefined;
  readonly about?: readonly string[] | undefined;
}

function problem(level: Level, code: ProblemCode, place: Place, message: string, details: Details): Problem {
  return {
    code,
    level,
    place,
    message,
    ...(details.arithmetic === undefined ? {} : { arithmetic: details.arithmetic }),
    ...(details.hint === undefined ? {} : { hint: details.hint }),
    ...(details.about === undefined ? {} : { about: details.about }),
  };
}

/** A problem that stops the brief: nothing of it is written. */
export const error = (code: ProblemCode, place: Place, message: string, details: Details = {}): Problem =>
  problem("error", code, place, message, details);

/** A problem that an author may accept, with a reason, under `accept` in brief.yaml. */
export const warning = (code: ProblemCode, place: Place, message: string, details: Details = {}): Problem =>
  problem("warning", code, place, message, details);

export const hasErrors = (problems: readonly Problem[]): boolean => problems.some((each) => each.level === "error");

/** Problems in the order of reading: file, line, column; those of one place in the order found. */
export const inOrder = (problems: readonly Problem[]): readonly Problem[] =>
  problems.toSorted((a, b) => comparePlaces(a.place, b.place));

/** Problems, or what is noted beside them, each once: a text that is shown in several places is read for each of them. */
export function eachOnce<Found>(found: readonly Found[]): readonly Found[] {
  const known = new Set<string>();
  return found.filter((each) => {
    const words = JSON.stringify(each);
    return !known.has(words) && known.add(words);
  });
}

/** The name in `known` that is nearest to a mistyped one, or undefined when none is near. */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(wrong.length / 3)) + 1;
  for (const name of known) {
    const cost = editDistance(wrong, name);
    if (cost < least) [best, least] = [name, cost];
  }
  return best;
}

/** How many single-character edits and swaps of neighbours turn one text into another (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [before, above] = [above, row];
  }
  return above[b.length] ?? 0;
}
