import {
  add,
  compare,
  divide,
  multiply,
  negate,
  ONE,
  powerOfTen,
  rational,
  sign,
  subtract,
  type Rational,
} from "./rational.ts";

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
export const meet = (a: Interval, b: Interval): boolean => reaches(a, b) && reaches(b, a);

/** Whether a begins no later than b ends. */
function reaches(a: Interval, b: Interval): boolean {
  const order = compare(a.lo, b.hi);
  return order < 0 || (order === 0 && a.loClosed && b.hiClosed);
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

/** The interval of all values with their signs turned. */
export const negateInterval = (a: Interval): Interval => ({
  lo: negate(a.hi),
  hi: negate(a.lo),
  loClosed: a.hiClosed,
  hiClosed: a.loClosed,
});

/** The interval of all products of a value of one and a value of the other. */
export function multiplyIntervals(a: Interval, b: Interval): Interval {
  const corners = ends(a).flatMap((x) => ends(b).map((y) => corner(x, y)));
  const lo = corners.map((each) => each.value).reduce((x, y) => (compare(x, y) <= 0 ? x : y));
  const hi = corners.map((each) => each.value).reduce((x, y) => (compare(x, y) >= 0 ? x : y));
  const reached = (value: Rational): boolean => corners.some((each) => each.closed && compare(each.value, value) === 0);
  return { lo, hi, loClosed: reached(lo), hiClosed: reached(hi) };
}

interface End {
  readonly value: Rational;
  readonly closed: boolean;
}

const ends = (a: Interval): readonly End[] => [
  { value: a.lo, closed: a.loClosed },
  { value: a.hi, closed: a.hiClosed },
];

/** A product of two ends. A zero that is reached makes the product zero whatever the other factor is. */
const corner = (x: End, y: End): End => ({
  value: multiply(x.value, y.value),
  closed: (x.closed && y.closed) || (x.closed && sign(x.value) === 0) || (y.closed && sign(y.value) === 0),
});

/** Whether zero lies in an interval or at one of its ends, open ends included: nothing may be divided by it. */
export const touchesZero = (a: Interval): boolean => sign(a.lo) <= 0 && sign(a.hi) >= 0;

/** The interval of 1 ÷ each value. Throws a RangeError when the interval touches zero. */
export function reciprocal(a: Interval): Interval {
  if (touchesZero(a)) throw new RangeError("an interval that touches zero has no reciprocal");
  return { lo: divide(ONE, a.hi), hi: divide(ONE, a.lo), loClosed: a.hiClosed, hiClosed: a.loClosed };
}

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
