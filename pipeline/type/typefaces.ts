import type { Font } from "fontkit";
import type { Host } from "../model/stage.ts";
import type { Direction } from "../model/direction.ts";
import { faceFile, scriptFace, type Face } from "./faces.ts";
import { saidByGlyphs } from "./said.ts";
import { byScript } from "./scripts.ts";
import { faceCutter } from "./subsets.ts";

/** The house's typefaces, opened: what text measures in them, which characters they lack, and their files. */
export interface Typefaces {
  /**
   * How wide a line of text is at this size, kerning and ligatures counted, in the unit of the size; letters of a script
   * that the house's families lack count in that script's.
   */
  width(face: Face, text: string, size: number): number;
  /** The characters of a text that a face has no glyph for, each once, in the order of the text. */
  missing(face: Face, text: string): readonly string[];
  /**
   * What gives the glyphs of a text in a face, with these OpenType features on. Shapes are kept, so that a word that
   * comes again, in this brief or in the next, is not shaped again; who gets one must not write into it.
   */
  shaper(face: Face, features: readonly string[], direction?: Direction): Shaper;
  /** The opened font, for the writer of PDF files. */
  font(face: Face): Font;
  /** The whole TrueType file of a face. */
  file(face: Face): Uint8Array;
  /** A WOFF2 file with the glyphs of these characters alone, and the layout features that the house uses. */
  subsetWoff2(face: Face, characters: string): Promise<Uint8Array>;
}

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

/** More shapes of a face than these are forgotten, the whole of them at once. */
const MOST_SHAPES = 20_000;

// Line ends, tabs, soft hyphens, zero-width spaces, joiners and word joiners: layout acts on them and paints nothing.
const UNPAINTED = /[\t\n\r\u00ad\u200b-\u200d\u2060\ufeff]/u;

const opened = new WeakMap<Host, Promise<Typefaces>>();

/** The house's typefaces; each file is read when it is first asked for, and parsed once for all briefs of a host. */
export function openTypefaces(host: Host): Promise<Typefaces> {
  const known = opened.get(host) ?? openAnew(host);
  opened.set(host, known);
  return known;
}

async function openAnew(host: Host): Promise<Typefaces> {
  const fontkit = await import("fontkit");
  const files = new Map<string, Uint8Array>();
  const fonts = new Map<string, Font>();
  const widths = new Map<string, number>();
  const cut = faceCutter(host);

  const file = (face: Face): Uint8Array => remembered(files, faceKey(face), () => faceFile(host, face));
  const font = (face: Face): Font =>
    remembered(fonts, faceKey(face), () => {
      // fontkit's types ask for a Buffer.
      const made = fontkit.create(Buffer.from(file(face)));
      if (!("layout" in made)) throw new Error(`${faceKey(face)} is a collection of fonts, not one font`);
      return made;
    });

  const shapers = new Map<string, Shaper>();

  return {
    file,
    font,
    shaper: (face, features, direction = "ltr") =>
      remembered(shapers, `${faceKey(face)}\n${features.join(" ")}\n${direction}`, () => {
        const shapes = new Map<string, Shape>();
        return (text) => {
          if (shapes.size > MOST_SHAPES) shapes.clear();
          return remembered(shapes, text, () => shaped(font(face), text, features, direction));
        };
      }),
    width(face, text, size) {
      if (widths.size > MOST_SHAPES) widths.clear();
      const ems = remembered(widths, `${faceKey(face)}\n${text}`, () => {
        const parts = byScript(text).map(({ family, text: part }) => {
          const { layout, unitsPerEm } = bound(font(family === undefined ? face : scriptFace(family, face)));
          return layout(part).advanceWidth / unitsPerEm;
        });
        return parts.reduce((sum, part) => sum + part, 0);
      });
      return ems * size;
    },
    missing(face, text) {
      const { has } = bound(font(face));
      const lacking = [...text].filter((character) => !UNPAINTED.test(character) && !has(character));
      return [...new Set(lacking)];
    },
    subsetWoff2: (face, characters) => cut(faceKey(face), characters, () => file(face)),
  };
}

/** A face as one text: its family, weight and slope. */
const faceKey = (face: Face): string => `${face.family} ${face.weight}${face.italic ? " italic" : ""}`;

const SPACE = 0x20;
const NO_BREAK = 0xa0;
const JOINER = 0x200d;

function shaped(font: Font, text: string, features: readonly string[], direction: Direction): Shape {
  const scale = 1000 / font.unitsPerEm;
  // Shadda is set before the vowel that Unicode's own order has first (UTR #53).
  const ordered = text.replace(/([\u064b-\u0650\u0652\u0670]+)(\u0651)/gu, "$2$1");
  // fontkit keeps each glyph with the characters that it first stood for, in whatever brief that was: fi, or U+FB01.
  Reflect.set(font, "_glyphs", {});
  const { glyphs, positions, advanceWidth } = font.layout(ordered, [...features], undefined, undefined, direction);
  const own = glyphs.map(({ codePoints }) => codePoints);
  const said = direction === "rtl" ? turnedSayings(ordered, own, positions) : own;
  return {
    glyphs: glyphs.map(({ id, advanceWidth: width }, i) => ({
      id,
      codePoints: (said[i] ?? []).map((each) => (each === NO_BREAK ? SPACE : each)),
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

const bound = (font: Font) => ({
  unitsPerEm: font.unitsPerEm,
  layout: (text: string) => font.layout(text),
  has: (character: string) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
});

function remembered<Key, Thing>(known: Map<Key, Thing>, key: Key, make: () => Thing): Thing {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
