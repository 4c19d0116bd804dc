import { readFileSync } from "node:fs";
import type { Drawing, Picture } from "../../../pipeline/model/drawing.ts";
import type { ChartId } from "../../../pipeline/model/id.ts";
import { LABELS, type Label, type Language } from "../../../pipeline/model/language.ts";
import type { Host } from "../../../pipeline/model/stage.ts";
import type { Theme } from "../../../pipeline/model/theme.ts";
import { openTypefaces, type Typefaces } from "../../../pipeline/type/typefaces.ts";
import { charts } from "../../chart/house.ts";
import { light } from "../../palette.ts";

/** The house that the brief of fixture.ts is printed in: its drawing, language, theme and typefaces. */

const bar = (y: number, width: number, fill: string, label: string, number: string): string =>
  `<text x="150" y="${y + 11}" text-anchor="end" font-family="Source Sans 3" font-size="8.5" fill="#1d1b18">${label}</text>` +
  `<rect x="158" y="${y}" width="${width}" height="14" fill="${fill}"/>` +
  `<text x="${164 + width}" y="${y + 11}" font-family="Source Sans 3" font-weight="600" font-size="8.5" fill="#1d1b18">${number}</text>`;

export const SVG = [
  '<svg xmlns="http://www.w3.org/2000/svg" width="451" height="130" viewBox="0 0 451 130">',
  bar(6, 230, "#3f86b0", "Scholarships", "+43.2"),
  bar(32, 48, "#3f86b0", "Meetings and visits", "+9.1"),
  bar(58, 41, "#3f86b0", "Research projects", "+7.7"),
  bar(84, 6, "#858585", "Centres of excellence", "−0.9"),
  '<line x1="158" x2="158" y1="0" y2="110" stroke="#524d45" stroke-width="0.7"/></svg>',
].join("");

const picture = (svg: string): Picture => ({ svg, width: 451, height: 130 });

export const drawings = (svg: string = SVG): ReadonlyMap<ChartId, Drawing> => {
  const id = "anso-shift" as ChartId;
  const one = picture(svg);
  return new Map([
    [
      id,
      {
        id,
        print: one,
        download: one,
        letters: [],
        wide: one,
        narrow: one,
        numbers: [],

        words: [],
        reading: { kind: "bars", panels: 1, rows: 1, measures: [] },
      },
    ],
  ]);
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
  numerals: [],
  comparisons: [],
  directions: { up: [], down: [], same: [] },
  sizes: [],
  movement: { from: [], to: [] },
  scales: { thousand: "thousand", million: "million", billion: "billion", trillion: "trillion" },
  charts,
  patterns: {
    between: "between {lo} and {hi}",
    about: "about {number}",
    amount: "{currency}\u00A0{number}\u00A0{scale}",
    perCent: "{number}\u00A0per cent",
    points: "{number}\u00A0percentage points",
    point: "{number}\u00A0percentage point",
    ibid: "Ibid.",
    backTo: "Back to reference {number}",
  },
};

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

/** Reads font files from the installed packages, and nothing else. */
const host: Host = {
  read: () => undefined,
  list: () => undefined,
  packageFile: (path) => readFileSync(new URL(`../../../node_modules/${path}`, import.meta.url)),
  sha256: () => "",
  sha256Base64: () => "",
  replaceOutput: () => undefined,
};

/** The house's typefaces, opened once for all tests of a file. */
export const typefaces = (): Promise<Typefaces> => openTypefaces(host);

/** The house's typefaces, with nothing in them that was shaped before. */
export const freshTypefaces = (): Promise<Typefaces> =>
  openTypefaces({ ...host, packageFile: (path) => host.packageFile(path) });
