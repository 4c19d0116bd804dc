import type { ExemptRule } from "../model/brief.ts";
import type { Language } from "../model/language.ts";
import { onceFor, remembering, type Remembered } from "../model/remembered.ts";
import { datesIn } from "./dates.ts";
import { comparativeHits, directionHits, eitherHits } from "./directions.ts";
import type { Exemptions } from "./exemptions.ts";
import { numberHits } from "./number-words.ts";
import { anyOf, anyPhrase, phraseAt } from "./phrases.ts";

/** A number or a word of direction that is bound to nothing. */
export interface Loose {
  readonly text: string;
  readonly at: number;
  readonly kind: "number" | "measure" | "date" | "direction" | "comparison" | "comparative";
}

/** A number or word that may stand unbound. */
export interface Passed {
  readonly text: string;
  readonly at: number;
  readonly rule: ExemptRule;
}

/** What a stretch of text holds that is bound to nothing. */
export interface Found {
  readonly loose: readonly Loose[];
  /** Words that say a direction, if they stand beside a number. */
  readonly comparing: readonly Loose[];
  readonly passed: readonly Passed[];
}

const ADDRESS = /(?:https?:\/\/|www\.|doi:)\S+|(?<!\S)[^\s@]+@[^\s@]+\.\S+/giu;

/** Finds numerals, number words, dates and words of direction in a stretch of text, and what the rules let pass. */
export const looseIn = (text: string, exempt: Exemptions): Found =>
  stretches(exempt)(text, () => foundIn(text, exempt));

/** So many stretches of text are remembered with what they hold: those of some briefs with the same exemptions. */
const MOST = 3000;
const stretches = onceFor<Exemptions, Remembered<Found>>(() => remembering(MOST));

function foundIn(text: string, exempt: Exemptions): Found {
  const passed: Passed[] = [];
  const loose: Loose[] = [];
  let rest = text;
  // What is settled is blanked, so that places stay right and nothing is told twice.
  const settle = (at: number, length: number): string => {
    const words = text.slice(at, at + length);
    rest = rest.slice(0, at) + " ".repeat(length) + rest.slice(at + length);
    return words;
  };
  const pass = (at: number, length: number, rule: ExemptRule): void => {
    passed.push({ text: settle(at, length), at, rule });
  };
  for (const { index, 0: address } of rest.matchAll(ADDRESS)) pass(index, address.length, "address");
  const phrases = exempt.holdsAny(rest) ? exempt.phrases : [];
  for (const phrase of phrases)
    for (const hit of phraseAt(rest, phrase.text, phrase.rule)) pass(hit.at, hit.length, hit.key);
  for (const { index, 0: unit } of rest.matchAll(unitPattern(exempt.language))) pass(index, unit.length, "unit");
  for (const { at, length, iso } of datesIn(rest, exempt.language)) {
    const rule = exempt.dates.get(iso);
    const isYear = iso.length === length;
    if (isYear && exempt.isMeasure(text.slice(0, at), text.slice(at + length)))
      loose.push({ text: settle(at, length), at, kind: "measure" });
    else if (rule === undefined) loose.push({ text: settle(at, length), at, kind: "date" });
    else pass(at, length, rule);
  }
  for (const { at, length, article } of numberHits(rest, exempt.language)) {
    if (article) pass(at, length, "one");
    else loose.push({ text: settle(at, length), at, kind: "number" });
  }
  for (const { at, length } of [...directionHits(rest, exempt.language), ...eitherHits(rest, exempt.language)])
    loose.push({ text: settle(at, length), at, kind: "direction" });
  const comparisons = comparesAny(exempt.language)(rest) ? exempt.language.comparisons : [];
  for (const word of comparisons)
    for (const { at, length } of phraseAt(rest, word, "comparison"))
      loose.push({ text: settle(at, length), at, kind: "comparison" });
  const comparing = comparativeHits(rest, exempt.language).map(({ at, length }): Loose => ({
    text: settle(at, length),
    at,
    kind: "comparative",
  }));
  const inOrder = (a: { readonly at: number }, b: { readonly at: number }): number => a.at - b.at;
  return {
    loose: loose.toSorted(inOrder),
    comparing: comparing.toSorted(inOrder),
    passed: passed.toSorted(inOrder),
  };
}

/** "CNY million" is a unit: it says how to read numbers, and is none. */
const unitPattern = onceFor(
  ({ scales }: Language) => new RegExp(String.raw`\b[A-Z]{3}[ \u00A0](?:${anyOf(Object.values(scales))})\b`, "gu"),
);

const comparesAny = onceFor(({ comparisons }: Language) => anyPhrase(comparisons));
