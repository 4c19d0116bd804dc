import type { EditionChange } from "../model/edition.ts";
import type { Ledger } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import { diffLedgers, type Change, type FigureDiff } from "../ledger/diff.ts";

/** What an edition says otherwise than the one before it. */
export interface Changes {
  readonly changes: readonly EditionChange[];
  /** Whether a bound word turns round, or a figure leaves its interval. */
  readonly substantial: boolean;
}

const SUBSTANTIAL: ReadonlySet<Change> = new Set(["flipped", "revised", "became-gap"]);
const UNTOLD: ReadonlySet<Change> = new Set(["unchanged", "shown-differently"]);

/** What one ledger says otherwise than another to whoever reads the brief: flipped words first, then figures as printed. */
export function changesBetween(old: Ledger, now: Ledger): Changes {
  const figures = diffLedgers(old, now).figures.filter(({ change }) => !UNTOLD.has(change));
  return {
    changes: figures.flatMap((figure) => told(figure, old, now)),
    substantial: figures.some(({ change, id }) => SUBSTANTIAL.has(change) && isShown(id, old)),
  };
}

function told({ id, shows }: FigureDiff, old: Ledger, now: Ledger): readonly EditionChange[] {
  const figure = id as FigureId;
  const flips = (shows?.flips ?? []).map((flip) => ({ figure, old: flip.old, new: flip.new }));
  const [was, is] = [printed(id, old), printed(id, now)];
  if (was === is) return flips;
  return [...flips, { figure, ...(was === undefined ? {} : { old: was }), ...(is === undefined ? {} : { new: is }) }];
}

const isShown = (id: string, ledger: Ledger): boolean => (ledger.figures[id]?.shown.length ?? 0) > 0;

/** A figure as the brief first prints it; undefined where it does not. */
const printed = (id: string, { figures }: Ledger): string | undefined =>
  figures[id]?.shown.find(({ kind }) => kind !== "word")?.text;
