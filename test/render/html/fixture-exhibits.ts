import type { Chart, Table, TableRow } from "../../../pipeline/model/doc.ts";
import type { FigureInline } from "../../../pipeline/model/inline.ts";
import type { Drawing, Picture } from "../../../pipeline/model/drawing.ts";
import { cell, emphasis, figure, head, id, paragraph, place, rowHead, text } from "./fixture-parts.ts";

const signed = (name: string, value: string): FigureInline => {
  const minus = value.startsWith("-");
  return minus
    ? figure(name, value.replace("-", "\u2212"), value, `minus ${value.slice(1)}`)
    : figure(name, `+${value}`, value);
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

export const sectors: Table = {
  kind: "table",
  id: id("money"),
  table: id("money"),
  number: 1,
  caption: [text("ANSO’s budget by sector: scholarships gain what research and advice lose")],
  columns: ["label", ...COLUMNS].map((column, index) => ({
    column,
    align: index === 0 ? "start" : "end",
    head: index === 0,
  })),
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
  notes: [
    paragraph(
      "money-note",
      text("Shares are printed as whole per cents, so an implied amount can be off by half a point of the total."),
    ),
  ],
  source: [text("ANSO Annual Reports, ANSO Secretariat, Beijing.")],
  csv: "tables/money.csv",
  place,
};

const COUNTRIES = [
  ["South Korea", "50,600"],
  ["Thailand", "28,608"],
  ["Pakistan", "28,023"],
  ["India", "23,198"],
  ["United States", "20,996"],
] as const;
export const students: Table = {
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
  source: [
    text("Statistical report on international students in China for 2018, "),
    emphasis("Ministry of Education"),
    text(", Beijing."),
  ],
  csv: "tables/students.csv",
  place,
};

export const chart: Chart = {
  kind: "chart",
  id: id("shares"),
  chart: id("shares"),
  number: 1,
  title: [text("Scholarships now take more than half of the budget")],
  subtitle: [text("Share of ANSO’s budget, per cent")],
  source: [text("ANSO Annual Reports.")],
  alt: [
    text("A dumbbell chart of six sectors. Scholarships rise from "),
    figure("anso.row_5.share_2021", "42", "42"),
    text(" to 56 per cent; research falls from 30 to 23."),
  ],
  labels: [],
  data: {
    columns: sectors.columns.slice(0, 3),
    headers: [[head("Sector", { align: "start" }), head("2021"), head("2022 plan")]],
    rows: sectors.rows.slice(0, 6).map((row) => ({ ...row, cells: row.cells.slice(0, 3) })),
  },
  description: [],
  whereData: [],
  csv: "charts/one.csv",
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
      `<text x="${(Math.max(x(before), x(after)) + 12).toFixed(1)}" y="${y + 5}" fill="var(--muted)">${after}</text>`,
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

export const drawing: Drawing = {
  id: id("shares"),
  print: picture(451, 40),
  letters: [],
  download: picture(640, 44),
  wide: picture(640, 44),
  narrow: picture(340, 48),
  numbers: [],
  words: [],
  reading: { kind: "bars", panels: 1, rows: 1, measures: [] },
};
