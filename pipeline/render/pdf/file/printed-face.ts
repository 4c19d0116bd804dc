import { remembering, type Remembered } from "../../../model/remembered.ts";
import type { Shape } from "../../../type/shapes.ts";
import { glyphCode } from "./glyph-row.ts";
import { unicodeMap } from "./unicode-map.ts";

type Glyph = Pick<Shape["glyphs"][number], "id" | "codePoints" | "advanceWidth">;

/** What is printed under a code: which glyph of the face, how wide, and what it says. */
interface Printed {
  readonly glyph: number;
  readonly width: number;
  readonly said: readonly number[];
}

/** What of a file in the making a face needs to be written into it. */
interface FaceFile {
  ref(data: object): PdfkitReference;
}

/**
 * A face as it is printed in one file. The code of a glyph is the glyph's own number, so that a text is shown by the same
 * operators in every file; only what is printed is embedded, and a table leads from the codes to it (ISO 32000-1, 9.7.4.2).
 */
export class PrintedFace {
  readonly #font: PdfkitFont;
  readonly #printed = new Map<number, Printed>();
  readonly #sayings = new Map<string, number>();

  constructor(font: PdfkitFont) {
    this.#font = font;
    this.#take(0, { id: 0, codePoints: [0], advanceWidth: font.font.getGlyph(0).advanceWidth });
  }

  /** Takes glyphs in; each says what it said where it was first printed. */
  use(glyphs: readonly Glyph[]): void {
    for (const glyph of glyphs) if (!this.#printed.has(glyph.id)) this.#take(glyph.id, glyph);
  }

  /**
   * The code of a glyph that says something else than it may elsewhere: its own number where it says just that already,
   * else one above those of all glyphs.
   */
  saying(glyph: Glyph, characters: readonly number[]): number {
    const said = characters.join(" ");
    if (this.#printed.get(glyph.id)?.said.join(" ") === said) return glyph.id;
    const name = `${glyph.id}: ${said}`;
    const code = this.#sayings.get(name) ?? this.#font.font.numGlyphs + this.#sayings.size;
    this.#sayings.set(name, code);
    this.#take(code, { ...glyph, codePoints: characters });
    return code;
  }

  /** The codes of a text, and where its glyphs stand, as pdfkit asks for them. */
  encode(text: string, features: readonly string[]): [codes: string[], positions: Shape["positions"]] {
    const { glyphs, positions } = this.#font.layout(text, features);
    this.use(glyphs);
    return [glyphs.map(({ id }) => glyphCode(id)), positions];
  }

  /** Writes the face with what was printed of it (ISO 32000-1, 9.7.4 and 9.8; ISO 19005-3, 6.2.11). */
  embed(file: FaceFile): void {
    const font = this.#font;
    const printed = [...this.#printed].toSorted(([a], [b]) => a - b);
    const { glyphs, bytes } = cutTo(font.font, [...new Set(printed.map(([, { glyph }]) => glyph))]);
    const program = file.ref({});
    program.end(bytes);
    const places = new Uint8Array(((printed.at(-1)?.[0] ?? 0) + 1) * 2);
    for (const [code, { glyph }] of printed) {
      const place = glyphs.get(glyph) ?? 0;
      places.set([place >> 8, place & 0xff], code * 2);
    }
    const map = file.ref({});
    map.end(places);
    const name = `${tagOf(font.id)}+${font.name}`;
    const descriptor = file.ref({
      Type: "FontDescriptor",
      FontName: name,
      Flags: SYMBOLIC | (font.font.italicAngle === 0 ? 0 : ITALIC),
      FontBBox: boxOf(font),
      ItalicAngle: font.font.italicAngle,
      Ascent: font.ascender,
      Descent: font.descender,
      CapHeight: font.capHeight,
      XHeight: font.xHeight,
      StemV: 0,
      FontFile2: program,
    });
    descriptor.end();
    const descendant = file.ref({
      Type: "Font",
      Subtype: "CIDFontType2",
      BaseFont: name,
      CIDSystemInfo: { Registry: new String("Adobe"), Ordering: new String("Identity"), Supplement: 0 },
      FontDescriptor: descriptor,
      W: widthsOf(printed, font.scale),
      CIDToGIDMap: map,
    });
    descendant.end();
    const unicode = file.ref({});
    unicode.end(unicodeMap(printed.map(([code, { said }]) => [code, said])));
    const own = font.ref();
    Object.assign(own.data, {
      Type: "Font",
      Subtype: "Type0",
      BaseFont: name,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: unicode,
    });
    own.end();
  }

  #take(code: number, { id, codePoints, advanceWidth }: Glyph): void {
    this.#printed.set(code, { glyph: id, width: advanceWidth, said: codePoints });
  }
}

// Flags of a font (ISO 32000-1, table 123): it has letters of its own, and its letters slope.
const SYMBOLIC = 1 << 2;
const ITALIC = 1 << 6;

/** Six letters before the name of a font of which not all is there (ISO 32000-1, 9.6.4). */
const tagOf = (id: string): string =>
  [1, 2, 3, 4, 5, 6].map((i) => String.fromCharCode((id.codePointAt(i) ?? 73) + 17)).join("");

function boxOf({ font: { bbox }, scale }: PdfkitFont): readonly number[] {
  return [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map((each) => each * scale);
}

/** The widths of what is printed, neighbours together (ISO 32000-1, 9.7.4.3). */
function widthsOf(printed: readonly (readonly [number, Printed])[], scale: number): readonly unknown[] {
  const all: (number | number[])[] = [];
  let row: number[] = [];
  printed.forEach(([code, { width }], i) => {
    if (i === 0 || code !== (printed[i - 1]?.[0] ?? 0) + 1) {
      row = [];
      all.push(code, row);
    }
    row.push(width * scale);
  });
  return all;
}

/** A face with some of its glyphs, and where each of them stands in it. */
interface CutFace {
  readonly bytes: Uint8Array;
  readonly glyphs: ReadonlyMap<number, number>;
}

/** So many cut fonts of a face are remembered, of some 30 KB each: the next edition of a brief has mostly those of the last. */
const MOST = 12;

const kept = new WeakMap<PdfkitFont["font"], Remembered<CutFace>>();

function cutTo(face: PdfkitFont["font"], glyphs: readonly number[]): CutFace {
  const known = kept.get(face) ?? remembering<CutFace>(MOST);
  kept.set(face, known);
  return known(glyphs.join(" "), () => {
    const subset = face.createSubset();
    for (const glyph of glyphs) subset.includeGlyph(face.getGlyph(glyph));
    // The first is there from the beginning; of what glyphs are composed comes after them all.
    return { bytes: subset.encode(), glyphs: new Map(glyphs.map((glyph, i) => [glyph, i])) };
  });
}
