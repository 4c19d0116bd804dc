import type { Direction } from "../../../model/direction.ts";
import type { FamilyName } from "../../../model/theme.ts";
import type { Attachment, Part, Tag } from "../file/structure.ts";
import type { StyleName } from "../styles.ts";

/** What a brief is before it is laid out: nodes that follow each other down a column. */
export type Content =
  | TextContent
  | StackContent
  | ListContent
  | GridContent
  | FrameContent
  | ColumnsContent
  | DrawingContent
  | RuleContent;

export type Margin = readonly [left: number, top: number, right: number, bottom: number];

interface Common {
  readonly margin?: Margin;
  /** `together`: broken over pages only where that leaves a page blank; `withNext`: on the page where the next begins. */
  readonly keep?: "together" | "withNext";
  /** What this is to a reader who hears it, where its kind and style don't say; and the id it is found by. */
  readonly tag?: Tag;
  readonly tagId?: string;
  /** The file that goes along as its data. */
  readonly attachment?: Attachment;
  /** Whether tables and charts that wait for the top of a page come before it. */
  readonly afterFloats?: true;
  /** Whether it may move to the top of the next page, while the text goes on. */
  readonly float?: true;
}

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly italics?: boolean;
  readonly bold?: boolean;
  readonly color?: string;
  readonly fontFeatures?: readonly string[];
  /** Whether it stands at the end of what is before it, and no line ends between: the mark of a note. */
  readonly glued?: true;
  readonly link?: string;
  readonly linkToDestination?: string;
  /** The name under which links find this spot. */
  readonly destination?: string;
  readonly part?: Part;
  /** The spans of other languages in which it stands, the outermost first; each runs in its own direction. */
  readonly spans?: readonly Span[];
  /** The note that is referred to here for the first time. */
  readonly note?: string;
  /** The name of the spot whose page is printed in place of the text. */
  readonly pageOf?: string;
}

/** A span of another language within a line. */
export interface Span {
  readonly direction: Direction;
}

export interface TextContent extends Common {
  readonly kind: "text";
  readonly text: readonly Run[];
  readonly style: StyleName;
  readonly alignment?: "left" | "right" | "center";
  /** Its language, where that is not the brief's, and which way its lines run: as a rule from left to right. */
  readonly language?: string;
  readonly direction?: Direction;
  /** The name under which links and bookmarks find this block. */
  readonly id?: string;
  /** For a heading: its entry in the list of bookmarks, and the heading it stands under. */
  readonly bookmark?: { readonly title: string; readonly parent: string | undefined };
}

export interface StackContent extends Common {
  readonly kind: "stack";
  readonly stack: readonly Content[];
  /** Whether the notes to which it refers stand under it, not at the foot of the page. */
  readonly notesUnder?: true;
}

export interface ListContent extends Common {
  readonly kind: "list";
  readonly style: StyleName;
  readonly ordered: boolean;
  readonly start: number;
  readonly markerColor: string;
  readonly language?: string;
  readonly direction?: Direction;
  readonly items: readonly Content[];
}

/** A cell, and how many columns it spans; an empty cell has no text. */
export interface Cell {
  readonly text: readonly Run[];
  readonly style: StyleName;
  readonly alignment: "left" | "right" | "center";
  readonly span: number;
  /** Whether it heads its row. */
  readonly head: boolean;
}

/** The grid of a table. Rows of heads come again on every page, under a line that says that it goes on. */
export interface GridContent extends Common {
  readonly kind: "grid";
  readonly gutter: number;
  readonly widths: readonly number[];
  readonly heads: readonly (readonly Cell[])[];
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly total: boolean }[];
  readonly continued: readonly Run[];
  readonly ink: string;
  readonly muted: string;
}

/** A tinted box, with a bar along its left edge where it has a colour for one. */
export interface FrameContent extends Common {
  readonly kind: "frame";
  readonly stack: readonly Content[];
  readonly padding: number;
  readonly fill: string;
  readonly bar: string | undefined;
}

/** Content side by side. */
export interface ColumnsContent extends Common {
  readonly kind: "columns";
  readonly columns: readonly { readonly width: number; readonly content: Content }[];
  readonly gap: number;
}

export interface DrawingContent extends Common {
  readonly kind: "drawing";
  readonly svg: string;
  /** What is seen. */
  readonly alternative: string;
  readonly width: number;
  readonly height: number;
  /** How much smaller than it was drawn. */
  readonly scale: number;
  readonly font: FamilyName;
}

export interface RuleContent extends Common {
  readonly kind: "rule";
  readonly width: number;
  readonly weight: number;
  readonly color: string;
}

/** A rule from the left, so wide and so heavy, with its place in the column of text. */
export const rule = (width: number, weight: number, color: string, margin: Margin = [0, 0, 0, 0]): RuleContent => ({
  kind: "rule",
  width,
  weight,
  color,
  margin,
});
