import type { FigureId, SourceId } from "./id.ts";
import { closedText, type Interval } from "./interval.ts";
import { placeText, type Place } from "./place.ts";
import { rationalText, type Rational } from "./rational.ts";
import { unitText, type Unit } from "./unit.ts";

/** Where a number comes from, as coverage counts it. */
export type FigureClass = "data" | "derived" | "literature";

/** One number, with unit, precision, source and lineage. */
export interface Figure {
  readonly id: FigureId;
  readonly value: Rational;
  /** All that the value may be, given how its inputs were rounded. */
  readonly interval: Interval;
  /** `exact` when the interval is the tightest there is; `outer` when it may be wider than need be. */
  readonly bound: "exact" | "outer";
  readonly unit: Unit;
  readonly class: FigureClass;
  readonly place: Place;
  /** The number as the author typed it; only given figures have one. */
  readonly given?: { readonly text: string; readonly decimals: number };
  /** The formula as the author typed it; only derived figures have one. */
  readonly formula?: string;
  /** The figures that the formula names, in code unit order. */
  readonly from: readonly FigureId[];
  /** All sources that the number rests on, those of its inputs included. */
  readonly sources: readonly SourceId[];
  /** Whether the number is of what was done or of what was planned. */
  readonly basis?: "outturn" | "plan";
  /** The period that the number is of, as typed: `2021`. */
  readonly period?: string;
  /** Words that belong to the number: "more than" 150. */
  readonly qualifier?: string;
}

/** A place in the brief where a figure is shown. */
export interface Shown {
  readonly text: string;
  readonly kind: "number" | "word" | "range" | "count";
  readonly where: string;
}

/** How many quantities of the brief are bound, by class, and how many are bound to nothing. */
export interface Coverage {
  readonly data: number;
  readonly derived: number;
  readonly literature: number;
  readonly untraced: number;
}

/** A figure as figures.json writes it. */
export interface LedgerEntry {
  readonly value: string;
  readonly exact: string;
  readonly interval: readonly [string, string];
  readonly closed: string;
  readonly bound: "exact" | "outer";
  readonly unit: string;
  readonly formula?: string;
  readonly from: readonly string[];
  readonly place: string;
  readonly source: readonly string[];
  readonly shown: readonly Shown[];
}

/** All figures of an edition: value, interval, lineage, where shown. Written as figures.json. */
export interface Ledger {
  readonly schema: 1;
  readonly brief: string;
  readonly edition: string;
  readonly figures: Readonly<Record<string, LedgerEntry>>;
  readonly coverage: Coverage;
}

/** One figure as the ledger writes it. `display` is its value in plain digits. */
export function ledgerEntry(figure: Figure, display: string, shown: readonly Shown[]): LedgerEntry {
  return {
    value: display,
    exact: rationalText(figure.value),
    interval: [rationalText(figure.interval.lo), rationalText(figure.interval.hi)],
    closed: closedText(figure.interval),
    bound: figure.bound,
    unit: unitText(figure.unit),
    ...(figure.formula === undefined ? {} : { formula: figure.formula }),
    from: figure.from,
    place: placeText(figure.place),
    source: figure.sources,
    shown,
  };
}
