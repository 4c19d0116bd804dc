import { readFileSync } from "node:fs";
import type { BlockId, BriefId, ChartId, EditionId, FigureId, TableId } from "../../../pipeline/model/id.ts";
import type { Block, Chart, Doc, DiscrepancyEntry, Inline, Note, Paragraph, Section, Table, TableRow } from "../../../pipeline/model/doc.ts";
import type { Drawing, Picture } from "../../../pipeline/model/drawing.ts";
import { LABELS, type Label, type Language } from "../../../pipeline/model/language.ts";
import type { Host } from "../../../pipeline/model/stage.ts";
import type { Theme } from "../../../pipeline/model/theme.ts";
import { openTypefaces, type Typefaces } from "../../../pipeline/type/typefaces.ts";

/** A brief made by hand, with something of everything that a Doc can hold. */

const place = { file: "templates/x/prose.md.hbs", line: 1, column: 1 };
// Ids are branded, and only load makes them; a test has to say so.
export const block = (id: string): BlockId => id as BlockId;
const figureId = (id: string): FigureId => id as FigureId;

export const text = (words: string): Inline => ({ kind: "text", text: words, place });
const emphasis = (words: string): Inline => ({ kind: "emphasis", children: [text(words)], place });
const strong = (words: string): Inline => ({ kind: "strong", children: [text(words)], place });
const figure = (words: string): Inline => ({ kind: "figure", figure: figureId("anso.x"), text: words, value: "1", show: "number", class: "data", place });
const word = (words: string): Inline => ({ kind: "word", figure: figureId("anso.x"), text: words, value: "1", class: "data", place });
const noteRef = (number: number): Inline => ({ kind: "noteReference", number, note: block(`note-${number}`), id: block(`ref-${number}`), place });
const see = (target: string, words: string): Inline => ({ kind: "crossReference", target: block(target), text: words, place });
const doubt = (letter: string): Inline => ({
  kind: "discrepancyReference",
  letter,
  target: block(`discrepancy-${letter}`),
  id: block(`discrepancy-ref-${letter}`),
  place,
});

let ordinal = 0;
export const paragraph = (...inlines: Inline[]): Paragraph => ({ kind: "paragraph", id: block(`p-${(ordinal += 1)}`), inlines, place });
const section = (id: string, level: 1 | 2 | 3, heading: string, role: Section["role"], ...blocks: Block[]): Section => ({
  kind: "section",
  id: block(id),
  level,
  role,
  heading: heading === "" ? [] : [text(heading)],
  blocks,
  place,
});

const LOREM = [
  "The alliance was set up to give the scientific organisations of the belt a shared programme, a shared fund and, in time, a shared voice. ",
  "Its members meet once a year; between meetings a secretariat in Beijing keeps the accounts, sends out the calls and reads what comes back. ",
  "What it spends has grown faster than what it was promised, and the growth has not been even across the things it pays for. ",
  "Training takes the largest part, as it did at the start. Research comes next, though its part of the whole is smaller than it was. ",
  "None of this is hidden: the annual reports print the shares, to whole per cents, and leave the reader to work out the sums behind them. ",
  "We have done so here, and we say for every sum how far the rounding lets it move. Where a difference could be nothing but rounding, we say that too.",
];
const prose = (from: number, count: number): string => LOREM.slice(from, from + count).join("");

function body(): Section[] {
  return [
    section(
      "summary",
      1,
      "Summary",
      "summary",
      paragraph(
        text("China’s science alliance along the Belt and Road spent more in 2022 than in 2021, and spent it differently. Scholarships "),
        word("rose"),
        text(" by "),
        figure("about CNY 42 million"),
        text("; research lost share and "),
        emphasis("gained"),
        text(" money. The shares that its reports print hide this, since the whole grew under them."),
        noteRef(1),
      ),
      {
        kind: "keyFigures",
        id: block("summary-key"),
        place,
        entries: [
          { number: [figure("CNY 6.5 million")], label: [text("more for research, though its share fell by seven points")] },
          { number: [figure("150")], label: [text("universities and institutes in the alliance’s network")] },
          { number: [figure("56 per cent")], label: [text("of the 2022 plan is for scholarships")] },
        ],
      },
    ),
    section("introduction", 1, "", "introduction", paragraph(text(prose(0, 3)), noteRef(2), text(" " + prose(3, 1)), noteRef(3), noteRef(4)), paragraph(text(prose(4, 2)), noteRef(5), doubt("a"))),
    section(
      "money",
      1,
      "Where the money goes",
      "text",
      paragraph(text(prose(1, 3)), see("anso-shares", "Table 1"), text(" gives the shares, and "), see("anso-shift", "Figure 1"), text(" the money behind them. Who would have expected that?"), noteRef(6), text(" Not the authors.")),
      sharesTable(),
      section(
        "money-research",
        2,
        "Research lost share and gained money",
        "text",
        paragraph(text(prose(2, 3)), noteRef(7)),
        chart(),
        paragraph(text("The alliance’s programmes fall into these groups, as its "), { kind: "abbreviation", text: "CAS", title: "Chinese Academy of Sciences", place }, text(" hosts describe them:")),
        {
          kind: "list",
          id: block("money-list"),
          ordered: false,
          place,
          items: [
            [paragraph(text("centres of excellence abroad, in nine institutions, with laboratories, libraries and a share of the overhead costs of each"), noteRef(8))],
            [paragraph(text("joint research on "), emphasis("environmental change, coastal zones"), text(" and the water towers of Asia"), noteRef(9))],
            [paragraph(text("training")), { kind: "list", id: block("money-inner"), ordered: true, place, items: [[paragraph(text("doctoral scholarships"))], [paragraph(text("short courses, "), strong("two weeks"), text(" at most"))]] }],
          ],
        },
      ),
      section("money-doubts", 2, "What the shares cannot say", "text", paragraph(text(prose(4, 2)), noteRef(10), noteRef(11)), {
        kind: "quote",
        id: block("money-quote"),
        place,
        blocks: [paragraph(text("Science has no borders, but scientists have a motherland, and the fund that pays for their journeys has a ledger."), noteRef(12))],
      }),
    ),
    section(
      "partners",
      1,
      "Partners and papers",
      "text",
      paragraph(text(prose(0, 4)), { kind: "link", href: "https://example.org/reports", children: [text("The alliance’s annual reports are online")], place }, text("; see also "), { kind: "link", href: "#money", children: [text("the section on money")], place }, text("."), noteRef(13)),
      countriesTable(),
      paragraph(text("The French have a word for it, "), { kind: "language", language: "fr", direction: "ltr", children: [emphasis("la diplomatie scientifique")], place }, text(", and a budget line."), noteRef(14), doubt("b")),
      {
        kind: "callout",
        id: block("partners-callout"),
        heading: [text("How the ranges are made")],
        place,
        blocks: [paragraph(text(prose(4, 2))), paragraph(text("A share of 23 stands for anything from 22.5 to 23.5."), noteRef(15))],
      },
      section("partners-more", 2, "Two views of one network", "text", paragraph(text(prose(0, 5)), noteRef(16)), paragraph(text(prose(1, 4)), noteRef(17)), {
        kind: "definitions",
        id: block("partners-terms"),
        place,
        entries: [
          { term: [text("Outturn")], description: [text("What was spent in the year, as the report of the next year gives it.")] },
          { term: [text("Plan")], description: [text("What was to be spent, as the report gives it before the year is over."), noteRef(18)] },
        ],
      }),
      section("partners-third", 3, "A note on names", "text", paragraph(text(prose(2, 3)), noteRef(19)), paragraph(text(prose(3, 3)), noteRef(20))),
    ),
    section("outlook", 1, "Outlook", "text", paragraph(text(prose(0, 6)), noteRef(21)), paragraph(text(prose(1, 5)), noteRef(22)), paragraph(text(prose(2, 4)), noteRef(23)), paragraph(text(prose(0, 6)), noteRef(24))),
    section("about", 1, "About", "about", paragraph(text("The Footing project makes briefs whose numbers can be followed back to where they came from."), noteRef(25))),
    section("disclaimer", 1, "Disclaimer", "disclaimer", paragraph(text("The views are those of the authors & of nobody <else>."))),
  ];
}

const row = (kind: TableRow["kind"], label: string, ...numbers: string[]): TableRow => ({
  kind,
  cells: [{ inlines: [text(label)], head: true, align: "start" }, ...numbers.map((each) => ({ inlines: [figure(each)], head: false, align: "end" as const }))],
});

const column = (name: string, align: "start" | "end") => ({ column: name, align, head: name === "label" });
const group = (words: string, columnSpan: number) => ({ inlines: [text(words)], scope: "columnGroup" as const, columnSpan, rowSpan: 1, align: "centre" as const });
const head = (words: string, align: "start" | "end", rowSpan = 1) => ({ inlines: [text(words)], scope: "column" as const, columnSpan: 1, rowSpan, align });

/** Column groups, a total, seven columns. */
function sharesTable(): Table {
  return {
    kind: "table",
    id: block("anso-shares"),
    table: "anso-shares" as TableId,
    number: 1,
    caption: [text("The alliance’s money by sector, in per cent and in CNY million"), noteRef(26)],
    columns: [column("label", "start"), ...["a", "b", "c", "d", "e", "f"].map((name) => column(name, "end"))],
    headers: [
      [head("Sector", "start", 2), group("2021, outturn", 2), group("2022, plan", 2), group("Shift", 2)],
      ["Share, %", "CNY million", "Share, %", "CNY million", "points", "CNY million, range"].map((each) => head(each, "end")),
    ],
    rows: [
      row("body", "Centres of excellence abroad", "11", "10.0", "6", "9.1", "−5", "−1.7 to 0.0"),
      row("body", "Research projects", "30", "27.3", "23", "35.0", "−7", "6.5 to 9.0"),
      row("body", "Meetings and visits", "5", "4.6", "9", "13.7", "+4", "7.9 to 10.3"),
      row("body", "Scholarships, doctoral and master’s, with travel", "46", "41.9", "56", "85.1", "+10", "41.7 to 44.7"),
      row("total", "Total", "100", "91.0", "100", "152.0", "", "61.0"),
    ],
    notes: [paragraph(text("Shares are of the year’s total. Ranges are what rounding to whole per cents allows."))],
    source: [text("ANSO annual reports, 2021 and 2022; own calculation.")],
    csv: "tables/anso-shares.csv",
    place,
  };
}

/** Long enough to go over a page. */
function countriesTable(): Table {
  const names = ["Pakistan", "Thailand", "Nepal", "Sri Lanka", "Bangladesh", "Kenya", "Ethiopia", "Russia", "Kazakhstan", "Uzbekistan", "Hungary", "Brazil", "Egypt", "Iran", "Laos", "Mongolia", "Myanmar", "Nigeria", "Serbia", "Turkey"];
  return {
    kind: "table",
    id: block("countries"),
    table: "countries" as TableId,
    number: 2,
    caption: [text("Countries by students on the alliance’s scholarships")],
    columns: [column("label", "start"), column("what", "start"), column("n", "end")],
    headers: [[head("Country", "start"), head("Partner", "start"), head("Students", "end")]],
    rows: names.flatMap((name, i) => [1, 2].map((part): TableRow => ({
      kind: "body",
      cells: [
        { inlines: [text(part === 1 ? name : `${name}, again`)], head: true, align: "start" },
        { inlines: [text(i % 3 === 0 ? "Academy of sciences, with its institutes of ecology and of mountain research, and two universities" : "National academy")], head: false, align: "start" },
        { inlines: [figure(String(2000 - i * 37 - part))], head: false, align: "end" },
      ],
    }))),
    notes: [],
    source: [text("ANSO annual report, 2022.")],
    csv: "tables/countries.csv",
    place,
  };
}

function chart(): Chart {
  return {
    kind: "chart",
    id: block("anso-shift"),
    chart: "anso-shift" as ChartId,
    number: 1,
    title: [text("Scholarships gained most, and research gained too")],
    subtitle: [text("Change from 2021 to 2022, CNY million, with the range that rounding allows")],
    source: [text("ANSO annual reports, 2021 and 2022; own calculation.")],
    alt: [text("Bars for five sectors.")],
    labels: [],
    data: { columns: [], headers: [], rows: [] },
    svg: "charts/anso-shift.svg",
    place,
  };
}

const discrepancies: readonly DiscrepancyEntry[] = [
  { letter: "a", id: block("discrepancy-a"), name: "themes", found: "2023-06-20", foundText: "20 June 2023", says: [text("The report speaks of seven themes and lists eight.")], resolution: [text("It counts the list.")], place },
  { letter: "b", id: block("discrepancy-b"), name: "rank", found: "2023-06-20", foundText: "20 June 2023", says: [text("The text ranks Thailand third, the table second.")], resolution: [text("It follows the table."), noteRef(27)], place },
];

const notes: readonly Note[] = Array.from({ length: 27 }, (_, i) => ({
  number: i + 1,
  id: block(`note-${i + 1}`),
  referenceId: block(`ref-${i + 1}`),
  sources: [],
  inlines:
    i % 4 === 0
      ? [text(`Bai Chunli, ‘Road to Innovation’, `), emphasis("Bulletin of the Chinese Academy of Sciences"), text(` 32, no. ${i} (2018), pp. 130–131, where the author also sets out what the alliance was meant to be before it had money, members or a name.`)]
      : [text(`Ibid., p. ${130 + i}.`)],
  place,
}));

export const doc: Doc = {
  schema: 1,
  brief: "belt-and-road-science" as BriefId,
  language: "en-GB",
  cover: {
    title: [text("Science & Technology on the Belt and Road")],
    subtitle: [text("What an alliance’s budget shares say about its money, and what they leave out")],
    series: "Footing Sample Briefs",
    number: "1",
    institution: "The Footing project",
    authors: ["Ada Example", "Tom Beispiel"],
    keywords: ["science cooperation", "budgets"],
    licence: "CC BY 4.0",
    edition: { id: "2023-06-20" as EditionId, date: "2023-06-20", dateText: "20 June 2023", kind: "first" },
    citation: "Ada Example and Tom Beispiel, ‘Science & Technology on the Belt and Road’, The Footing project, 20 June 2023.",
  },
  body: body(),
  notes,
  discrepancies,
  sources: [],
  abstract: "China’s science alliance spent more & differently.",
};

const bar = (y: number, width: number, fill: string, label: string, number: string): string =>
  `<text x="150" y="${y + 11}" text-anchor="end" font-family="Source Sans 3" font-size="8.5" fill="#1d1b18">${label}</text>` +
  `<rect x="158" y="${y}" width="${width}" height="14" fill="${fill}"/>` +
  `<text x="${164 + width}" y="${y + 11}" font-family="Source Sans 3" font-weight="600" font-size="8.5" fill="#1d1b18">${number}</text>`;

export const SVG =
  `<svg xmlns="http://www.w3.org/2000/svg" width="451" height="130" viewBox="0 0 451 130">` +
  bar(6, 230, "#3f86b0", "Scholarships", "+43.2") +
  bar(32, 48, "#3f86b0", "Meetings and visits", "+9.1") +
  bar(58, 41, "#3f86b0", "Research projects", "+7.7") +
  bar(84, 6, "#858585", "Centres of excellence", "−0.9") +
  `<line x1="158" x2="158" y1="0" y2="110" stroke="#524d45" stroke-width="0.7"/></svg>`;

const picture = (svg: string): Picture => ({ svg, width: 451, height: 130 });

export const drawings = (svg: string = SVG): ReadonlyMap<ChartId, Drawing> => {
  const id = "anso-shift" as ChartId;
  const one = picture(svg);
  return new Map([[id, { id, print: one, download: one, wide: one, narrow: one, numbers: [], texts: [], extent: undefined }]]);
};

const ENGLISH: Partial<Record<Label, string>> = {
  notes: "Notes",
  table: "Table",
  chart: "Figure",
  source: "Source",
  discrepancies: "Discrepancies in the sources",
  discrepancySays: "What the source says",
  discrepancyResolution: "What this brief does",
  found: "Found",
  number: "No.",
  howToCite: "How to cite this brief",
  published: "Published",
  licence: "Licence",
  keywords: "Keywords",
  pageOf: "{page} of {pages}",
  editionFirst: "First edition",
};

export const language: Language = {
  tag: "en-GB",
  // Every label is there, those that a PDF prints in English.
  labels: Object.fromEntries(LABELS.map((label) => [label, ENGLISH[label] ?? label])) as Record<Label, string>,
  cardinals: [],
  ordinals: [],
  months: [],
  dates: { day: "{day} {month} {year}", month: "{month} {year}", year: "{year}" },
  quantities: [],
  scales: { thousand: "thousand", million: "million", billion: "billion", trillion: "trillion" },
  patterns: { between: "between {lo} and {hi}", about: "about {number}", ibid: "Ibid.", backTo: "Back to reference {number}" },
};

const light = {
  background: "#fdfcf9",
  ink: "#1d1b18",
  muted: "#524d45",
  line: "#dcd7cc",
  tint: "#f3efe6",
  accent: "#0b4f6c",
  warm: "#8d330e",
  mark: "#fbe9b7",
  bar: "#6493ae",
  rising: "#3f86b0",
  falling: "#c8672e",
  undetermined: "#858585",
};

export const theme: Theme = {
  type: {
    text: "Source Serif 4",
    sans: "Source Sans 3",
    size: 10,
    leading: 1.4,
    note: 8,
    table: 8.5,
    title: 24,
    heading: 14,
    subheading: 11,
    pageSize: 18,
    chartPrint: 8.5,
    chartPage: 13.5,
  },
  colour: { light, dark: light },
  paper: { size: "A4", margins: [72, 72, 72, 72], paragraph: 6, float: 14, heading: 16 },
  page: { measure: 38 },
  chart: { print: 451, wide: 640, narrow: 340 },
};

/** Reads font files from the installed packages, and nothing else. */
const host: Host = {
  read: () => undefined,
  list: () => undefined,
  packageFile: (path) => readFileSync(new URL(`../../../node_modules/${path}`, import.meta.url)),
  sha256: () => "",
  sha256Base64: () => "",
  replaceOutput: () => undefined,
};

let opened: Promise<Typefaces> | undefined;
/** The house's typefaces, opened once for all tests of a file. */
export const typefaces = (): Promise<Typefaces> => (opened ??= openTypefaces(host));
