import { isObject, property, type JsonObject } from "./json.ts";
import type { Datum } from "./rows.ts";
import type { Path } from "./spec-places.ts";
import { changed } from "./views.ts";

/** A year, a month or a day, as a column of periods writes it. */
const PERIOD = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;

/** Whether a scale of time can show it. */
export const isTime = (period: unknown): boolean => timeOf(period) !== undefined;

/** A period's beginning in milliseconds of UTC; undefined for other texts. */
function timeOf(period: unknown): number | undefined {
  if (typeof period !== "string" || !PERIOD.test(period)) return undefined;
  const time = Date.parse(period);
  return Number.isNaN(time) ? undefined : time;
}

/** The channels of a spec that are on a scale of time. */
export function timeChannels(
  spec: unknown,
  path: Path = [],
): readonly { readonly field: string; readonly path: Path }[] {
  if (Array.isArray(spec)) return spec.flatMap((each: unknown, index) => timeChannels(each, [...path, index]));
  if (!isObject(spec)) return [];
  const field = spec["field"];
  const own = spec["type"] === "temporal" && typeof field === "string" ? [{ field, path }] : [];
  return [...own, ...Object.entries(spec).flatMap(([name, part]) => timeChannels(part, [...path, name]))];
}

/**
 * A spec whose scales of time are of UTC, over fields of milliseconds beside those of texts, so that expressions still
 * compare texts; its axes have a label for each period that the rows have.
 */
export const withTimes = (spec: JsonObject, rows: readonly Datum[]): JsonObject =>
  changed(spec, (view) => {
    const { encoding } = view;
    if (!isObject(encoding)) return view;
    const channels = Object.entries(encoding).map(([name, channel]) => [name, timed(name, channel, encoding, rows)]);
    return { ...view, encoding: Object.fromEntries(channels) };
  });

/** The rows with the milliseconds of these fields. */
export const withMilliseconds = (rows: readonly Datum[], fields: Iterable<string>): readonly Datum[] => {
  const names = [...fields];
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(names.map((name) => [milliseconds(name), timeOf(row[name]) ?? null])),
  }));
};

const milliseconds = (field: string): string => `${field}_time`;

function timed(name: string, channel: unknown, encoding: JsonObject, rows: readonly Datum[]): unknown {
  const field = property(channel, "field");
  const main = property(encoding, name.replace("2", ""));
  if (!isObject(channel) || typeof field !== "string" || property(main, "type") !== "temporal") return channel;
  if (name.endsWith("2")) return { ...channel, field: milliseconds(field) };
  const scale = isObject(channel["scale"]) ? channel["scale"] : {};
  const bounds = Object.entries(scale).map(([key, value]): [string, unknown] => [key, asDays(value)]);
  return {
    ...channel,
    field: milliseconds(field),
    scale: { ...Object.fromEntries(bounds), type: "utc" },
    ...(name === "x" || name === "y" ? { axis: axisOf(channel["axis"], field, rows) } : {}),
  };
}

/** Periods as Vega-Lite writes days, in lists too; all else as it is. */
function asDays(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asDays);
  const time = timeOf(value);
  if (time === undefined) return value;
  const day = new Date(time);
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, date: day.getUTCDate(), utc: true };
}

function axisOf(axis: unknown, field: string, rows: readonly Datum[]): unknown {
  if (axis === null) return null;
  const own = isObject(axis) ? axis : {};
  const periods = [...new Set(rows.flatMap((row) => (timeOf(row[field]) === undefined ? [] : [String(row[field])])))];
  const values: readonly unknown[] = Array.isArray(own["values"]) ? own["values"] : labelled(periods);
  const format = FORMATS[Math.max(0, ...values.map((value) => String(value).length))] ?? "%Y";
  return { format, ...own, values: values.map(asDays) };
}

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
