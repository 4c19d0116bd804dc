/** The colours of one ground. All are #rrggbb. */
export interface Palette {
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly tint: string;
  readonly accent: string;
  readonly warm: string;
  readonly mark: string;
  /** The fill of bars that are not singled out. */
  readonly bar: string;
  /** The fill of bars that rise, that fall, and whose sign rounding hides. */
  readonly rising: string;
  readonly falling: string;
  readonly undetermined: string;
  /** Series of a chart: apart from each other in every kind of colour vision and in grey. */
  readonly series1: string;
  readonly series2: string;
  readonly series3: string;
  readonly series4: string;
  readonly series5: string;
  /** Classes of a heat map, from the lowest. */
  readonly ramp1: string;
  readonly ramp2: string;
  readonly ramp3: string;
  readonly ramp4: string;
  readonly ramp5: string;
  /** Classes below and above a middle, which has the tint: low2, low1, tint, high1, high2. */
  readonly low2: string;
  readonly low1: string;
  readonly high1: string;
  readonly high2: string;
}
export type ColourName = keyof Palette;

/** Every colour of a palette by name, in the order in which theme.yaml is written. */
export const COLOUR_NAMES = [
  "background",
  "ink",
  "muted",
  "line",
  "tint",
  "accent",
  "warm",
  "mark",
  "bar",
  "rising",
  "falling",
  "undetermined",
  "series1",
  "series2",
  "series3",
  "series4",
  "series5",
  "ramp1",
  "ramp2",
  "ramp3",
  "ramp4",
  "ramp5",
  "low2",
  "low1",
  "high1",
  "high2",
] as const satisfies readonly ColourName[];

/** Type, colour and spacing of the house, read by page, PDF and charts. Lengths in points unless said otherwise. */
export interface Theme {
  readonly type: {
    /** Family of running text, as the typefaces name it. */
    readonly text: FamilyName;
    /** Family of headings, tables, charts and notes. */
    readonly sans: FamilyName;
    /** Size of running text in the PDF. */
    readonly size: number;
    /** Line height as a multiple of the size. */
    readonly leading: number;
    /** Whether lines of running text in the PDF end at the right margin, or where their words do. */
    readonly alignment: "justified" | "ragged";
    /** Whether words of running text may be divided at the end of a line. */
    readonly hyphens: boolean;
    /** Whether abbreviations in running text are set in small capitals. */
    readonly smallCaps: boolean;
    readonly note: number;
    readonly table: number;
    readonly title: number;
    readonly heading: number;
    readonly subheading: number;
    /** Size of running text on the page, CSS pixels. */
    readonly pageSize: number;
    /** Size of chart labels: in the PDF in points, on the page in CSS pixels. */
    readonly chartPrint: number;
    readonly chartPage: number;
  };
  readonly colour: { readonly light: Palette; readonly dark: Palette };
  readonly paper: {
    readonly size: "A4" | "A5" | "LETTER";
    /** Left, top, right, bottom. */
    readonly margins: readonly [number, number, number, number];
    /** Whether the first page, which has the cover, has a running head and a foot as the others do. */
    readonly firstHead: boolean;
    readonly firstFoot: boolean;
    /** Space between paragraphs, around tables and charts, before headings. */
    readonly paragraph: number;
    readonly float: number;
    readonly heading: number;
  };
  readonly page: {
    /** Measure of the text column, rem. */
    readonly measure: number;
  };
  readonly chart: {
    /** Widths of the three drawings: print in points, wide and narrow in CSS pixels. */
    readonly print: number;
    readonly wide: number;
    readonly narrow: number;
    /** From an axis to its labels, strokes of lines and grids: CSS pixels on the page. */
    readonly labels: number;
    readonly line: number;
    readonly grid: number;
    /** The area of a dot, square CSS pixels. */
    readonly point: number;
  };
}

export const FAMILIES = ["Source Serif 4", "Source Sans 3"] as const;
export type FamilyName = (typeof FAMILIES)[number];

/** The sizes of paper: width and height in points. */
export const PAPERS: Readonly<Record<Theme["paper"]["size"], readonly [width: number, height: number]>> = {
  A4: [595.28, 841.89],
  A5: [419.53, 595.28],
  LETTER: [612, 792],
};

/** The width between the margins of a printed page, in points. */
export function printedWidth({ paper }: Theme): number {
  const [width] = PAPERS[paper.size];
  const [left, , right] = paper.margins;
  return width - left - right;
}
