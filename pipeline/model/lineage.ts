import type { BlockId, DatasetId, FigureId } from "./id.ts";
import type { Place } from "./place.ts";

/** More inputs than these are a whole column, which the formula names. */
export const MOST_INPUTS = 12;

/** How the numbers of one dataset were made: of the figures that the brief shows, and those that they rest on. */
export interface DatasetLineage {
  readonly dataset: DatasetId;
  /** The words of the dataset. */
  readonly title: string;
  /** The file as the author wrote it: `data/belt-and-road-science/anso.yaml`. */
  readonly file: string;
  /** The single figures first, then row by row. */
  readonly rows: readonly RowLineage[];
  readonly place: Place;
}

/** How the numbers of one row were made, or the single figures of a dataset. */
export interface RowLineage {
  /** The row in words, or the dataset where these are its single figures. */
  readonly title: string;
  readonly numbers: readonly NumberLineage[];
  /** What all of them rest on, one text a source; empty where each number has sources of its own. */
  readonly sources: readonly string[];
  /** Where the brief shows one of them, one a section, table, chart or note, in the order of reading. */
  readonly shownIn: readonly { readonly block: BlockId; readonly words: string }[];
  readonly place: Place;
}

/** How one number was made. All of it is text in the brief's language, as page and proof read it. */
export interface NumberLineage {
  readonly figure: FigureId;
  /** The column, or the name of the single figure. */
  readonly name: string;
  /** The formula, and the formula with the numbers filled in; a given number has neither. */
  readonly formula?: string;
  readonly filled?: string;
  /** The figures of other rows and datasets that the formula rests on. */
  readonly from: readonly { readonly figure: FigureId; readonly name: string }[];
  /** The number with its unit. */
  readonly text: string;
  /** What it stands for, where rounding leaves more than one value. */
  readonly range?: string;
  /** What this number rests on, where that is not what all numbers of the row rest on. */
  readonly sources: readonly string[];
  /** The line of the cell, or of the formula. */
  readonly line: string;
  readonly place: Place;
}
