import { formatNumber } from "./format.ts";
import type { Language } from "./language.ts";
import { rational } from "./rational.ts";
import type { Unit } from "./unit.ts";

const NBSP = "\u00A0";

/** A unit as words beside its numbers: CNY million, per cent, students; empty where it has none. */
export const unitWords = (unit: Unit, language: Language): string => withUnit("", unit, language, false).trim();

/** A number in print with its unit, as a language has them: CNY 91 million, 23 per cent; `one` where the number is 1. */
export function withUnit(number: string, unit: Unit, language: Language, one: boolean): string {
  const { patterns } = language;
  switch (unit.kind) {
    case "amount": {
      const mark = /^[\u2212+]/.exec(number)?.[0] ?? "";
      const scale = unit.scale === "" ? "" : language.scales[unit.scale];
      return mark + filled(patterns.amount, { currency: unit.currency, number: number.slice(mark.length), scale });
    }
    case "count":
      return unit.noun === undefined ? number : `${number} ${unit.noun}`;
    case "per":
      return `${withUnit(number, unit.of, language, one)} ${perWords(unit, language)}`;
    case "share":
    case "change":
      return filled(patterns.perCent, { number });
    case "points":
      return filled(one ? patterns.point : patterns.points, { number });
    case "rate":
      return filled(patterns.rate ?? "{number} {currency}/{per}", { number, currency: unit.currency, per: unit.per });
    case "ratio":
    case "rank":
      return number;
  }
}

/** What a number is counted for: per person, per 100,000 people. */
export function perWords({ size, noun }: Extract<Unit, { readonly kind: "per" }>, language: Language): string {
  const many = size === 1 ? "" : formatNumber(rational(BigInt(size), 1n), 0, language);
  return filled(language.patterns.per ?? "/ {size} {noun}", { size: many, noun });
}

/** A pattern with its parts put in: what is left out leaves no blank, and no line breaks beside a part. */
function filled(pattern: string, parts: Readonly<Record<string, string>>): string {
  const kept = pattern.replace(/ +(?=\{)|(?<=\}) +/g, NBSP);
  const text = kept.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);
  return text.replace(/^\u00A0+|\u00A0+$/g, "").replace(/\u00A0+/g, NBSP);
}
