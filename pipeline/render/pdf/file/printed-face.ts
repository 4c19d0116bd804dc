import type { FaceProgram } from "../../../type/face-program.ts";
import type { Shape, Shaper } from "../../../type/shapes.ts";
import { glyphCode, operatorsOf, saysAs, type ShownText, type Spacing } from "./glyph-row.ts";
import { unicodeMap } from "./unicode-map.ts";

type Glyph = Pick<Shape["glyphs"][number], "id" | "codePoints" | "advanceWidth">;

/** What is printed under a code: which glyph of the face, how wide, and what it says. */
interface Printed {
  readonly glyph: number;
  readonly width: number;
  readonly said: readonly number[];
}

/** A text in its shapes, and how their glyphs are spaced. */
export interface Shapes {
  readonly shapes: readonly Shape[];
  readonly spacing: Spacing;
}

/** What of a file in the making a face needs to be written into it. */
interface FaceFile {
  ref(data: object): PdfkitReference;
}

/** A face that is to be printed: the name that pages have for it, what it is, and what shapes text in it. */
interface FaceSetting {
  readonly id: string;
  readonly program: FaceProgram;
  readonly shaper: (features: readonly string[]) => Shaper;
}

/**
 * A face as it is printed in one file, and a font as pdfkit knows it. The code of a glyph is the glyph's own number, so
 * that a text is shown by the same operators in every file; only what is printed is embedded, and a table leads from the
 * codes to it (ISO 32000-1, 9.7.4.2).
 */
export class PrintedFace implements PdfkitFont {
  readonly id: string;
  readonly name: string;
  readonly unicode: (readonly number[])[] = [];
  readonly bbox: readonly number[];
  readonly scale: number;
  readonly ascender: number;
  readonly descender: number;
  readonly lineGap: number;
  readonly xHeight: number;
  readonly #file: FaceFile;
  readonly #program: FaceProgram;
  readonly #shaper: FaceSetting["shaper"];
  readonly #shapers = new Map<readonly string[], Shaper>();
  readonly #printed = new Map<number, Printed>();
  readonly #sayings = new Map<string, number>();
  #reference: PdfkitReference | undefined;

  constructor(file: FaceFile, { id, program, shaper }: FaceSetting) {
    this.#file = file;
    this.#program = program;
    this.#shaper = shaper;
    this.id = id;
    this.name = program.name;
    this.bbox = program.box;
    this.scale = 1000 / program.unitsPerEm;
    this.ascender = program.ascent * this.scale;
    this.descender = program.descent * this.scale;
    this.lineGap = program.lineGap * this.scale;
    this.xHeight = program.xHeight * this.scale;
    this.#take(0, { id: 0, codePoints: [0], advanceWidth: program.advanceOf(0) });
  }

  /**
   * The operators of a text, whose glyphs are taken in. A glyph says what it said where it was first printed; where one
   * says something else here, as the figure of a note and that of a square metre do, the text has operators of its own.
   */
  shown({ operators, glyphs }: ShownText, shapesOf: () => Shapes): string {
    if (this.#says(glyphs)) return operators;
    const { shapes, spacing } = shapesOf();
    return operatorsOf(shapes, spacing, (glyph) => this.saying(glyph, glyph.codePoints));
  }

  /** Takes glyphs in, and says whether each of them says here what it says elsewhere. */
  #says(glyphs: readonly Glyph[]): boolean {
    let all = true;
    for (const glyph of glyphs) {
      const known = this.#printed.get(glyph.id);
      if (known === undefined) this.#take(glyph.id, glyph);
      else if (!saysAs(known.said, glyph.codePoints)) all = false;
    }
    return all;
  }

  /**
   * The code of a glyph that says something else than it may elsewhere: its own number where it says just that already,
   * else one above those of all glyphs.
   */
  saying(glyph: Glyph, characters: readonly number[]): number {
    const known = this.#printed.get(glyph.id);
    if (known !== undefined && saysAs(known.said, characters)) return glyph.id;
    const name = `${glyph.id}: ${characters.join(" ")}`;
    const code = this.#sayings.get(name) ?? this.#program.glyphs + this.#sayings.size;
    this.#sayings.set(name, code);
    this.#take(code, { ...glyph, codePoints: characters });
    return code;
  }

  layout(text: string, features: readonly string[] = NONE): Shape {
    const shape = this.#shapers.get(features) ?? this.#shaper(features);
    this.#shapers.set(features, shape);
    return shape(text);
  }

  encode(text: string, features?: readonly string[]): [codes: readonly string[], positions: Shape["positions"]] {
    const { glyphs, positions } = this.layout(text, features);
    this.#says(glyphs);
    return [glyphs.map((glyph) => glyphCode(this.saying(glyph, glyph.codePoints))), positions];
  }

  widthOfString(text: string, size: number, features?: readonly string[]): number {
    return (this.layout(text, features).advanceWidth * size) / 1000;
  }

  lineHeight(size: number, includeGap = false): number {
    return ((this.ascender + (includeGap ? this.lineGap : 0) - this.descender) * size) / 1000;
  }

  ref(): PdfkitReference {
    return (this.#reference ??= this.#file.ref({}));
  }

  /** Writes the face with what was printed of it (ISO 32000-1, 9.7.4 and 9.8; ISO 19005-3, 6.2.11). */
  finalize(): void {
    if (this.#reference === undefined) return;
    const printed = [...this.#printed].toSorted(([a], [b]) => a - b);
    const name = `${tagOf(this.id)}+${this.name}`;
    const glyphs = [...new Set(printed.map(([, { glyph }]) => glyph))].toSorted((a, b) => a - b);
    const { bytes, places } = this.#program.cut(glyphs);
    const map = new Uint8Array(((printed.at(-1)?.[0] ?? 0) + 1) * 2);
    for (const [code, { glyph }] of printed) {
      const place = places.get(glyph) ?? 0;
      map.set([place >> 8, place & 0xff], code * 2);
    }
    const descendant = this.#file.ref({
      Type: "Font",
      Subtype: "CIDFontType2",
      BaseFont: name,
      CIDSystemInfo: { Registry: new String("Adobe"), Ordering: new String("Identity"), Supplement: 0 },
      FontDescriptor: this.#descriptor(name, this.#written(bytes)),
      W: widthsOf(printed, this.scale),
      CIDToGIDMap: this.#written(map),
    });
    descendant.end();
    Object.assign(this.#reference.data, {
      Type: "Font",
      Subtype: "Type0",
      BaseFont: name,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      // The first glyph stands for what a face has not, and says nothing.
      ToUnicode: this.#written(unicodeMap(printed.slice(1).map(([code, { said }]) => [code, said]))),
    });
    this.#reference.end();
  }

  #descriptor(name: string, program: PdfkitReference): PdfkitReference {
    const { italicAngle, box, capHeight } = this.#program;
    const descriptor = this.#file.ref({
      Type: "FontDescriptor",
      FontName: name,
      Flags: SYMBOLIC | (italicAngle === 0 ? 0 : ITALIC),
      FontBBox: box.map((each) => each * this.scale),
      ItalicAngle: italicAngle,
      Ascent: this.ascender,
      Descent: this.descender,
      CapHeight: capHeight * this.scale,
      XHeight: this.xHeight,
      StemV: 0,
      FontFile2: program,
    });
    descriptor.end();
    return descriptor;
  }

  #written(stream: string | Uint8Array): PdfkitReference {
    const reference = this.#file.ref({});
    reference.end(stream);
    return reference;
  }

  #take(code: number, { id, codePoints, advanceWidth }: Glyph): void {
    this.#printed.set(code, { glyph: id, width: advanceWidth, said: codePoints });
    this.unicode[code] = codePoints;
  }
}

const NONE: readonly string[] = [];

// Flags of a font (ISO 32000-1, table 123): it has letters of its own, and its letters slope.
const SYMBOLIC = 1 << 2;
const ITALIC = 1 << 6;

/** Six letters before the name of a font of which not all is there (ISO 32000-1, 9.6.4). */
const tagOf = (id: string): string =>
  [1, 2, 3, 4, 5, 6].map((i) => String.fromCharCode((id.codePointAt(i) ?? 73) + 17)).join("");

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
