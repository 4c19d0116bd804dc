import { flagLetters, type LedgerEntry, type Shown } from "../model/figure.ts";
import { isDirection, isTrueOf } from "./claims.ts";
import { byCodeUnit } from "../model/id.ts";

/**
 * A bound word that says something else now, and the block where it is printed; without a new word, one that is no
 * longer true, and no longer said.
 */
export interface Flip {
  readonly where: string;
  readonly old: string;
  readonly new?: string;
  /** What the words say of the figure, where both ledgers tell. */
  readonly says?: readonly [old: string, now: string];
}

/** How two ledgers differ in what they show of a figure. */
export interface Shows {
  /** Bound words that say something else. */
  readonly flips: readonly Flip[];
  /** What is no longer shown, and what is shown now; flips are left out. */
  readonly gone: readonly Shown[];
  readonly added: readonly Shown[];
  /** The flags, as letters, and the sources, where they differ. */
  readonly flags?: readonly [string, string];
  readonly sources?: readonly [readonly string[], readonly string[]];
}

/**
 * How two ledgers differ in what they show of a figure, or undefined where they do not. Words that say a condition turn
 * only where the figure has moved: else they are other words for what holds as before.
 */
export function comparedShows(old: LedgerEntry, now: LedgerEntry, moved: boolean): Shows | undefined {
  const [gone, added] = [without(old.shown, now.shown, same), without(now.shown, old.shown, same)];
  const pairs = pairsOf(gone.filter(isWord), added.filter(isWord)).filter(([was, is]) => isTurned(was, is, moved));
  const untrue = untrueNow(gone, added, now);
  const flags = [flagLetters(old.flags), flagLetters(now.flags)] as const;
  const sources = [old.source, now.source].map((each) => each.toSorted(byCodeUnit));
  const [before = [], after = []] = sources;
  const flagged = flags[0] !== flags[1];
  const sourced = before.join() !== after.join();
  if (gone.length + added.length === 0 && !flagged && !sourced) return undefined;
  return {
    flips: [...pairs.map(flipOf), ...untrue.map(({ where, text }) => ({ where, old: text }))],
    gone: gone.filter((each) => !pairs.some(([was]) => was === each) && !untrue.includes(each)),
    added: added.filter((each) => !pairs.some(([, is]) => is === each)),
    ...(flagged ? { flags } : {}),
    ...(sourced ? { sources: [before, after] } : {}),
  };
}

const flipOf = ([was, is]: readonly [Shown, Shown]): Flip => ({
  where: is.where,
  old: was.text,
  new: is.text,
  ...(was.says === undefined || is.says === undefined ? {} : { says: [was.says, is.says] }),
});

/** Whether a word turned into another says something else, and not the same in other words. */
function isTurned(was: Shown, is: Shown, moved: boolean): boolean {
  if (was.says === undefined || is.says === undefined) return moved;
  return was.says !== is.says && (moved || isDirection(was.says) || isDirection(is.says));
}

/** Words that stand nowhere any longer, nor others of the figure instead, and would not be true. */
function untrueNow(gone: readonly Shown[], added: readonly Shown[], now: LedgerEntry): readonly Shown[] {
  if (added.some(isWord)) return [];
  return gone.filter((each) => isWord(each) && each.says !== undefined && isTrueOf(each.says, now) === false);
}

const isWord = ({ kind }: Shown): boolean => kind === "word";
const same = (a: Shown, b: Shown): boolean => a.kind === b.kind && a.text === b.text && a.where === b.where;

/** What stands in a list and, one for one, not in another. */
function without(list: readonly Shown[], others: readonly Shown[], alike: typeof same): readonly Shown[] {
  const left = [...others];
  return list.filter((each) => {
    const at = left.findIndex((other) => alike(each, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/**
 * Pairs the words that went with those that came. A word that only moved to another block is not paired; of the others,
 * those of one block belong together first, then those that are left, in the order of reading.
 */
function pairsOf(gone: readonly Shown[], added: readonly Shown[]): readonly (readonly [Shown, Shown])[] {
  const moved = (a: Shown, b: Shown): boolean => a.text === b.text;
  const came = [...without(added, gone, moved)];
  const pairs: (readonly [Shown, Shown])[] = [];
  const pair = (went: readonly Shown[], fits: (was: Shown, is: Shown) => boolean): readonly Shown[] =>
    went.filter((was) => {
      const at = came.findIndex((is) => fits(was, is));
      const [is] = at < 0 ? [] : came.splice(at, 1);
      if (is) pairs.push([was, is]);
      return is === undefined;
    });
  const left = pair(without(gone, added, moved), (was, is) => was.where === is.where);
  pair(left, () => true);
  return pairs;
}
