import type { FigureId } from "../model/id.ts";
import type { Rational } from "../model/rational.ts";

/**
 * What a formula comes to when each given figure stands for a number of its own in the field of 2^61 − 1 elements. Two
 * formulas are the same calculation just when these agree, but for one chance in some 10^17 (J. T. Schwartz, Fast
 * probabilistic algorithms for verification of polynomial identities, Journal of the ACM 27 (1980), 701–717). Undefined
 * where it would divide by zero there.
 */
export type Fingerprint = bigint | undefined;

const PRIME = 2n ** 61n - 1n;
const MULTIPLIER = 0x9e3779b97f4a7c15n % PRIME;

const reduced = (value: bigint): bigint => ((value % PRIME) + PRIME) % PRIME;

/** The number that stands for a given figure; powers keep neighbouring names from lying in a line. */
export function fingerprintOf(id: FigureId): Fingerprint {
  let mixed = MULTIPLIER;
  for (const character of `${id}###`) {
    const next = reduced(mixed + BigInt(character.codePointAt(0) ?? 0));
    const square = (next * next) % PRIME;
    mixed = (((square * square) % PRIME) * next * MULTIPLIER) % PRIME;
  }
  return mixed;
}

/** The number that stands for a typed number: itself. */
export function fingerprintOfNumber({ n, d }: Rational): Fingerprint {
  const divisor = inverse(reduced(d));
  return divisor === undefined ? undefined : (reduced(n) * divisor) % PRIME;
}

export const addFingerprints = (a: Fingerprint, b: Fingerprint): Fingerprint =>
  a === undefined || b === undefined ? undefined : (a + b) % PRIME;

export const multiplyFingerprints = (a: Fingerprint, b: Fingerprint): Fingerprint =>
  a === undefined || b === undefined ? undefined : (a * b) % PRIME;

export const negateFingerprint = (a: Fingerprint): Fingerprint => (a === undefined ? undefined : reduced(-a));

/** 1 ÷ a: the factor of a that makes 1 of it, by Euclid's algorithm as extended by Bézout. */
export function inverse(a: Fingerprint): Fingerprint {
  if (a === undefined || a === 0n) return undefined;
  let [larger, smaller] = [PRIME, a];
  let [before, factor] = [0n, 1n];
  while (smaller > 1n) {
    const times = larger / smaller;
    [larger, smaller] = [smaller, larger - times * smaller];
    [before, factor] = [factor, before - times * factor];
  }
  return factor < 0n ? factor + PRIME : factor;
}
