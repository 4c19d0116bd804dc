import type { Shape } from "../../../type/shapes.ts";
import { mirrored } from "../layout/bidi.ts";
import { isTurned, shapedParts, type LineRun } from "../layout/line.ts";

/** A stretch of text to be printed, and how. */
export type Typed = Pick<LineRun, "text" | "look" | "width" | "gap" | "tail" | "hyphen">;

/** The operators that print a text in a font (ISO 32000-1, 9.4), with y counted from the top of the page. */
export function textOperators(typed: Typed, { x, base, angle }: Spot, font: PdfkitFont): string {
  const { look, text, tail, hyphen } = typed;
  const turn =
    angle === 0
      ? "1 0 0 -1"
      : [Math.cos(angle), -Math.sin(angle), -Math.sin(angle), -Math.cos(angle)].map(fine).join(" ");
  const lines = [
    "BT",
    fillColour(look.color),
    `/${font.id} ${short(look.size)} Tf`,
    `${turn} ${short(x)} ${short(base)} Tm`,
    ...(isTurned(look) ? turned(typed, font) : shown(text + tail, typed, font)),
    ...(hyphen ? [`[<${softHyphen(font, look.features)}>] TJ`] : []),
    "ET",
  ];
  return lines.join("\n");
}

/** Where a text begins on its base line, and how steeply it rises. */
interface Spot {
  readonly x: number;
  readonly base: number;
  readonly angle: number;
}

const fine = (number: number): string => String(Math.round(number * 1e5) / 1e5);

/** Two decimals: a hundredth of a point is less than any printer can show. */
const short = (number: number): string => String(Math.round(number * 100) / 100);

function fillColour(hex: string): string {
  const part = (at: number): string => String(Math.round((parseInt(hex.slice(at, at + 2), 16) / 255) * 1000) / 1000);
  return `${part(1)} ${part(3)} ${part(5)} rg`;
}

const SOFT_HYPHEN = 0xad;

/**
 * The code of a hyphen that stands in no word. It looks like one that does, and says U+00AD (ISO 32000-1, 14.8.2.2.3),
 * so its glyph is in the font once more.
 */
function softHyphen(font: PdfkitFont, features: readonly string[]): string {
  const { subset, unicode, widths } = font;
  let code = unicode.findIndex((characters) => characters?.[0] === SOFT_HYPHEN);
  const [glyph] = font.layout("-", features).glyphs;
  if (code === -1 && glyph !== undefined) {
    code = subset.glyphs.push(glyph.id) - 1;
    unicode[code] = [SOFT_HYPHEN];
    widths[code] = glyph.advanceWidth * (1000 / font.font.unitsPerEm);
  }
  return code.toString(16).padStart(4, "0");
}

function shown(text: string, { look, gap }: Typed, font: PdfkitFont): string[] {
  if (text === "") return [];
  const { size, spacing, features, shape } = look;
  const row = new GlyphRow(size);
  for (const part of shapedParts(text)) {
    const { glyphs } = shape(part);
    const [codes, positions] = font.encode(part, features);
    positions.forEach((position, i) => {
      const isSpace = glyphs[i]?.codePoints[0] === SPACE;
      row.add(codes[i] ?? "", position, (isSpace ? gap : 0) + spacing);
    });
  }
  return row.operators();
}

const SPACE = 0x20;

/** Glyphs in a row, as the operators that show them (ISO 32000-1, 9.4.3). */
export class GlyphRow {
  readonly #size: number;
  readonly #operators: string[] = [];
  #pieces = "";
  #codes = "";
  #rise = 0;

  constructor(size: number) {
    this.#size = size;
  }

  /** Adds a glyph by its code; what follows stands farther off by so many points. */
  add(code: string, { xAdvance, xOffset, yOffset, advanceWidth }: Shape["positions"][number], wider: number): void {
    if (yOffset !== this.#rise) this.#raise(yOffset);
    this.#space(xOffset);
    this.#codes += code;
    this.#space(xAdvance - advanceWidth - xOffset + wider * (1000 / this.#size));
  }

  operators(): string[] {
    this.#show();
    if (this.#rise !== 0) this.#operators.push("0 Ts");
    return this.#operators;
  }

  #raise(rise: number): void {
    this.#show();
    this.#rise = rise;
    this.#operators.push(`${short((rise * this.#size) / 1000)} Ts`);
  }

  #space(thousandths: number): void {
    if (Math.abs(thousandths) < 0.5) return;
    this.#flush();
    this.#pieces += String(-Math.round(thousandths));
  }

  #flush(): void {
    if (this.#codes !== "") this.#pieces += `<${this.#codes}>`;
    this.#codes = "";
  }

  #show(): void {
    this.#flush();
    if (this.#pieces !== "") this.#operators.push(`[${this.#pieces}] TJ`);
    this.#pieces = "";
  }
}

// How far left of a ligature its second letter is said, in points: readers sort letters by their places.
const BESIDE = 0.02;

/**
 * Text that is read from right to left, shown in the order of reading (ISO 32000-1, 14.8.2.3.3): glyph by glyph, each
 * on the left of the one before. Readers that sort by place turn the letters of one glyph round, so each glyph says one
 * letter; what more a ligature says, blanks say beside it.
 */
function turned({ text, tail, look, width, gap }: Typed, font: PdfkitFont): string[] {
  const operators: string[] = [];
  let at: readonly [number, number] = [0, 0];
  const show = (code: string, x: number, y: number): void => {
    const [right, up] = [hundredth(x - at[0]), hundredth(y - at[1])];
    at = [at[0] + right, at[1] + up];
    operators.push(`${short(right)} ${short(up)} Td <${code}> Tj`);
  };
  const points = (thousandths: number): number => (thousandths * look.size) / 1000;
  let pen = width;
  for (const part of shapedParts(text + tail)) {
    const { glyphs, positions } = look.shape(part);
    positions.toReversed().forEach((position, i) => {
      const glyph = glyphs[glyphs.length - 1 - i];
      if (glyph === undefined) return;
      const [first = "", ...more] = mirrored(String.fromCodePoint(...glyph.codePoints));
      pen -= points(position.xAdvance) + (first === " " ? gap : 0) + look.spacing;
      show(codeOf(glyph, first, font), pen + points(position.xOffset), points(position.yOffset));
      const [blank] = more.length === 0 ? [] : font.layout(" ").glyphs;
      more.forEach((letter, j) => {
        if (blank !== undefined) show(codeOf(blank, letter, font), pen - BESIDE * (j + 1), 0);
      });
    });
  }
  return operators;
}

const hundredth = (number: number): number => Math.round(number * 100) / 100;

/** The code of a glyph that says a character: one glyph may stand for a bracket and for its mirror image. */
function codeOf(
  { id, advanceWidth }: Shape["glyphs"][number],
  said: string,
  { subset, unicode, widths, font }: PdfkitFont,
): string {
  const character = said.codePointAt(0) ?? 0;
  let code = subset.glyphs.findIndex((glyph, i) => glyph === id && String(unicode[i]) === String(character));
  if (code === -1) {
    code = subset.glyphs.push(id) - 1;
    unicode[code] = [character];
    widths[code] = advanceWidth * (1000 / font.unitsPerEm);
  }
  return code.toString(16).padStart(4, "0");
}
