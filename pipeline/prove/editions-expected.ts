import { MOST_TOLD, type EditionEntry } from "../model/edition.ts";
import { changeText, chartText, EDITION_LABELS } from "../model/edition-labels.ts";
import type { Language } from "../model/language.ts";
import type { Place } from "../model/place.ts";
import { inOrder, wordsOf, type Expected } from "./passages.ts";

/** What page and PDF say of a brief's editions, where there is more than one: each with its reason, and what it changed. */
export function editionsExpected(
  editions: readonly EditionEntry[],
  language: Language,
  place: Place,
): readonly Expected[] {
  if (editions.length < 2) return [];
  const { labels } = language;
  const says = editions.flatMap(({ dateText, kind, href, reason, changes, sentences, charts }) => [
    `${dateText}, ${labels[EDITION_LABELS[kind]]}${href === undefined ? ` · ${labels.thisEdition}` : ""}`,
    reason,
    ...changes.slice(0, MOST_TOLD.changes).map((change) => changeText(change, language)),
    ...sentences.slice(0, MOST_TOLD.sentences).map(({ old = "", new: now = "" }) => `${old} ${now}`.trim()),
    ...charts.map((chart) => chartText(chart, language)),
  ]);
  return inOrder(...says.map((text) => wordsOf(text, place)));
}
