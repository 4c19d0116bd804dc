import {
  absolute,
  compare,
  exactDecimal,
  multiply,
  ONE,
  parseRational,
  powerOfTen,
  roundTo,
  sign,
  type Rational,
} from "../model/rational.ts";

const DECIMALS = 4;

/** A fraction in plain digits: all of them where few are enough, else rounded to four decimals, or four digits below one. */
export function digits(value: Rational, how: "nearest" | "down" | "up" = "nearest"): string {
  let decimals = DECIMALS;
  if (sign(value) !== 0)
    while (compare(multiply(absolute(value), powerOfTen(decimals + 1 - DECIMALS)), ONE) < 0) decimals += 1;
  const exact = exactDecimal(value);
  if (exact !== undefined && (exact.split(".")[1]?.length ?? 0) <= decimals + 2) return exact;
  return exactDecimal(roundTo(value, decimals, how)) ?? "";
}

/** An interval in plain digits, rounded outward so that nothing true is left out: `5.055 to 7.965`. */
export function range(interval: readonly [string, string]): string {
  const [lo, hi] = interval;
  return lo === hi
    ? digits(parseRational(lo))
    : `${digits(parseRational(lo), "down")} to ${digits(parseRational(hi), "up")}`;
}

/** A number with its unit, as the data writes units: `6.51 CNY million`, `23 % of anso.total_2022`. */
export const quantity = (value: string, unit: string): string => `${value} ${unit}`;
