import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addIntervals,
  closedText,
  contains,
  directionOf,
  intervalOf,
  isPoint,
  meet,
  multiplyIntervals,
  negateInterval,
  point,
  reciprocal,
  ROUNDINGS,
  touchesZero,
  type Interval,
  type Rounding,
} from "../../pipeline/model/interval.ts";
import {
  add,
  compare,
  divide,
  equal,
  multiply,
  negate,
  ONE,
  powerOfTen,
  rational,
  roundTo,
  sign,
  subtract,
  ZERO,
  type Rational,
} from "../../pipeline/model/rational.ts";
import { coarse, intervals } from "./arbitrary.ts";

const half = rational(1n, 2n);

/** Rounding as each way of it is defined, written without intervals. */
function rounded(value: Rational, decimals: number, rounding: Exclude<Rounding, "unknown">): Rational {
  const towardsZero = roundTo(value, decimals, sign(value) < 0 ? "up" : "down");
  switch (rounding) {
    case "exact":
      return value;
    case "truncate":
      return towardsZero;
    case "half-up":
      return roundTo(value, decimals);
    case "half-even": {
      const scaled = multiply(value, powerOfTen(decimals));
      const below = roundTo(scaled, 0, "down");
      const tie = equal(subtract(scaled, below), half);
      const whole = tie && below.n % 2n === 0n ? below : tie ? add(below, ONE) : roundTo(scaled, 0);
      return divide(whole, powerOfTen(decimals));
    }
  }
}

/** Values on a grid so fine around the ends that every end, and a little beyond, is met. */
const near = fc.tuple(fc.bigInt({ min: -60n, max: 60n }), fc.integer({ min: -2, max: 3 }));

describe("what a printed number stands for", () => {
  it.each(["half-up", "half-even", "truncate", "exact"] as const)(
    "%s: every value that rounds to it, and no other",
    (rounding) => {
      fc.assert(
        fc.property(near, near, ([printed, decimals], [offset]) => {
          const unit = powerOfTen(-decimals);
          const shown = multiply(rational(printed), unit);
          // Twentieths of a unit: halves and whole units are among them.
          const value = add(shown, multiply(rational(offset, 20n), unit));
          expect(contains(intervalOf(shown, decimals, rounding), value)).toBe(
            equal(rounded(value, decimals, rounding), shown),
          );
        }),
        { seed: 1, numRuns: 1000 },
      );
    },
  );

  it("unknown: every value that any rounding to nearest brings to it", () => {
    fc.assert(
      fc.property(near, fc.constantFrom("half-up" as const, "half-even" as const), ([value, decimals], rounding) => {
        const exact = multiply(rational(value, 20n), powerOfTen(-decimals));
        expect(contains(intervalOf(rounded(exact, decimals, rounding), decimals, "unknown"), exact)).toBe(true);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it.each([
    [23n, "half-up", "[)"],
    [-23n, "half-up", "(]"],
    [0n, "half-up", "()"],
    [22n, "half-even", "[]"],
    [23n, "half-even", "()"],
    [23n, "truncate", "[)"],
    [-23n, "truncate", "(]"],
    [0n, "truncate", "()"],
    [23n, "unknown", "[]"],
    [23n, "exact", "[]"],
  ] as const)("%s under %s has the ends %s", (value, rounding, ends) => {
    expect(closedText(intervalOf(rational(value), 0, rounding))).toBe(ends);
  });

  it("holds the printed number itself", () => {
    fc.assert(
      fc.property(near, fc.constantFrom(...ROUNDINGS), ([printed, decimals], rounding) => {
        const shown = multiply(rational(printed), powerOfTen(-decimals));
        expect(contains(intervalOf(shown, decimals, rounding), shown)).toBe(true);
      }),
      { seed: 1 },
    );
  });
});

/** Values that an interval holds: its ends where closed, and some between. */
const held = (interval: Interval): readonly Rational[] =>
  [0n, 1n, 2n, 3n, 4n]
    .map((k) => add(interval.lo, multiply(rational(k, 4n), subtract(interval.hi, interval.lo))))
    .filter((value) => contains(interval, value));

const pairs = (a: Interval, b: Interval): readonly (readonly [Rational, Rational])[] =>
  held(a).flatMap((x) => held(b).map((y) => [x, y] as const));

/** Whether an interval holds all these values, and its closed ends, and no open ones, are among them. */
const isHull = (interval: Interval, values: readonly Rational[]): boolean =>
  values.every((value) => contains(interval, value)) &&
  values.some((value) => equal(value, interval.lo)) === interval.loClosed &&
  values.some((value) => equal(value, interval.hi)) === interval.hiClosed;

describe("the algebra of intervals", () => {
  it("adds, multiplies and negates as their values do", () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const sums = pairs(a, b).map(([x, y]) => add(x, y));
        const products = pairs(a, b).map(([x, y]) => multiply(x, y));
        expect(isHull(addIntervals(a, b), sums)).toBe(true);
        expect(isHull(multiplyIntervals(a, b), products)).toBe(true);
        expect(isHull(negateInterval(a), held(a).map(negate))).toBe(true);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it("inverts as their values do, and only away from zero", () => {
    fc.assert(
      fc.property(
        intervals.filter((a) => !touchesZero(a)),
        (a) => {
          expect(
            isHull(
              reciprocal(a),
              held(a).map((x) => divide(ONE, x)),
            ),
          ).toBe(true);
        },
      ),
      { seed: 1 },
    );
    fc.assert(
      fc.property(intervals.filter(touchesZero), (a) => {
        expect(() => reciprocal(a)).toThrow(RangeError);
      }),
      { seed: 1 },
    );
  });

  it("has ends that the corners give", () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const corners = [a.lo, a.hi].flatMap((x) => [b.lo, b.hi].map((y) => multiply(x, y))).toSorted(compare);
        const { lo, hi } = multiplyIntervals(a, b);
        expect([lo, hi]).toEqual([corners[0], corners[3]]);
      }),
      { seed: 1 },
    );
  });

  it("reaches a product of zero through a closed zero alone", () => {
    const open: Interval = { lo: ZERO, hi: ONE, loClosed: false, hiClosed: false };
    expect(closedText(multiplyIntervals({ ...open, loClosed: true }, open))).toBe("[)");
    expect(closedText(multiplyIntervals(open, open))).toBe("()");
    expect(closedText(multiplyIntervals(point(ZERO), open))).toBe("[]");
    expect(isPoint(multiplyIntervals(point(ZERO), open))).toBe(true);
  });

  it("sees zero at an open end too", () => {
    expect(touchesZero({ lo: ZERO, hi: ONE, loClosed: false, hiClosed: true })).toBe(true);
    expect(touchesZero({ lo: negate(ONE), hi: ZERO, loClosed: true, hiClosed: false })).toBe(true);
    expect(touchesZero(point(ONE))).toBe(false);
  });
});

describe("meeting, holding, direction", () => {
  it("meets when some value lies in both, whichever comes first", () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        // The ends and the middles between all ends: two intervals with these ends that meet share one of them.
        const ends = [a.lo, a.hi, b.lo, b.hi].toSorted(compare);
        const probes = ends.flatMap((x) => ends.map((y) => multiply(add(x, y), half)));
        const both = probes.some((value) => contains(a, value) && contains(b, value));
        expect(meet(a, b)).toBe(both);
        expect(meet(b, a)).toBe(both);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it("does not meet a point at its open end", () => {
    const open: Interval = { lo: ONE, hi: rational(2n), loClosed: false, hiClosed: true };
    expect(meet(open, point(ONE))).toBe(false);
    expect(meet(point(ONE), open)).toBe(false);
    expect(meet(open, point(rational(2n)))).toBe(true);
  });

  it("gives a direction that all values have", () => {
    fc.assert(
      fc.property(intervals, (a) => {
        // Zero, and values hard by the ends: no end here lies closer to zero than a half.
        const inner = [1n, 999n].map((k) => add(a.lo, multiply(rational(k, 1000n), subtract(a.hi, a.lo))));
        const signs = new Set([...held(a), ...[ZERO, ...inner].filter((value) => contains(a, value))].map(sign));
        const words = { "1": "up", "-1": "down", "0": "same" } as const;
        const [only] = [...signs];
        expect(directionOf(a)).toBe(signs.size === 1 && only !== undefined ? words[`${only}`] : "undetermined");
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it("holds what lies between its ends", () => {
    fc.assert(
      fc.property(intervals, coarse, (a, value) => {
        const text = closedText(a);
        const low = text.startsWith("[") ? compare(value, a.lo) >= 0 : compare(value, a.lo) > 0;
        const high = text.endsWith("]") ? compare(value, a.hi) <= 0 : compare(value, a.hi) < 0;
        expect(contains(a, value)).toBe(low && high);
      }),
      { seed: 1 },
    );
  });
});
