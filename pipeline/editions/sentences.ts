import type { ChangedSentence } from "../model/edition.ts";
import type { Sentence } from "../model/edition-text.ts";
import { differences, heaviestPairs, type Stretch } from "./alignment.ts";

/** The sentences that two editions have otherwise. One that only moved is not told: it says what it said. */
export function changedSentences(old: readonly Sentence[], now: readonly Sentence[]): readonly ChangedSentence[] {
  const [was, is] = placed(withoutParts(old, now), withoutParts(now, old));
  const stretches = differences(was, is, (a, b) => a.key === b.key);
  const moved = movedTexts(stretches);
  return stretches.flatMap((stretch) => told(without(stretch, moved)));
}

/** A sentence, and its place within a table or chart that holds as many texts as it did: there, the place is what it is of. */
type Placed = Sentence & { readonly at?: number };

/** Heads and labels that change their places are other heads and labels there; in a table of another size all may have moved. */
function placed(
  ...[old, now]: readonly [readonly Sentence[], readonly Sentence[]]
): readonly [readonly Placed[], readonly Placed[]] {
  const count = (all: readonly Sentence[], block: string): number => all.filter((each) => each.block === block).length;
  const place = (all: readonly Sentence[]): readonly Placed[] =>
    all.map((each, i) => {
      if (!each.exhibit || count(old, each.block) !== count(now, each.block)) return each;
      const at = i - all.findIndex(({ block }) => block === each.block);
      return { ...each, at, key: `${at} ${each.key}` };
    });
  return [place(old), place(now)];
}

/** Of a table or chart that the other edition has not, the first sentence stands for all. */
function withoutParts(all: readonly Sentence[], others: readonly Sentence[]): readonly Sentence[] {
  const known = new Set(others.map(({ block }) => block));
  return all.filter(({ block, exhibit }, i) => !exhibit || known.has(block) || all[i - 1]?.block !== block);
}

/** What stands in another stretch as well. In a table or chart the place says what a text is of: there, it is not the same. */
function movedTexts(stretches: readonly Stretch<Sentence>[]): ReadonlySet<string> {
  const came = new Set(stretches.flatMap((each) => each.came.filter(isProse).map(({ key }) => key)));
  const gone = stretches.flatMap((each) => each.gone.filter(isProse).map(({ key }) => key));
  return new Set(gone.filter((key) => came.has(key)));
}

const isProse = ({ exhibit }: Sentence): boolean => !exhibit;

function without({ gone, came, from }: Stretch<Sentence>, moved: ReadonlySet<string>): Stretch<Sentence> {
  const stays = (each: Sentence): boolean => each.exhibit || !moved.has(each.key);
  return { from, gone: gone.filter(stays), came: came.filter(stays) };
}

/** Sentences so alike are one, reworded. */
const ALIKE = 0.4;

function told({ gone, came }: Stretch<Placed>): readonly ChangedSentence[] {
  const likeness = gone.map((was) => came.map((is) => likenessOf(was, is)));
  const weight = (i: number, j: number): number => ((likeness[i]?.[j] ?? 0) >= ALIKE ? (likeness[i]?.[j] ?? 0) : 0);
  const pairs = [...heaviestPairs(gone.length, came.length, weight), [gone.length, came.length] as const];
  const changed: ChangedSentence[] = [];
  let [i, j] = [0, 0];
  for (const [atOld, atNow] of pairs) {
    const [lost, added] = [gone.slice(i, atOld), came.slice(j, atNow)];
    changed.push(...lost.map(({ text, where, block }) => ({ where, block, old: text })));
    changed.push(...added.map(({ text, where, block }) => ({ where, block, new: text })));
    const [was, is] = [gone[atOld], came[atNow]];
    if (was && is) changed.push({ where: is.where, block: is.block, ...wordings(was, is) });
    [i, j] = [atOld + 1, atNow + 1];
  }
  return changed;
}

/** A sentence as it was and as it is; where only its marks are others, with its marks. */
const wordings = (was: Sentence, is: Sentence): { readonly old: string; readonly new: string } =>
  was.text === is.text ? { old: was.shown, new: is.shown } : { old: was.text, new: is.text };

/** How alike two sentences are, from 0 to 1; of a fact and another, they are at one spot or they are not. */
function likenessOf(was: Placed, is: Placed): number {
  if (was.at !== undefined || is.at !== undefined) return was.at === is.at && was.block === is.block ? 1 : 0;
  if (was.fact !== undefined || is.fact !== undefined) return was.fact === is.fact ? 1 : 0;
  return alike(was.text, is.text);
}

/** How much of two sentences is the same, from 0 to 1: twice the words that both have, by all words (Dice). */
function alike(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  const both = right.filter((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count > 0;
  });
  return left.length + right.length === 0 ? 0 : (2 * both.length) / (left.length + right.length);
}

const wordsOf = (text: string): readonly string[] => text.split(SPACE);
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
