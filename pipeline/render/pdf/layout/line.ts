import type { Shape, Shaper } from "../../../type/shapes.ts";
import type { Run } from "../content/content.ts";
import type { Part } from "../file/structure.ts";
import type { PrintFont } from "../file/fonts.ts";
import { shownText, type ShownText } from "../file/glyph-row.ts";

/** How a stretch of text is printed and what it is, all but its words. */
export interface Look {
  readonly font: PrintFont;
  readonly size: number;
  readonly features: readonly string[];
  /** What gives the glyphs of a text in this font, with these features. */
  readonly shape: Shaper;
  readonly color: string;
  /** The embedding level: text of an odd level is read from right to left (UAX #9). */
  readonly level: number;
  /** The level at which it is held apart from what is read before it, where that is lower than both. */
  readonly apart?: number | undefined;
  /** Space after every character, in points. */
  readonly spacing: number;
  /** The height of a line of it. */
  readonly height: number;
  readonly link?: string | undefined;
  readonly linkToDestination?: string | undefined;
  /** The name under which links find this spot. */
  readonly destination?: string | undefined;
  readonly part?: Part | undefined;
  /** The note that starts on the page where this stands. */
  readonly note?: string | undefined;
  /** The spot whose page is printed here. */
  readonly pageOf?: string | undefined;
}

/** What a look has of its style, its face and its script; all runs of one kind share it. */
export type Face = Pick<Look, "font" | "features" | "spacing" | "shape">;

/** A run of a paragraph, in its look. */
export interface SetRun {
  readonly run: Run;
  readonly look: Look;
}

/** A stretch of text in one look, with its place in its line. */
export interface LineRun {
  readonly text: string;
  readonly look: Look;
  readonly x: number;
  readonly width: number;
  /** What each space is wider by than the font has it. */
  readonly gap: number;
  /** The space that is between this line and the next, printed beyond its end for who takes the text out. */
  readonly tail: string;
  /** Whether a hyphen is printed after it that is not in the text. */
  readonly hyphen: boolean;
  /** How it is shown, but where it is read from right to left: there each file has codes of its own. */
  readonly shown: ShownText | undefined;
}

/** A line of text. Lengths in points, from its left end and its top. */
export interface Line {
  /** In the order of reading, which need not be that of their places. */
  readonly runs: readonly LineRun[];
  readonly width: number;
  readonly height: number;
  /** From its top to its base line. */
  readonly base: number;
}

/** Whether text in a look is read from right to left. */
export const isTurned = ({ level }: Look): boolean => level % 2 === 1;

/** A text as it is shaped: word by word, each with its space, so that a word that comes again is known. */
export const shapedParts = (text: string): readonly string[] => text.split(/(?<= )/u);

/** How wide a text is in a look. */
export function widthOf(text: string, { size, shape, spacing }: Look): number {
  let thousandths = 0;
  for (const part of shapedParts(text)) thousandths += shape(part).advanceWidth;
  return spacing * text.length + (thousandths / 1000) * size;
}

/** A text in its shapes, one after another. */
export const shapesOf = (text: string, { shape }: Look): readonly Shape[] =>
  text === "" ? [] : shapedParts(text).map((part) => shape(part));

/** How a text is shown in a look whose spaces are each wider by a gap. */
export const shownIn = (text: string, look: Look, gap: number): LineRun["shown"] =>
  isTurned(look) ? undefined : shownText(shapesOf(text, look), { ...look, gap });
