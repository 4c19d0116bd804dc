import { PAPERS, printedWidth, type Theme } from "../../model/theme.ts";

/** The paper and what is printed where on it, in points. */
export interface Page {
  readonly width: number;
  readonly height: number;
  /** Left, top, right, bottom. */
  readonly margins: readonly [number, number, number, number];
  /** Between the left and the right margin: tables, charts and boxes take all of it. */
  readonly full: number;
  /** How far running text is set in from the left margin, so that its lines are no longer than the eye likes. */
  readonly indent: number;
  /** The length of a line of running text. */
  readonly measure: number;
  /** The height of the text area. */
  readonly depth: number;
}

// About 75 characters of Source Serif 4: Bringhurst, The Elements of Typographic Style, 2.1.2.
const MEASURE = 36;

/** The page that a theme asks for. */
export function pageFor(theme: Theme): Page {
  const [width, height] = PAPERS[theme.paper.size];
  const [, top, , bottom] = theme.paper.margins;
  const full = printedWidth(theme);
  const measure = Math.min(full, MEASURE * theme.type.size);
  return {
    width,
    height,
    margins: theme.paper.margins,
    full,
    indent: full - measure,
    measure,
    depth: height - top - bottom,
  };
}
