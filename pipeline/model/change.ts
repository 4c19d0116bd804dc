/** What became of a figure from one ledger to the next, in the order in which it is told. */
export const CHANGES = {
  flipped: "a bound word says something else",
  redefined: "another formula, unit, basis or period",
  revised: "another number, outside the old interval",
  "became-gap": "a number before, none now",
  "became-number": "no number before, one now",
  "gap-changed": "no number still, for another reason",
  widened: "the same number, less precise than it was",
  new: "not there before",
  withdrawn: "no longer there",
  refined: "more precise: the new interval lies within the old",
  "shown-differently": "the same number, shown elsewhere, in other words, or with other flags or sources",
  unchanged: "as it was",
} as const;
export type Change = keyof typeof CHANGES;

/** What may be said of a figure besides its number. */
export const DIFFERING = ["formula", "unit", "basis", "period", "source", "flags"] as const;

/** What a figure is, said differently by two ledgers; a side that says nothing of it is left out. */
export interface Differing {
  readonly what: (typeof DIFFERING)[number];
  readonly old?: string;
  readonly new?: string;
}
