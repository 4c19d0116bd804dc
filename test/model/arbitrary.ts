import * as fc from "fast-check";
import type { Interval } from "../../pipeline/model/interval.ts";
import { compare, rational, type Rational } from "../../pipeline/model/rational.ts";

/** Fractions small and large, of either sign. */
export const fractions: fc.Arbitrary<Rational> = fc
  .tuple(
    fc.oneof(fc.bigInt({ min: -50n, max: 50n }), fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n })),
    fc.oneof(fc.bigInt({ min: 1n, max: 12n }), fc.bigInt({ min: 1n, max: 10n ** 40n })),
  )
  .map(([n, d]) => rational(n, d));

/** Fractions so coarse that ends and values often coincide. */
export const coarse: fc.Arbitrary<Rational> = fc
  .tuple(fc.bigInt({ min: -4n, max: 4n }), fc.bigInt({ min: 1n, max: 2n }))
  .map(([n, d]) => rational(n, d));

/** Intervals with open and closed ends, points among them; none is empty. */
export const intervals: fc.Arbitrary<Interval> = fc
  .tuple(coarse, coarse, fc.boolean(), fc.boolean())
  .map(([a, b, loClosed, hiClosed]) => {
    const order = compare(a, b);
    if (order === 0) return { lo: a, hi: a, loClosed: true, hiClosed: true };
    return { lo: order < 0 ? a : b, hi: order < 0 ? b : a, loClosed, hiClosed };
  });

/** Plain decimals as authors type them, up to a thousand digits. */
export const decimals: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("", "-"),
    fc.oneof(fc.stringMatching(/^(?:0|[1-9]\d{0,5})$/), fc.stringMatching(/^[1-9]\d{999}$/)),
    fc.oneof(fc.constant(""), fc.stringMatching(/^\.\d{1,4}$/), fc.stringMatching(/^\.\d{300}$/)),
  )
  .map((parts) => parts.join(""));
