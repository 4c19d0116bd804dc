import { onceFor, remembering, type Remembered } from "../../../model/remembered.ts";
import type { ScriptFamily } from "../../../type/scripts.ts";
import type { Typefaces } from "../../../type/typefaces.ts";
import type { Line, LineRun, Look } from "./line.ts";

/** A line without the looks of its runs, which belong to one document: each says which of the paragraph's looks it has. */
interface BareLine extends Omit<Line, "runs"> {
  readonly runs: readonly (Omit<LineRun, "look"> & { readonly look: number })[];
}

/** What tells one kind of text from another, and all of it as one name. */
export interface Kind {
  readonly name: string;
  readonly bold: boolean;
  readonly italics: boolean;
  /** The features that the run or its style asks for. */
  readonly own: readonly string[];
  readonly script: ScriptFamily | undefined;
  readonly small: boolean;
  /** Whether it is read from right to left. */
  readonly turned: boolean;
}

/** What a stretch of one look is of: a run of the paragraph, or a part of one. */
export interface SetPart {
  /** Which run. */
  readonly of: number;
  /** Whether it is the beginning of that. */
  readonly begins: boolean;
  readonly level: number;
  /** The level at which it is held apart from the part before. */
  readonly apart: number | undefined;
  readonly kind: Kind;
}

/** A paragraph as it was set: its parts, whose looks the lines count, and how many characters it has. */
interface SetParagraph {
  readonly parts: readonly SetPart[];
  readonly lines: readonly BareLine[];
  readonly size: number;
}

/** The paragraphs that a process has set. */
export type KeptLines = Remembered<SetParagraph>;

/** So many characters of paragraphs are remembered, those of some five briefs. */
const MOST_CHARACTERS = 250_000;

/** The paragraphs that were set in these typefaces. */
export const keptLines = ({ origin }: Pick<Typefaces, "origin">): KeptLines => paragraphsIn(origin);

const paragraphsIn = onceFor<object, KeptLines>(() => remembering(MOST_CHARACTERS, ({ size }) => size));

/** A paragraph that is set now. */
interface NewParagraph {
  readonly parts: readonly SetPart[];
  readonly looks: readonly Look[];
  readonly lines: readonly Line[];
}

/** The lines of a paragraph, set before from the very same inputs or now, in looks of this document. */
export function linesIn(
  inputs: string,
  kept: KeptLines,
  looksOf: (parts: readonly SetPart[]) => readonly Look[],
  set: () => NewParagraph,
): readonly Line[] {
  let made: readonly Line[] | undefined;
  const { parts, lines } = kept(inputs, () => {
    const { looks, ...own } = set();
    made = own.lines;
    return { parts: own.parts, lines: own.lines.map((line) => bare(line, looks)), size: inputs.length };
  });
  if (made !== undefined) return made;
  const looks = looksOf(parts);
  return lines.map((line) => dressed(line, looks));
}

function bare(line: Line, looks: readonly Look[]): BareLine {
  return { ...line, runs: line.runs.map((run) => ({ ...run, look: looks.indexOf(run.look) })) };
}

function dressed(line: BareLine, looks: readonly Look[]): Line {
  return {
    width: line.width,
    height: line.height,
    base: line.base,
    runs: line.runs.map(({ text, look, x, width, gap, tail, hyphen, shown }): LineRun => {
      const own = looks[look];
      if (own === undefined) throw new Error(`a line has lost the look of "${text}"`);
      return { text, look: own, x, width, gap, tail, hyphen, shown };
    }),
  };
}
