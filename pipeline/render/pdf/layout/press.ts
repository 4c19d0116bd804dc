import type { Content, Run } from "../content/content.ts";
import type { PrintFonts } from "../file/fonts.ts";
import type { Style, StyleName, Styles } from "../styles.ts";
import type { Hyphenate } from "./hyphens.ts";
import type { Look, Line } from "./line.ts";
import { paragraphLines } from "./paragraph.ts";

/** What turns content into lines and pieces: styles and fonts, the notes, and the page they are set for. */
export interface Press {
  readonly fonts: PrintFonts;
  readonly styles: Styles;
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

/** Sets text in a style as lines. */
export function linesOf(
  runs: readonly Run[],
  style: StyleName,
  width: number,
  alignment: "left" | "right" | "center",
  press: Press,
): Line[] {
  const running = RUNNING.has(style);
  const small = running && press.smallCaps;
  return paragraphLines(small ? runs.flatMap(withSmallCaps) : runs, {
    width,
    alignment: running && press.justified && alignment === "left" ? "justify" : alignment,
    hyphenate: press.hyphenate,
    running,
    lookOf: (run) => lookOf(run, press.styles[style], small && CAPITALS.test(run.text), press.fonts),
  });
}

// Acronyms stand out from text less as small capitals, a little apart: Bringhurst, 3.2.2.
const CAPITALS = /^\p{Lu}{3,}$/u;
const ACRONYM = /(?<![\p{L}\p{N}])(\p{Lu}{3,})(?![\p{L}\p{N}])/u;
const SMALL_CAPS = { features: ["c2sc", "smcp"], spacing: 0.02 };

/** A run, with its acronyms apart. */
const withSmallCaps = (run: Run): readonly Run[] =>
  run.text
    .split(ACRONYM)
    .filter((text) => text !== "")
    .map((text) => ({ ...run, text }));

function lookOf(run: Run, style: Style, small: boolean, fonts: PrintFonts): Look {
  const font = fonts.font(style.font, run.bold ?? style.bold ?? false, run.italics ?? style.italics ?? false);
  const features = [...(run.fontFeatures ?? style.fontFeatures ?? []), ...(small ? SMALL_CAPS.features : [])];
  return {
    font,
    size: style.fontSize,
    features,
    shape: font.shaper(features),
    color: run.color ?? style.color,
    spacing: (style.characterSpacing ?? 0) + (small ? SMALL_CAPS.spacing * style.fontSize : 0),
    height: style.lineHeight,
    link: run.link,
    linkToDestination: run.linkToDestination,
    destination: run.destination,
    part: run.part,
    note: run.note,
    pageOf: run.pageOf,
  };
}
