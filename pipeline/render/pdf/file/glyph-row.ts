import type { Shape } from "../../../type/shapes.ts";

/** A text as it is shown in a font, whichever file it is for: a glyph's own number is its code in all of them. */
export interface ShownText {
  /** The operators that show it (ISO 32000-1, 9.4.3). */
  readonly operators: string;
  /** The glyphs that the file needs for it. */
  readonly glyphs: Shape["glyphs"];
}

/** How glyphs are spaced, in points. */
export interface Spacing {
  readonly size: number;
  /** After each character. */
  readonly spacing: number;
  /** After each space besides. */
  readonly gap: number;
}

/** Shapes, one after another. */
export function shownText(shapes: readonly Shape[], spacing: Spacing): ShownText {
  const needed = new Map<number, Shape["glyphs"][number]>();
  const others: Shape["glyphs"][number][] = [];
  for (const { glyphs } of shapes)
    for (const glyph of glyphs) {
      const known = needed.get(glyph.id);
      if (known === undefined) needed.set(glyph.id, glyph);
      else if (!saysAs(known.codePoints, glyph.codePoints)) others.push(glyph);
    }
  return { operators: operatorsOf(shapes, spacing, ({ id }) => id), glyphs: [...needed.values(), ...others] };
}

/** The operators that show shapes, whose glyphs have these codes. */
export function operatorsOf(
  shapes: readonly Shape[],
  { size, spacing, gap }: Spacing,
  codeOf: (glyph: Shape["glyphs"][number]) => number,
): string {
  const row = new GlyphRow(size);
  for (const { glyphs, positions } of shapes)
    glyphs.forEach((glyph, i) => {
      const position = positions[i];
      if (position !== undefined)
        row.add(glyphCode(codeOf(glyph)), position, (glyph.codePoints[0] === SPACE ? gap : 0) + spacing);
    });
  return row.operators().join("\n");
}

/** Whether two glyphs say the same characters. */
export const saysAs = (one: readonly number[], other: readonly number[]): boolean =>
  one === other || (one.length === other.length && one.every((character, i) => character === other[i]));

const SPACE = 0x20;

/** A code as a content stream has it. */
export const glyphCode = (code: number): string => code.toString(16).padStart(4, "0");

/** Two decimals: a hundredth of a point is less than any printer can show. */
export const short = (number: number): string => String(Math.round(number * 100) / 100);

/** Glyphs in a row, as the operators that show them. */
class GlyphRow {
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
