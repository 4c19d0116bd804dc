import { remembering } from "../../../model/remembered.ts";
import type { Shape } from "../../../type/shapes.ts";
import { mirrored } from "../layout/bidi.ts";
import { shapedParts, shapesOf, type LineRun } from "../layout/line.ts";
import { glyphCode, short } from "./glyph-row.ts";
import type { PrintedFace, Shapes } from "./printed-face.ts";

/** A stretch of text to be printed, and how. */
export type Typed = Pick<LineRun, "text" | "look" | "width" | "gap" | "tail" | "hyphen" | "shown">;

/** The operators that print a text in a font (ISO 32000-1, 9.4), with y counted from the top of the page. */
export function textOperators(typed: Typed, { x, base, angle }: Spot, font: PrintedFace, state: TextState): string {
  const { look, shown, hyphen } = typed;
  const turn =
    angle === 0
      ? "1 0 0 -1"
      : [Math.cos(angle), -Math.sin(angle), -Math.sin(angle), -Math.cos(angle)].map(fine).join(" ");
  const operators = shown === undefined ? turned(typed, font).join("\n") : font.shown(shown, () => shapesIn(typed));
  const after = hyphen ? `[<${softHyphen(font, look.features)}>] TJ\n` : "";
  const begun = `BT\n${state.changes(look.color, `/${font.id} ${short(look.size)} Tf`)}`;
  return `${begun}${turn} ${short(x)} ${short(base)} Tm\n${operators === "" ? "" : `${operators}\n`}${after}ET`;
}

const shapesIn = ({ text, tail, look, gap }: Typed): Shapes => ({
  shapes: shapesOf(text + tail, look),
  spacing: { size: look.size, spacing: look.spacing, gap },
});

/** What a page prints text in, once it is told: a colour and a font stay until another comes (ISO 32000-1, 8.4.1). */
export class TextState {
  #color = "";
  #font = "";

  /** The operators for what is not so already. */
  changes(color: string, font: string): string {
    const fill = color === this.#color ? "" : `${fillColour(color)}\n`;
    const type = font === this.#font ? "" : `${font}\n`;
    this.#color = color;
    this.#font = font;
    return fill + type;
  }

  /** Something else than text was filled. */
  forgetColor(): void {
    this.#color = "";
  }
}

/** Where a text begins on its base line, and how steeply it rises. */
interface Spot {
  readonly x: number;
  readonly base: number;
  readonly angle: number;
}

const fine = (number: number): string => String(Math.round(number * 1e5) / 1e5);

const colours = remembering<string>(1000);

/** The operator that fills with a colour. */
const fillColour = (hex: string): string => colours(hex, () => operatorOf(hex));

function operatorOf(hex: string): string {
  const part = (at: number): string => String(Math.round((parseInt(hex.slice(at, at + 2), 16) / 255) * 1000) / 1000);
  return `${part(1)} ${part(3)} ${part(5)} rg`;
}

const SOFT_HYPHEN = 0xad;

/**
 * The code of a hyphen that stands in no word. It looks like one that does, and says U+00AD (ISO 32000-1, 14.8.2.2.3),
 * so its glyph is in the font once more.
 */
function softHyphen(font: PrintedFace, features: readonly string[]): string {
  const [glyph] = font.layout("-", features).glyphs;
  return glyph === undefined ? "" : glyphCode(font.saying(glyph, [SOFT_HYPHEN]));
}

// How far left of a ligature its second letter is said, in points: readers sort letters by their places.
const BESIDE = 0.02;

/**
 * Text that is read from right to left, shown in the order of reading (ISO 32000-1, 14.8.2.3.3): glyph by glyph, each
 * on the left of the one before. Readers that sort by place turn the letters of one glyph round, so each glyph says one
 * letter; what more a ligature says, blanks say beside it.
 */
function turned({ text, tail, look, width, gap }: Typed, font: PrintedFace): string[] {
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
const codeOf = (glyph: Shape["glyphs"][number], said: string, font: PrintedFace): string =>
  glyphCode(font.saying(glyph, [said.codePointAt(0) ?? 0]));
