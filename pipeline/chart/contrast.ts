/** Red, green and blue, each from 0 to 255. */
export type Colour = readonly [number, number, number];

/** A colour written as #rrggbb. */
export const colourOf = (hex: string): Colour =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;

/** A colour as it is seen when it lets some of another through: opacity from 0 to 1. */
export const over = (above: Colour, below: Colour, opacity: number): Colour =>
  opacity === 1
    ? above
    : [mixed(above[0], below[0], opacity), mixed(above[1], below[1], opacity), mixed(above[2], below[2], opacity)];

const mixed = (above: number, below: number, opacity: number): number => above * opacity + below * (1 - opacity);

/** The contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(a: Colour, b: Colour): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** WCAG 2.2, relative luminance. */
const luminance = ([red, green, blue]: Colour): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
