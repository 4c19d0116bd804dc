import type { ChartId, DatasetId, TableId, TemplateId } from "./id.ts";
import type { Written } from "./dataset.ts";
import type { Place } from "./place.ts";

/** How the numbers of a column are printed. */
export interface NumberFormat {
  /** Digits after the decimal mark; without it, as many as were given. */
  readonly decimals?: number;
  /** Whether a plus sign is printed. */
  readonly sign?: boolean;
  /** Print the interval in place of the value. */
  readonly range?: boolean;
}

/** A column of a table as shown. `heading` is an inline template. */
export interface ShownColumn {
  readonly column: string;
  readonly heading: Written;
  /** Whether its heading is no more than the name of the column, which says nothing of its numbers. */
  readonly named?: boolean;
  /** Whether its cells are the heads of their rows. */
  readonly head: boolean;
  /** A heading that this column shares with its neighbours of the same group; an inline template. */
  readonly group?: Written;
  readonly format: NumberFormat;
  readonly place: Place;
}

/** A total under a table: a label, and a figure of the data for some columns. */
export interface TotalRow {
  readonly label: Written;
  readonly figures: ReadonlyMap<string, Written>;
}

/** The rows as shown: which, under which words. Written in templates/NAME/tables/ID.yaml. */
export interface TableDesign {
  readonly id: TableId;
  readonly rows: DatasetId;
  readonly caption: Written;
  readonly columns: readonly ShownColumn[];
  readonly total?: TotalRow;
  readonly notes: readonly Written[];
  /** The source line, an inline template; without it, the dataset's sources. */
  readonly source?: Written;
  readonly place: Place;
}

/** The words of a chart: templates/NAME/charts/ID.yaml. All are inline templates. */
export interface ChartWords {
  /** The finding, in ten words or so. */
  readonly title: Written;
  /** Measure and unit. */
  readonly subtitle: Written;
  readonly source?: Written;
  /** What a reader who cannot see it needs first, in a sentence. */
  readonly alt: Written;
  /** The fields that the drawing prints as text, by name: how a column's numbers are written there. */
  readonly fields: ReadonlyMap<
    string,
    { readonly column: string; readonly format: NumberFormat; readonly place: Place }
  >;
}

/** A chart: its Vega-Lite spec (ID.vl.json, without data and titles), its words, and the dataset it draws. */
export interface ChartDesign {
  readonly id: ChartId;
  readonly rows: DatasetId;
  readonly spec: SpecText;
  readonly words: ChartWords;
  readonly place: Place;
}

/** A spec as read: the JSON value, its text for places, and its file. */
export interface SpecText {
  readonly file: string;
  readonly text: string;
  readonly json: unknown;
}

/** A template folder: the prose, the tables and the charts. */
export interface Template {
  readonly id: TemplateId;
  readonly prose: { readonly file: string; readonly text: string };
  readonly tables: ReadonlyMap<TableId, TableDesign>;
  readonly charts: ReadonlyMap<ChartId, ChartDesign>;
}
