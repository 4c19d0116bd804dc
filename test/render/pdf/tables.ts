import type { Chart, Table, TableRow } from "../../../pipeline/model/doc.ts";
import type { ChartId, TableId } from "../../../pipeline/model/id.ts";
import { block, figure, noteRef, paragraph, place, text } from "./kit.ts";

const row = (kind: TableRow["kind"], label: string, ...numbers: string[]): TableRow => ({
  kind,
  cells: [
    { inlines: [text(label)], head: true, align: "start" },
    ...numbers.map((each) => ({ inlines: [figure(each)], head: false, align: "end" as const })),
  ],
});

const column = (name: string, align: "start" | "end") => ({ column: name, align, head: name === "label" });
const group = (words: string, columnSpan: number) => ({
  inlines: [text(words)],
  scope: "columnGroup" as const,
  columnSpan,
  rowSpan: 1,
  align: "centre" as const,
});
const head = (words: string, align: "start" | "end", rowSpan = 1) => ({
  inlines: [text(words)],
  scope: "column" as const,
  columnSpan: 1,
  rowSpan,
  align,
});

/** Column groups, a total, seven columns. */
export function sharesTable(): Table {
  return {
    kind: "table",
    id: block("anso-shares"),
    table: "anso-shares" as TableId,
    number: 1,
    caption: [text("The alliance’s money by sector, in per cent and in CNY million"), noteRef(26)],
    columns: [column("label", "start"), ...["a", "b", "c", "d", "e", "f"].map((name) => column(name, "end"))],
    headers: [
      [head("Sector", "start", 2), group("2021, outturn", 2), group("2022, plan", 2), group("Shift", 2)],
      ["Share, %", "CNY million", "Share, %", "CNY million", "points", "CNY million, range"].map((each) =>
        head(each, "end"),
      ),
    ],
    rows: [
      row("body", "Centres of excellence abroad", "11", "10.0", "6", "9.1", "−5", "−1.7 to 0.0"),
      row("body", "Research projects", "30", "27.3", "23", "35.0", "−7", "6.5 to 9.0"),
      row("body", "Meetings and visits", "5", "4.6", "9", "13.7", "+4", "7.9 to 10.3"),
      row(
        "body",
        "Scholarships, doctoral and master’s, with travel",
        "46",
        "41.9",
        "56",
        "85.1",
        "+10",
        "41.7 to 44.7",
      ),
      row("total", "Total", "100", "91.0", "100", "152.0", "", "61.0"),
    ],
    notes: [paragraph(text("Shares are of the year’s total. Ranges are what rounding to whole per cents allows."))],
    source: [text("ANSO annual reports, 2021 and 2022; own calculation.")],
    csv: "tables/anso-shares.csv",
    place,
  };
}

/** Long enough to go over a page. */
export function countriesTable(): Table {
  const names = [
    "Pakistan",
    "Thailand",
    "Nepal",
    "Sri Lanka",
    "Bangladesh",
    "Kenya",
    "Ethiopia",
    "Russia",
    "Kazakhstan",
    "Uzbekistan",
    "Hungary",
    "Brazil",
    "Egypt",
    "Iran",
    "Laos",
    "Mongolia",
    "Myanmar",
    "Nigeria",
    "Serbia",
    "Turkey",
  ];
  return {
    kind: "table",
    id: block("countries"),
    table: "countries" as TableId,
    number: 2,
    caption: [text("Countries by students on the alliance’s scholarships")],
    columns: [column("label", "start"), column("what", "start"), column("n", "end")],
    headers: [[head("Country", "start"), head("Partner", "start"), head("Students", "end")]],
    rows: names.flatMap((name, i) =>
      [1, 2].map((part): TableRow => ({
        kind: "body",
        cells: [
          { inlines: [text(part === 1 ? name : `${name}, again`)], head: true, align: "start" },
          {
            inlines: [
              text(
                i % 3 === 0
                  ? "Academy of sciences, with its institutes of ecology and of mountain research, and two universities"
                  : "National academy",
              ),
            ],
            head: false,
            align: "start",
          },
          { inlines: [figure(String(2000 - i * 37 - part))], head: false, align: "end" },
        ],
      })),
    ),
    notes: [],
    source: [text("ANSO annual report, 2022.")],
    csv: "tables/countries.csv",
    place,
  };
}

export function chart(): Chart {
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
    description: [],
    whereData: [],
    csv: "charts/one.csv",
    svg: "charts/anso-shift.svg",
    place,
  };
}
