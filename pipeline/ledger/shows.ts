import { flagLetters, type Ledger, type LedgerEntry, type Shown } from "../model/figure.ts";
import { isOfOne, isUntrueNow } from "./claims.ts";
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

/** The ledgers that a figure is looked at in, and whether it moved between them. */
export interface Between {
  readonly id: string;
  readonly old: Ledger;
  readonly now: Ledger;
  readonly moved: boolean;
}

/** How two ledgers differ in what they show of a figure, or undefined where they do not. */
export function comparedShows(old: LedgerEntry, now: LedgerEntry, between: Between): Shows | undefined {
  const [gone, added] = [without(old.shown, now.shown, same), without(now.shown, old.shown, same)];
  const turned = turnedWords(gone.filter(isWord), added.filter(isWord), between);
  const flags = [flagLetters(old.flags), flagLetters(now.flags)] as const;
  const sources = [old.source, now.source].map((each) => each.toSorted(byCodeUnit));
  const [before = [], after = []] = sources;
  const flagged = flags[0] !== flags[1];
  const sourced = before.join() !== after.join();
  if (gone.length + added.length === 0 && !flagged && !sourced) return undefined;
  return {
    flips: turned.map(flipOf),
    gone: gone.filter((each) => !turned.some(([was]) => was === each)),
    added: added.filter((each) => !turned.some(([, is]) => is === each)),
    ...(flagged ? { flags } : {}),
    ...(sourced ? { sources: [before, after] } : {}),
  };
}

type Turned = readonly [was: Shown, is?: Shown];

const flipOf = ([was, is]: Turned): Flip => ({
  where: is?.where ?? was.where,
  old: was.text.trim(),
  ...(is === undefined ? {} : { new: is.text.trim() }),
  ...(was.says === undefined || is?.says === undefined ? {} : { says: [was.says, is.says] }),
});

/**
 * The words that turned: into another that says otherwise of the same condition or direction, into another because they
 * are no longer true, or into none for that reason. Other words for what holds as before are no flips.
 */
function turnedWords(gone: readonly Shown[], added: readonly Shown[], between: Between): readonly Turned[] {
  const isUntrue = ({ says }: Shown): boolean =>
    says !== undefined && isUntrueNow({ says, figure: between.id }, between.old, between.now);
  const start = { went: without(gone, added, isSaid), came: without(added, gone, isSaid) };
  const alike = paired(start, (was, is) => isThere(was, is) && isAlike(was, is));
  const elsewhere = paired(alike, isAlike);
  // What ledgers do not say of words, whether the number moved tells.
  const unknown = paired(elsewhere, (was, is) => isThere(was, is) && !isKnown(was, is));
  const far = paired(unknown, (was, is) => !isKnown(was, is));
  const untrue = paired(far, (was, is) => isThere(was, is) && isUntrue(was));
  return [
    ...[...alike.pairs, ...elsewhere.pairs].filter(([was, is]) => isOtherwise(was, is)),
    ...[...unknown.pairs, ...far.pairs].filter(() => between.moved),
    ...untrue.pairs,
    ...untrue.went.filter(isUntrue).map((was) => [was] as const),
  ];
}

/** Words that went, and words that came. */
interface Words {
  readonly went: readonly Shown[];
  readonly came: readonly Shown[];
}
type Fits = (was: Shown, is: Shown) => boolean;

/** Pairs each word that went with the first one that came and fits it; and what is left of both. */
function paired({ went, came }: Words, fits: Fits): Words & { readonly pairs: readonly (readonly [Shown, Shown])[] } {
  const taken = new Set<Shown>();
  const pairs = went.flatMap((was) => {
    const is = came.find((each) => !taken.has(each) && fits(was, each));
    if (is === undefined) return [];
    taken.add(was).add(is);
    return [[was, is] as const];
  });
  const left = (all: readonly Shown[]): readonly Shown[] => all.filter((each) => !taken.has(each));
  return { pairs, went: left(went), came: left(came) };
}

const isThere: Fits = (was, is) => was.where === is.where;
const isKnown: Fits = (was, is) => was.says !== undefined && is.says !== undefined;
const isAlike: Fits = (was, is) => isKnown(was, is) && isOfOne(was.says ?? "", is.says ?? "");

const isWord = ({ kind }: Shown): boolean => kind === "word";
const says = ({ says: said = "" }: Shown): string => said.replaceAll(/\s+/g, "");
const isOtherwise: Fits = (was, is) => isKnown(was, is) && says(was) !== says(is);
const isSaid: Fits = (was, is) => was.text === is.text && !isOtherwise(was, is);
const same: Fits = (was, is) => was.kind === is.kind && isThere(was, is) && isSaid(was, is);

/** What stands in a list and, one for one, not in another. */
function without(list: readonly Shown[], others: readonly Shown[], alike: Fits): readonly Shown[] {
  const left = [...others];
  return list.filter((each) => {
    const at = left.findIndex((other) => alike(each, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
