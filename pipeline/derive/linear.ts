import type { Interval } from "../model/interval.ts";
import { add, divide, equal, multiply, negate, sign, subtract, ZERO, type Rational } from "../model/rational.ts";
import { negatePolynomial, type Polynomial } from "./polynomial.ts";

/** An end of a hull: how far it goes, and whether it is reached. */
export interface Extreme {
  readonly value: Rational;
  readonly closed: boolean;
}

type Box = ReadonlyMap<string, Interval>;

/**
 * The greatest value of a quotient of linear forms over a box, exactly, for any number of inputs: each step puts
 * every input at the end that raises p − t·q, for t the quotient so far, until t stays (W. Dinkelbach, On nonlinear
 * fractional programming, Management Science 13 (1967), 492–498). q must not be zero anywhere in the closed box.
 */
export function greatestLinear(p: Polynomial, q: Polynomial, box: Box): Extreme {
  const lows = new Map([...box].map(([id, interval]) => [id, interval.lo]));
  const start = at(q, lows);
  if (sign(start) < 0) return greatestLinear(negatePolynomial(p), negatePolynomial(q), box);
  let best = divide(at(p, lows), start);
  for (;;) {
    const slopes = [...box].map(([id, interval]) => ({ id, interval, slope: slopeOf(p, q, best, id) }));
    const corner = new Map(slopes.map(({ id, interval, slope }) => [id, slope > 0 ? interval.hi : interval.lo]));
    const next = divide(at(p, corner), at(q, corner));
    // An input without slope here may lie anywhere: only the others must reach their ends.
    const closed = slopes.every(
      ({ interval, slope }) => slope === 0 || (slope > 0 ? interval.hiClosed : interval.loClosed),
    );
    if (equal(next, best)) return { value: best, closed };
    best = next;
  }
}

/** The least value of a quotient of linear forms over a box, as `greatestLinear` finds the greatest. */
export function leastLinear(p: Polynomial, q: Polynomial, box: Box): Extreme {
  const { value, closed } = greatestLinear(negatePolynomial(p), q, box);
  return { value: negate(value), closed };
}

const slopeOf = (p: Polynomial, q: Polynomial, t: Rational, id: string): -1 | 0 | 1 =>
  sign(subtract(p.get(id) ?? ZERO, multiply(t, q.get(id) ?? ZERO)));

function at(form: Polynomial, values: ReadonlyMap<string, Rational>): Rational {
  let sum = ZERO;
  for (const [id, coefficient] of form) {
    const value = values.get(id);
    sum = add(sum, value === undefined ? coefficient : multiply(coefficient, value));
  }
  return sum;
}
