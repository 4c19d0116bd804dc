import { onceFor } from "../model/remembered.ts";
import { CHANGES, type Change, type Differing } from "../model/change.ts";
import type { Absence, Ledger, LedgerEntry, LedgerGap } from "../model/figure.ts";
import { byCodeUnit } from "../model/id.ts";
import { definitionChanges, revisionOf, spreadOf, type Revision, type Spread } from "./compare.ts";
import { comparedShows, type Between, type Shows } from "./shows.ts";

/** Changes after which nothing that was said before is untrue; every other one has moved the figure. */
const STILL_TRUE: ReadonlySet<Change> = new Set(["refined", "shown-differently", "unchanged"]);

/** A figure as one of the ledgers has it: a number, or why there is none. */
export type Side =
  | (Pick<LedgerEntry, "value" | "exact" | "interval" | "closed" | "unit"> & { readonly absence?: never })
  | { readonly absence: Absence };

/** What became of one figure, and all that differs. */
export interface FigureDiff {
  readonly id: string;
  readonly change: Change;
  readonly old?: Side;
  readonly new?: Side;
  /** What became of the number itself, where both ledgers have one. */
  readonly number?: Spread;
  /** By how much the number changed, where the unit is the same. */
  readonly by?: Revision;
  readonly definition?: readonly Differing[];
  readonly shows?: Shows;
}

/** Two ledgers held against each other. */
export interface LedgerDiff {
  readonly old: Pick<Ledger, "brief" | "edition">;
  readonly new: Pick<Ledger, "brief" | "edition">;
  /** How many figures moved, and how many there are in either. */
  readonly moved: number;
  readonly of: number;
  readonly counts: Readonly<Record<Change, number>>;
  /** All figures that are not unchanged, in the order of CHANGES, then by id. */
  readonly figures: readonly FigureDiff[];
}

/**
 * Whether a figure says something else than it did, or its number is printed otherwise because it is more precise, or as
 * one that is provisional, estimated or revised.
 */
export const isNews = ({ change, shows }: FigureDiff): boolean =>
  !STILL_TRUE.has(change) ||
  shows?.flags !== undefined ||
  (change === "refined" && shows !== undefined && shows.gone.length + shows.added.length > 0);

/** Holds two ledgers against each other, figure by figure. */
export const diffLedgers = (old: Ledger, now: Ledger): LedgerDiff => diffs(old)(now);

/** Two ledgers are compared once, however many ask: what is told to readers, and what is told to programs. */
const diffs = onceFor((old: Ledger) => onceFor((now: Ledger) => diffOfLedgers(old, now)));

function diffOfLedgers(old: Ledger, now: Ledger): LedgerDiff {
  const [before, after] = [statesOf(old), statesOf(now)];
  const ids = [...new Set([...before.keys(), ...after.keys()])].toSorted(byCodeUnit);
  const all = ids.flatMap((id) => diffOf({ id, old, now }, before.get(id), after.get(id)) ?? []);
  const changes = Object.keys(CHANGES) as readonly Change[]; // its keys are just these
  const listed = (change: Change): readonly FigureDiff[] => all.filter((each) => each.change === change);
  const counts = Object.fromEntries(changes.map((change) => [change, listed(change).length])) as Record<Change, number>;
  return {
    old: { brief: old.brief, edition: old.edition },
    new: { brief: now.brief, edition: now.edition },
    moved: all.filter(({ change }) => !STILL_TRUE.has(change)).length,
    of: all.length,
    counts,
    figures: changes.filter((change) => change !== "unchanged").flatMap(listed),
  };
}

type State = { readonly entry: LedgerEntry } | { readonly gap: LedgerGap };

const statesOf = (ledger: Ledger): ReadonlyMap<string, State> =>
  new Map<string, State>([
    ...Object.entries(ledger.figures).map(([id, entry]): [string, State] => [id, { entry }]),
    ...Object.entries(ledger.gaps ?? {}).map(([id, gap]): [string, State] => [id, { gap }]),
  ]);

function sideOf(state: State): Side {
  if ("gap" in state) return { absence: state.gap.absence };
  const { value, exact, interval, closed, unit } = state.entry;
  return { value, exact, interval, closed, unit };
}

function diffOf(at: At, old: State | undefined, now: State | undefined): FigureDiff | undefined {
  const { id } = at;
  if (old === undefined) return now && { id, change: "new", new: sideOf(now) };
  if (now === undefined) return { id, change: "withdrawn", old: sideOf(old) };
  const sides = { id, old: sideOf(old), new: sideOf(now) };
  if ("gap" in old) {
    if ("entry" in now) return { ...sides, change: "became-number" };
    const definition = definitionChanges(old.gap, now.gap);
    if (old.gap.absence !== now.gap.absence) return { ...sides, change: "gap-changed", definition };
    return { ...sides, change: definition.length > 0 ? "redefined" : "unchanged", definition };
  }
  return "gap" in now ? { ...sides, change: "became-gap" } : { ...sides, ...comparedEntries(old.entry, now.entry, at) };
}

type At = Omit<Between, "moved">;

function comparedEntries(old: LedgerEntry, now: LedgerEntry, at: At): Omit<FigureDiff, "id"> {
  const number = spreadOf(old, now);
  const by = revisionOf(old, now);
  const definition = definitionChanges(old, now);
  const shows = comparedShows(old, now, { ...at, moved: number !== "same" || definition.length > 0 });
  const rest = { number, ...(by ? { by } : {}), ...(definition.length > 0 ? { definition } : {}) };
  return { change: changeOf(number, definition, shows), ...rest, ...(shows ? { shows } : {}) };
}

function changeOf(number: Spread, definition: readonly Differing[], shows: Shows | undefined): Change {
  if (shows && shows.flips.length > 0) return "flipped";
  if (definition.length > 0) return "redefined";
  if (number !== "same") return number;
  return shows ? "shown-differently" : "unchanged";
}
