import type { FamilyName } from "../../../model/theme.ts";
import type { Marked, StructureElement } from "../file/structure.ts";
import type { Line } from "./line.ts";

/** Something printed; `x` and `y` count from the upper left corner of what it belongs to, in points. */
export type Mark = LineMark | RuleMark | GroundMark | DrawingMark | StampMark;

export interface LineMark {
  readonly kind: "line";
  readonly x: number;
  readonly y: number;
  readonly line: Line;
  readonly element: Marked;
  /** The name under which links find this block. */
  readonly anchor?: string | undefined;
  readonly bookmark?: Bookmark | undefined;
}

/** A heading in the list of bookmarks. */
export interface Bookmark {
  readonly id: string;
  readonly parent: string | undefined;
  readonly title: string;
}

export interface RuleMark {
  readonly kind: "rule";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly weight: number;
  readonly color: string;
}

export interface GroundMark {
  readonly kind: "ground";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

export interface DrawingMark {
  readonly kind: "drawing";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How much smaller than it was drawn. */
  readonly scale: number;
  readonly svg: string;
  readonly font: FamilyName;
  readonly element: StructureElement;
}

/** A line across the page, under its text, with its middle at a point; nobody hears it. */
export interface StampMark {
  readonly kind: "stamp";
  readonly x: number;
  readonly y: number;
  readonly line: Line;
  /** In radians, rising to the right. */
  readonly angle: number;
}

/** What speaks against turning the page after a piece: nothing; it is part of something whole; what follows needs it. */
export type Hold = "free" | "whole" | "fast";

/** A piece of a column that no page break cuts: a line, a row, a drawing. */
export interface Piece {
  readonly kind: "piece";
  /** Space above it, which falls away at the head of a page. */
  above: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  hold: Hold;
  /** Whether floats that wait come before it. */
  afterFloats?: boolean;
  /** The notes that start on its page. */
  readonly notes: readonly FootNote[];
  /** Whether it is a line with lines of its paragraph before and after it. */
  readonly midst: boolean;
  /** What it stands in, the outermost first. */
  readonly within: readonly Enclosure[];
}

/** A note for the foot of a page, as lines that may be parted. */
export interface FootNote {
  readonly id: string;
  readonly lines: readonly Piece[];
}

/** A strip across the column. */
export interface Strip {
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** What is around pieces, and is closed and opened again where the page turns: a tinted box, the rules of a table. */
export interface Enclosure {
  readonly above: number;
  /** Above its first piece. */
  readonly head: Strip;
  /** Above the piece with which it goes on, on another page. */
  readonly headAgain: Strip;
  readonly foot: Strip;
  readonly ground: Omit<GroundMark, "kind" | "y" | "height">[];
  first: Piece | undefined;
}

/** A table or chart that may move to the top of the next page, while the text goes on. */
export interface Float {
  readonly kind: "float";
  readonly pieces: readonly Piece[];
  /** Space under it, where something follows. */
  readonly below: number;
}

/** What a brief's pages are made of, in the order of reading. */
export type Galley = readonly (Piece | Float)[];

/** A mark elsewhere: so far to the right, and so far down, in one step or in two. */
export const moved = <Some extends Mark>(mark: Some, right: number, down: number, further = 0): Some => ({
  ...mark,
  x: mark.x + right,
  y: mark.y + down + further,
});

const RANK: Readonly<Record<Hold, number>> = { free: 0, whole: 1, fast: 2 };

/** The stronger of two. */
export const stronger = (a: Hold, b: Hold): Hold => (RANK[a] < RANK[b] ? b : a);
