import { onceFor, type Remembered } from "../../../model/remembered.ts";
import { byScript, type ScriptFamily } from "../../../type/scripts.ts";
import type { Content, Run, TextContent } from "../content/content.ts";
import type { PrintFonts } from "../file/fonts.ts";
import type { Style, StyleName, Styles } from "../styles.ts";
import { levelRuns, mirrored, partOf, type LevelRun } from "./bidi.ts";
import type { Hyphenate } from "./hyphens.ts";
import { linesIn, type KeptLines } from "./kept-lines.ts";
import type { Look, Line } from "./line.ts";
import { paragraphLines, type Setting as ParagraphSetting } from "./paragraph.ts";

/** What turns content into lines and pieces: styles and fonts, the notes, and the page they are set for. */
export interface Press {
  readonly fonts: PrintFonts;
  /** The faces of the kinds of text that the brief has, each found once. */
  readonly faces: Remembered<Face>;
  /** Paragraphs that were set before, in this brief or in another. */
  readonly kept: KeptLines;
  readonly styles: Styles;
  /** The brief's own language, whose words are divided. */
  readonly language: string;
  readonly hyphenate: Hyphenate | undefined;
  /** Whether running text is set to lines of one length. */
  readonly justified: boolean;
  /** Whether words of capitals in running text are set in small ones. */
  readonly smallCaps: boolean;
  /** The notes, by id. */
  readonly notes: ReadonlyMap<string, Content>;
  /** The width of the column. */
  readonly width: number;
  /** The height of the text area of a page. */
  readonly depth: number;
}

// Running text, which is hyphenated and justified; all else is short.
const RUNNING: ReadonlySet<StyleName> = new Set(["text", "quote"]);

/** A text that is to be set, and how. */
type LineText = Pick<TextContent, "text" | "style" | "alignment" | "language" | "direction">;

/**
 * Sets text in a style as lines; those of text that runs from right to left end on the left. Running text is justified
 * where the house has it so, unless it says itself on which side it stands.
 */
export function linesOf(
  { text, style, alignment, language, direction = "ltr" }: LineText,
  width: number,
  press: Press,
): readonly Line[] {
  const running = RUNNING.has(style);
  const small = running && press.smallCaps;
  const level = levelRuns(small ? text.flatMap(withSmallCaps) : text, direction).flatMap(scriptRuns);
  const side = alignment ?? "left";
  const begin = direction === "rtl" && side === "left" ? "right" : side;
  const own = press.styles[style];
  const set = level.map((each) => {
    const kind = kindOf(each, own, small && CAPITALS.test(each.run.text));
    return { ...each, kind, look: lookOf(each, own, kind, press) };
  });
  const setting = {
    width,
    alignment: running && press.justified && alignment === undefined ? ("justify" as const) : begin,
    direction,
    // The patterns are of the brief's own language.
    hyphenate: language === undefined ? press.hyphenate : undefined,
    running,
  };
  const looks = set.map(({ look }) => look);
  return linesIn(looks, inputsOf(set, setting, own, press), press.kept, () => paragraphLines(set, setting));
}

interface KindRun extends LevelRun {
  readonly kind: Kind;
}

// What no text holds; the lengths of texts stand in a key beside them.
const NEXT = "\u0000";

/** All that goes into lines, as a key: of links and languages only whether a run has one. */
function inputsOf(
  set: readonly KindRun[],
  setting: ParagraphSetting,
  { lineHeight }: Style,
  { language }: Press,
): string {
  const { width, alignment, direction, hyphenate, running } = setting;
  let key = `${width} ${alignment} ${direction} ${hyphenate === undefined ? "" : language} ${String(running)} ${lineHeight}`;
  for (const { run, level, kind } of set) {
    const { text, glued, link, part } = run;
    const told =
      (glued === true ? 1 : 0) + (link === undefined ? 0 : 2) + (part?.attributes.language === undefined ? 0 : 4);
    key += `${NEXT}${kind.name}${NEXT}${level} ${told} ${text.length} ${text}`;
  }
  return key;
}

/** A run, cut where it leaves the typefaces of the house, and where it comes back. */
function scriptRuns(whole: LevelRun): readonly LevelRun[] {
  const { run, level } = whole;
  const stretches = byScript(run.text);
  if (stretches.length === 1) return [whole];
  let from = 0;
  return stretches.map(({ text }) => {
    const part = partOf(run, from, from + text.length);
    from += text.length;
    return { run: part, level };
  });
}

// Acronyms stand out from text less as small capitals, a little apart: Bringhurst, 3.2.2.
const CAPITALS = /^\p{Lu}{3,}$/u;
const ACRONYM = /(?<![\p{L}\p{N}])(\p{Lu}{3,})(?![\p{L}\p{N}])/u;
const SMALL_CAPS = { features: ["c2sc", "smcp"], spacing: 0.02 };

/** A run, with its acronyms apart. */
const withSmallCaps = (run: Run): readonly Run[] =>
  run.text === "" || ACRONYM.test(run.text)
    ? run.text
        .split(ACRONYM)
        .filter((text) => text !== "")
        .map((text) => ({ ...run, text }))
    : [run];

/** What a look has of its style, its face and its script; all runs of one kind share it. */
export type Face = Pick<Look, "font" | "features" | "spacing" | "shape">;

function lookOf({ run, level }: LevelRun, style: Style, kind: Kind, { fonts, faces }: Press): Look {
  const face = faces(kind.name, () => faceOf(style, kind, fonts));
  return {
    font: face.font,
    features: face.features,
    spacing: face.spacing,
    shape: face.shape,
    size: style.fontSize,
    level,
    color: run.color ?? style.color,
    height: style.lineHeight,
    link: run.link,
    linkToDestination: run.linkToDestination,
    destination: run.destination,
    part: run.part,
    note: run.note,
    pageOf: run.pageOf,
  };
}

const NONE: readonly string[] = [];

/** What tells one kind of text from another, and all of it as one name. */
interface Kind {
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

function kindOf({ run, level }: LevelRun, style: Style, small: boolean): Kind {
  const bold = run.bold ?? style.bold ?? false;
  const italics = run.italics ?? style.italics ?? false;
  const own = run.fontFeatures ?? style.fontFeatures ?? NONE;
  const script = byScript(run.text)[0]?.family;
  const turned = level % 2 === 1;
  const flags = (bold ? 1 : 0) + (italics ? 2 : 0) + (small ? 4 : 0) + (turned ? 8 : 0);
  const name = `${sizeName(style)}|${script ?? ""}|${own.join(" ")}|${flags}`;
  return { name, bold, italics, own, script, small, turned };
}

const sizeName = onceFor(
  ({ font, fontSize, characterSpacing = 0 }: Style) => `${font}|${fontSize}|${characterSpacing}`,
);

function faceOf(style: Style, { bold, italics, own, script, small, turned }: Kind, fonts: PrintFonts): Face {
  const house = fonts.font(style.font, bold, italics);
  const { ascent, descent } = house;
  // What comes from another typeface stands on the same line, stressed by its weight, and its letters join.
  const set =
    script === undefined
      ? {
          font: house,
          features: [...own, ...(small ? SMALL_CAPS.features : [])],
          spacing: (style.characterSpacing ?? 0) + (small ? SMALL_CAPS.spacing * style.fontSize : 0),
        }
      : { font: { ...fonts.font(script, bold || italics, false), ascent, descent }, features: NONE, spacing: 0 };
  const shape = set.font.shaper(set.features, turned ? "rtl" : "ltr");
  return { ...set, shape: turned ? (text) => shape(mirrored(text)) : shape };
}
