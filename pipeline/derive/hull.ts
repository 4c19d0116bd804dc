import { point, type Interval } from "../model/interval.ts";
import { divide, ZERO } from "../model/rational.ts";
import { cornerExtremes, MOST_INPUTS } from "./corners.ts";
import { greatestLinear, leastLinear, type Extreme } from "./linear.ts";
import { factors, withoutFactor, type Polynomial } from "./polynomial.ts";

/** A quotient of two polynomials over uncertain numbers; `q` is zero nowhere in their box. */
export interface Form {
  readonly p: Polynomial;
  readonly q: Polynomial;
}

/**
 * The exact interval of a form over the box of its inputs, or undefined where no rule here gives it: an input squared,
 * or too many inputs that are multiplied with each other.
 */
export function hull(form: Form, inputs: ReadonlyMap<string, Interval>): Interval | undefined {
  const { p, q } = cancelled(form);
  const monomials = [...p.keys(), ...q.keys()].map(factors);
  const used = new Set(monomials.flat());
  if (used.size === 0) return point(divide(p.get("") ?? ZERO, q.get("") ?? ZERO));
  const box = new Map([...inputs].filter(([id]) => used.has(id)));
  if (monomials.every((each) => each.length <= 1)) return between(leastLinear(p, q, box), greatestLinear(p, q, box));
  if (box.size > MOST_INPUTS || monomials.some((each) => new Set(each).size < each.length)) return undefined;
  const { least, greatest } = cornerExtremes(p, q, box);
  return between(least, greatest);
}

const between = (least: Extreme, greatest: Extreme): Interval => ({
  lo: least.value,
  hi: greatest.value,
  loClosed: least.closed,
  hiClosed: greatest.closed,
});

/** The form without the inputs that are a factor of every term above and below. */
function cancelled({ p, q }: Form): Form {
  const terms = [...p.keys(), ...q.keys()].map(factors);
  const shared = terms[0]?.find((id) => terms.every((each) => each.includes(id)));
  return shared === undefined ? { p, q } : cancelled({ p: withoutFactor(p, shared), q: withoutFactor(q, shared) });
}
