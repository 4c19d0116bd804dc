import type { FigureId, SourceId } from "./id.ts";
import { closedText, type Interval } from "./interval.ts";
import { placeText, type Place } from "./place.ts";
import { rationalText, type Rational } from "./rational.ts";
import { unitText, type Unit } from "./unit.ts";

/** What a statistics office says of a number that it prints (SDMX code list CL_OBS_STATUS: P, E, R, B). */
export const FLAGS = ["provisional", "estimated", "revised", "break"] as const;
export type Flag = (typeof FLAGS)[number];

/** The letter that stands for each flag beside a number, in data and CSV (Eurostat). */
export const FLAG_LETTERS: Readonly<Record<Flag, string>> = {
  provisional: "p",
  estimated: "e",
  revised: "r",
  break: "b",
};

/** The flags of a number as letters, in FLAGS' order: `rb`; empty where it has none. */
export const flagLetters = (flags: readonly Flag[] = []): string =>
  FLAGS.filter((flag) => flags.includes(flag))
    .map((flag) => FLAG_LETTERS[flag])
    .join("");

/** Why a cell holds no number (SDMX code list CL_OBS_STATUS: M or O; CL_CONF_STATUS: C; and "does not apply"). */
export const ABSENCES = ["missing", "confidential", "not-applicable"] as const;
export type Absence = (typeof ABSENCES)[number];

/** A cell that holds no number, and why. It is never taken for zero; what rests on it is a gap too. */
export interface Gap {
  readonly id: FigureId;
  readonly absence: Absence;
  /** As the author typed it: `:`, `c`; what rests on it has the symbol of the first gap that it rests on. */
  readonly symbol: string;
  readonly place: Place;
  /** Only gaps that a formula makes have these. */
  readonly formula?: string;
  readonly from: readonly FigureId[];
}

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
  /**
   * Whether it is how much something changed, or the distance of two numbers, so that its sign is a direction: by its
   * unit, by its formula, or because the author says so of a given one. All others are levels.
   */
  readonly change?: true;
  readonly class: FigureClass;
  readonly place: Place;
  /**
   * The number as the author typed it, and the decimals that it is declared with, else typed with (negative: tens,
   * hundreds); only given figures have one.
   */
  readonly given?: { readonly text: string; readonly decimals: number };
  /** Provisional, estimated, revised, after a break; a derived figure has the flags of all its inputs. In FLAGS' order. */
  readonly flags?: readonly Flag[];
  /** The formula as the author typed it; only derived figures have one. */
  readonly formula?: string;
  /** The formula with the numbers filled in: `33.81 - 27.3`. */
  readonly filled?: string;
  /** Of points between shares of two wholes: how the amounts behind the shares moved. */
  readonly behind?: Behind;
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

/** The change of the amounts behind two shares: new share × new whole − old share × old whole. */
export interface Behind {
  readonly value: Rational;
  readonly interval: Interval;
  readonly unit: Unit;
  /** The derived figures that are this change, or follow its direction (change in per cent, ratio less one), if any. */
  readonly figures: readonly FigureId[];
}

/** A place in the brief where a figure is shown. */
export interface Shown {
  readonly text: string;
  readonly kind: "number" | "word" | "range" | "count";
  readonly where: string;
  /**
   * What a word says of the figure: `up`, `down`, `same` or `undetermined`; or a condition as `>2`, `not >2` where it
   * does not hold, `perhaps >2` where rounding hides whether it does.
   */
  readonly says?: string;
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
  readonly flags?: readonly Flag[];
  readonly basis?: "outturn" | "plan";
  readonly period?: string;
}

/** A gap as figures.json writes it. */
export interface LedgerGap {
  readonly absence: Absence;
  readonly formula?: string;
  readonly from: readonly string[];
  readonly place: string;
}

/** All figures of an edition: value, interval, lineage, where shown. Written as figures.json. */
export interface Ledger {
  readonly schema: 1;
  readonly brief: string;
  readonly edition: string;
  readonly figures: Readonly<Record<string, LedgerEntry>>;
  /** Cells that hold no number; left out where there are none. */
  readonly gaps?: Readonly<Record<string, LedgerGap>>;
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
    ...(figure.flags === undefined || figure.flags.length === 0 ? {} : { flags: figure.flags }),
    ...(figure.basis === undefined ? {} : { basis: figure.basis }),
    ...(figure.period === undefined ? {} : { period: figure.period }),
  };
}
