import type { Differing } from "../model/change.ts";
import type { LedgerEntry, LedgerGap } from "../model/figure.ts";
import {
  absolute,
  compare,
  divide,
  equal,
  HUNDRED,
  multiply,
  parseRational,
  rationalText,
  sign,
  subtract,
} from "../model/rational.ts";

/** By how much a number changed, as fractions: in its own unit, and in per cent of the old one unless that is zero. */
export interface Revision {
  readonly absolute: string;
  readonly perCent?: string;
}

/** What became of a number: the same, more precise, less precise, or another. */
export type Spread = "same" | "refined" | "widened" | "revised";

/** What of a figure's definition differs between two ledgers; blanks in a formula mean nothing. */
export function definitionChanges(old: LedgerEntry | LedgerGap, now: LedgerEntry | LedgerGap): readonly Differing[] {
  const [before, after] = [definitionOf(old), definitionOf(now)];
  return (["formula", "unit", "basis", "period"] as const).flatMap((what): readonly Differing[] => {
    const [was, is] = [before[what], after[what]];
    if (bare(was) === bare(is)) return [];
    return [{ what, ...(was === undefined ? {} : { old: was }), ...(is === undefined ? {} : { new: is }) }];
  });
}

type Definition = Partial<Record<Differing["what"], string | undefined>>;

function definitionOf(state: LedgerEntry | LedgerGap): Definition {
  if ("absence" in state) return { formula: state.formula };
  const { formula, unit, basis, period } = state;
  return { formula, unit, basis, period };
}

const bare = (text: string | undefined): string | undefined => text?.replaceAll(/\s+/g, "");

/** By how much a number changed; undefined where it did not, or where its unit did. */
export function revisionOf(old: LedgerEntry, now: LedgerEntry): Revision | undefined {
  if (old.unit !== now.unit || old.exact === now.exact) return undefined;
  const [was, is] = [parseRational(old.exact), parseRational(now.exact)];
  if (equal(was, is)) return undefined;
  const change = subtract(is, was);
  const part = sign(was) === 0 ? undefined : multiply(divide(change, absolute(was)), HUNDRED);
  return { absolute: rationalText(change), ...(part ? { perCent: rationalText(part) } : {}) };
}

/** What became of a number, from its value and its interval. */
export function spreadOf(old: LedgerEntry, now: LedgerEntry): Spread {
  if (isAlike(old, now)) return "same";
  const sameValue = equal(parseRational(old.exact), parseRational(now.exact));
  const inside = within(now, old);
  if (inside && within(old, now)) return sameValue ? "same" : "revised";
  if (inside) return "refined";
  return sameValue ? "widened" : "revised";
}

/** Whether two entries have the same value and the same interval to the letter, as nearly all of two editions have. */
const isAlike = (old: LedgerEntry, now: LedgerEntry): boolean =>
  old.exact === now.exact &&
  old.closed === now.closed &&
  old.interval[0] === now.interval[0] &&
  old.interval[1] === now.interval[1];

/** Whether all that one interval holds lies in the other, open ends left out. */
function within(inner: LedgerEntry, outer: LedgerEntry): boolean {
  const [lo, hi] = [0, 1].map((end) => compare(endOf(inner, end), endOf(outer, end)));
  const reaches = (end: 0 | 1): boolean => isClosed(outer, end) || !isClosed(inner, end);
  return (lo === 1 || (lo === 0 && reaches(0))) && (hi === -1 || (hi === 0 && reaches(1)));
}

const endOf = (entry: LedgerEntry, end: number) => parseRational(entry.interval[end === 0 ? 0 : 1]);
const isClosed = ({ closed }: LedgerEntry, end: 0 | 1): boolean => "[]".includes(closed.charAt(end));
