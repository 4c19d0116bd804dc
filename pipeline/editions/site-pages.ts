import type { WhatChanged } from "../model/edition.ts";
import type { EditionRecord } from "../model/record.ts";
import { escaped } from "./escape.ts";
import type { SiteSettings } from "./lists.ts";

/** The index of a site: every brief in its latest edition, the newest first. */
export function indexPage(latest: readonly EditionRecord[], settings: SiteSettings): string {
  const { labels, kinds } = settings.words;
  const items = latest.map(
    ({ brief, title, subtitle, date, dateText, kind, abstract, keywords, language }) =>
      `<li lang="${escaped(language)}">
<h2><a href="${brief}/">${escaped(title)}</a></h2>
${subtitle === undefined ? "" : `<p class="subtitle">${escaped(subtitle)}</p>`}
<p class="dates"><time datetime="${date}">${escaped(dateText)}</time> · ${escaped(kinds[kind])} · <a href="${brief}/editions/">${escaped(labels["editions"] ?? "")}</a></p>
<p>${escaped(abstract)}</p>
<p class="keywords">${keywords.map(escaped).join(" · ")}</p>
</li>`,
  );
  return page(labels["briefs"] ?? "", "", `<ol class="briefs">\n${items.join("\n")}\n</ol>`, settings);
}

/** The list of a brief's editions, the newest first, each with why it was published and what it changed. */
export function editionsPage(editions: readonly EditionRecord[], settings: SiteSettings): string {
  const { labels, kinds } = settings.words;
  const items = editions.toReversed().map(
    ({ edition, date, dateText, kind, reason, changes, sentences, charts }) =>
      `<li id="edition-${edition}">
<h2><a href="${edition}/"><time datetime="${date}">${escaped(dateText)}</time>, ${escaped(kinds[kind])}</a></h2>
<p>${escaped(reason)}</p>
${changesHtml(edition, { changes, sentences, charts }, labels)}
</li>`,
  );
  const [latest] = editions.toReversed();
  const head = `<p><a href="../">${escaped(labels["latestEdition"] ?? "")}</a> · <a href="../feed.xml">Atom</a></p>`;
  return page(
    `${latest?.title ?? ""}: ${labels["editions"] ?? ""}`,
    "../../",
    `${head}\n<ol class="editions" reversed>\n${items.join("\n")}\n</ol>`,
    settings,
  );
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
  page(settings.words.labels["pageMissing"] ?? "", settings.baseUrl ?? "", "", settings);

function page(title: string, root: string, body: string, { words, css }: SiteSettings): string {
  return `<!DOCTYPE html>
<html lang="${escaped(words.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="alternate" type="application/atom+xml" href="${root}feed.xml" title="Atom">
<style>${css}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
<footer><p><a href="${root}">${escaped(words.labels["briefs"] ?? "")}</a> · <a href="${root}feed.xml">Atom</a> · <a href="${root}SHA256SUMS">SHA256SUMS</a></p></footer>
</body>
</html>
`;
}
