import type { Side } from "../ledger/diff.ts";
import { formatNumber } from "../model/format.ts";
import type { Language } from "../model/language.ts";
import { absolute, equal, exactDecimal, ONE, parseRational, sign, type Rational } from "../model/rational.ts";
import { unitOfNoWhole, type Unit } from "../model/unit.ts";
import { withUnit } from "../model/unit-words.ts";

/** A figure in two editions. */
export interface Sides {
  readonly old?: Side;
  readonly new?: Side;
}

/** What each of two editions prints of a figure. */
export interface Said {
  readonly was?: string;
  readonly is?: string;
}

/**
 * What two editions print of a figure, as it stands in a list of changes, away from the words and heads around it: a bare
 * number gets its unit; and where one side is below zero and does not show it, or shows a sign alone, both get theirs:
 * "fell by CNY 4 million" says so in its verb.
 */
export function toldSides(said: Said, { old, new: now }: Sides, language: Language): Said {
  const { was, is } = said;
  const isLost = (text: string | undefined, side: Side | undefined): boolean =>
    text !== undefined && signOf(side) < 0 && !text.includes("\u2212");
  const isMixed = was !== undefined && is !== undefined && SIGN.test(was) !== SIGN.test(is);
  const form = { signs: isMixed || isLost(was, old) || isLost(is, now), language };
  return {
    ...(was === undefined ? {} : { was: told(was, old, form) }),
    ...(is === undefined ? {} : { is: told(is, now, form) }),
  };
}

const SIGN = /[\u2212+]/;

/** The sign of a figure's value; zero where it has none. */
export const signOf = (side: Side | undefined): number => {
  const value = valueOf(side);
  return value ? sign(value) : 0;
};

/** What a side's number is counted in, as far as that is printed: of a share, that it is one. */
export const measureOf = (side: Side | undefined): Unit | undefined => {
  if (side === undefined || side.absence !== undefined) return undefined;
  const isShare = side.unit.startsWith("% of ");
  return isShare ? { kind: "share", of: { words: side.unit.slice("% of ".length) } } : unitOfNoWhole(side.unit);
};

const valueOf = (side: Side | undefined): Rational | undefined =>
  side === undefined || side.absence !== undefined ? undefined : parseRational(side.exact);

/** A figure's value in print, of one that no text prints: 2.15. */
export function valueText(side: Side | undefined, language: Language): string | undefined {
  const [value, unit] = [valueOf(side), measureOf(side)];
  if (!value) return undefined;
  const number = formatNumber(value, decimalsOf(value), language);
  return unit ? withUnit(number, unit, language, equal(absolute(value), ONE)) : number;
}

/** No number is printed with more decimals. */
const MOST_DECIMALS = 12;

interface Form {
  /** Whether the number is to have its sign. */
  readonly signs: boolean;
  readonly language: Language;
}

/** A printed number with its unit if it had none, and with its sign: "about CNY 4 million" as "about −CNY 4 million". */
function told(text: string, side: Side | undefined, { signs, language }: Form): string {
  const value = valueOf(side);
  if (!value) return text;
  const unit = measureOf(side);
  const size = absolute(value);
  const isOne = equal(size, ONE);
  const print = (number: string): string => (unit ? withUnit(number, unit, language, isOne) : number);
  const bare = text.replace(SIGN, "");
  const isSigned = signs || SIGN.test(text);
  // With so many decimals, a number has as many digits in a row.
  const run = Math.max(0, ...(bare.match(/\p{Nd}+/gu) ?? []).map(({ length }) => length));
  for (let decimals = Math.min(MOST_DECIMALS, run); decimals >= -MOST_DECIMALS; decimals -= 1) {
    const number = formatNumber(size, decimals, language);
    const own = (): string => print(formatNumber(isSigned ? value : size, decimals, language, { sign: isSigned }));
    if (bare === number) return own();
    if (!signs || !bare.includes(number)) continue;
    const found = [print(number), number].find((form) => standsIn(form, bare));
    if (found !== undefined) return bare.replace(found, own);
  }
  // Spelt out, as "seven".
  return signs ? print(formatNumber(value, decimalsOf(value), language, { sign: true })) : text;
}

/** Whether a number stands in a text as a whole, and not as a part of a longer one. */
function standsIn(number: string, text: string): boolean {
  const at = text.indexOf(number);
  if (at < 0) return false;
  const [before, after] = [text.slice(0, at), text.slice(at + number.length)];
  return !/[\d.,]$/.test(before) && !/^[.,]?\d/.test(after);
}

/** As many decimals as the number has, two or `most` at most; more only where it would come to nothing. */
export function decimalsOf(value: Rational, most = 2): number {
  const exact = exactDecimal(value);
  let decimals = exact === undefined ? most : Math.min(exact.split(".")[1]?.length ?? 0, most);
  while (sign(value) !== 0 && decimals < 12 && isNothing(value, decimals)) decimals += 1;
  return decimals;
}

const isNothing = ({ n, d }: Rational, decimals: number): boolean =>
  (n < 0n ? -n : n) * 2n * 10n ** BigInt(decimals) < d;
