import { readFileSync } from "node:fs";

const real = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

/** The files of a small brief, "b", in which nothing is wrong, with the house's own theme and English. */
export const SMALL_BRIEF: Readonly<Record<string, string>> = {
  "data/b/brief.yaml": `title: A small brief
subtitle: On money
institution: The Footing project
authors: [{ literal: The Footing project }]
keywords: [money, science]
language: en-GB
template: small
edition: { date: 2023-06-20, kind: first }
dates: [2015-03-30, 2016-07, 2013]
names: ["Thousand Talents"]
`,
  "data/b/sources.yaml": `anso-annual-reports: { type: report, title: Annual reports, author: [{ literal: ANSO }], issued: 2022 }
bai-2018: { type: article-journal, title: "Road, rail", author: [{ family: Bai, given: Chunli }], volume: 32, page: 130-131, issued: 2018-04-19, URL: "https://example.org/a" }
`,
  "data/b/discrepancies.yaml": `dbar-themes: { at: [anso.themes, anso.research.shift, anso, bai-2018, shares], found: 2023-06-20, says: Seven., resolution: Three., expects: { code: list/count, at: anso.themes } }
`,
  "data/b/anso.yaml": `title: ANSO budget by sector
source: anso-annual-reports
rounding: half-up
figures:
  total_2021: { value: 91, unit: CNY million, basis: outturn, period: 2021 }
  total_2022: { value: 147, unit: CNY million, period: 2022 }
  universities: { value: 150, unit: count of universities, qualifier: more than, rounding: exact, source: bai-2018, class: literature }
lists:
  themes: { items: [environmental change, coastal zones, water], stated: 7 }
columns:
  sector: { type: id }
  label: { type: text }
  share_2021: { unit: "% of total_2021" }
  share_2022: { unit: "% of total_2022", rounding: truncate }
rows:
  - { sector: research, label: Research projects, share_2021: 30, share_2022: 23.0 }
  - { sector: other, label: "Others, all", share_2021: 70, share_2022: 77.0 }
checks:
  - { sum: share_2021, to: 100 }
  - { part: total_2021, of: total_2022 }
derive:
  each:
    amount_2021: share_2021 * total_2021
    shift: "share_2022 * total_2022 - amount_2021"
  once: { total_shift: total_2022 - total_2021 }
`,
  "templates/small/prose.md.hbs": "Some prose.\n",
  "templates/small/tables/shares.yaml": `rows: anso
caption: Shares
columns:
  - { column: label, heading: Sector, head: true }
  - { column: share_2021, heading: "%", group: "2021", decimals: 1, sign: true }
total: { label: Total, figures: { share_2021: total_2021 } }
notes: [A note.]
`,
  "templates/small/charts/shift.vl.json": `{"data": {"name": "anso"}, "mark": "bar"}\n`,
  "templates/small/charts/shift.yaml": `title: Money moved
subtitle: CNY million
alt: Bars.
fields: { shift_text: { column: shift, decimals: 1, sign: true } }
`,
  "templates/house/theme.yaml": real("templates/house/theme.yaml"),
  "templates/house/languages/en.yaml": real("templates/house/languages/en.yaml"),
  "templates/house/languages/de.yaml": real("templates/house/languages/de.yaml"),
  "templates/house/page.html.hbs": "<!doctype html>\n",
  "templates/house/brief.css": "body { }\n",
};
