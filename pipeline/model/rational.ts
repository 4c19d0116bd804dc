/** An exact fraction in lowest terms; the denominator is positive. No digit is ever lost in one. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) {
    // Most numbers are short, and a machine divides those at once.
    if (x <= SAFE && y <= SAFE) return BigInt(shortGcd(Number(x), Number(y)));
    [x, y] = [y, x % y];
  }
  return x;
}

const shortGcd = (a: number, b: number): number => {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
};

/** The fraction n/d in lowest terms. Throws a RangeError when d is zero. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new RangeError("a fraction needs a denominator other than zero");
  if (d === 1n) return { n, d };
  const g = gcd(n, d) || 1n;
  const sign = d < 0n ? -1n : 1n;
  return { n: (sign * n) / g, d: (sign * d) / g };
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };
export const HUNDRED: Rational = { n: 100n, d: 1n };

export const add = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Rational, b: Rational): Rational => rational(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
/** a ÷ b. Throws a RangeError when b is zero. */
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);
export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });
export const absolute = (a: Rational): Rational => (a.n < 0n ? negate(a) : a);
/** −1, 0 or 1 as a is below, equal to or above zero. */
export const sign = (a: Rational): -1 | 0 | 1 => (a.n < 0n ? -1 : a.n > 0n ? 1 : 0);
/** Negative, zero or positive as a is below, equal to or above b. */
export const compare = (a: Rational, b: Rational): -1 | 0 | 1 => {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
};
export const equal = (a: Rational, b: Rational): boolean => a.n === b.n && a.d === b.d;
export const least = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const greatest = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);

/** 10 to the power of a whole number, negative ones included. */
export function powerOfTen(exponent: number): Rational {
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? { n: 1n, d: power } : { n: power, d: 1n };
}

/** Reads a plain decimal number, as `-12.50` or `1e6`; undefined when the text is anything else. */
export function parseDecimal(text: string): { readonly value: Rational; readonly decimals: number } | undefined {
  const match = /^([-+]?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d{1,3}))?$/.exec(text);
  if (!match) return undefined;
  const [, minus, whole = "", fraction = "", exponent = "0"] = match;
  const digits = BigInt(whole + fraction) * (minus === "-" ? -1n : 1n);
  const decimals = fraction.length - Number(exponent);
  return { value: multiply(rational(digits), powerOfTen(-decimals)), decimals };
}

/** A fraction as the ledger writes it: `651/100`, or `23` for a whole number. */
export const rationalText = (a: Rational): string => (a.d === 1n ? `${a.n}` : `${a.n}/${a.d}`);

/** Reads `651/100`, `23` or `-1.5`; throws a SyntaxError on anything else. */
export function parseRational(text: string): Rational {
  const match = /^(-?\d+)\/(0*[1-9]\d*)$/.exec(text);
  if (match) return rational(BigInt(match[1] ?? "0"), BigInt(match[2] ?? "1"));
  const decimal = parseDecimal(text);
  if (!decimal) throw new SyntaxError(`not a number: ${text}`);
  return decimal.value;
}

/** How a number is rounded: half away from zero, down, or up. */
export type Rounding = "nearest" | "down" | "up";

/** Rounds to a number of decimals (negative: tens, hundreds). */
export function roundTo(a: Rational, decimals: number, how: Rounding = "nearest"): Rational {
  const whole = roundedWhole(a, decimals, how);
  return decimals < 0 ? { n: whole * 10n ** BigInt(-decimals), d: 1n } : rational(whole, 10n ** BigInt(decimals));
}

/** A number in units of its last decimal, rounded. */
function roundedWhole({ n: up, d: down }: Rational, decimals: number, how: Rounding): bigint {
  const { n: scale, d: unit } = powerOfTen(decimals);
  const [n, d] = [up * scale, down * unit];
  if (how === "nearest") {
    const away = (2n * (n < 0n ? -n : n) + d) / (2n * d);
    return n < 0n ? -away : away;
  }
  const floor = n >= 0n ? n / d : -((-n + d - 1n) / d);
  return how === "down" || floor * d === n ? floor : floor + 1n;
}

/** Plain digits with a full stop and exactly that many decimals, `-3.80`; rounds half away from zero, or as told. */
export function toFixed(a: Rational, decimals: number, how: Rounding = "nearest"): string {
  const shown = Math.max(decimals, 0);
  const whole = roundedWhole(a, decimals, how);
  const scaled = decimals < 0 ? whole * 10n ** BigInt(-decimals) : whole;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(shown + 1, "0");
  const integer = digits.slice(0, digits.length - shown);
  const fraction = shown > 0 ? `.${digits.slice(digits.length - shown)}` : "";
  return `${scaled < 0n ? "-" : ""}${integer}${fraction}`;
}

/** The shortest plain decimal that is exactly a, or undefined when no finite one is (as for 1/3). */
export function exactDecimal(a: Rational): string | undefined {
  let rest = a.d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? toFixed(a, Math.max(twos, fives)) : undefined;
}

/** A decimal for machines: exact where one is finite, else twelve decimals. */
export const machineDecimal = (a: Rational): string => exactDecimal(a) ?? toFixed(a, 12);

/** The nearest double, for drawing only; infinite beyond the largest one. */
export function toNumber(a: Rational): number {
  const [n, d] = [Number(a.n), Number(a.d)];
  if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return n / d;
  // Dividing two rounded doubles would round twice. 66 or 67 leading bits of the quotient, with one more that says
  // whether anything was cut off, are rounded once, by Number (ECMA-262, Number(value)).
  const shift = bits(a.d) - bits(a.n) + 66;
  const top = shift >= 0 ? a.n << BigInt(shift) : a.n;
  const bottom = shift >= 0 ? a.d : a.d << BigInt(-shift);
  const quotient = top / bottom;
  const cut = top % bottom === 0n ? 0n : a.n < 0n ? -1n : 1n;
  const near = Number(quotient * 2n + cut);
  const half = Math.trunc((shift + 1) / 2);
  return near * 2 ** -half * 2 ** (half - shift - 1);
}

const bits = (n: bigint): number => (n < 0n ? -n : n).toString(2).length;
