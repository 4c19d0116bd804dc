import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Palette } from "../../pipeline/model/theme.ts";

const { colour } = parse(readFileSync("templates/house/theme.yaml", "utf8")) as {
  readonly colour: { readonly light: Palette; readonly dark: Palette };
};

type Triple = readonly [number, number, number];

/** Linear light of an sRGB colour (IEC 61966-2-1). */
const linear = (hex: string): Triple =>
  [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;

const times = (rows: readonly Triple[], [r, g, b]: Triple): Triple =>
  rows.map((row) => Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b))) as unknown as Triple;

const luminance = (hex: string): number => {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast of two colours (WCAG 2.2, relative luminance). */
const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

/** Lightness in grey print, 0 to 100 (CIE L*). */
const lightness = (hex: string): number => 116 * Math.cbrt(luminance(hex)) - 16;

/** Colours as they are seen, and with each kind of colour blindness (Machado, Oliveira and Fernandes 2009, severity 1). */
const VISIONS: Readonly<Record<string, readonly Triple[]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const lab = (hex: string, vision: readonly Triple[]): Triple => {
  const [r, g, b] = times(vision, linear(hex));
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

const distance = (a: Triple, b: Triple): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const pairs = (colours: readonly string[]): readonly (readonly [string, string])[] =>
  colours.flatMap((a, index) => colours.slice(index + 1).map((b) => [a, b] as const));

describe.each(["light", "dark"] as const)("the %s palette", (ground) => {
  const palette = colour[ground];
  const grounds = ground === "light" ? [palette.background, "#ffffff"] : [palette.background];
  const series = [palette.series1, palette.series2, palette.series3, palette.series4, palette.series5];

  test("sets marks off from the ground by 3:1, and text by 4.5:1", () => {
    const { accent, warm, bar, rising, falling, undetermined, ink, muted } = palette;
    for (const each of grounds) {
      for (const mark of [...series, accent, warm, bar, rising, falling, undetermined])
        expect(contrast(mark, each)).toBeGreaterThanOrEqual(3);
      for (const text of [ink, muted, accent, warm]) expect(contrast(text, each)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("sets lines in ink off from the bars that they lie over", () => {
    const { bar, rising, falling, undetermined, ink } = palette;
    for (const each of [bar, rising, falling, undetermined]) expect(contrast(ink, each)).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.entries(VISIONS))("keeps series apart in %s vision", (_, vision) => {
    for (const [a, b] of pairs(series)) expect(distance(lab(a, vision), lab(b, vision))).toBeGreaterThan(10);
  });

  test("keeps series apart in grey print", () => {
    for (const [a, b] of pairs(series)) expect(Math.abs(lightness(a) - lightness(b))).toBeGreaterThan(5);
  });

  test("has classes whose lightness goes one way, the ink legible on the lower and the ground on the higher", () => {
    const { ramp1, ramp2, ramp3, ramp4, ramp5, low1, low2, high1, high2, tint, ink, background } = palette;
    const steps = [ramp1, ramp2, ramp3, ramp4, ramp5].map(lightness);
    const sorted = steps.toSorted((a, b) => (ground === "light" ? b - a : a - b));
    expect(steps).toEqual(sorted);
    for (const cell of [ramp1, ramp2, ramp3, low1, tint, high1])
      expect(contrast(cell, ink)).toBeGreaterThanOrEqual(4.5);
    for (const cell of [ramp4, ramp5, low2, high2]) expect(contrast(cell, background)).toBeGreaterThanOrEqual(4.5);
  });
});
