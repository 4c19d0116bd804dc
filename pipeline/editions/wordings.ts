import type { Sentence } from "../model/edition-text.ts";
import { differences } from "./alignment.ts";

/** A sentence as it was and as it is: its words, and its marks too where these are others. */
export function wordings(was: Sentence, is: Sentence): { readonly old: string; readonly new: string } {
  // What is cited or said at one spot has no marks that matter beside other words.
  const words = was.text !== is.text && (was.fact !== undefined || !hasOtherMarks(was, is));
  if (words) return { old: was.text, new: is.text };
  return was.shown === is.shown ? { old: was.long, new: is.long } : { old: was.shown, new: is.shown };
}

/** Whether two sentences read alike, and so does what their marks are of. */
export const isReadAlike = (was: Sentence, is: Sentence): boolean => was.shown === is.shown && was.long === is.long;

/** Whether marks came or went, or stand around other words although those of before are there. */
const hasOtherMarks = (was: Sentence, is: Sentence): boolean =>
  was.marks.length !== is.marks.length ||
  was.marks.some(({ sign, words }, i) => {
    const other = is.marks[i];
    return other?.sign !== sign || (other.words !== words && is.text.includes(words));
  });

export const wordsOf = (text: string): readonly string[] => text.split(SPACE);
const SPACE = /[ \u00A0]/;

/** A stretch of a sentence, whether the other one lacks it, and the space behind it. */
export interface Marked {
  readonly text: string;
  readonly differs: boolean;
  readonly space: string;
}

/** Two wordings of a sentence, each cut into what both have and what only it has. */
export function markedWords(
  old: string,
  now: string,
): { readonly old: readonly Marked[]; readonly new: readonly Marked[] } {
  const stretches = differences(wordsOf(old), wordsOf(now), (a, b) => a === b);
  return {
    old: cut(
      old,
      stretches.map(({ from, gone }) => [from[0], gone.length]),
    ),
    new: cut(
      now,
      stretches.map(({ from, came }) => [from[1], came.length]),
    ),
  };
}

/** A sentence as stretches; `differing` gives where each that differs begins, and of how many words it is. */
function cut(text: string, differing: readonly (readonly [number, number])[]): readonly Marked[] {
  const words = text.split(/(?<=[ \u00A0])/);
  const parts: Marked[] = [];
  let from = 0;
  const add = (to: number, differs: boolean): void => {
    const all = words.slice(from, to).join("");
    const space = SPACE.test(all.slice(-1)) ? all.slice(-1) : "";
    if (to > from) parts.push({ text: all.slice(0, all.length - space.length), differs, space });
    from = to;
  };
  for (const [start, length] of differing) {
    add(start, false);
    add(start + length, true);
  }
  add(words.length, false);
  return parts;
}
