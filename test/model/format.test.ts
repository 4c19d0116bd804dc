import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatEnds, formatNumber, supportedDecimals } from "../../pipeline/model/format.ts";
import { intervalOf, point, type Interval } from "../../pipeline/model/interval.ts";
import { compare, parseRational, roundTo, toFixed } from "../../pipeline/model/rational.ts";
import { languageOf } from "../derive/fixture.ts";
import { decimals, fractions } from "./arbitrary.ts";

const english = languageOf("en-GB");
/** The number that an English text shows. */
const shownBy = (text: string): string => text.replaceAll(",", "").replace("−", "-").replace("+", "");
const within = (lo: string, hi: string): Interval => ({
  lo: parseRational(lo),
  hi: parseRational(hi),
  loClosed: true,
  hiClosed: true,
});

describe("numbers as printed", () => {
  it("lose no digit at any size", () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const places = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
        const value = parseRational(text);
        const printed = formatNumber(value, places, english);
        expect(shownBy(printed)).toBe(toFixed(value, places));
        expect(printed.split(".")[0]).toMatch(/^−?\d{1,3}(?:,\d{3})*$/);
      }),
      { seed: 1 },
    );
  });

  it("are rounded once, half away from zero", () => {
    fc.assert(
      fc.property(fractions, fc.integer({ min: -3, max: 6 }), (value, places) => {
        expect(shownBy(formatNumber(value, places, english))).toBe(
          toFixed(roundTo(value, places), Math.max(places, 0)),
        );
      }),
      { seed: 1 },
    );
  });

  it.each([
    ["en-GB", "1234567.891", 2, "1,234,567.89"],
    ["de-DE", "1234567.891", 2, "1.234.567,89"],
    ["en-IN", "1234567.891", 2, "12,34,567.89"],
    ["fr-FR", "1234567.891", 1, "1\u202f234\u202f567,9"],
    ["es-ES", "1234.5", 1, "1234,5"],
    ["ar-EG", "1234.5", 1, "١٬٢٣٤٫٥"],
    ["en-GB", "-3.785", 2, "−3.79"],
    ["en-GB", "-0.04", 1, "0.0"],
    ["en-GB", "1250", -2, "1,300"],
    ["en-GB", "0.5", 0, "1"],
  ])("%s: %s to %i decimals is %s", (tag, text, places, expected) => {
    expect(formatNumber(parseRational(text), places, languageOf(tag))).toBe(expected);
  });

  it("bear a plus where asked for, and none at zero", () => {
    expect(formatNumber(parseRational("6.51"), 1, english, { sign: true })).toBe("+6.5");
    expect(formatNumber(parseRational("-6.51"), 1, english, { sign: true })).toBe("−6.5");
    expect(formatNumber(parseRational("0.01"), 1, english, { sign: true })).toBe("0.0");
  });
});

describe("ranges as printed", () => {
  it("leave nothing true out, and are no wider than a unit at each end", () => {
    fc.assert(
      fc.property(fractions, fractions, fc.integer({ min: 0, max: 4 }), (a, b, places) => {
        const [lo, hi] = compare(a, b) <= 0 ? [a, b] : [b, a];
        const [low, high] = formatEnds({ lo, hi, loClosed: true, hiClosed: true }, places, english).map((text) =>
          parseRational(shownBy(text)),
        );
        if (!low || !high) throw new Error("two ends");
        expect(compare(low, lo)).toBeLessThanOrEqual(0);
        expect(compare(high, hi)).toBeGreaterThanOrEqual(0);
        expect(low).toEqual(roundTo(lo, places, "down"));
        expect(high).toEqual(roundTo(hi, places, "up"));
      }),
      { seed: 1 },
    );
  });

  it("round outward below zero too", () => {
    expect(formatEnds(within("-0.455", "1.995"), 2, english)).toEqual(["−0.46", "2.00"]);
    expect(formatEnds(within("-5.03", "-2.53"), 1, english)).toEqual(["−5.1", "−2.5"]);
    expect(formatEnds(within("0.27", "2.8"), 1, english, { sign: true })).toEqual(["+0.2", "+2.8"]);
  });
});

describe("the decimals that an interval supports", () => {
  it.each([
    ["5.055", "7.965", 0],
    ["42.42", "45.78", 0],
    ["12.3", "12.4", 1],
    ["22.5", "23.5", 0],
    ["0", "99", -1],
    ["0", "100", -2],
    ["0", "0.009", 3],
  ])("%s to %s: %i", (lo, hi, expected) => {
    expect(supportedDecimals(within(lo, hi), 9)).toBe(expected);
  });

  it("are those that a rounded number was given with", () => {
    fc.assert(
      fc.property(
        decimals,
        fc.constantFrom("half-up" as const, "half-even" as const, "truncate" as const, "unknown" as const),
        (text, rounding) => {
          const places = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
          const interval = intervalOf(parseRational(text), places, rounding);
          const expected = rounding === "truncate" && /^-?[0.]+$/.test(text) ? places : places;
          expect(supportedDecimals(interval, -1)).toBe(expected);
        },
      ),
      { seed: 1 },
    );
  });

  it("are the given ones at a point", () => {
    expect(supportedDecimals(point(parseRational("5")), 3)).toBe(3);
  });
});
