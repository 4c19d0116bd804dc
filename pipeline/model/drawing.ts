import type { Written } from "./dataset.ts";
import type { ChartId, FigureId } from "./id.ts";

/** An SVG as text; width and height in points for print, in CSS pixels for the page. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A number that is printed inside the drawing. */
export interface DrawnNumber {
  readonly figure: FigureId;
  readonly text: string;
}

/** The letters that a drawing prints in one weight of the theme's sans serif, each once. */
export interface Letters {
  readonly weight: 400 | 600 | 700;
  readonly italic: boolean;
  readonly characters: string;
}

/** A chart as drawn: for the PDF, for the page in two widths, and for download. */
export interface Drawing {
  readonly id: ChartId;
  /** Literal colours, for the PDF. */
  readonly print: Picture;
  /** Literal colours on the light ground, as charts/ID.svg; title and desc are added by whoever writes it. */
  readonly download: Picture;
  /** The letters of the download, which brings them along: it stands alone. */
  readonly letters: readonly Letters[];
  /** Colours as CSS variables, `var(--accent)` and so on, for the page. */
  readonly wide: Picture;
  readonly narrow: Picture;
  readonly numbers: readonly DrawnNumber[];
  /** The words that the drawing prints as its spec has them, for the lint. */
  readonly words: readonly Written[];
  /** What a text alternative is made of. */
  readonly reading: ChartReading;
}

/** How a chart shows its numbers. */
export const CHART_KINDS = ["bars", "lines", "areas", "dots", "ranges", "heatMap", "other"] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** What a reader takes in of a chart at a glance, from its checked figures. */
export interface ChartReading {
  readonly kind: ChartKind;
  readonly panels: number;
  readonly rows: number;
  /** What it measures, in the order of drawing. */
  readonly measures: readonly Measure[];
  /** The row or series whose number moves most; left out where rounding does not decide which. */
  readonly moved?: Move;
}

/** A column whose numbers a chart shows, with the figures of its ends; several where they are equal. */
export interface Measure {
  readonly column: string;
  readonly least: readonly FigureId[];
  readonly greatest: readonly FigureId[];
  /** The ends of which another row may be beyond, as rounding leaves it. */
  readonly open: readonly ("least" | "greatest")[];
  /** The names of rows that have no number. */
  readonly missing: readonly string[];
}

/** A movement from one figure to another: in a row from column to column, or in a series from period to period. */
export interface Move {
  readonly from: FigureId;
  readonly to: FigureId;
  readonly along: "columns" | "periods";
}
