import type { Interval } from "../model/interval.ts";
import { add, compare, divide, equal, multiply, ZERO, type Rational } from "../model/rational.ts";
import type { Extreme } from "./linear.ts";
import { factors, type Polynomial } from "./polynomial.ts";

/** A box of more inputs than these has too many corners. */
export const MOST_INPUTS = 12;

type Box = ReadonlyMap<string, Interval>;

/**
 * The least and the greatest value of a quotient of multilinear forms over a box, exactly. In each input alone it is
 * (ax + b)/(cx + d), which is monotone while its denominator keeps its sign: so the extremes lie at corners. Neither
 * form may hold an input twice in one term, and q must not be zero anywhere in the closed box.
 */
export function cornerExtremes(
  p: Polynomial,
  q: Polynomial,
  box: Box,
): { readonly least: Extreme; readonly greatest: Extreme } {
  const above = cornerValues(p, box);
  const below = cornerValues(q, box);
  const values = above.map((value, corner) => divide(value, below[corner] ?? ZERO));
  const least = values.reduce((a, b) => (compare(a, b) <= 0 ? a : b));
  const greatest = values.reduce((a, b) => (compare(a, b) >= 0 ? a : b));
  return {
    least: { value: least, closed: isReached(least, values, box) },
    greatest: { value: greatest, closed: isReached(greatest, values, box) },
  };
}

/** The form's value at each corner: bit i of a corner's number says whether input i is at its upper end. */
function cornerValues(form: Polynomial, box: Box): readonly Rational[] {
  const ids = [...box.keys()];
  const sums = Array.from({ length: 2 ** ids.length }, () => ZERO);
  for (const [monomial, coefficient] of form) {
    const mask = factors(monomial).reduce((bits, id) => bits | (1 << ids.indexOf(id)), 0);
    sums[mask] = coefficient;
  }
  [...box.values()].forEach(({ lo, hi }, index) => {
    const bit = 1 << index;
    for (let low = 0; low < sums.length; low += 1) {
      if ((low & bit) !== 0) continue;
      const rest = sums[low] ?? ZERO;
      const slope = sums[low | bit] ?? ZERO;
      sums[low] = add(rest, multiply(slope, lo));
      sums[low | bit] = add(rest, multiply(slope, hi));
    }
  });
  return sums;
}

/**
 * Whether an extreme is reached although some ends are open. p − extreme·q is multilinear and keeps its sign, so its
 * zeros are whole faces of the box: a point inside a face is one exactly when all corners of the face are. From a
 * corner, that face spans the inputs whose ends there are open.
 */
function isReached(extreme: Rational, values: readonly Rational[], box: Box): boolean {
  const attains = values.map((value) => equal(value, extreme));
  const intervals = [...box.values()];
  return attains.some((attained, corner) => {
    if (!attained) return false;
    const open = intervals.reduce((bits, each, index) => {
      const upper = (corner & (1 << index)) !== 0;
      return (upper ? each.hiClosed : each.loClosed) ? bits : bits | (1 << index);
    }, 0);
    for (let some = open; some > 0; some = (some - 1) & open) {
      if (!attains[corner ^ some]) return false;
    }
    return true;
  });
}
