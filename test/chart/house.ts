import { LABELS, type Label, type Language } from "../../pipeline/model/language.ts";
import type { Theme } from "../../pipeline/model/theme.ts";
import { light } from "../palette.ts";

/** The theme of the drawings. */
export const theme: Theme = {
  type: {
    text: "Source Serif 4",
    sans: "Source Sans 3",
    size: 10,
    leading: 1.4,
    alignment: "ragged",
    hyphens: true,
    smallCaps: false,
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
  paper: {
    size: "A4",
    margins: [72, 72, 72, 72],
    firstHead: false,
    firstFoot: true,
    paragraph: 6,
    float: 14,
    heading: 16,
  },
  page: { measure: 38 },
  chart: { print: 451, wide: 640, narrow: 340, labels: 8, line: 2.25, grid: 1, point: 64 },
};
/** How a chart is told in words. */
export const charts: Language["charts"] = {
  kinds: {
    bars: "bars",
    lines: "lines",
    areas: "areas",
    dots: "dots",
    ranges: "ranges",
    heatMap: "heat map",
    other: "chart",
  },
  whole: "{kind} with {rows}.",
  panelled: "{kind} in {panels} panels, with {rows}.",
  row: "{number} row",
  rows: "{number} rows",
  measure: "{measure}: {least} ({leastRows}) to {greatest} ({greatestRows}).",
  level: "{measure}: {number}.",
  moved: "{row}: {from} to {to}.",
  levelWhereKnown: "{measure}: {number} where known.",
  single: "{measure}: {number}.",
  openLeast: "The least is open.",
  openGreatest: "The greatest is open.",
  missing: "{measure}: none for {gapRows}.",
  movedInTime: "{row}: {from} in {fromPeriod} to {to} in {toPeriod}.",
  inTable: "Data: {table}.",
  attached: "Data: {file}.",
};

/** A language whose labels are their names. */
export const language: Language = {
  tag: "en-GB",
  labels: Object.fromEntries(LABELS.map((label) => [label, label])) as Record<Label, string>,
  cardinals: [],
  ordinals: [],
  months: [],
  dates: { day: "", month: "", year: "" },
  quantities: [],
  scales: { thousand: "thousand", million: "million", billion: "billion", trillion: "trillion" },
  numerals: [],
  comparisons: [],
  directions: { up: [], down: [], same: [] },
  sizes: [],
  movement: { from: [], to: [] },
  charts,
  patterns: { between: "", about: "", amount: "", perCent: "", points: "", point: "", ibid: "", backTo: "" },
};
