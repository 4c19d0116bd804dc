import type { Font } from "fontkit";
import type { Direction } from "../model/direction.ts";
import { slowly } from "../model/slow-paths.ts";
import { saidByGlyphs } from "./said.ts";
import type { FontFile } from "./font-file.ts";
import type { SmallRun, SmallShaper } from "./small-shaper.ts";

/** A text in glyphs, in their order from left to right; lengths in thousandths of the size. */
export interface Shape {
  readonly glyphs: readonly {
    readonly id: number;
    /** The characters that it stands for; a space for any space that looks like one. */
    readonly codePoints: readonly number[];
    /** In units of the font. */
    readonly advanceWidth: number;
  }[];
  readonly positions: readonly {
    readonly xAdvance: number;
    readonly yAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
    /** How far the glyph goes by itself, without kerning. */
    readonly advanceWidth: number;
  }[];
  readonly advanceWidth: number;
}

export type Shaper = (text: string) => Shape;

const SPACE = 0x20;
const NO_BREAK = 0xa0;
const JOINER = 0x200d;

/** What shapes the text of a face: this program's own shaper, and fontkit where that has no answer. */
export interface Shapers {
  readonly file: FontFile;
  readonly small: SmallShaper;
  readonly font: () => Font;
}

/** Shapes a text with some features, as fontkit does; the short way where it leads to the same. */
export function shaped(
  text: string,
  features: readonly string[],
  direction: Direction,
  { file, small, font }: Shapers,
): Shape {
  const run = direction === "ltr" ? small(text, features) : undefined;
  if (run !== undefined) return shapeOf(run, file);
  slowly("text shaped by fontkit");
  return shapedByFontkit(font(), text, features, direction);
}

const said = (codePoint: number): number => (codePoint === NO_BREAK ? SPACE : codePoint);

function shapeOf({ glyphs, advances, advanceWidth }: SmallRun, { unitsPerEm, advanceOf }: FontFile): Shape {
  const scale = 1000 / unitsPerEm;
  return {
    glyphs: glyphs.map(({ id, codePoints }) => ({
      id,
      codePoints: codePoints.map(said),
      advanceWidth: advanceOf(id),
    })),
    positions: glyphs.map(({ id }, i) => ({
      xAdvance: (advances[i] ?? 0) * scale,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
      advanceWidth: advanceOf(id) * scale,
    })),
    advanceWidth: advanceWidth * scale,
  };
}

function shapedByFontkit(font: Font, text: string, features: readonly string[], direction: Direction): Shape {
  const scale = 1000 / font.unitsPerEm;
  // Shadda is set before the vowel that Unicode's own order has first (UTR #53).
  const ordered = text.replace(/([\u064b-\u0650\u0652\u0670]+)(\u0651)/gu, "$2$1");
  // fontkit keeps each glyph with the characters that it first stood for, in whatever brief that was: fi, or U+FB01.
  Reflect.set(font, "_glyphs", {});
  const { glyphs, positions, advanceWidth } = font.layout(ordered, [...features], undefined, undefined, direction);
  const own = glyphs.map(({ codePoints }) => codePoints);
  const sayings = direction === "rtl" ? turnedSayings(ordered, own, positions) : own;
  return {
    glyphs: glyphs.map(({ id, advanceWidth: width }, i) => ({
      id,
      codePoints: (sayings[i] ?? []).map(said),
      advanceWidth: width,
    })),
    positions: positions.map((position, i) => ({
      xAdvance: position.xAdvance * scale,
      yAdvance: position.yAdvance * scale,
      xOffset: position.xOffset * scale,
      yOffset: position.yOffset * scale,
      advanceWidth: (glyphs[i]?.advanceWidth ?? 0) * scale,
    })),
    advanceWidth: advanceWidth * scale,
  };
}

/** What the glyphs of a text say that is read from right to left, in their order from left to right. */
function turnedSayings(
  text: string,
  glyphs: readonly (readonly number[])[],
  positions: readonly { readonly xAdvance: number }[],
): readonly (readonly number[])[] {
  // fontkit prints a joiner as a space without width.
  const joiners = text.match(/[\u200c\u200d]/gu) ?? [];
  const own = glyphs.map((codePoints, i) => {
    const joiner = codePoints[0] === SPACE && positions[i]?.xAdvance === 0 ? joiners.pop()?.codePointAt(0) : undefined;
    return joiner === undefined ? codePoints : [joiner];
  });
  // A glyph must say something (ISO 14289-1, 7.21.7): one that only joins others says that.
  return saidByGlyphs(text, own.toReversed())
    .map((each) => (each.length === 0 ? [JOINER] : each))
    .toReversed();
}
