import type { Language } from "./language.ts";
import { remembering } from "./remembered.ts";
import { compare, powerOfTen, sign, subtract, toFixed, type Rational, type Rounding } from "./rational.ts";
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
  options: { readonly sign?: boolean; readonly round?: Rounding } = {},
): string {
  const fixed = toFixed(value, decimals, options.round);
  const [whole = "0", fraction = ""] = fixed.replace("-", "").split(".");
  const { integers, digits, mark } = digitsOf(language);
  // As whole numbers alone: Intl makes infinity of decimal text beyond the largest double (ECMA-402,
  // ToIntlMathematicalValue), and takes no more than 100 decimals.
  const own = digits === undefined ? fraction : fraction.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
  const text = integers(whole) + (fraction === "" ? "" : mark + own);
  if (fixed.startsWith("-")) return MINUS + text;
  return options.sign && /[1-9]/.test(fixed) ? `+${text}` : text;
}

interface Digits {
  /** A whole number as it writes it. */
  readonly integers: (whole: string) => string;
  /** What it writes for 0 to 9, where those are others. */
  readonly digits?: readonly string[];
  readonly mark: string;
}

// Making a formatter takes longer than a hundred uses of it, and a brief prints hundreds of numbers.
const made = new WeakMap<Language, Digits>();

/** A brief prints the same numbers again and again, and an edition most of those of the last. */
const MOST_NUMBERS = 5000;

/** How a language writes whole numbers, and its decimal mark. */
function digitsOf(language: Language): Digits {
  const ready = made.get(language);
  if (ready) return ready;
  const format = new Intl.NumberFormat(language.tag, { maximumFractionDigits: 0 });
  const known = remembering<string>(MOST_NUMBERS);
  const integers = (whole: string): string => known(whole, () => format.format(BigInt(whole)));
  const parts = new Intl.NumberFormat(language.tag, { minimumFractionDigits: 1 }).formatToParts(0.5);
  const digits = Array.from({ length: 10 }, (_, digit) => integers(String(digit)));
  const mark = parts.find((part) => part.type === "decimal")?.value ?? ".";
  const ways = { integers, mark, ...(digits.join("") === "0123456789" ? {} : { digits }) };
  made.set(language, ways);
  return ways;
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
 * How many decimals an interval supports: the position of the first digit of its width. 6.51 within 5.06 to 7.97
 * supports none, 44.10 within 42.42 to 45.78 none, 12.345 within 12.3 to 12.4 one; so a number rounded to some
 * decimals supports just these. A point supports `exact` decimals.
 */
export function supportedDecimals(interval: Interval, exact: number): number {
  const width = subtract(interval.hi, interval.lo);
  if (sign(width) <= 0) return exact;
  // The lengths of numerator and denominator give the position to within one.
  let decimals = `${width.d}`.length - `${width.n}`.length;
  if (compare(width, powerOfTen(-decimals)) < 0) decimals += 1;
  return decimals;
}
