import type { EditionKind } from "../model/edition.ts";
import { byCodeUnit } from "../model/id.ts";
import { editionOrder, type EditionRecord } from "../model/record.ts";
import { atomFeed } from "./feed.ts";
import { editionsPage, indexPage, missingPage } from "./site-pages.ts";

/** The labels that the pages and feeds of a site print, in the language of the house. */
export interface SiteWords {
  readonly language: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<EditionKind, string>>;
}

/** What a site is made with: its words, its look, and its address where it has one. */
export interface SiteSettings {
  readonly words: SiteWords;
  readonly css: string;
  readonly baseUrl?: string;
  /** SHA-256 of a text, for ids that stay the same wherever the site stands. */
  readonly sha256: (text: string) => string;
  /** The same as base64, as a Content-Security-Policy writes it. */
  readonly sha256Base64: (text: string) => string;
}

/** All of a site that is made of records alone: indexes, feeds, "latest". The frozen files of its editions are not among it. */
export function siteLists(
  records: readonly EditionRecord[],
  frozen: (record: EditionRecord) => ReadonlyMap<string, Uint8Array>,
  settings: SiteSettings,
): ReadonlyMap<string, Uint8Array> {
  const utf8 = new TextEncoder();
  const files = new Map<string, Uint8Array>();
  const put = (path: string, text: string): unknown => files.set(path, utf8.encode(text));
  const briefs = byBrief(records);
  for (const [brief, editions] of briefs) {
    const latest = editions.at(-1);
    if (latest === undefined) continue;
    for (const [path, bytes] of frozen(latest))
      files.set(`${brief}/${path}`, path === "index.html" ? moved(bytes) : bytes);
    put(`${brief}/editions/index.html`, editionsPage(editions, settings));
    put(`${brief}/feed.xml`, atomFeed(editions, { ...settings, path: `${brief}/` }));
  }
  const all = [...records].toSorted(newestFirst);
  put(
    "index.html",
    indexPage([...briefs.values()].flatMap((editions) => editions.at(-1) ?? []).toSorted(newestFirst), settings),
  );
  put("feed.xml", atomFeed(all.toReversed(), { ...settings, path: "" }));
  put("404.html", missingPage(settings));
  // GitHub's Pages would otherwise leave out what it takes for its own.
  put(".nojekyll", "");
  if (settings.baseUrl !== undefined) {
    put("sitemap.xml", sitemap([...files.keys()], briefs, settings.baseUrl));
    put("robots.txt", `User-agent: *\nAllow: /\nSitemap: ${settings.baseUrl}sitemap.xml\n`);
  }
  return files;
}

const newestFirst = (a: EditionRecord, b: EditionRecord): number =>
  byCodeUnit(editionOrder(b.edition), editionOrder(a.edition)) || byCodeUnit(a.brief, b.brief);

function byBrief(records: readonly EditionRecord[]): ReadonlyMap<string, readonly EditionRecord[]> {
  const briefs = new Map<string, EditionRecord[]>();
  for (const record of [...records].toSorted((a, b) => byCodeUnit(a.brief, b.brief) || -newestFirst(a, b)))
    briefs.set(record.brief, [...(briefs.get(record.brief) ?? []), record]);
  return briefs;
}

/** A frozen page as it stands two folders further up, as the latest edition. */
function moved(page: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(page);
  return new TextEncoder().encode(
    text.replaceAll('href="../../"', 'href="./"').replaceAll('href="../', 'href="editions/'),
  );
}

function sitemap(
  paths: readonly string[],
  briefs: ReadonlyMap<string, readonly EditionRecord[]>,
  base: string,
): string {
  const pages = paths.filter((path) => path.endsWith("index.html")).map((path) => path.replace(/index\.html$/, ""));
  const editions = [...briefs].flatMap(([brief, list]) => list.map(({ edition }) => `${brief}/editions/${edition}/`));
  const urls = [...pages, ...editions].toSorted(byCodeUnit).map((path) => `<url><loc>${base}${path}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
}
