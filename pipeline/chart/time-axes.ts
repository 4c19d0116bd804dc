import type { Language } from "../model/language.ts";
import type { Theme } from "../model/theme.ts";
import type { Typefaces } from "../type/typefaces.ts";
import { isObject, property, type JsonObject } from "./json.ts";
import type { Datum } from "./rows.ts";
import type { Path } from "./spec-places.ts";
import { asDays, periodsField, timeOf } from "./times.ts";
import { changed } from "./views.ts";

interface Room {
  readonly rows: readonly Datum[];
  readonly theme: Theme;
  readonly language: Language;
  readonly typefaces: Typefaces;
}

/**
 * A spec whose axes of time have a label for each period that the rows have. In small multiples, where not all have
 * room, each period has a tick, and labels stand at even steps from the first to the last, under their ticks; panels stand
 * so far apart that the last label of one and the first of the next do not meet.
 */
export const withTimeAxes = (spec: JsonObject, room: Room): JsonObject =>
  changed(spec, (view, path) => {
    const own = isObject(view["facet"]) && view["spacing"] === undefined ? { ...view, ...spacing(view, room) } : view;
    const { encoding } = own;
    if (!isObject(encoding)) return own;
    const width = path.includes("spec") ? widthAt(spec, path) : undefined;
    const channels = Object.entries(encoding).map(([name, channel]) => {
      const field = name === "x" || name === "y" ? periodsField(channel) : undefined;
      if (field === undefined || !isObject(channel)) return [name, channel];
      return [name, { ...channel, axis: axisOf(channel["axis"], field, name === "x" ? width : undefined, room) }];
    });
    return { ...own, encoding: Object.fromEntries(channels) };
  });

/** The width of the plot that a view is drawn in. */
function widthAt(spec: JsonObject, path: Path): number | undefined {
  let [width, view]: [number | undefined, unknown] = [undefined, spec];
  for (const step of ["", ...path]) {
    view = step === "" ? view : property(view, String(step));
    const own = property(view, "width");
    if (typeof own === "number") width = own;
  }
  return width;
}

function axisOf(axis: unknown, field: string, width: number | undefined, room: Room): unknown {
  if (axis === null) return null;
  const own = isObject(axis) ? axis : {};
  const periods = periodsOf(field, room);
  const values: readonly unknown[] = Array.isArray(own["values"]) ? own["values"] : labelled(periods);
  const format = FORMATS[lettersOf(values)] ?? "%Y";
  const inPanel = width === undefined ? {} : panelAxis(own, values, width, room);
  return { format, ...inPanel, ...own, values: values.map(asDays) };
}

const periodsOf = (field: string, { rows }: Room): readonly string[] => [
  ...new Set(rows.flatMap((row) => (timeOf(row[field]) === undefined ? [] : [String(row[field])]))),
];

const lettersOf = (values: readonly unknown[]): number => Math.max(0, ...values.map((value) => String(value).length));

/** By the number of letters in a period: 2021, January 2021, 3 January 2021. */
const FORMATS: Readonly<Record<number, string>> = { 4: "%Y", 7: "%B %Y", 10: "%-d %B %Y" };

/** The periods that an axis has labels for: all, or the first of each month or year where they are many. */
function labelled(periods: readonly string[]): readonly string[] {
  if (periods.length <= MOST_LABELS) return periods;
  const first = periods.filter((period) => period.endsWith("-01"));
  if (first.length === 0) return periods.filter((_, index) => index % Math.ceil(periods.length / MOST_LABELS) === 0);
  return labelled(first.map((period) => period.slice(0, -"-01".length)));
}

const MOST_LABELS = 24;

/** How an axis of time stands under one of several panels: ticks, and labels under them, as many as have room. */
function panelAxis(own: JsonObject, values: readonly unknown[], width: number, room: Room): JsonObject {
  const set = { ticks: true, tickSize: TICK, labelFlush: false };
  if (own["values"] !== undefined || own["format"] !== undefined || own["labelExpr"] !== undefined) return set;
  const times = values.flatMap((value) => timeOf(value) ?? []).toSorted((a, b) => a - b);
  const shown = evenly(times, width, labelWidth(values, room) + GAP);
  if (shown.length === times.length) return { ...set, labelOverlap: false };
  const labelExpr = `indexof([${shown.join(", ")}], time(datum.value)) >= 0 ? datum.label : ''`;
  return { ...set, labelOverlap: false, labelExpr };
}

const TICK = 4;
/** The least room between two labels. */
const GAP = 8;

/** The times at even steps from the first to the last that stand so far apart in a width; else the first and the last. */
function evenly(times: readonly number[], width: number, least: number): readonly number[] {
  const [first = 0, last = first, steps] = [times[0], times.at(-1), times.length - 1];
  const place = (time: number): number => (last === first ? 0 : (width * (time - first)) / (last - first));
  for (let step = 1; step <= steps; step += 1) {
    if (steps % step !== 0) continue;
    const some = times.filter((_, index) => index % step === 0);
    const isRoomy = some.every((time, index) => index === 0 || place(time) - place(some[index - 1] ?? first) >= least);
    if (isRoomy) return some;
  }
  return times.slice(0, 1);
}

/** How wide the widest label of some periods may be. */
function labelWidth(values: readonly unknown[], { theme, language, typefaces }: Room): number {
  const face = { family: theme.type.sans, weight: 400, italic: false } as const;
  const widest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => typefaces.width(face, text, theme.type.chartPage)));
  const letters = lettersOf(values);
  if (letters < MONTH) return widest(values.map(String));
  return widest(language.months.map((month) => `${letters > MONTH ? "30 " : ""}${month} 2000`));
}

/** The letters of a month: 2021-03. */
const MONTH = 7;

/** How far panels with an axis of time along their foot stand apart: Vega-Lite's own distance is too small for labels. */
function spacing(view: JsonObject, room: Room): JsonObject {
  const field = timesOf(view["spec"]);
  if (field === undefined) return {};
  const column = Math.ceil(labelWidth(labelled(periodsOf(field, room)), room)) + 2 * GAP;
  return { spacing: { row: USUAL, column: Math.max(USUAL, column) } };
}

/** The field of periods along the foot of a view, or of its layers. */
function timesOf(view: unknown): string | undefined {
  const layers = property(view, "layer");
  const own = periodsField(property(property(view, "encoding"), "x"));
  return own ?? (Array.isArray(layers) ? layers.map(timesOf).find((field) => field !== undefined) : undefined);
}

/** Vega-Lite's own distance between panels. */
const USUAL = 20;
