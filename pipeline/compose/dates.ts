import type { Language } from "../model/language.ts";
import { onceFor } from "../model/remembered.ts";
import { anyOf } from "./phrases.ts";

const datePattern = onceFor(
  ({ months }: Language) =>
    new RegExp(
      String.raw`(?:(?<day>\d{1,2})\.?\s+)?(?<month>${anyOf(months)})\s+(?<year>\d{4})(?![\p{L}\p{N}])|(?<![\p{L}\p{N}.,])(?<alone>(?:1[5-9]|20)\d\d)(?![\p{L}\p{N}]|[.,]\d)`,
      "gu",
    ),
);

interface Dated {
  readonly at: number;
  readonly length: number;
  readonly iso: string;
}

/** Days, months with their year, and years that stand alone. */
export function datesIn(text: string, language: Language): readonly Dated[] {
  const { months } = language;
  return [...text.matchAll(datePattern(language))].map(({ index, 0: whole, groups = {} }) => {
    const { day, month, year, alone } = groups;
    const number = String(months.indexOf(month ?? "") + 1).padStart(2, "0");
    const iso = alone ?? `${year}-${number}${day === undefined ? "" : `-${day.padStart(2, "0")}`}`;
    return { at: index, length: whole.length, iso };
  });
}

/** A quarter or half of a year, a year over two calendar years, or a month in digits: Q1 2018, 2018-H1, 2018/19, 2018-03. */
const PART =
  /(?<![\p{L}\p{N}])(?:(?<part>[QH][1-4])[ \u00A0/](?<year>\d{4})|(?<of>\d{4})[ \u00A0-](?<piece>[QH][1-4])|(?<first>\d{4})[/\u2013-](?<last>\d{2}))(?![\p{L}\p{N}])/gu;

/** A period that a text names: its words, and as the data write it. */
export interface NamedPeriod {
  readonly text: string;
  readonly period: string;
}

/** The periods that a text names, each as often as it does. */
export function periodsIn(text: string, language: Language): readonly NamedPeriod[] {
  const parts = [...text.matchAll(PART)].flatMap(({ 0: whole, groups = {} }): readonly NamedPeriod[] => {
    const { part, year, of, piece, first = "", last = "" } = groups;
    if (part !== undefined || piece !== undefined) return [{ text: whole, period: `${year ?? of}-${part ?? piece}` }];
    if ((Number(first) + 1) % 100 === Number(last)) return [{ text: whole, period: `${first}/${last}` }];
    if (Number(last) >= 1 && Number(last) <= 12) return [{ text: whole, period: `${first}-${last}` }];
    // From one year to another: 2019–24.
    return [first, first.slice(0, 2) + last].map((period) => ({ text: whole, period }));
  });
  const rest = text.replaceAll(PART, (whole) => " ".repeat(whole.length));
  const dates = datesIn(rest, language).map(({ at, length, iso }) => ({
    text: rest.slice(at, at + length),
    period: iso,
  }));
  return [...parts, ...dates];
}
