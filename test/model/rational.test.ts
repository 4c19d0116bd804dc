import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  absolute,
  add,
  compare,
  divide,
  equal,
  exactDecimal,
  greatest,
  least,
  machineDecimal,
  multiply,
  negate,
  ONE,
  parseDecimal,
  parseRational,
  powerOfTen,
  rational,
  rationalText,
  roundTo,
  sign,
  subtract,
  toFixed,
  toNumber,
  ZERO,
  type Rational,
} from "../../pipeline/model/rational.ts";
import { decimals, fractions } from "./arbitrary.ts";

const check = (...args: Parameters<typeof fc.property<[Rational, Rational, Rational]>>): void =>
  fc.assert(fc.property(...args), { seed: 1 });
const read = (text: string): Rational => parseRational(text);

describe("laws of fractions", () => {
  it("adds and multiplies in any order and grouping", () => {
    check(fractions, fractions, fractions, (a, b, c) => {
      expect(add(a, b)).toEqual(add(b, a));
      expect(multiply(a, b)).toEqual(multiply(b, a));
      expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
      expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)));
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
    });
  });

  it("takes back what it gave", () => {
    check(fractions, fractions, fractions, (a, b) => {
      expect(subtract(add(a, b), b)).toEqual(a);
      expect(add(a, negate(a))).toEqual(ZERO);
      expect(sign(b) === 0 ? a : divide(multiply(a, b), b)).toEqual(a);
      expect(multiply(a, ONE)).toEqual(a);
      expect(sign(absolute(a))).toBe(sign(a) === 0 ? 0 : 1);
    });
  });

  it("keeps lowest terms and a positive denominator", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), fc.bigInt({ min: 1n, max: 1000n }), (n, d, k) => {
        expect(rational(n * k, d * k)).toEqual(rational(n, d));
        expect(rational(-n, -d)).toEqual(rational(n, d));
        expect(rational(n, d).d > 0n).toBe(true);
      }),
      { seed: 1 },
    );
    expect(rational(0n, -7n)).toEqual(ZERO);
    expect(() => rational(1n, 0n)).toThrow(RangeError);
    expect(() => divide(ONE, ZERO)).toThrow(RangeError);
  });

  it("orders as subtraction does", () => {
    check(fractions, fractions, fractions, (a, b, c) => {
      expect(compare(a, b)).toBe(sign(subtract(a, b)));
      expect(compare(add(a, c), add(b, c))).toBe(compare(a, b));
      expect(equal(a, b)).toBe(compare(a, b) === 0);
      expect([least(a, b), greatest(a, b)].toSorted(compare)).toEqual([a, b].toSorted(compare));
    });
  });
});

describe("texts of numbers", () => {
  it("loses no digit of a decimal, at any size", () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const parsed = parseDecimal(text);
        const fraction = /\.(\d+)$/.exec(text)?.[1] ?? "";
        expect(parsed?.decimals).toBe(fraction.length);
        expect(toFixed(parsed?.value ?? ONE, fraction.length)).toBe(/^-[0.]+$/.test(text) ? text.slice(1) : text);
      }),
      { seed: 1 },
    );
  });

  it("reads back each fraction that it writes", () => {
    fc.assert(
      fc.property(fractions, (a) => {
        expect(parseRational(rationalText(a))).toEqual(a);
      }),
      { seed: 1 },
    );
    fc.assert(
      fc.property(decimals, (text) => {
        expect(read(exactDecimal(read(text)) ?? "")).toEqual(read(text));
      }),
      { seed: 1 },
    );
  });

  it.each([
    ["12.50", 1250n, 100n, 2],
    ["1e6", 1000000n, 1n, -6],
    ["-2.5E-3", -25n, 10000n, 4],
    ["+7", 7n, 1n, 0],
    ["0.0", 0n, 1n, 1],
  ])("reads %s", (text, n, d, places) => {
    expect(parseDecimal(text)).toEqual({ value: rational(n, d), decimals: places });
  });

  it.each([
    "",
    ".5",
    "5.",
    "1,000",
    "1 000",
    "0x10",
    "1_000",
    "NaN",
    "∞",
    "--1",
    "1e",
    "1e1234",
    "१२",
    "1.2.3",
    " 1",
    "1\n",
  ])("does not read %j", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it.each(["1/0", "1/-2", "/2", "1/2/3", "x"])("throws a SyntaxError at %s", (text) => {
    expect(() => parseRational(text)).toThrow(SyntaxError);
  });

  it("writes a finite decimal just when there is one", () => {
    fc.assert(
      fc.property(fractions, (a) => {
        const text = exactDecimal(a);
        const rest = [2n, 5n].reduce((d, p) => {
          let left = d;
          while (left % p === 0n) left /= p;
          return left;
        }, a.d);
        expect(text !== undefined).toBe(rest === 1n);
        expect(text === undefined ? a : read(text)).toEqual(a);
      }),
      { seed: 1 },
    );
    expect(exactDecimal(rational(1n, 3n))).toBeUndefined();
    expect(exactDecimal(rational(-1n, 8n))).toBe("-0.125");
    expect(machineDecimal(rational(2n, 3n))).toBe("0.666666666667");
  });
});

describe("rounding", () => {
  it("is at most half a unit off to nearest, less than one unit below or above otherwise", () => {
    fc.assert(
      fc.property(fractions, fc.integer({ min: -5, max: 8 }), (a, places) => {
        const unit = powerOfTen(-places);
        const [down, near, up] = (["down", "nearest", "up"] as const).map((how) => roundTo(a, places, how));
        if (!down || !near || !up) throw new Error("three roundings");
        expect(compare(down, a)).toBeLessThanOrEqual(0);
        expect(compare(up, a)).toBeGreaterThanOrEqual(0);
        expect(compare(subtract(a, down), unit)).toBe(-1);
        expect(compare(subtract(up, a), unit)).toBe(-1);
        expect(compare(multiply(absolute(subtract(near, a)), rational(2n)), unit)).toBeLessThanOrEqual(0);
        for (const each of [down, near, up]) expect(divide(each, unit).d).toBe(1n);
        expect(roundTo(negate(a), places)).toEqual(negate(near));
        expect(roundTo(negate(a), places, "up")).toEqual(negate(down));
      }),
      { seed: 1 },
    );
  });

  it.each([
    ["0.5", 0, "1"],
    ["-0.5", 0, "-1"],
    ["2.5", 0, "3"],
    ["-3.785", 2, "-3.79"],
    ["-0.04", 1, "0.0"],
    ["44.1", 2, "44.10"],
    ["1550", -2, "1600"],
    ["49", -2, "0"],
    ["0.005", 2, "0.01"],
  ])("%s to %i decimals is %s", (text, places, expected) => {
    expect(toFixed(read(text), places)).toBe(expected);
  });
});

describe("the nearest double", () => {
  it("is what JavaScript reads from the decimal", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-280, max: 1e300 }), (double) => {
        const exact = parseRational(double.toString());
        expect(toNumber(exact)).toBe(double);
        expect(toNumber(negate(exact))).toBe(-double);
      }),
      { seed: 1 },
    );
  });

  it("rounds once, half to even", () => {
    const wide = 2n ** 53n;
    expect(toNumber(rational(wide + 1n))).toBe(Number(wide));
    expect(toNumber(rational((wide + 1n) * 3n + 1n, 3n))).toBe(Number(wide + 2n));
    expect(toNumber(rational((wide + 1n) * 10n ** 40n + 1n, 10n ** 40n))).toBe(Number(wide + 2n));
    expect(toNumber(rational(-(wide + 1n) * 10n ** 40n - 1n, 10n ** 40n))).toBe(-Number(wide + 2n));
    expect(toNumber(rational(wide * 4n + 1n, wide * 4n))).toBe(1);
  });

  it("holds however long numerator and denominator are", () => {
    expect(toNumber(rational(10n ** 300n + 1n, 10n ** 310n))).toBe(1e-10);
    expect(toNumber(rational(-(10n ** 900n) - 1n, 10n ** 899n))).toBe(-10);
    expect(toNumber(rational(1n, 10n ** 400n))).toBe(0);
    expect(toNumber(rational(-(10n ** 400n)))).toBe(-Infinity);
    expect(toNumber(ZERO)).toBe(0);
  });
});
