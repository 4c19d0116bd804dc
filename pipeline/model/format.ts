import type { Language } from "./language.ts";
import { compare, parseRational, rational, roundTo, sign, toFixed, type Rational } from "./rational.ts";
import type { Interval } from "./interval.ts";

const MINUS = "\u2212";

/**
 * A number in the brief's language, rounded half away from zero (or as told) to so many decimals; a true minus
 * sign, and a plus where asked for. No digit is lost at any size.
 */
export function formatNumber(
  value: Rational,
  decimals: number,
  language: Language,
  options: { readonly sign?: boolean; readonly round?: "nearest" | "down" | "up" } = {},
): string {
  const rounded = roundTo(value, decimals, options.round ?? "nearest");
  const shown = Math.max(decimals, 0);
  const digits = toFixed(rounded, shown).replace("-", "");
  const format = new Intl.NumberFormat(language.tag, { minimumFractionDigits: shown, maximumFractionDigits: shown });
  // Intl takes decimal text without loss (ECMA-402, Intl.NumberFormat v3); TypeScript's ES2023 library wants a number.
  const text = format.format(digits as unknown as number);
  const direction = sign(rounded);
  return `${direction < 0 ? MINUS : direction > 0 && options.sign ? "+" : ""}${text}`;
}

/** The ends of an interval, rounded outward so that nothing true is left out. */
export function formatEnds(
  interval: Interval,
  decimals: number,
  language: Language,
  options: { readonly sign?: boolean } = {},
): readonly [string, string] {
  return [
    formatNumber(interval.lo, decimals, language, { ...options, round: "down" }),
    formatNumber(interval.hi, decimals, language, { ...options, round: "up" }),
  ];
}

/**
 * How many decimals an interval supports: the position of the first digit of its half-width. 6.51 within
 * 5.06 to 7.97 supports none, 44.10 within 42.42 to 45.78 none, 12.345 within 12.3 to 12.4 one. A point supports
 * `exact` decimals.
 */
export function supportedDecimals(interval: Interval, exact: number): number {
  const width = rational(interval.hi.n * interval.lo.d - interval.lo.n * interval.hi.d, interval.hi.d * interval.lo.d * 2n);
  if (sign(width) === 0) return exact;
  let decimals = 0;
  while (compare(width, tenTo(-decimals)) < 0) decimals += 1;
  while (compare(width, tenTo(-decimals + 1)) >= 0) decimals -= 1;
  return decimals;
}

const tenTo = (exponent: number): Rational => parseRational(`1e${exponent}`);
