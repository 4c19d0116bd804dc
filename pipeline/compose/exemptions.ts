import type { Derived, ExemptRule } from "../model/brief.ts";
import type { Figure } from "../model/figure.ts";
import { byCodeUnit } from "../model/id.ts";
import type { Language } from "../model/language.ts";
import { onceFor, remembering, type Remembered } from "../model/remembered.ts";
import { perWords } from "../model/unit-words.ts";
import { anyOf, anyPhrase, without } from "./phrases.ts";

/** What may stand in a text unbound, each with the rule that lets it pass. */
export interface Exemptions {
  /** Days, months and years: `2015-03-30`, `2016-07`, `2013`. */
  readonly dates: ReadonlyMap<string, ExemptRule>;
  readonly phrases: readonly { readonly text: string; readonly rule: ExemptRule }[];
  /** Whether a text holds any of the phrases. */
  readonly holdsAny: (text: string) => boolean;
  /** Whether the four digits that stand so in a text count or measure something, whatever year they might be. */
  readonly isMeasure: (before: string, after: string) => boolean;
  readonly language: Language;
}

/** Gathers what is exempt in one brief: `dates`, `names` and `idioms` of brief.yaml, dates of sources, periods of figures. */
export function exemptionsOf({ settings, sources, given, figures, language }: Derived): Exemptions {
  const dates = new Map<string, ExemptRule>();
  const allow = (text: string, rule: ExemptRule): void => {
    const parts = text.split("-");
    parts.forEach((_, index) => {
      const date = parts.slice(0, index + 1).join("-");
      if (!dates.has(date)) dates.set(date, rule);
    });
  };
  for (const date of settings.dates) allow(date, "date");
  allow(settings.edition.date, "edition");
  for (const { period } of given.values()) if (period !== undefined) allow(period, "period");
  for (const { issued } of sources.values())
    if (issued) allow(issued.map((part) => String(part).padStart(2, "0")).join("-"), "source");
  const phrases = [
    ...settings.names.map((text) => ({ text, rule: "name" as const })),
    ...settings.idioms.map((text) => ({ text, rule: "idiom" as const })),
    ...perPhrases(figures.values(), language).map((text) => ({ text, rule: "unit" as const })),
  ].toSorted((a, b) => b.text.length - a.text.length);
  const units = unitsOf(given.values());
  return exemptions(language)(JSON.stringify([[...dates], phrases, units]), () => {
    const holdsAny = anyPhrase(phrases.map(({ text }) => text));
    return { dates, phrases, holdsAny, isMeasure: measuring(units, language), language };
  });
}

/** What the numbers of a brief are counted and measured in. */
export interface Units {
  readonly nouns: readonly string[];
  readonly currencies: readonly string[];
}

/** How the units of a brief count for so many of something: per 1,000 people. */
function perPhrases(figures: Iterable<Pick<Figure, "unit">>, language: Language): readonly string[] {
  const phrases = new Set<string>();
  for (const { unit } of figures) if (unit.kind === "per" && unit.size > 1) phrases.add(perWords(unit, language));
  return [...phrases].flatMap((words) => [words, words.replaceAll("\u00A0", " ")]).toSorted(byCodeUnit);
}

function unitsOf(figures: Iterable<Pick<Figure, "unit">>): Units {
  const nouns = new Set<string>();
  const currencies = new Set<string>(CURRENCIES);
  for (const { unit } of figures) {
    const of = unit.kind === "per" ? unit.of : unit;
    if (of.kind === "count" && of.noun !== undefined) nouns.add(of.noun);
    if (of.kind === "amount") currencies.add(of.currency);
  }
  return { nouns: [...nouns].toSorted(byCodeUnit), currencies: [...currencies].toSorted(byCodeUnit) };
}

/** Currencies that are known as such in any brief; others have the letters of words and offices. */
const CURRENCIES = ["AUD", "CHF", "CNY", "EUR", "GBP", "INR", "JPY", "USD"];

/** Tells numbers from years: `GBP 2019`, `€2019`, `2019 per cent`, and `2019 branches` where a dataset counts these. */
export function measuring(
  { nouns, currencies }: Units,
  { labels, scales, beforeYears = [] }: Language,
): Exemptions["isMeasure"] {
  const words = [...nouns, labels.perCent, labels.points, "percent", ...Object.values(scales)];
  const money = String.raw`\p{Sc}|(?<![\p{L}\p{N}])(?:${anyOf(currencies)})(?![\p{L}\p{N}])`;
  const before = new RegExp(String.raw`(?:${money})\s?$`, "u");
  const after = new RegExp(String.raw`^\s?(?:${money}|[%\u2030])`, "u");
  const noun = new RegExp(String.raw`^\s(?:${anyOf(words)})(?![\p{L}\p{N}])`, "iu");
  const year = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${anyOf(beforeYears)})\s$`, "iu");
  return (left, right) =>
    before.test(left) || ((after.test(right) || noun.test(right)) && (beforeYears.length === 0 || !year.test(left)));
}

/** So many briefs' exemptions are remembered; the members of a family mostly have the same. */
const MOST = 10;
const exemptions = onceFor<Language, Remembered<Exemptions>>(() => remembering(MOST));

/** A text with blanks for what brief.yaml lists as names and idioms. */
export const withoutPhrases = (text: string, { phrases, holdsAny }: Exemptions): string =>
  holdsAny(text)
    ? without(
        text,
        phrases.map((each) => each.text),
      )
    : text;
