import type { WhatChanged } from "../model/edition.ts";
import type { EditionRecord } from "../model/record.ts";
import { byCodeUnit } from "../model/id.ts";
import { escaped } from "./escape.ts";
import { listPage, searchBox } from "./list-page.ts";
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
  const dates = `<h2 id="by-date">${label("byDate")}</h2>\n<ol class="briefs">\n${items.join("\n")}\n</ol>`;
  const body = `${searchBox(label)}\n${dates}\n${byKeyword(latest, label("byKeyword"))}`;
  return listPage({ title: labels["briefs"] ?? "", root: "./", feed: true, body, script: SEARCH_SCRIPT }, settings);
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
  return listPage({ title, root: "../../", feed: true, body }, settings);
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
  listPage(
    { title: settings.words.labels["pageMissing"] ?? "", root: settings.baseUrl ?? "./", feed: true, body: "" },
    settings,
  );
