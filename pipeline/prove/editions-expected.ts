import type { EditionEntry } from "../model/edition.ts";
import { EDITION_LABELS } from "../model/edition-labels.ts";
import type { Language } from "../model/language.ts";
import type { Place } from "../model/place.ts";
import { inOrder, wordsOf, type Expected } from "./passages.ts";

/** What a page says of a brief's editions, where there is more than one: each with its reason, and what it changed. */
export function editionsExpected(
  editions: readonly EditionEntry[],
  { labels }: Language,
  place: Place,
): readonly Expected[] {
  if (editions.length < 2) return [];
  const says = editions.flatMap(({ dateText, kind, href, reason, changes }) => [
    `${dateText}, ${labels[EDITION_LABELS[kind]]}${href === undefined ? ` · ${labels.thisEdition}` : ""}`,
    reason,
    ...changes.map(
      ({ figure, old, new: now }) => `${figure}: ${old ?? labels.nothingBefore} → ${now ?? labels.nothingAfter}`,
    ),
  ]);
  return inOrder(...says.map((text) => wordsOf(text, place)));
}
