import { flagLetters, type LedgerEntry, type Shown } from "../model/figure.ts";
import { byCodeUnit } from "../model/id.ts";

/** A bound word that is another one now, and the block where it is printed. */
export interface Flip {
  readonly where: string;
  readonly old: string;
  readonly new: string;
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

/** How two ledgers differ in what they show of a figure, or undefined where they do not. */
export function comparedShows(old: LedgerEntry, now: LedgerEntry): Shows | undefined {
  const [gone, added] = [without(old.shown, now.shown, same), without(now.shown, old.shown, same)];
  const flips = flipsOf(gone.filter(isWord), added.filter(isWord));
  const flags = [flagLetters(old.flags), flagLetters(now.flags)] as const;
  const sources = [old.source, now.source].map((each) => each.toSorted(byCodeUnit));
  const [before = [], after = []] = sources;
  const flagged = flags[0] !== flags[1];
  const sourced = before.join() !== after.join();
  if (gone.length + added.length === 0 && !flagged && !sourced) return undefined;
  return {
    flips: flips.map(([was, is]) => ({ where: is.where, old: was.text, new: is.text })),
    gone: gone.filter((each) => !flips.some(([was]) => was === each)),
    added: added.filter((each) => !flips.some(([, is]) => is === each)),
    ...(flagged ? { flags } : {}),
    ...(sourced ? { sources: [before, after] } : {}),
  };
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
 * Pairs the words that went with those that came. A word that only moved to another block is no flip; of the others,
 * those of one block belong together first, then those that are left, in the order of reading.
 */
function flipsOf(gone: readonly Shown[], added: readonly Shown[]): readonly (readonly [Shown, Shown])[] {
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
