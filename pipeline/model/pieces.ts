import type { Interval } from "./interval.ts";
import { compare, equal, type Rational } from "./rational.ts";

/** A stretch of the number line; an end that is left out lies at infinity. */
export interface Piece {
  readonly lo?: Rational;
  readonly hi?: Rational;
  readonly loClosed: boolean;
  readonly hiClosed: boolean;
}

/** How much of one thing lies in another: all of it, none of it, or some. */
export type Answer = "all" | "none" | "some";

export const above = (than: Rational, closed = false): Piece => ({ lo: than, loClosed: closed, hiClosed: false });
export const below = (than: Rational, closed = false): Piece => ({ hi: than, loClosed: false, hiClosed: closed });
export const between = (lo: Rational, hi: Rational): Piece => ({ lo, hi, loClosed: true, hiClosed: true });

/** How much of an interval lies in these pieces, none of which touches another. */
export function coverage(interval: Interval, pieces: readonly Piece[]): Answer {
  if (pieces.some((piece) => within(interval, piece))) return "all";
  return pieces.some((piece) => meets(interval, piece)) ? "some" : "none";
}

/** Whether every number of a piece lies in another. */
export function within(inner: Piece, outer: Piece): boolean {
  const startsIn = outer.lo === undefined || (inner.lo !== undefined && startsAfter(inner, outer.lo, outer.loClosed));
  const endsIn = outer.hi === undefined || (inner.hi !== undefined && endsBefore(inner, outer.hi, outer.hiClosed));
  return startsIn && endsIn;
}

const startsAfter = (inner: Piece, lo: Rational, closed: boolean): boolean => {
  const order = inner.lo === undefined ? -1 : compare(inner.lo, lo);
  return order > 0 || (order === 0 && (closed || !inner.loClosed));
};

const endsBefore = (inner: Piece, hi: Rational, closed: boolean): boolean => {
  const order = inner.hi === undefined ? 1 : compare(inner.hi, hi);
  return order < 0 || (order === 0 && (closed || !inner.hiClosed));
};

const meets = (a: Piece, b: Piece): boolean => reaches(a, b) && reaches(b, a);

/** Whether a begins no later than b ends. */
function reaches(a: Piece, b: Piece): boolean {
  if (a.lo === undefined || b.hi === undefined) return true;
  const order = compare(a.lo, b.hi);
  return order < 0 || (order === 0 && a.loClosed && b.hiClosed);
}

/** All numbers that lie in none of these pieces, given from left to right. */
export function complement(pieces: readonly Piece[]): readonly Piece[] {
  const left: Piece[] = [];
  let from: { readonly lo?: Rational; readonly loClosed: boolean } | undefined = { loClosed: false };
  for (const { lo, hi, loClosed, hiClosed } of pieces) {
    if (lo !== undefined && from !== undefined) {
      const gap: Piece = { ...from, hi: lo, hiClosed: !loClosed };
      const empty = gap.lo !== undefined && equal(gap.lo, lo) && !(gap.loClosed && gap.hiClosed);
      if (!empty) left.push(gap);
    }
    from = hi === undefined ? undefined : { lo: hi, loClosed: !hiClosed };
  }
  return from === undefined ? left : [...left, { ...from, hiClosed: false }];
}
