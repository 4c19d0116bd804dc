import type { ChangedSentence } from "../model/edition.ts";
import type { Sentence } from "../model/edition-text.ts";
import { differences, heaviestPairs, type Stretch } from "./alignment.ts";
import { changedFacts, hasFact } from "./facts.ts";
import { asNowNamed } from "./same-blocks.ts";
import { inOrder, type Ordered } from "./told-order.ts";
import { isReadAlike, wordsOf } from "./wordings.ts";

/**
 * The sentences that two editions have otherwise, in the order of reading. One that only moved within its section is not
 * told: it says what it said.
 */
export function changedSentences(old: readonly Sentence[], now: readonly Sentence[]): readonly ChangedSentence[] {
  const named = asNowNamed(old, now);
  const [was, is] = [withoutParts(named, now), withoutParts(now, named)];
  return inOrder([...changedProse(was, is), ...changedFacts(was, is)], was, is);
}

/** Of a table or chart that the other edition has not, the first sentence stands for all. */
function withoutParts(all: readonly Sentence[], others: readonly Sentence[]): readonly Sentence[] {
  const known = new Set(others.map(({ block }) => block));
  return all.filter(({ block, exhibit }, i) => !exhibit || known.has(block) || all[i - 1]?.block !== block);
}

/** What has no spot of its own is found by its words, in the order of reading. */
function changedProse(was: readonly Sentence[], is: readonly Sentence[]): readonly Ordered[] {
  const [old, now] = [was, is].map((all) => all.filter((each) => !hasFact(each)));
  if (!old || !now) return [];
  const isElsewhere = apart(was, is);
  const stretches = differences(old, now, (a, b) => a.key === b.key && !isElsewhere(a, b));
  const moved = movedSentences(stretches, isElsewhere);
  return stretches.flatMap((stretch) => told(without(stretch, moved), isElsewhere));
}

type Compare = (was: Sentence, is: Sentence) => boolean;

/**
 * Whether two sentences stand in parts of the brief that are not the same: in a table or chart the block says what a text
 * is of, and a sentence that changes from one section to another may say something else there.
 */
function apart(old: readonly Sentence[], now: readonly Sentence[]): Compare {
  const [before, after] = [old, now].map((all) => new Set(all.map(({ block }) => block)));
  return (was, is) =>
    was.block !== is.block &&
    (was.exhibit || is.exhibit || (after?.has(was.block) === true && before?.has(is.block) === true));
}

/** Sentences that stand elsewhere in their part, one for one. */
function movedSentences(stretches: readonly Stretch<Sentence>[], isElsewhere: Compare): ReadonlySet<Sentence> {
  const came = stretches.flatMap((each) => each.came);
  const moved = new Set<Sentence>();
  for (const was of stretches.flatMap((each) => each.gone)) {
    const is = came.find((each) => each.key === was.key && !moved.has(each) && !isElsewhere(was, each));
    if (is) moved.add(was).add(is);
  }
  return moved;
}

function without({ gone, came, from }: Stretch<Sentence>, moved: ReadonlySet<Sentence>): Stretch<Sentence> {
  return { from, gone: gone.filter((each) => !moved.has(each)), came: came.filter((each) => !moved.has(each)) };
}

/** Sentences so alike are one, reworded. */
const ALIKE = 0.4;

function told({ gone, came }: Stretch<Sentence>, isElsewhere: Compare): readonly Ordered[] {
  const isOther = (was: Sentence, is: Sentence): boolean => isElsewhere(was, is) && (was.exhibit || was.key === is.key);
  const likeness = gone.map((was) => came.map((is) => (isOther(was, is) ? 0 : alike(was.text, is.text))));
  const weight = (i: number, j: number): number => ((likeness[i]?.[j] ?? 0) >= ALIKE ? (likeness[i]?.[j] ?? 0) : 0);
  const pairs = [...heaviestPairs(gone.length, came.length, weight), [gone.length, came.length] as const];
  const changed: Ordered[] = [];
  let [i, j] = [0, 0];
  for (const [atOld, atNow] of pairs) {
    changed.push(...gone.slice(i, atOld).map((was) => ({ was })), ...came.slice(j, atNow).map((is) => ({ is })));
    const [was, is] = [gone[atOld], came[atNow]];
    if (was && is && !isReadAlike(was, is)) changed.push({ was, is });
    [i, j] = [atOld + 1, atNow + 1];
  }
  return changed;
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
