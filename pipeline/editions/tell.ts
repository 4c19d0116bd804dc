import type { Composed } from "../model/brief.ts";
import type { EditionEntry } from "../model/edition.ts";
import type { Stage } from "../model/stage.ts";
import { changesBetween } from "./changes.ts";

/** Tells in the Doc which editions were published before, and what this one says otherwise than the last of them. */
export const tellEditions: Stage<Composed, Composed> = (brief, host) => {
  const { records, settings, last, ledger, doc, language } = brief;
  const earlier = records.filter(({ edition }) => edition !== settings.edition.id);
  if (earlier.length === 0 || last === undefined) return { value: brief, problems: [] };
  const { edition } = doc.cover;
  const now: EditionEntry = {
    id: edition.id,
    date: edition.date,
    dateText: edition.dateText,
    kind: edition.kind,
    reason: host.publishing?.reason ?? language.labels.draft,
    changes: changesBetween(last, ledger).changes,
  };
  const before = earlier.map(({ edition: id, date, dateText, kind, reason, changes }): EditionEntry => ({
    id,
    date,
    dateText,
    kind,
    reason,
    changes,
    href: `../${id}/`,
  }));
  return { value: { ...brief, doc: { ...doc, editions: [now, ...before.toReversed()] } }, problems: [] };
};
