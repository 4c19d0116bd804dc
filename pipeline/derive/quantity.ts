import type { Figure } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import {
  addIntervals,
  isPoint,
  multiplyIntervals,
  negateInterval,
  point,
  reciprocal,
  type Interval,
} from "../model/interval.ts";
import { add, divide, multiply, negate, ONE, ZERO, type Rational } from "../model/rational.ts";
import {
  addFingerprints,
  fingerprintOf,
  fingerprintOfNumber,
  inverse,
  multiplyFingerprints,
  negateFingerprint,
  type Fingerprint,
} from "./fingerprint.ts";
import { hull, type Form } from "./hull.ts";
import {
  addPolynomials,
  constant,
  multiplyPolynomials,
  negatePolynomial,
  samePolynomial,
  variable,
} from "./polynomial.ts";

/** A number on its way through a formula, with all that it may be. */
export interface Quantity {
  readonly value: Rational;
  readonly interval: Interval;
  /** Whether the interval is the tightest there is. */
  readonly exact: boolean;
  /** The uncertain given numbers that it rests on. */
  readonly inputs: ReadonlyMap<FigureId, Interval>;
  /** It as a quotient of polynomials over these; left out where that has too many terms. */
  readonly form?: Form;
  /** By which formulas are known that come to the same whatever the given numbers are. */
  readonly fingerprint: Fingerprint;
}

const WHOLE = constant(ONE);

/** A number without any doubt. */
export const certain = (value: Rational): Quantity => ({
  value,
  interval: point(value),
  exact: true,
  inputs: new Map(),
  form: { p: constant(value), q: WHOLE },
  fingerprint: fingerprintOfNumber(value),
});

/** A given figure. */
export function given(figure: Figure): Quantity {
  const { value, interval, id } = figure;
  const fingerprint = fingerprintOf(id);
  if (isPoint(interval)) return { ...certain(value), fingerprint };
  const exact = figure.bound === "exact";
  return {
    value,
    interval,
    exact,
    inputs: new Map([[id, interval]]),
    form: { p: variable(id), q: WHOLE },
    fingerprint,
  };
}

export const negateQuantity = ({ value, interval, exact, inputs, form, fingerprint }: Quantity): Quantity => ({
  value: negate(value),
  interval: negateInterval(interval),
  exact,
  inputs,
  ...(form && { form: { p: negatePolynomial(form.p), q: form.q } }),
  fingerprint: negateFingerprint(fingerprint),
});

/** The sum of any number of quantities. */
export function addQuantities(all: readonly Quantity[]): Quantity {
  const value = all.map((each) => each.value).reduce(add, ZERO);
  const interval = all.map((each) => each.interval).reduce(addIntervals, point(ZERO));
  const fingerprint = all.map((each) => each.fingerprint).reduce(addFingerprints, 0n);
  return { ...tightest(value, interval, all, addForms(all.map((each) => each.form))), fingerprint };
}

export function multiplyQuantities(a: Quantity, b: Quantity): Quantity {
  const form = a.form && b.form && multiplyForms(a.form, b.form);
  const interval = multiplyIntervals(a.interval, b.interval);
  const fingerprint = multiplyFingerprints(a.fingerprint, b.fingerprint);
  return { ...tightest(multiply(a.value, b.value), interval, [a, b], form), fingerprint };
}

/** a ÷ b. The interval of b must not touch zero. */
export const divideQuantities = (a: Quantity, b: Quantity): Quantity =>
  multiplyQuantities(a, {
    value: divide(ONE, b.value),
    interval: reciprocal(b.interval),
    exact: b.exact,
    inputs: b.inputs,
    ...(b.form && { form: { p: b.form.q, q: b.form.p } }),
    fingerprint: inverse(b.fingerprint),
  });

/**
 * The interval of a result. What interval arithmetic gives is exact when the parts are, and share no input; else the
 * form over the inputs decides, where it can.
 */
function tightest(
  value: Rational,
  interval: Interval,
  parts: readonly Quantity[],
  form: Form | undefined,
): Omit<Quantity, "fingerprint"> {
  const inputs = union(parts);
  const apart = parts.reduce((sum, each) => sum + each.inputs.size, 0) === inputs.size;
  const rest = { value, inputs, ...(form && { form }) };
  if (apart && parts.every((each) => each.exact)) return { ...rest, interval, exact: true };
  const tight = form && hull(form, inputs);
  return tight ? { ...rest, interval: tight, exact: true } : { ...rest, interval, exact: false };
}

/** The product; what one divides by and the other multiplies by is left out, since no divisor is zero in the box. */
function multiplyForms(a: Form, b: Form): Form | undefined {
  if (samePolynomial(a.q, b.p)) return { p: a.p, q: b.q };
  if (samePolynomial(a.p, b.q)) return { p: b.p, q: a.q };
  const p = multiplyPolynomials(a.p, b.p);
  const q = multiplyPolynomials(a.q, b.q);
  return p && q && { p, q };
}

function addForms(forms: readonly (Form | undefined)[]): Form | undefined {
  const known = forms.filter((each) => each !== undefined);
  if (known.length < forms.length) return undefined;
  const first = known[0] ?? { p: constant(ZERO), q: WHOLE };
  if (known.every((each) => samePolynomial(each.q, first.q))) {
    const p = addPolynomials(known.map((each) => each.p));
    return p && { p, q: first.q };
  }
  return known.slice(1).reduce<Form | undefined>((sum, each) => sum && addTwoForms(sum, each), first);
}

function addTwoForms(a: Form, b: Form): Form | undefined {
  if (samePolynomial(a.q, b.q)) return addForms([a, b]);
  const left = multiplyPolynomials(a.p, b.q);
  const right = multiplyPolynomials(b.p, a.q);
  const q = multiplyPolynomials(a.q, b.q);
  const p = left && right && addPolynomials([left, right]);
  return p && q && { p, q };
}

/** All inputs together; the largest map itself where it holds all others, which keeps long columns fast. */
function union(parts: readonly Quantity[]): ReadonlyMap<FigureId, Interval> {
  const largest = parts.reduce((a, b) => (b.inputs.size > a.inputs.size ? b : a), certain(ONE)).inputs;
  const others = parts.filter((each) => each.inputs !== largest);
  if (others.every((each) => [...each.inputs.keys()].every((id) => largest.has(id)))) return largest;
  return new Map(parts.flatMap((each) => [...each.inputs]));
}
