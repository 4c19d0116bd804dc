import type { FigureId } from "../model/id.ts";
import { add, equal, multiply, negate, ONE, sign, type Rational } from "../model/rational.ts";

/**
 * A sum of products of uncertain numbers: coefficient by monomial. A monomial is written as the ids of its factors,
 * sorted and joined by `*`, which no id holds; the constant's is empty. No coefficient is zero.
 */
export type Polynomial = ReadonlyMap<string, Rational>;

/** More terms than these are not worked with: their intervals stay outer. */
const MOST_TERMS = 200;

export const constant = (value: Rational): Polynomial => new Map(sign(value) === 0 ? [] : [["", value]]);
export const variable = (id: FigureId): Polynomial => new Map([[id, ONE]]);

/** The factors of a monomial, one for each time that it occurs. */
export const factors = (monomial: string): readonly string[] => (monomial === "" ? [] : monomial.split("*"));

const product = (a: string, b: string): string => [...factors(a), ...factors(b)].toSorted().join("*");

/** The sum, or undefined where it has too many terms. */
export function addPolynomials(all: readonly Polynomial[]): Polynomial | undefined {
  const sum = new Map<string, Rational>();
  for (const each of all) {
    for (const [monomial, coefficient] of each) put(sum, monomial, coefficient);
    if (sum.size > MOST_TERMS) return undefined;
  }
  return sum;
}

export const negatePolynomial = (a: Polynomial): Polynomial =>
  new Map([...a].map(([key, value]) => [key, negate(value)]));

/** The product, or undefined where it has too many terms. */
export function multiplyPolynomials(a: Polynomial, b: Polynomial): Polynomial | undefined {
  if (a.size * b.size > MOST_TERMS * MOST_TERMS) return undefined;
  const result = new Map<string, Rational>();
  for (const [x, left] of a) {
    for (const [y, right] of b) put(result, product(x, y), multiply(left, right));
    if (result.size > MOST_TERMS) return undefined;
  }
  return result;
}

function put(terms: Map<string, Rational>, monomial: string, more: Rational): void {
  const before = terms.get(monomial);
  const sum = before === undefined ? more : add(before, more);
  if (sign(sum) === 0) terms.delete(monomial);
  else terms.set(monomial, sum);
}

export function samePolynomial(a: Polynomial, b: Polynomial): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([monomial, coefficient]) => {
    const other = b.get(monomial);
    return other !== undefined && equal(coefficient, other);
  });
}

/** The polynomial with one factor taken out of every monomial; each must hold it. */
export function withoutFactor(a: Polynomial, factor: string): Polynomial {
  return new Map([...a].map(([monomial, coefficient]) => [dropOne(factors(monomial), factor).join("*"), coefficient]));
}

function dropOne(all: readonly string[], factor: string): readonly string[] {
  const at = all.indexOf(factor);
  return all.filter((_, index) => index !== at);
}
