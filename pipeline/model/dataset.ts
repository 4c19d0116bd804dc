import type { DatasetId, FigureId, SourceId } from "./id.ts";
import type { FigureClass } from "./figure.ts";
import type { Place } from "./place.ts";
import type { Rounding } from "./interval.ts";
import type { Unit } from "./unit.ts";

/** A text that the author typed, and where. */
export interface Written {
  readonly text: string;
  readonly place: Place;
}

/** A column of a dataset, as given. */
export interface Column {
  readonly name: string;
  readonly kind: "id" | "text" | "number";
  /** Only number columns have one. */
  readonly unit?: Unit;
  readonly place: Place;
}

/** A row as given: `cells` holds the text columns, `figures` the number columns. */
export interface Row {
  readonly name: string;
  readonly cells: ReadonlyMap<string, Written>;
  readonly figures: ReadonlyMap<string, FigureId>;
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
  | { readonly kind: "sum"; readonly column: string; readonly to: Written; readonly place: Place }
  | { readonly kind: "part"; readonly column: string; readonly of: string; readonly place: Place }
  | { readonly kind: "rank"; readonly column: string; readonly by: string; readonly place: Place };

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
  /** The names of single figures, given ones. */
  readonly singles: ReadonlyMap<string, FigureId>;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly lists: ReadonlyMap<string, WordList>;
  readonly checks: readonly Check[];
  readonly definitions: readonly Definition[];
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
  readonly place: Place;
}
