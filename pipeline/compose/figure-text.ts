import type { Figure } from "../model/figure.ts";
import { formatEnds, formatNumber, supportedDecimals } from "../model/format.ts";
import { isPoint, type Interval } from "../model/interval.ts";
import type { Language } from "../model/language.ts";
import {
  absolute,
  equal,
  greatest,
  least,
  negate,
  ONE,
  sign,
  toNumber,
  ZERO,
  type Rational,
} from "../model/rational.ts";
import { withUnit } from "../model/unit-words.ts";

/** How a helper is asked to print a figure. */
export interface NumberOptions {
  readonly decimals?: number;
  readonly sign?: boolean;
  /** Spelt out: five. */
  readonly words?: boolean;
  /** Spelt out as a place in an order: second. */
  readonly ordinal?: boolean;
  /** The number alone, without unit and qualifier. */
  readonly bare?: boolean;
  /** The magnitude, for "fell by". */
  readonly abs?: boolean;
}

/** How many decimals a figure is printed with unless it is told: as given, or as many as its interval supports. */
export function usualDecimals(figure: Figure): number {
  if (figure.given) return Math.max(figure.given.decimals, 0);
  if (isPoint(figure.interval)) return figure.value.d === 1n ? 0 : 1;
  return Math.max(supportedDecimals(figure.interval, 0), 0);
}

/** A figure as prose prints it: 23 per cent, CNY 91 million, more than 150 universities, five. */
export function figureText(figure: Figure, language: Language, options: NumberOptions = {}): string {
  const value = options.abs ? absolute(figure.value) : figure.value;
  const number = numberText(value, options.decimals ?? usualDecimals(figure), language, options);
  if (options.bare || options.ordinal) return number;
  const whole = withUnit(number, figure.unit, language, equal(absolute(value), ONE));
  return figure.qualifier === undefined ? whole : `${figure.qualifier} ${whole}`;
}

/** About so much: the digits that the interval supports, and no more. */
export function aboutText(
  figure: Figure,
  language: Language,
  options: NumberOptions & { readonly word?: boolean },
): string {
  const decimals = options.decimals ?? supportedDecimals(figure.interval, usualDecimals(figure));
  const value = options.sign ? figure.value : absolute(figure.value);
  const number = numberText(value, decimals, language, options);
  const text = options.bare ? number : withUnit(number, figure.unit, language, number === "1");
  return options.word === false ? text : language.patterns.about.replace("{number}", text);
}

/** Between so much and so much: the interval's ends, rounded outward. */
export function rangeText(figure: Figure, language: Language, options: NumberOptions): string {
  const decimals = options.decimals ?? Math.max(supportedDecimals(figure.interval, usualDecimals(figure)) + 1, 0);
  const interval = options.abs ? magnitude(figure.interval) : figure.interval;
  const [lo, hi] = formatEnds(interval, decimals, language, options);
  const unit = (number: string): string => (options.bare ? number : withUnit(number, figure.unit, language, false));
  return language.patterns.between.replace("{lo}", unit(lo)).replace("{hi}", unit(hi));
}

/** The interval of magnitudes: −5 to −2 becomes 2 to 5, −1 to 3 becomes 0 to 3. */
function magnitude(interval: Interval): Interval {
  if (sign(interval.lo) >= 0) return interval;
  const turned = {
    lo: negate(interval.hi),
    hi: negate(interval.lo),
    loClosed: interval.hiClosed,
    hiClosed: interval.loClosed,
  };
  if (sign(interval.hi) <= 0) return turned;
  return {
    lo: ZERO,
    hi: greatest(interval.hi, turned.hi),
    loClosed: true,
    hiClosed: interval.loClosed || interval.hiClosed,
  };
}

/** How a screen reader should say a number whose sign is a mark: minus 3.8. Undefined where the text says it. */
export function spokenText(text: string, language: Language): string | undefined {
  return text.includes("\u2212") ? text.replaceAll("\u2212", `${language.labels.minus} `) : undefined;
}

function numberText(value: Rational, decimals: number, language: Language, options: NumberOptions): string {
  const spelt = options.ordinal ? language.ordinals : options.words ? language.cardinals : [];
  const index = toNumber(value) - (options.ordinal ? 1 : 0);
  const word = value.d === 1n && equal(least(value, ZERO), ZERO) ? spelt[index] : undefined;
  if (word !== undefined) return word;
  const number = formatNumber(value, decimals, language, options);
  return options.ordinal && value.d === 1n && decimals === 0 ? number + ordinalEnding(number, language) : number;
}

function ordinalEnding(number: string, { ordinalEndings = [] }: Language): string {
  const endsIn = (digits: string): boolean => number.endsWith(digits);
  const fit = ordinalEndings.find(
    ({ after, except }) => (after === undefined || after.some(endsIn)) && !except?.some(endsIn),
  );
  return fit?.ending ?? "";
}
