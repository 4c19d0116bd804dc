import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  addFingerprints,
  fingerprintOfNumber,
  inverse,
  multiplyFingerprints,
} from "../../pipeline/derive/fingerprint.ts";

const PRIME = 2n ** 61n - 1n;
const element = fc.bigInt({ min: 1n, max: PRIME - 1n });

test("a number by its inverse is one, and nothing is divided by zero", () => {
  fc.assert(fc.property(element, (a) => multiplyFingerprints(a, inverse(a)) === 1n));
  expect([inverse(1n), inverse(PRIME - 1n), inverse(0n)]).toEqual([1n, PRIME - 1n, undefined]);
});

test("an inverse is an element of the field", () => {
  fc.assert(fc.property(element, (a) => (inverse(a) ?? -1n) > 0n && (inverse(a) ?? PRIME) < PRIME));
});

test("fractions add up as they do outside the field", () => {
  const part = fc.record({
    n: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
    d: fc.bigInt({ min: 1n, max: 10n ** 6n }),
  });
  fc.assert(
    fc.property(part, part, (a, b) => {
      const sum = { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
      expect(fingerprintOfNumber(sum)).toBe(addFingerprints(fingerprintOfNumber(a), fingerprintOfNumber(b)));
    }),
  );
});
