import type { EditionRecord } from "../model/record.ts";
import { changeText } from "./change-text.ts";
import { escaped } from "./escape.ts";
import type { SiteSettings } from "./lists.ts";

/** An Atom feed (RFC 4287) of editions, given in the order of their publication; the newest stands first. */
export function atomFeed(
  editions: readonly EditionRecord[],
  { words, baseUrl, path, sha256 }: SiteSettings & { readonly path: string },
): string {
  const [newest] = editions.toReversed();
  const base = baseUrl ?? "";
  const title = path === "" ? (words.labels["briefs"] ?? "") : (newest?.title ?? "");
  const up = path === "" ? "" : "../";
  const entries = editions.toReversed().map((record) => {
    const link = baseUrl === undefined ? `${up}${pathOf(record)}` : `${base}${pathOf(record)}`;
    return [
      "<entry>",
      `<id>${escaped(idOf(`${record.brief}/${record.edition}`, sha256))}</id>`,
      `<title>${escaped(`${record.title} (${words.kinds[record.kind]}, ${record.dateText})`)}</title>`,
      `<updated>${record.date}T00:00:00Z</updated>`,
      `<author><name>${escaped(record.institution)}</name></author>`,
      `<link href="${escaped(link)}"/>`,
      ...record.keywords.map((keyword) => `<category term="${escaped(keyword)}"/>`),
      `<summary>${escaped([ended(record.reason), ...changesOf(record, words)].join(" "))}</summary>`,
      "</entry>",
    ].join("\n");
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(words.language)}">`,
    `<id>${escaped(idOf(path === "" ? "all" : path, sha256))}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${newest?.date ?? "1970-01-01"}T00:00:00Z</updated>`,
    ...(baseUrl === undefined ? [] : [`<link rel="self" href="${escaped(`${base}${path}feed.xml`)}"/>`]),
    ...entries,
    "</feed>",
    "",
  ].join("\n");
}

const pathOf = ({ brief, edition }: EditionRecord): string => `${brief}/editions/${edition}/`;

/** An id that stays wherever the site stands: a UUID made of a name (RFC 9562, 5.8). */
function idOf(name: string, sha256: SiteSettings["sha256"]): string {
  const hash = sha256(`footing:${name}`);
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return `urn:uuid:${parts.join("-")}`;
}

/** What changed, as a feed tells it: flipped words first, then figures, how many sentences, and which charts. */
function changesOf(
  { changes, sentences, charts }: EditionRecord,
  { labels }: SiteSettings["words"],
): readonly string[] {
  const told = changes.slice(0, MOST_TOLD).map((each) => `${changeText(each, labels)}.`);
  const more = changes.length > MOST_TOLD ? ["…"] : [];
  const count = sentences.length > 0 ? [`${labels["changedSentences"] ?? ""}: ${sentences.length}.`] : [];
  const drawn = charts.map(({ title }) => title).join("; ");
  return [...told, ...more, ...count, ...(drawn === "" ? [] : [ended(`${labels["changedCharts"] ?? ""}: ${drawn}`)])];
}

const ended = (text: string): string => (/[.!?…]["”’»)]*$/u.test(text) ? text : `${text}.`);

const MOST_TOLD = 20;
