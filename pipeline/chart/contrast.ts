/** Red, green and blue, each from 0 to 255. */
export type Colour = readonly [number, number, number];

/** A colour written as #rrggbb. */
export const colourOf = (hex: string): Colour =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;

/** A colour as it is seen when it lets some of another through: opacity from 0 to 1. */
export const over = (above: Colour, below: Colour, opacity: number): Colour =>
  above.map((part, index) => part * opacity + (below[index] ?? 0) * (1 - opacity)) as unknown as Colour;

/** The contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(a: Colour, b: Colour): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Colour;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
