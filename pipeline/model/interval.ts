import { add, compare, rational, multiply, powerOfTen, sign, subtract, type Rational } from "./rational.ts";

/** How a source rounded the numbers that it prints; `unknown` closes both ends. */
export const ROUNDINGS = ["half-up", "half-even", "truncate", "exact", "unknown"] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** All values that a published number may stand for (XBRL Calculations 1.1, clause 2). */
export interface Interval {
  readonly lo: Rational;
  readonly hi: Rational;
  readonly loClosed: boolean;
  readonly hiClosed: boolean;
}

/** The interval that holds one value alone. */
export const point = (value: Rational): Interval => ({ lo: value, hi: value, loClosed: true, hiClosed: true });

export const isPoint = (interval: Interval): boolean => compare(interval.lo, interval.hi) === 0;

/**
 * What a number printed with so many decimals stands for: 23 rounded to whole numbers is 22.5 to 23.5. Halves go
 * away from zero under `half-up`; `truncate` cuts towards zero.
 */
export function intervalOf(value: Rational, decimals: number, rounding: Rounding): Interval {
  if (rounding === "exact") return point(value);
  const unit = powerOfTen(-decimals);
  const half = multiply(unit, rational(1n, 2n));
  const direction = sign(value);
  if (rounding === "truncate") {
    return {
      lo: direction > 0 ? value : subtract(value, unit),
      hi: direction < 0 ? value : add(value, unit),
      loClosed: direction > 0,
      hiClosed: direction < 0,
    };
  }
  const ends = { lo: subtract(value, half), hi: add(value, half) };
  switch (rounding) {
    case "unknown":
      return { ...ends, loClosed: true, hiClosed: true };
    case "half-even": {
      const even = multiply(value, powerOfTen(decimals)).n % 2n === 0n;
      return { ...ends, loClosed: even, hiClosed: even };
    }
    case "half-up":
      return { ...ends, loClosed: direction > 0, hiClosed: direction < 0 };
  }
}

/** Whether two intervals have a value in common. */
export function meet(a: Interval, b: Interval): boolean {
  const [low, high] = compare(a.lo, b.lo) <= 0 ? [a, b] : [b, a];
  const order = compare(high.lo, low.hi);
  return order < 0 || (order === 0 && high.loClosed && low.hiClosed);
}

/** Whether a value lies in an interval, open ends left out. */
export function contains(interval: Interval, value: Rational): boolean {
  const low = compare(interval.lo, value);
  const high = compare(value, interval.hi);
  return (low < 0 || (low === 0 && interval.loClosed)) && (high < 0 || (high === 0 && interval.hiClosed));
}

/** The ends as the ledger writes them: `[]`, `[)`, `(]` or `()`. */
export const closedText = (interval: Interval): string =>
  `${interval.loClosed ? "[" : "("}${interval.hiClosed ? "]" : ")"}`;

/** The interval of all sums of a value of one and a value of the other. */
export const addIntervals = (a: Interval, b: Interval): Interval => ({
  lo: add(a.lo, b.lo),
  hi: add(a.hi, b.hi),
  loClosed: a.loClosed && b.loClosed,
  hiClosed: a.hiClosed && b.hiClosed,
});

/** What the interval says of a quantity's sign: `up`, `down`, `same` (exactly zero) or `undetermined`. */
export type Direction = "up" | "down" | "same" | "undetermined";
export function directionOf(interval: Interval): Direction {
  const low = sign(interval.lo);
  const high = sign(interval.hi);
  if (low === 0 && high === 0) return "same";
  if (low > 0 || (low === 0 && !interval.loClosed)) return "up";
  if (high < 0 || (high === 0 && !interval.hiClosed)) return "down";
  return "undetermined";
}
