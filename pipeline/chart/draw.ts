import type { DrawnNumber, Letters, Picture } from "../model/drawing.ts";
import { byCodeUnit, type ChartId } from "../model/id.ts";
import type { Language } from "../model/language.ts";
import { printedWidth, type Theme } from "../model/theme.ts";
import type { Typefaces } from "../type/typefaces.ts";
import { audit, type Finding } from "./audit.ts";
import { unlikeBars } from "./bars.ts";
import { cssVariable, literal, onPaper } from "./colours.ts";
import { compiledMarks, type CompiledMark } from "./compiled.ts";
import { gapWordsOf, lonePoints, sayingGaps } from "./gaps.ts";
import { unfaithful } from "./finished.ts";
import { houseConfig } from "./house-config.ts";
import type { JsonObject } from "./json.ts";
import { withLegends } from "./legends.ts";
import { normalise } from "./normalise.ts";
import { faceted, fitted, sized, stacked } from "./panels.ts";
import { withRanges } from "./ranges.ts";
import { heapedRows, isParted, mixedRows, strayPanels } from "./rows-shown.ts";
import { paint, strangeColours } from "./paint.ts";
import { isCounted, unitOf, type ChartRows, type Datum } from "./rows.ts";
import { readScene, type Scene } from "./scene.ts";
import { parseSvg, type SvgElement } from "./svg-tree.ts";
import { falseNames, needlessLegends, unnamedSeries } from "./series.ts";
import { withSorts } from "./sorts.ts";
import { withOrders, withStacks } from "./stacking.ts";
import { withNumberAxes } from "./number-axes.ts";
import { falseTicks, likeTimes, silentScales } from "./ticks.ts";
import { withTimeAxes } from "./time-axes.ts";
import { timeChannels, withMilliseconds, withTimes } from "./times.ts";
import { runVega, type VegaRun } from "./vega-run.ts";
import { isPanelled, named } from "./views.ts";

/** All that goes into the drawing of one chart: the same in, the same bytes out. */
export interface ChartInput {
  readonly id: ChartId;
  /** The spec as it was let through, for print and wide, and for narrow. */
  readonly spec: JsonObject;
  readonly narrowSpec: JsonObject;
  readonly rows: ChartRows;
  readonly theme: Theme;
  readonly language: Language;
}

/** A chart in all its drawings, with what they print and what is wrong with them. */
export interface Drawn {
  readonly print: Picture;
  readonly download: Picture;
  readonly letters: readonly Letters[];
  readonly wide: Picture;
  readonly narrow: Picture;
  readonly numbers: readonly DrawnNumber[];
  /** Fields whose numbers place the marks, or give bars their length. */
  readonly measured: readonly Measured[];
  readonly panels: number;
  readonly warnings: readonly string[];
  readonly findings: readonly Finding[];
}

/** A field whose numbers stand along an axis. */
export interface Measured {
  readonly field: string;
  readonly axis: "x" | "y";
}

/** Draws a chart in its three layouts and four finishes. Throws CannotDraw when Vega cannot. */
export async function drawChart(input: ChartInput, typefaces: Typefaces): Promise<Drawn> {
  const { theme } = input;
  // Print is laid out at the page's size of type and shrunk as a whole, so that offsets and strokes shrink with it.
  const shrink = theme.type.chartPrint / theme.type.chartPage;
  // On a narrow paper it is drawn narrower, so that its words keep their size.
  const paper = Math.min(theme.chart.print, printedWidth(theme));
  const print = await layOut(
    input,
    { name: "print", width: paper / shrink, leastSize: LEAST_POINTS / shrink },
    typefaces,
  );
  const wide = await layOut(input, { name: "wide", width: theme.chart.wide, leastSize: LEAST_PIXELS }, typefaces);
  const narrow = await layOut(input, { name: "narrow", width: theme.chart.narrow, leastSize: LEAST_PIXELS }, typefaces);
  const { light } = theme.colour;
  return {
    print: paint(print.svg, { painter: onPaper(light), scale: shrink, ground: false }),
    download: paint(dressed(wide.raw, input, "download"), { painter: literal(light), scale: 1, ground: true }),
    letters: lettersOf(wide.scene.texts),
    wide: paint(wide.svg, { painter: cssVariable, scale: 1, ground: false }),
    narrow: paint(narrow.svg, { painter: cssVariable, scale: 1, ground: false }),
    numbers: drawnNumbers(wide, input.rows),
    measured: wide.marks.flatMap(measuredBy),
    panels: wide.scene.plots.length,
    warnings: [...new Set([print, wide, narrow].flatMap((layout) => layout.warnings))],
    findings: told([print, wide, narrow]),
  };
}

/** The letters of texts, by their weights. */
function lettersOf(texts: Scene["texts"]): readonly Letters[] {
  const weights = [...new Set(texts.map(({ face }) => face.weight))].toSorted((a, b) => a - b);
  return weights.map((weight) => {
    const own = texts.filter(({ face }) => face.weight === weight);
    const characters = new Set(own.map(({ text }) => text).join(""));
    return { weight, italic: own[0]?.face.italic ?? false, characters: [...characters].toSorted(byCodeUnit).join("") };
  });
}

const measuredBy = ({ length, scaled }: CompiledMark): readonly Measured[] => [
  ...(length === undefined ? [] : [{ field: length.field, axis: length.along }]),
  ...(["x", "y"] as const).flatMap((axis) =>
    scaled[axis].filter(({ type }) => type !== "utc").map(({ field }) => ({ field, axis })),
  ),
];

/** The least size of text: points on paper, CSS pixels on a page. */
const LEAST_POINTS = 8;
const LEAST_PIXELS = 11;

/** A layout of a chart: its name, the width of the whole drawing, and the least size of its text, in its own units. */
interface Frame {
  readonly name: "print" | "wide" | "narrow";
  readonly width: number;
  readonly leastSize: number;
}

/** A chart as laid out, its colours yet names: the finished SVG, and the scene that Vega painted it from. */
export interface Layout {
  readonly name: string;
  readonly raw: SvgElement;
  readonly svg: SvgElement;
  readonly scene: Scene;
  readonly marks: readonly CompiledMark[];
  readonly warnings: readonly string[];
  readonly findings: readonly Finding[];
}

/** Draws a chart in one layout and holds the drawing against its rows. */
export async function layOut(input: ChartInput, frame: Frame, typefaces: Typefaces): Promise<Layout> {
  const { theme, rows } = input;
  const width = Math.floor(frame.width);
  const panels = faceted(
    withSorts(named(frame.name === "narrow" ? input.narrowSpec : input.spec), rows.data),
    rows.data,
  );
  const own = withRanges(frame.name === "narrow" ? stacked(panels, rows.data) : panels);
  const gaps = gapWordsOf(own, rows);
  const saying = withNumberAxes(withStacks(withTimes(sayingGaps(own, rows))), width, (field) => isCounted(field, rows));
  const run = await drawnAt(
    width,
    withLegends(saying, { rows: rows.data, width, narrow: frame.name === "narrow", theme, typefaces }),
    input,
    typefaces,
  );
  const scene = readScene(run, theme.type.sans);
  const marks = compiledMarks(run.compiled);
  const raw = parseSvg(run.svg);
  const svg = dressed(raw, input, frame.name);
  const expected = {
    rows: rows.data.map((row) => String(row["row"])),
    gaps,
    marks,
    scales: run.scales,
    theme,
    width,
    leastSize: frame.leastSize,
  };
  const colours: readonly Finding[] = strangeColours(svg).map((colour) => ({
    message: `The drawing has the colour ${colour}, which is none of the theme's`,
    hint: 'name the colour of every mark, as "theme:accent"; numbers are coloured by classes, "scale": {"type": "threshold", "domain": […], "range": ["theme:ramp1", …]}',
    path: [],
  }));
  const findings: Finding[] = [
    ...audit(scene, expected, typefaces),
    ...lonePoints(svg, marks, gaps),
    ...unnamedSeries(frame.name === "narrow" ? input.narrowSpec : input.spec, scene, gaps, rows),
    ...falseTicks(scene, marks, input.language),
    ...silentScales(scene, marks, rows),
    ...likeTimes(scene, marks),
    ...falseNames(input.spec, scene, marks, rows),
    ...mixedRows(scene, marks, gaps),
    ...heapedRows(scene, marks, ({ path }) => isParted(path, input.spec)),
    ...strayPanels(scene, marks, rows),
    ...unlikeBars(marks, run.scales, (field) => unitOf(rows.shows.get(field) ?? "", rows)),
    ...needlessLegends(input.spec, rows),
    ...colours,
  ];
  // A text that is cut differs from what was drawn; it is told as cut.
  if (findings.length === 0) findings.push(...unfaithful(svg, scene));
  return { name: frame.name, raw, svg, scene, marks, warnings: run.warnings, findings };
}

/** The findings of all layouts, each kind told once, with the layouts that show it where others do not. */
function told(layouts: readonly Layout[]): readonly Finding[] {
  const kindOf = ({ hint, path }: Finding): string => JSON.stringify([hint, path]);
  const all = layouts.flatMap((layout) => layout.findings);
  return all
    .filter((finding, index) => all.findIndex((each) => kindOf(each) === kindOf(finding)) === index)
    .map((finding) => {
      const where = layouts.filter((layout) => layout.findings.some((each) => kindOf(each) === kindOf(finding)));
      if (where.length === layouts.length) return finding;
      return {
        ...finding,
        message: `${finding.message} in the ${where.map(({ name }) => name).join(" and ")} drawing`,
      };
    });
}

/** Draws a spec so that the whole is so wide. */
async function drawnAt(
  width: number,
  spec: JsonObject,
  { rows, theme, language, spec: own }: ChartInput,
  typefaces: Typefaces,
): Promise<VegaRun> {
  const times = timeChannels(own).map(({ field }) => field);
  const data = withOrders(withMilliseconds(rows.data, times), own);
  const room = { rows: rows.data, theme, language, typefaces };
  const draw = (plots: number): Promise<VegaRun> =>
    runVega(
      { ...withTimeAxes(sized({ ...spec, width: undefined }, plots, rows.data), room), ...framing(data) },
      houseConfig(theme, language),
      theme.type.sans,
      typefaces,
    );
  return isPanelled(spec) ? await fitted(width, draw) : await draw(width);
}

/** What the house adds to every spec: the rows. */
function framing(rows: readonly Datum[]): JsonObject {
  return {
    // Copies, since Vega writes marks of its own into the rows that it is given. Without what is null, which expressions
    // and formats would take for zero.
    data: {
      name: "rows",
      values: rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))),
    },
    usermeta: undefined,
    description: undefined,
  };
}

const dressed = (raw: SvgElement, { id, theme }: ChartInput, finish: string): SvgElement =>
  normalise(raw, {
    prefix: `${id}-${finish}`,
    fontFamily: theme.type.sans,
    fontSize: theme.type.chartPage,
    halo: finish === "narrow",
  });

/** The figures that a drawing prints as text, in the order of drawing. */
function drawnNumbers({ scene, marks }: Layout, rows: ChartRows): readonly DrawnNumber[] {
  return scene.texts.flatMap((text) => {
    const field = marks.find(({ name }) => name === text.mark)?.texts.find((each) => rows.columnOf.has(each));
    const column = field === undefined ? undefined : rows.columnOf.get(field);
    const figure = column === undefined || text.row === undefined ? undefined : rows.figures.get(text.row)?.get(column);
    return figure === undefined ? [] : [{ figure: figure.id, text: text.text }];
  });
}
