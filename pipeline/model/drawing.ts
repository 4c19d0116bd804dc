import type { Written } from "./dataset.ts";
import type { ChartId, FigureId } from "./id.ts";
import type { Rational } from "./rational.ts";

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

/** A chart as drawn: for the PDF, for the page in two widths, and for download. */
export interface Drawing {
  readonly id: ChartId;
  /** Literal colours, for the PDF. */
  readonly print: Picture;
  /** Literal colours on the light ground, as charts/ID.svg; title and desc are added by whoever writes it. */
  readonly download: Picture;
  /** Colours as CSS variables, `var(--accent)` and so on, for the page. */
  readonly wide: Picture;
  readonly narrow: Picture;
  readonly numbers: readonly DrawnNumber[];
  /** Every text that the wide drawing prints, in the order of drawing. */
  readonly texts: readonly string[];
  /** The words that the drawing prints as its spec has them, for the lint. */
  readonly words: readonly Written[];
  /** What a text alternative can be made of: the drawn figures with the least and the greatest value. */
  readonly extent:
    | { readonly least: FigureId; readonly greatest: FigureId; readonly values: readonly Rational[] }
    | undefined;
}
