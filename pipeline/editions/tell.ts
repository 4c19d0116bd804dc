import type { Composed } from "../model/brief.ts";
import type { EditionEntry, EditionNotice } from "../model/edition.ts";
import { editionOrder } from "../model/record.ts";
import type { Stage } from "../model/stage.ts";
import { changesBetween } from "./changes.ts";
import { changedCharts } from "./charts.ts";
import { changedSentences } from "./sentences.ts";

/** Tells in the Doc which editions were published before, and what this one says otherwise than the last of them. */
export const tellEditions: Stage<Composed, Composed> = (brief, host) => {
  const { records, settings, before: kept, ledger, doc, language } = brief;
  const { edition } = doc.cover;
  const own = records.find(({ edition: id }) => id === settings.edition.id);
  const reason = host.publishing?.reason ?? own?.reason ?? language.labels.draft;
  const earlier = records.filter(({ edition: id }) => editionOrder(id) < editionOrder(edition.id));
  if (kept === undefined || earlier.length === 0) return { value: brief, problems: [] };
  // Of a brief that is taken back nothing is revised.
  const isWithdrawn = edition.kind === "withdrawal";
  const { changes, substantial } = isWithdrawn
    ? { changes: [], substantial: true }
    : changesBetween(kept.ledger, ledger, language);
  const drawn = new Map([...brief.drawings].map(([id, { download }]) => [String(id), download.svg]));
  const now: EditionEntry = {
    id: edition.id,
    date: edition.date,
    dateText: edition.dateText,
    kind: edition.kind,
    reason,
    substantial,
    changes,
    sentences: isWithdrawn ? [] : changedSentences(kept.doc, doc),
    charts: isWithdrawn ? [] : changedCharts(kept, drawn),
  };
  const before = earlier.map((record): EditionEntry => ({
    id: record.edition,
    date: record.date,
    dateText: record.dateText,
    kind: record.kind,
    reason: record.reason,
    substantial: record.substantial,
    changes: record.changes,
    sentences: [],
    charts: [],
    href: `../${record.edition}/`,
  }));
  const editions = [now, ...before.toReversed()];
  const notice = noticeOf(now, earlier.at(-1)?.dateText ?? "", brief);
  return { value: { ...brief, doc: { ...doc, editions, ...(notice ? { notice } : {}) } }, problems: [] };
};

/** What stands at the top of an edition that is taken back, or that differs in substance from the one before. */
function noticeOf(
  { kind, dateText, reason, substantial }: EditionEntry,
  before: string,
  { language: { labels } }: Composed,
): EditionNotice | undefined {
  if (kind === "withdrawal") return { kind, text: `${labels.noticeWithdrawal.replace("{date}", dateText)} ${reason}` };
  if (!substantial) return undefined;
  return { kind: "substantial", text: labels.noticeSubstantial.replace("{date}", before) };
}
