import type { WhatChanged } from "../model/edition.ts";
import type { EditionRecord } from "../model/record.ts";
import { byCodeUnit } from "../model/id.ts";
import { escaped } from "./escape.ts";
import type { SiteSettings } from "./lists.ts";
import { SEARCH_SCRIPT } from "./search-script.ts";

/** The index of a site: every brief in its latest edition, by date with the newest first, then by keyword. */
export function indexPage(latest: readonly EditionRecord[], settings: SiteSettings): string {
  const { labels, kinds } = settings.words;
  const label = (name: string): string => escaped(labels[name] ?? "");
  const items = latest.map(
    ({ brief, title, subtitle, date, dateText, kind, abstract, keywords, language }) =>
      `<li lang="${escaped(language)}">
<h3><a href="${brief}/">${escaped(title)}</a></h3>
${subtitle === undefined ? "" : `<p class="subtitle">${escaped(subtitle)}</p>`}
<p class="dates"><time datetime="${date}">${escaped(dateText)}</time> · ${escaped(kinds[kind])} · <a href="${brief}/editions/">${label("editions")}</a></p>
<p>${escaped(abstract)}</p>
<p class="keywords">${keywords.map(escaped).join(" · ")}</p>
</li>`,
  );
  const search = `<search hidden>
<label for="words">${label("search")}</label> <input id="words" type="search" autocomplete="off">
<p role="status" data-pattern="${label("briefsFound")}"></p>
</search>`;
  const dates = `<h2 id="by-date">${label("byDate")}</h2>\n<ol class="briefs">\n${items.join("\n")}\n</ol>`;
  const body = `${search}\n${dates}\n${byKeyword(latest, label("byKeyword"))}`;
  return page({ title: labels["briefs"] ?? "", root: "./", body, script: SEARCH_SCRIPT }, settings);
}

/** Every keyword, in the order of their letters, with the briefs that bear it. */
function byKeyword(latest: readonly EditionRecord[], heading: string): string {
  const keywords = [...new Set(latest.flatMap((record) => record.keywords))];
  if (keywords.length === 0) return "";
  const folded = (text: string): string => text.normalize("NFKD").toLowerCase();
  const entries = keywords
    .toSorted((a, b) => byCodeUnit(folded(a), folded(b)) || byCodeUnit(a, b))
    .map((keyword) => {
      const briefs = latest
        .filter((record) => record.keywords.includes(keyword))
        .map(
          ({ brief, title, language }) =>
            `<li lang="${escaped(language)}"><a href="${brief}/">${escaped(title)}</a></li>`,
        );
      return `<li><h3>${escaped(keyword)}</h3>\n<ul>\n${briefs.join("\n")}\n</ul></li>`;
    });
  return `<h2 id="by-keyword">${heading}</h2>\n<ul class="by-keyword">\n${entries.join("\n")}\n</ul>`;
}

/** The list of a brief's editions, the newest first, each with why it was published and what it changed. */
export function editionsPage(editions: readonly EditionRecord[], settings: SiteSettings): string {
  const { labels, kinds } = settings.words;
  const items = editions.toReversed().map(
    ({ edition, date, dateText, kind, reason, changes, sentences, charts }) =>
      `<li>
<h2 id="edition-${edition}"><a href="${edition}/"><time datetime="${date}">${escaped(dateText)}</time>, ${escaped(kinds[kind])}</a></h2>
<p>${escaped(reason)}</p>
${changesHtml(edition, { changes, sentences, charts }, labels)}
</li>`,
  );
  const [latest] = editions.toReversed();
  const head = `<p><a href="../">${escaped(labels["latestEdition"] ?? "")}</a> · <a href="../feed.xml">Atom</a></p>`;
  const title = `${latest?.title ?? ""}: ${labels["editions"] ?? ""}`;
  const body = `${head}\n<ol class="editions" reversed>\n${items.join("\n")}\n</ol>`;
  return page({ title, root: "../../", body }, settings);
}

/** What an edition changed: flipped words and figures, sentences, and charts before and after. */
function changesHtml(edition: string, { changes, sentences, charts }: WhatChanged, labels: Labels): string {
  const side = (name: "del" | "ins", text: string | undefined): string =>
    text === undefined ? "" : `<${name}>${escaped(text)}</${name}>`;
  const sides = ({ old, new: now }: { readonly old?: string; readonly new?: string }, between: string): string =>
    [side("del", old), side("ins", now)].filter((each) => each !== "").join(between);
  const figures = changes.map((each) => {
    const way = each.by ?? (each.change === "flipped" || each.change === "revised" ? undefined : labels[each.change]);
    return `<li>${escaped(each.name)}: ${sides(each, " → ")}${way === undefined ? "" : ` (${escaped(way)})`}</li>`;
  });
  const said = sentences.map((each) => `<li>${escaped(each.where)}: ${sides(each, "<br>")}</li>`);
  const picture = (title: string, path: string | undefined, label: string): string =>
    path === undefined
      ? ""
      : `<figure><img src="${edition}/${escaped(path)}" alt="${escaped(title)}" loading="lazy"><figcaption>${escaped(label)}</figcaption></figure>`;
  const drawn = charts.map(
    ({ title, old, new: now }) =>
      `<li><p>${escaped(title)}</p><div class="charts">${picture(title, old, labels["before"] ?? "")}${picture(title, now, labels["now"] ?? "")}</div></li>`,
  );
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["changedFigures", figures],
    ["changedSentences", said],
    ["changedCharts", drawn],
  ];
  return lists
    .filter(([, items]) => items.length > 0)
    .map(
      ([name, items]) =>
        `<details><summary>${escaped(labels[name] ?? "")} (${items.length})</summary>\n<ul>\n${items.join("\n")}\n</ul></details>`,
    )
    .join("\n");
}

type Labels = SiteSettings["words"]["labels"];

/** The page for an address that leads nowhere. */
export const missingPage = (settings: SiteSettings): string =>
  page({ title: settings.words.labels["pageMissing"] ?? "", root: settings.baseUrl ?? "./", body: "" }, settings);

interface Page {
  readonly title: string;
  /** The way to the index of the site. */
  readonly root: string;
  readonly body: string;
  readonly script?: string;
}

function page({ title, root, body, script }: Page, { words, css, sha256Base64 }: SiteSettings): string {
  const label = (name: string): string => escaped(words.labels[name] ?? "");
  const policy = [
    "default-src 'none'",
    // From disk, a page's own files are of no origin.
    "img-src 'self' file:",
    `style-src 'sha256-${sha256Base64(css)}'`,
    ...(script === undefined ? [] : [`script-src 'sha256-${sha256Base64(script)}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${escaped(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="alternate" type="application/atom+xml" href="${root}feed.xml" title="Atom">
<style>${css}</style>
</head>
<body>
<a class="skip" href="#text">${label("skip")}</a>
<main id="text">
<h1>${escaped(title)}</h1>
${body}
</main>
<footer><p><a href="${root}">${label("briefs")}</a> · <a href="${root}feed.xml">Atom</a> · <a href="${root}SHA256SUMS">SHA256SUMS</a></p></footer>
${script === undefined ? "" : `<script>${script}</script>\n`}</body>
</html>
`;
}
