import type { Direction } from "../../../model/direction.ts";
import { onceFor, type Remembered } from "../../../model/remembered.ts";
import { byScript } from "../../../type/scripts.ts";
import type { Content, Run, TextContent } from "../content/content.ts";
import type { PrintFonts } from "../file/fonts.ts";
import type { Style, StyleName, Styles } from "../styles.ts";
import { cutInto, levelRuns, mirrored, type LevelRun } from "./bidi.ts";
import type { Hyphenate } from "./hyphens.ts";
import { linesIn, type Kind, type KeptLines, type SetPart } from "./kept-lines.ts";
import type { Face, Look, Line } from "./line.ts";
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
  const side = alignment ?? "left";
  const begin = direction === "rtl" && side === "left" ? "right" : side;
  const own = press.styles[style];
  const setting = {
    width,
    alignment: running && press.justified && alignment === undefined ? ("justify" as const) : begin,
    direction,
    // The patterns are of the brief's own language.
    hyphenate: language === undefined ? press.hyphenate : undefined,
    running,
  };
  const looksOf = (parts: readonly SetPart[]): readonly Look[] =>
    parts.map((part) => lookOf(text[part.of] ?? NO_RUN, own, part, press));
  return linesIn(inputsOf(text, setting, own, press), press.kept, looksOf, () => {
    const runs = levelParts(small ? text.flatMap(capitalRuns) : text.map(whole), direction).flatMap(scriptRuns);
    const parts = runs.map((each): SetPart => {
      const kind = kindOf(each, own, small && CAPITALS.test(each.run.text));
      return { of: each.of, begins: each.begins, level: each.level, apart: each.apart, kind };
    });
    const looks = looksOf(parts);
    const set = runs.flatMap(({ run }, i) => {
      const look = looks[i];
      return look === undefined ? [] : [{ run, look }];
    });
    return { parts, looks, lines: paragraphLines(set, setting) };
  });
}

// What no text holds; the lengths of texts stand in a key beside them.
const NEXT = "\u0000";

/** All that goes into lines, as a key: of links and languages only whether a run has one. */
function inputsOf(
  text: readonly Run[],
  setting: ParagraphSetting,
  style: Style,
  { language, smallCaps }: Press,
): string {
  const { width, alignment, direction, hyphenate, running } = setting;
  const turns = text.some(({ spans }) => spans !== undefined) ? spanNames(text) : undefined;
  let key = `${width} ${alignment} ${direction} ${hyphenate === undefined ? "" : language} ${String(running)} ${String(smallCaps)} ${styleName(style)}`;
  for (const run of text) {
    const { text: words, fontFeatures } = run;
    const features = fontFeatures === undefined ? "-" : fontFeatures.join(" ");
    key += `${NEXT}${flagsOf(run)} ${features}|${turns?.(run) ?? ""}|${words.length} ${words}`;
  }
  return key;
}

/** What a run says of itself besides its words, as one number; three ways each: yes, no, and not said. */
function flagsOf({ glued, link, part, bold, italics }: Run): number {
  const isForeign = part?.attributes.language !== undefined;
  return way(glued) + 3 * (way(link !== undefined) + 3 * (way(isForeign) + 3 * (way(bold) + 3 * way(italics))));
}

const way = (flag: boolean | undefined): number => (flag === undefined ? 0 : flag ? 1 : 2);

/** All of a style that decides about lines. */
const styleName = onceFor((style: Style) => JSON.stringify({ ...style, color: undefined }));

/** The spans in which runs stand, told apart: two that follow each other are not one. */
function spanNames(text: readonly Run[]): (run: Run) => string {
  const spans = [...new Set(text.flatMap((run) => run.spans ?? []))];
  return (run) => (run.spans ?? []).map((span) => `${spans.indexOf(span)}${span.direction}`).join(" ");
}

/** A run in one piece. */
const whole = (run: Run, of: number): LevelRun => ({ run, level: 0, of, begins: true });

/** Parts of runs, cut where the direction turns. */
const levelParts = (parts: readonly LevelRun[], direction: Direction): readonly LevelRun[] =>
  levelRuns(
    parts.map(({ run }) => run),
    direction,
  ).flatMap((each) => {
    const part = parts[each.of];
    return part === undefined ? [] : [{ ...each, of: part.of, begins: each.begins && part.begins }];
  });

/** A run, cut where it leaves the typefaces of the house, and where it comes back. */
const scriptRuns = (run: LevelRun): readonly LevelRun[] =>
  cutInto(
    run,
    byScript(run.run.text).map(({ text }) => text),
  );

// Acronyms stand out from text less as small capitals, a little apart: Bringhurst, 3.2.2.
const CAPITALS = /^\p{Lu}{3,}$/u;
const ACRONYM = /(?<![\p{L}\p{N}])(\p{Lu}{3,})(?![\p{L}\p{N}])/u;
const SMALL_CAPS = { features: ["c2sc", "smcp"], spacing: 0.02 };

/** A run, with its acronyms apart. */
const capitalRuns = (run: Run, of: number): readonly LevelRun[] =>
  cutInto(
    whole(run, of),
    run.text.split(ACRONYM).filter((text) => text !== ""),
  );

/** How a part of a run is printed, and what it is. What happens at the beginning of a run happens once. */
function lookOf(run: Run, style: Style, { kind, level, apart, begins }: SetPart, { fonts, faces }: Press): Look {
  const face = faces(kind.name, () => faceOf(style, kind, fonts));
  return {
    font: face.font,
    features: face.features,
    spacing: face.spacing,
    shape: face.shape,
    size: style.fontSize,
    level,
    apart,
    color: run.color ?? style.color,
    height: style.lineHeight,
    link: run.link,
    linkToDestination: run.linkToDestination,
    destination: begins ? run.destination : undefined,
    part: run.part,
    note: begins ? run.note : undefined,
    pageOf: run.pageOf,
  };
}

const NO_RUN: Run = { text: "" };
const NONE: readonly string[] = [];

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
