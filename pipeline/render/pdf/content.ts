import type { Part, Tag } from "./structure.ts";
import type { StyleName } from "./styles.ts";

/** What pdfmake reads. The layout writes into it, so it is made anew for every PDF. */
export type Content =
  | TextContent
  | StackContent
  | ListContent
  | TableContent
  | ColumnsContent
  | SvgContent
  | CanvasContent;

export type Margin = [left: number, top: number, right: number, bottom: number];

interface Common {
  margin?: Margin;
  /** `together`: not to be broken over pages; `withNext`: on the page where the next node begins. */
  keep?: "together" | "withNext";
  width?: number | "*";
  /** What this is to a reader who hears it, where its kind and style don't say; and the id it is found by. */
  tag?: Tag;
  tagId?: string;
}

/** A stretch of text in one style. */
export interface Run {
  text: string;
  italics?: boolean;
  bold?: boolean;
  color?: string;
  fontFeatures?: readonly string[];
  noNewLine?: boolean;
  link?: string;
  linkToDestination?: string;
  /** The name under which links find this spot. */
  destination?: string;
  part?: Part;
}

export interface TextContent extends Common {
  text: Run[];
  style: StyleName;
  alignment?: "left" | "right" | "center";
  /** The name under which links and bookmarks find this block. */
  id?: string;
  outline?: true;
  outlineText?: string;
  outlineParentId?: string;
}

export interface StackContent extends Common {
  stack: Content[];
}

export type ListContent = Common & { style: StyleName; markerColor?: string } & ({ ul: Content[] } | { ol: Content[] });

/** A cell: content, and how many columns it spans; the cells that it covers follow as empty ones. */
export type Cell = Content & { colSpan?: number; verticalAlignment?: "bottom"; rowHead?: boolean };

export interface TableContent extends Common {
  table: {
    widths: (number | "*")[];
    body: Cell[][];
    headerRows?: number;
    keepWithHeaderRows?: number;
    dontBreakRows?: boolean;
  };
  /** Whether it is a table to the reader, and not only a frame. */
  grid?: true;
  layout: TableLayout;
}

/** Rules and padding; `line` counts from 0, above the first row. */
export interface TableLayout {
  hLineWidth: (line: number) => number;
  hLineColor: (line: number) => string;
  vLineWidth: (line: number) => number;
  vLineColor: (line: number) => string;
  paddingLeft: (column: number) => number;
  paddingRight: (column: number) => number;
  paddingTop: (row: number) => number;
  paddingBottom: (row: number) => number;
  fillColor?: string;
}

export interface ColumnsContent extends Common {
  columns: Content[];
  columnGap?: number;
}

export interface SvgContent extends Common {
  svg: string;
  /** What is seen. */
  alternative: string;
  width: number;
  font: string;
}

export interface CanvasContent extends Common {
  canvas: {
    type: "line";
    x1: number;
    y1: number;
    x2: number;
    y2: number;
    lineWidth: number;
    lineColor: string;
  }[];
}

/** A rule from the left, so wide and so heavy, with its place in the column of text. */
export const rule = (
  width: number,
  lineWidth: number,
  lineColor: string,
  margin: Margin = [0, 0, 0, 0],
): CanvasContent => ({
  canvas: [{ type: "line", x1: 0, y1: lineWidth / 2, x2: width, y2: lineWidth / 2, lineWidth, lineColor }],
  margin,
});
