import type { DatasetId, FigureId, SourceId } from "./id.ts";
import type { ProblemCode } from "./codes.ts";
import type { FigureClass } from "./figure.ts";
import type { Place } from "./place.ts";
import type { Rounding } from "./interval.ts";
import type { Unit } from "./unit.ts";
import type { Upstream } from "./upstream.ts";

/** A text that the author typed, and where. */
export interface Written {
  readonly text: string;
  readonly place: Place;
}

/** A column of a dataset, as given. */
export interface Column {
  readonly name: string;
  /** `period` stands beside `id` where a series has several years: a row is then named after both. */
  readonly kind: "id" | "period" | "text" | "number";
  /** Only number columns have one. */
  readonly unit?: Unit;
  /** The decimals that its numbers are declared with; without it, those that each is typed with. */
  readonly decimals?: number;
  readonly place: Place;
}

/**
 * A row as given: `cells` holds the text columns, `figures` the number columns, `gaps` the cells of number columns that
 * hold no number.
 */
export interface Row {
  /** The cell of the id column; with a period column, both: `korea_2018`. */
  readonly name: string;
  /** The cell of the id column. */
  readonly key: string;
  /** The cell of the period column, as typed. */
  readonly period?: string;
  readonly cells: ReadonlyMap<string, Written>;
  readonly figures: ReadonlyMap<string, FigureId>;
  readonly gaps: ReadonlyMap<string, FigureId>;
  readonly place: Place;
}

/** Words that the text counts and lists: the themes of a programme. Its length is a figure of its own. */
export interface WordList {
  readonly name: string;
  readonly items: readonly Written[];
  readonly count: FigureId;
  /** How many the source says that there are. */
  readonly stated?: Written;
}

/** A rule that the given numbers must keep. */
export type Check =
  | SumCheck
  /** A part is no greater than its whole; columns are held against each other by row. */
  | { readonly kind: "part"; readonly column: string; readonly of: string; readonly place: Place }
  /** Ranks agree with values; 1 is the greatest where the order is descending. */
  | {
      readonly kind: "rank";
      readonly column: string;
      readonly by: string;
      readonly order: Order;
      readonly place: Place;
    }
  /** Rows stand in the order of a column. */
  | { readonly kind: "order"; readonly column: string; readonly order: Order; readonly place: Place }
  /** No two cells of a column are the same. */
  | { readonly kind: "unique"; readonly column: string; readonly place: Place }
  /** Numbers of a column, or a single figure, lie between two bounds, which are included. */
  | {
      readonly kind: "range";
      readonly column: string;
      readonly from?: Written;
      readonly to?: Written;
      readonly place: Place;
    }
  /**
   * The cells of an id, period or text column are just these; without `values`, every id has a row for every period.
   * `dataset` names another whose ids they must be.
   */
  | {
      readonly kind: "complete";
      readonly column: string;
      readonly values?: readonly Written[];
      readonly dataset?: DatasetId;
      readonly place: Place;
    }
  /**
   * Figures are one and the same, given in several places: what they stand for must have a value in common. Each is a
   * single figure or a column, of this dataset or as `dataset.name`; columns are held against each other by row.
   */
  | { readonly kind: "same"; readonly names: readonly Written[]; readonly place: Place }
  /** Some whole number of the whole gives this per cent (the GRIM test: Brown and Heathers 2017). */
  | { readonly kind: "granular"; readonly column: string; readonly of: string; readonly place: Place };

export type Order = "descending" | "ascending";

/**
 * Terms add up to a total (XBRL Calculations 1.1). `rows`: the cells of one column come to a number, a single figure,
 * or, `by` another column, to it in each group. `columns`: the named columns come to another in every row, or named
 * single figures to another.
 */
export interface SumCheck {
  readonly kind: "sum";
  readonly across: "rows" | "columns";
  /** With a weight of −1 for what is taken away; one term where it is across rows. */
  readonly terms: readonly { readonly name: string; readonly weight: 1 | -1 }[];
  /** Rows whose cells are taken away rather than added. */
  readonly less: readonly string[];
  /** The column whose equal cells make a group; each group has its own sum. */
  readonly by?: string;
  readonly to: Written;
  readonly place: Place;
}

/** A formula as the author wrote it: a column more (`each`) or a single figure more (`once`). */
export interface Definition {
  readonly name: string;
  readonly formula: Written;
  readonly each: boolean;
  readonly place: Place;
}

/** The rows as given in one file, with the rules and formulas that go with them. */
export interface Dataset {
  readonly id: DatasetId;
  readonly title: string;
  readonly class: Exclude<FigureClass, "derived">;
  readonly rounding: Rounding;
  readonly sources: readonly SourceId[];
  /** The last day that its numbers are good for, `YYYY-MM-DD`. */
  readonly validUntil?: Written;
  /** The names of single figures, given ones. */
  readonly singles: ReadonlyMap<string, FigureId>;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly lists: ReadonlyMap<string, WordList>;
  readonly checks: readonly Check[];
  readonly definitions: readonly Definition[];
  /** Where its numbers are fetched from by `footing refresh`. */
  readonly upstream?: Upstream;
  readonly place: Place;
}

/** Something in a source that does not hold, dated, with the resolution that the brief takes. */
export interface Discrepancy {
  readonly id: string;
  /** Where it shows: figures (`dbar.themes`), sources, tables, or the brief as a whole when empty. */
  readonly at: readonly string[];
  readonly found: string;
  /** What the source says. An inline template: numbers in it are bound. */
  readonly says: Written;
  /** What this brief does about it. An inline template. */
  readonly resolution: Written;
  /**
   * The problem that the source's error makes: it is not reported while it is there, and its absence is, since the
   * source has then been mended. `at` is what the problem is about: `dataset.column`, a figure, a list.
   */
  readonly expects?: { readonly code: ProblemCode; readonly at: Written };
  readonly place: Place;
}
