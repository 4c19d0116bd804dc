import type { ExemptRule, Loaded } from "../model/brief.ts";
import type { Language } from "../model/language.ts";
import { onceFor, remembering, type Remembered } from "../model/remembered.ts";
import { anyPhrase, phraseAt } from "./phrases.ts";

/** What may stand in a text unbound, each with the rule that lets it pass. */
export interface Exemptions {
  /** Days, months and years: `2015-03-30`, `2016-07`, `2013`. */
  readonly dates: ReadonlyMap<string, ExemptRule>;
  readonly phrases: readonly { readonly text: string; readonly rule: ExemptRule }[];
  /** Whether a text holds any of the phrases. */
  readonly holdsAny: (text: string) => boolean;
  readonly language: Language;
}

/** Gathers what is exempt in one brief: `dates`, `names` and `idioms` of brief.yaml, dates of sources, periods of figures. */
export function exemptionsOf({ settings, sources, given, language }: Loaded): Exemptions {
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
  ].toSorted((a, b) => b.text.length - a.text.length);
  return exemptions(language)(JSON.stringify([[...dates], phrases]), () => {
    return { dates, phrases, holdsAny: anyPhrase(phrases.map(({ text }) => text)), language };
  });
}

/** So many briefs' exemptions are remembered; the members of a family mostly have the same. */
const MOST = 10;
const exemptions = onceFor<Language, Remembered<Exemptions>>(() => remembering(MOST));

/** A text with blanks for what brief.yaml lists as names and idioms. */
export const withoutPhrases = (text: string, { phrases, holdsAny }: Exemptions): string =>
  holdsAny(text)
    ? phrases
        .flatMap(({ text: phrase }) => phraseAt(text, phrase, phrase))
        .reduce((left, { at, end }) => left.slice(0, at) + " ".repeat(end - at) + left.slice(end), text)
    : text;
