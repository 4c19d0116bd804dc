import { hasMore, MOST_TOLD, type EditionEntry } from "../../../model/edition.ts";
import { changeText, chartText, EDITION_LABELS } from "../../../model/edition-labels.ts";
import type { Content, ListContent, Run } from "./content.ts";
import { box } from "./boxes.ts";
import { words } from "./inlines.ts";
import { endHeading } from "./notes.ts";
import type { Setting } from "../setting.ts";

/** What a reader must know before all else, in a box under the cover. */
export function noticeContent(setting: Setting): Content[] {
  const { notice } = setting.doc;
  if (notice === undefined) return [];
  const text: Content = { kind: "text", text: [words(notice.text, { bold: true })], style: "text" };
  return [box([text], { indent: 0, padding: 10, above: 10, bar: true }, setting)];
}

/** What changed from edition to edition; nothing where there is no earlier one. */
export function editionsContent(setting: Setting): Content[] {
  const { doc, language } = setting;
  if (doc.editions.length < 2) return [];
  return [
    endHeading(language.labels.editions, "page_editions", setting),
    ...doc.editions.flatMap((edition) => editionContent(edition, setting)),
  ];
}

function editionContent(edition: EditionEntry, setting: Setting): Content[] {
  const { labels } = setting.language;
  const { dateText, kind, href, reason, changes, sentences, charts } = edition;
  const own = href === undefined ? ` · ${labels.thisEdition}` : "";
  const name = `${dateText}, ${labels[EDITION_LABELS[kind]]}${own}`;
  const told = sentences
    .slice(0, MOST_TOLD.sentences)
    .map(({ old, new: now }): Run[] => [
      ...(old === undefined ? [] : [words(old, { color: setting.palette.muted })]),
      ...(old === undefined || now === undefined ? [] : [words(" ")]),
      ...(now === undefined ? [] : [words(now)]),
    ]);
  const drawn = charts.map((chart): Run[] => [words(chartText(chart, setting.language))]);
  return [
    line([words(name, { bold: true })], setting, 6, "withNext"),
    line([words(reason)], setting, 1),
    ...list(
      changes.slice(0, MOST_TOLD.changes).map((change): Run[] => [words(changeText(change, setting.language))]),
      setting,
    ),
    ...(told.length === 0
      ? []
      : [line([words(`${labels.sentencesDiffer}:`)], setting, 3, "withNext"), ...list(told, setting)]),
    ...(drawn.length === 0
      ? []
      : [line([words(`${labels.chartsDiffer}:`)], setting, 3, "withNext"), ...list(drawn, setting)]),
    ...(href === undefined && hasMore(edition) ? [line([words(labels.moreSentences)], setting, 3)] : []),
  ];
}

const line = (text: Run[], { page }: Setting, above: number, keep?: "withNext"): Content => ({
  kind: "text",
  text,
  style: "note",
  margin: [page.indent, above, 0, 0],
  ...(keep === undefined ? {} : { keep }),
});

function list(items: readonly Run[][], { page, palette }: Setting): Content[] {
  if (items.length === 0) return [];
  const content: ListContent = {
    kind: "list",
    ordered: false,
    start: 1,
    style: "note",
    markerColor: palette.muted,
    items: items.map((text): Content => ({ kind: "text", text, style: "note", margin: [0, 1, 0, 0] })),
    margin: [page.indent, 1, 0, 0],
  };
  return [content];
}
