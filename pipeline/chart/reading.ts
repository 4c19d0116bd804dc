import type { ChartKind, ChartReading, Measure, Move } from "../model/drawing.ts";
import type { Figure } from "../model/figure.ts";
import { byCodeUnit } from "../model/id.ts";
import { addIntervals, negateInterval, type Interval } from "../model/interval.ts";
import { compare, greatest, least, negate, ZERO, type Rational } from "../model/rational.ts";
import { sameUnit } from "../model/unit.ts";
import { stepsOf } from "./check-data.ts";
import type { Drawn } from "./draw.ts";
import { isObject } from "./json.ts";
import type { ChartRows } from "./rows.ts";

/** What a chart tells at a glance: how it shows its numbers, the ends of each measure, and what moves most. */
export function readingOf(
  spec: unknown,
  { measured, panels }: Pick<Drawn, "measured" | "panels">,
  rows: ChartRows,
): ChartReading {
  const fields = [...measured.map(({ field }) => field), ...colouredBy(spec)];
  const columns = [...new Set(fields.flatMap((field) => rows.shows.get(field.replace(STACKED, "")) ?? []))];
  const measures = columns.flatMap((column) => measureOf(column, rows));
  // Numbers along two axes are not compared with each other.
  const oneAxis = new Set(measured.map(({ axis }) => axis)).size < 2;
  const placed = new Set(measured.map(({ field }) => rows.shows.get(field.replace(STACKED, ""))));
  const compared = measures.map(({ column }) => column).filter((column) => placed.has(column));
  const moved = oneAxis ? movedMost(compared, rows) : undefined;
  const kind = kindOf(new Set(marksIn(spec)));
  return { kind, panels, rows: rows.data.length, measures, ...(moved === undefined ? {} : { moved }) };
}

/** What Vega-Lite adds to the name of a field that it stacks. */
const STACKED = /_(?:start|end)$/;

/** The kinds of marks by which a chart is called, the first that it has. */
const KINDS: readonly (readonly [string, ChartKind])[] = [
  ["rect", "heatMap"],
  ["bar", "bars"],
  ["area", "areas"],
  ["line", "lines"],
  ["point", "dots"],
  ["circle", "dots"],
  ["square", "dots"],
  ["tick", "dots"],
  ["errorband", "ranges"],
  ["errorbar", "ranges"],
  ["rule", "ranges"],
];

const kindOf = (marks: ReadonlySet<string>): ChartKind => KINDS.find(([mark]) => marks.has(mark))?.[1] ?? "other";

/** The types of all marks of a spec, those of its layers and panels too. */
function marksIn(spec: unknown): readonly string[] {
  if (Array.isArray(spec)) return spec.flatMap(marksIn);
  if (!isObject(spec)) return [];
  const mark = isObject(spec["mark"]) ? spec["mark"]["type"] : spec["mark"];
  return [...(typeof mark === "string" ? [mark] : []), ...Object.values(spec).flatMap(marksIn)];
}

/** The fields of numbers that colour or size shows, as in a heat map. */
function colouredBy(spec: unknown): readonly string[] {
  if (Array.isArray(spec)) return spec.flatMap(colouredBy);
  if (!isObject(spec)) return [];
  const own = ["color", "fill", "stroke", "size", "opacity"].flatMap((name) => {
    const channel = spec[name];
    return isObject(channel) && channel["type"] === "quantitative" && typeof channel["field"] === "string"
      ? [channel["field"]]
      : [];
  });
  return [...own, ...Object.values(spec).flatMap(colouredBy)];
}

const figuresOf = (column: string, rows: ChartRows): readonly (readonly [string, Figure])[] =>
  rows.data.flatMap(({ row }) => {
    const figure = rows.figures.get(String(row))?.get(column);
    return figure === undefined ? [] : [[String(row), figure] as const];
  });

function measureOf(column: string, rows: ChartRows): readonly Measure[] {
  const figures = figuresOf(column, rows).map(([, figure]) => figure);
  const [first, ...rest] = figures.map(({ value }) => value);
  // A rank only says in which order rows stand.
  if (first === undefined || figures[0]?.unit.kind === "rank") return [];
  const at = (end: Rational): Measure["least"] =>
    figures.filter(({ value }) => compare(value, end) === 0).map(({ id }) => id);
  const [low, high] = [at(rest.reduce(least, first)), at(rest.reduce(greatest, first))];
  const open = (["least", "greatest"] as const).filter((end) => isOpen(end, end === "least" ? low : high, figures));
  const missing = rows.data
    .map(({ row }) => String(row))
    .filter((row) => rows.figures.get(row)?.get(column) === undefined);
  return [{ column, least: low, greatest: high, open, missing }];
}

/** Whether a figure that is printed as no end could be one. */
function isOpen(end: "least" | "greatest", ids: Measure["least"], figures: readonly Figure[]): boolean {
  const found = figures.find(({ id }) => ids.includes(id));
  if (found === undefined) return false;
  const others = figures.filter(({ id }) => !ids.includes(id));
  return others.some(({ interval }) =>
    end === "least" ? compare(interval.lo, found.interval.hi) < 0 : compare(interval.hi, found.interval.lo) > 0,
  );
}

/** Whether times follow each other in equal steps. */
function isEven(periods: readonly string[]): boolean {
  const steps = periods.slice(1).map((period, index) => (stepsOf(period) ?? 0) - (stepsOf(periods[index] ?? "") ?? 0));
  return new Set(steps).size < 2;
}

interface Step {
  readonly move: Move;
  /** How far it goes, up or down: the least and the most that rounding allows. */
  readonly size: Interval;
}

/**
 * What moves most: of one measure by period, the series from its first to its last period, or of one series alone the step
 * from one period to the next; of two measures of one unit, the row from the first to the second.
 */
function movedMost(columns: readonly string[], rows: ChartRows): Move | undefined {
  const [first, second, ...more] = columns;
  if (first === undefined || more.length > 0) return undefined;
  const steps = second === undefined ? stepsInTime(first, rows) : stepsAcross(first, second, rows);
  if (steps.length < 2) return undefined;
  return steps.find((step) => steps.every((other) => other === step || compare(other.size.hi, step.size.lo) < 0))?.move;
}

function stepsInTime(column: string, rows: ChartRows): readonly Step[] {
  const series = new Map<string, { readonly period: string; readonly figure: Figure }[]>();
  for (const [row, figure] of figuresOf(column, rows)) {
    const found = rows.series.get(row);
    if (found === undefined) return [];
    series.set(found.key, [...(series.get(found.key) ?? []), { period: found.period, figure }]);
  }
  const lines = [...series.values()].map((line) => line.toSorted((a, b) => byCodeUnit(a.period, b.period)));
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && !isEven(only.map(({ period }) => period))) return [];
  if (lines.length === 1 && only !== undefined)
    return only.slice(1).flatMap((to, index) => stepFrom(only[index]?.figure, to.figure, "periods"));
  // Changes over times of different length are not compared.
  const spans = new Set(lines.map((line) => `${line[0]?.period ?? ""} ${line.at(-1)?.period ?? ""}`));
  if (spans.size > 1) return [];
  return lines.flatMap((line) =>
    stepFrom(line[0]?.figure, line.length > 1 ? line.at(-1)?.figure : undefined, "periods"),
  );
}

const stepsAcross = (first: string, second: string, rows: ChartRows): readonly Step[] =>
  rows.data.flatMap(({ row }) => {
    const figures = rows.figures.get(String(row));
    const [from, to] = [figures?.get(first), figures?.get(second)];
    // Two columns are a before and an after where their numbers are of two times.
    if (from?.period === undefined || to?.period === undefined || from.period === to.period) return [];
    return from.period < to.period ? stepFrom(from, to, "columns") : stepFrom(to, from, "columns");
  });

function stepFrom(from: Figure | undefined, to: Figure | undefined, along: Move["along"]): readonly Step[] {
  if (from === undefined || to === undefined || !isAlike(from, to)) return [];
  const change = addIntervals(to.interval, negateInterval(from.interval));
  return [{ move: { from: from.id, to: to.id, along }, size: magnitude(change) }];
}

/** Whether one number may be taken from the other. */
const isAlike = ({ unit: a }: Figure, { unit: b }: Figure): boolean => {
  if (a.kind === "amount" && b.kind === "amount") return a.currency === b.currency && a.scale === b.scale;
  if (a.kind === "count" && b.kind === "count") return a.noun === b.noun;
  if (a.kind === "per" && b.kind === "per") return sameUnit(a, b);
  return a.kind === b.kind;
};

function magnitude({ lo, hi, ...ends }: Interval): Interval {
  const [down, up] = [negate(lo), hi];
  return { ...ends, lo: greatest(ZERO, greatest(lo, negate(hi))), hi: greatest(down, up) };
}
