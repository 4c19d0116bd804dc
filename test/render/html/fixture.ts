import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { parse } from "yaml";
import type { Block, Chart, DiscrepancyEntry, Doc, FigureInline, HeaderCell, Inline, Note, Paragraph, Section, Table, TableRow } from "../../../pipeline/model/doc.ts";
import type { Drawing, Picture } from "../../../pipeline/model/drawing.ts";
import type { BlockId, BriefId, ChartId, EditionId, FigureId, SourceId, TableId } from "../../../pipeline/model/id.ts";
import type { Language } from "../../../pipeline/model/language.ts";
import type { Theme } from "../../../pipeline/model/theme.ts";
import { openTypefaces, type Typefaces } from "../../../pipeline/type/typefaces.ts";
import type { HtmlInput } from "../../../pipeline/render/html/html.ts";

// Ids are made in load alone; a test is in its place here.
const id = <Id extends BlockId | BriefId | ChartId | EditionId | FigureId | SourceId | TableId>(text: string): Id => text as Id;
const place = { file: "templates/test/prose.md.hbs", line: 1, column: 1 };

export const HOSTILE = `<script>document.title = "broken"</script> "><img src=x onerror="document.title='broken'"> \`{{title}}\` \u202egnp.exe`;

export const text = (words: string): Inline => ({ kind: "text", text: words, place });
export const figure = (name: string, words: string, value: string, spoken?: string): FigureInline => ({
  kind: "figure",
  figure: id(name),
  text: words,
  value,
  show: "number",
  class: "data",
  place,
  ...(spoken === undefined ? {} : { spoken }),
});
const note = (number: number): Inline => ({ kind: "noteReference", number, note: id(`note-${number}`), id: id(`ref-${number}`), place });
const doubt = (letter: string, first: boolean): Inline => ({
  kind: "discrepancyReference",
  letter,
  target: id(`discrepancy-${letter}`),
  place,
  ...(first ? { id: id(`discrepancy-ref-${letter}`) } : {}),
});
const link = (href: string, words: string): Inline => ({ kind: "link", href, children: [text(words)], place });
const emphasis = (words: string): Inline => ({ kind: "emphasis", children: [text(words)], place });
const see = (target: string, words: string): Inline => ({ kind: "crossReference", target: id(target), text: words, place });

export const paragraph = (name: string, ...inlines: readonly Inline[]): Paragraph => ({ kind: "paragraph", id: id(name), inlines, place });
export const section = (name: string, role: Section["role"], heading: string, ...blocks: readonly Block[]): Section => ({
  kind: "section",
  id: id(name),
  level: 1,
  role,
  heading: heading === "" ? [] : [text(heading)],
  blocks,
  place,
});

/** A language file as the page gets it. */
export function language(tag: string): Language {
  const file = readFileSync(`templates/house/languages/${tag.slice(0, 2)}.yaml`, "utf8");
  return { ...(parse(file) as Omit<Language, "tag">), tag };
}

const head = (words: string, more: Partial<HeaderCell> = {}): HeaderCell => ({
  inlines: words === "" ? [] : [text(words)],
  scope: "column",
  columnSpan: 1,
  rowSpan: 1,
  align: "end",
  ...more,
});
const cell = (...inlines: readonly Inline[]): TableRow["cells"][number] => ({ inlines, head: false, align: "end" });
const rowHead = (words: string): TableRow["cells"][number] => ({ inlines: [text(words)], head: true, align: "start" });
const signed = (name: string, value: string): FigureInline => {
  const minus = value.startsWith("-");
  return minus ? figure(name, value.replace("-", "\u2212"), value, `minus ${value.slice(1)}`) : figure(name, `+${value}`, value);
};

const SECTORS: readonly (readonly string[])[] = [
  ["Secretariat daily operation", "8", "6", "7.3", "8.8", "1.5", "-2"],
  ["Training and fellowship", "7", "9", "6.4", "13.2", "6.9", "2"],
  ["Research projects", "30", "23", "27.3", "33.8", "6.5", "-7"],
  ["Network development", "4", "3", "3.6", "4.4", "0.8", "-1"],
  ["Strategic advisory", "9", "3", "8.2", "4.4", "-3.8", "-6"],
  ["Scholarships", "42", "56", "38.2", "82.3", "44.1", "14"],
];
const COLUMNS = ["share_2021", "share_2022", "amount_2021", "amount_2022", "shift", "shift_pp"];

function sectorRow(values: readonly string[], index: number): TableRow {
  const [name = "", ...numbers] = values;
  const cells = numbers.map((value, column) => {
    const figureName = `anso.row_${index}.${COLUMNS[column]}`;
    return cell(column > 3 ? signed(figureName, value) : figure(figureName, value, value));
  });
  return { kind: name === "Total" ? "total" : "body", cells: [rowHead(name), ...cells] };
}

const sectors: Table = {
  kind: "table",
  id: id("money"),
  table: id("money"),
  number: 1,
  caption: [text("ANSO’s budget by sector: scholarships gain what research and advice lose")],
  columns: ["label", ...COLUMNS].map((column, index) => ({ column, align: index === 0 ? "start" : "end", head: index === 0 })),
  headers: [
    [
      head("Sector", { rowSpan: 2, align: "start" }),
      head("Share of the total, %", { scope: "columnGroup", columnSpan: 2, align: "centre" }),
      head("Implied, CNY million", { scope: "columnGroup", columnSpan: 2, align: "centre" }),
      head("Change", { scope: "columnGroup", columnSpan: 2, align: "centre" }),
    ],
    [head("2021"), head("2022 plan"), head("2021"), head("2022 plan"), head("CNY million"), head("points")],
  ],
  rows: [...SECTORS, ["Total", "100", "100", "91", "147", "56", "0"]].map(sectorRow),
  notes: [paragraph("money-note", text("Shares are printed as whole per cents, so an implied amount can be off by half a point of the total."))],
  source: [text("ANSO Annual Reports, ANSO Secretariat, Beijing.")],
  csv: "tables/money.csv",
  place,
};

const COUNTRIES = [["South Korea", "50,600"], ["Thailand", "28,608"], ["Pakistan", "28,023"], ["India", "23,198"], ["United States", "20,996"]] as const;
const students: Table = {
  kind: "table",
  id: id("students"),
  table: id("students"),
  number: 2,
  caption: [text("International students in China by country of origin, 2018")],
  columns: [
    { column: "rank", align: "end", head: false },
    { column: "label", align: "start", head: true },
    { column: "students", align: "end", head: false },
  ],
  headers: [[head("Rank"), head("Country", { align: "start" }), head("Students")]],
  rows: COUNTRIES.map(([name, number], index) => ({
    kind: "body",
    cells: [
      cell(figure(`students.row_${index}.rank`, String(index + 1), String(index + 1))),
      rowHead(name),
      cell(figure(`students.row_${index}.students`, number, number.replace(",", ""))),
    ],
  })),
  notes: [],
  source: [text("Statistical report on international students in China for 2018, "), emphasis("Ministry of Education"), text(", Beijing.")],
  csv: "tables/students.csv",
  place,
};

const chart: Chart = {
  kind: "chart",
  id: id("shares"),
  chart: id("shares"),
  number: 1,
  title: [text("Scholarships now take more than half of the budget")],
  subtitle: [text("Share of ANSO’s budget, per cent")],
  source: [text("ANSO Annual Reports.")],
  alt: [text("A dumbbell chart of six sectors. Scholarships rise from "), figure("anso.row_5.share_2021", "42", "42"), text(" to 56 per cent; research falls from 30 to 23.")],
  labels: [],
  data: {
    columns: sectors.columns.slice(0, 3),
    headers: [[head("Sector", { align: "start" }), head("2021"), head("2022 plan")]],
    rows: sectors.rows.slice(0, 6).map((row) => ({ ...row, cells: row.cells.slice(0, 3) })),
  },
  svg: "charts/shares.svg",
  place,
};

function picture(width: number, step: number): Picture {
  const x = (value: string): number => 10 + (Number(value) / 60) * (width - 60);
  const rows = SECTORS.map(([name = "", before = "0", after = "0"], index) => {
    const y = 40 + index * step;
    return [
      `<text x="0" y="${y - 12}" font-weight="600" fill="var(--ink)">${name}</text>`,
      `<path d="M${x(before).toFixed(1)},${y}H${x(after).toFixed(1)}" stroke="var(--${Number(after) > Number(before) ? "rising" : "falling"})" stroke-width="3" clip-path="url(#clip0)"></path>`,
      `<circle cx="${x(before).toFixed(1)}" cy="${y}" r="5" fill="var(--background)" stroke="var(--muted)" stroke-width="2"></circle>`,
      `<circle cx="${x(after).toFixed(1)}" cy="${y}" r="5.5" fill="var(--ink)"></circle>`,
      `<text x="${(Math.max(Number(x(before)), Number(x(after))) + 12).toFixed(1)}" y="${y + 5}" fill="var(--muted)">${after}</text>`,
    ].join("");
  });
  const height = 40 + SECTORS.length * step;
  const clip = `<defs><clipPath id="clip0"><rect width="${width}" height="${height}"></rect></clipPath></defs>`;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Source Sans 3" font-size="13.5">${clip}${rows.join("")}</svg>`,
    width,
    height,
  };
}

const drawing: Drawing = {
  id: id("shares"),
  print: picture(451, 40),
  download: picture(640, 44),
  wide: picture(640, 44),
  narrow: picture(340, 48),
  numbers: [],
  texts: [],
  extent: undefined,
};

const NOTES: readonly Note[] = Array.from({ length: 25 }, (_, index) => {
  const number = index + 1;
  const inlines =
    number === 11
      ? [text("Ibid.")]
      : [text("Bai Chunli, “"), link("https://example.org/road", "Road to Innovation"), text("”, "), emphasis("Bulletin of the Chinese Academy of Sciences"), text(", 32(3), 2018, pp. 130–131.")];
  return { number, id: id(`note-${number}`), referenceId: id(`ref-${number}`), sources: [], inlines, place };
});

const DISCREPANCY: DiscrepancyEntry = {
  letter: "a",
  id: id("discrepancy-a"),
  name: "themes",
  found: "2023-06-20",
  foundText: "20 June 2023",
  says: [text("The source speaks of "), figure("dbar.stated", "seven", "7"), text(" themes and lists eight.")],
  resolution: [text("The brief counts what is listed.")],
  place,
};

const FILLER =
  "Cooperation runs on several tracks, and the academy has a hand in all of them. It trains researchers, keeps stations abroad, and pays for the satellites that watch the coasts; its partners bring the questions, and often the fields, the lakes and the patients as well. ";

const running = (name: string, first: number, last: number): readonly Paragraph[] =>
  Array.from({ length: last - first + 1 }, (_, index) => paragraph(`${name}-p${index + 1}`, text(FILLER + FILLER), note(first + index)));

const BODY: readonly Section[] = [
  section(
    "summary",
    "summary",
    "Summary",
    paragraph("summary-p1", text("Research lost share and gained money. Its part of the budget fell to "), figure("anso.row_2.share_2022", "23 per cent", "23"), text(", and its money "), { kind: "word", figure: id("anso.row_2.shift"), text: "rose", value: "6.51", class: "derived", place }, text(" by about "), figure("anso.row_2.shift", "CNY 7 million", "6.51"), text(".")),
    {
      kind: "keyFigures",
      id: id("summary-k1"),
      place,
      entries: [
        { number: [figure("anso.row_5.share_2022", "56 per cent", "56")], label: [text("of the budget planned for scholarships")] },
        { number: [figure("anso.row_2.shift", "CNY 7 million", "6.51")], label: [text("more for research, all the same")] },
        { number: [figure("students.total", "492,185", "492185")], label: [text("international students in China")] },
      ],
    },
  ),
  section("introduction", "introduction", "", ...running("introduction", 1, 4)),
  section(
    "initiatives",
    "text",
    "Initiatives, in figures",
    ...running("initiatives", 5, 10),
    paragraph("initiatives-see", text("As "), see("money", "Table 1"), text(" and "), see("shares", "Figure 1"), text(" show, advice fell by "), figure("anso.row_4.shift", "\u22123.8", "-3.8", "minus 3.8"), text("; the programme has "), figure("dbar.themes", "eight", "8"), text(" themes."), doubt("a", true), text(" Write to "), link("mailto:desk@example.org", "the desk"), text(".")),
    sectors,
    chart,
    paragraph("initiatives-again", text("The count is in doubt,"), doubt("a", false), { kind: "break", place }, { kind: "strong", children: [text("and said to be so")], place }, text(".")),
    { kind: "list", id: id("initiatives-l1"), ordered: false, place, items: [[paragraph("initiatives-l1-p1", text("water, at the lakes"))], [paragraph("initiatives-l1-p2", text("weather and space"), note(11))]] },
    { kind: "list", id: id("initiatives-l2"), ordered: true, place, items: [[paragraph("initiatives-l2-p1", text("train"))], [paragraph("initiatives-l2-p2", text("equip"))]] },
    {
      ...section("tracks", "text", "A track of its own", ...running("tracks", 12, 14), {
        kind: "definitions",
        id: id("tracks-d1"),
        place,
        entries: [{ term: [{ kind: "abbreviation", text: "CAS", title: "Chinese Academy of Sciences", place }], description: [text("the academy")] }],
      }),
      level: 2,
    },
  ),
  section(
    "assessment",
    "text",
    "Assessment",
    students,
    ...running("assessment", 15, 20),
    { kind: "quote", id: id("assessment-q1"), place, blocks: [paragraph("assessment-q1-p1", text("Cooperation pays where the rules are open to all. In French, "), { kind: "language", language: "fr", direction: "ltr", children: [text("les règles du jeu")], place }, text("; in Arabic, "), { kind: "language", language: "ar", direction: "rtl", children: [text("قواعد اللعبة")], place }, text("."))] },
    { kind: "callout", id: id("assessment-c1"), place, heading: [text("What this can’t say")], blocks: [paragraph("assessment-c1-p1", text("Whole per cents hide up to half a point."))] },
    ...running("assessment-more", 21, 25),
  ),
  section("hostile", "text", HOSTILE, paragraph("hostile-p1", text(HOSTILE), link(`https://example.org/"onmouseover="x`, "quoted"))),
  section("about", "about", "About this brief", paragraph("about-p1", text("The figures come from a published paper; the wording is ours."))),
  section("disclaimer", "disclaimer", "Disclaimer", paragraph("disclaimer-p1", text("The views are those of the authors."))),
];

/** A brief with one of everything that a page draws, and text that means harm. */
export const DOC: Doc = {
  schema: 1,
  brief: id("test-brief"),
  language: "en-GB",
  cover: {
    title: [text("Science on the Belt and Road")],
    subtitle: [text("What a small budget says about a large promise")],
    series: "Footing Sample Briefs",
    number: "1",
    institution: "The Footing project",
    authors: ["The Footing project"],
    keywords: ["science cooperation", HOSTILE],
    licence: "CC BY 4.0",
    edition: { id: id("2023-06-20"), date: "2023-06-20", dateText: "20 June 2023", kind: "first" },
    citation: "The Footing project, Science on the Belt and Road, Footing Sample Briefs No. 1, 20 June 2023.",
  },
  body: BODY,
  notes: NOTES,
  discrepancies: [DISCREPANCY],
  sources: [{ id: id("bai-2018"), type: "article-journal", title: `Road to Innovation ${HOSTILE}`, author: [{ family: "Bai", given: "Chunli" }], issued: [2018, 3], place }],
  abstract: "Research lost share and gained money. Its part of the budget fell, and its money rose, while scholarships took more than half of the whole.",
};

const opened = await openTypefaces({
  read: () => undefined,
  list: () => undefined,
  packageFile: (path) => readFileSync(`node_modules/${path}`),
  sha256: () => "",
  sha256Base64: () => "",
  replaceOutput: () => undefined,
});

// A subset takes a third of a second, and most pages here want the same.
const subsets = new Map<string, Promise<Uint8Array>>();
const typefaces: Typefaces = {
  ...opened,
  subsetWoff2(face, characters) {
    const key = `${JSON.stringify(face)} ${characters}`;
    const made = subsets.get(key) ?? opened.subsetWoff2(face, characters);
    subsets.set(key, made);
    return made;
  },
};

/** What a page is made of, with another Doc or language where a test wants one. */
export function input(changes: Partial<HtmlInput> = {}): HtmlInput {
  return {
    doc: DOC,
    drawings: new Map([[drawing.id, drawing]]),
    theme: parse(readFileSync("templates/house/theme.yaml", "utf8")) as Theme,
    language: language("en-GB"),
    house: {
      page: readFileSync("templates/house/page.html.hbs", "utf8"),
      css: readFileSync("templates/house/brief.css", "utf8"),
    },
    typefaces,
    sha256Base64: (bytes) => createHash("sha256").update(bytes).digest("base64"),
    datasets: [{ name: "ANSO budget by sector", description: "Shares of the budget of ANSO by sector, outturn of 2021 and plan of 2022.", csv: "tables/money.csv", period: "2021/2022" }],
    ...changes,
  };
}
