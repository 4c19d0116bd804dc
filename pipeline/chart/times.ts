import { isObject, property, type JsonObject } from "./json.ts";
import type { Datum } from "./rows.ts";
import type { Path } from "./spec-places.ts";
import { changed } from "./views.ts";

/** A year, a month or a day, as a column of periods writes it. */
const PERIOD = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;

/** Whether a scale of time can show it. */
export const isTime = (period: unknown): boolean => timeOf(period) !== undefined;

/** A period's beginning in milliseconds of UTC; undefined for other texts. */
export function timeOf(period: unknown): number | undefined {
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
 * compare texts.
 */
export const withTimes = (spec: JsonObject): JsonObject =>
  changed(spec, (view) => {
    const { encoding } = view;
    if (!isObject(encoding)) return view;
    const channels = Object.entries(encoding).map(([name, channel]) => [name, timed(name, channel, encoding)]);
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

/** The field of texts that a channel of a scale of time is made from; undefined of another channel. */
export function periodsField(channel: unknown): string | undefined {
  const field = property(channel, "field");
  const isUtc = property(property(channel, "scale"), "type") === "utc";
  return isUtc && typeof field === "string" ? /^(.*)_time$/.exec(field)?.[1] : undefined;
}

function timed(name: string, channel: unknown, encoding: JsonObject): unknown {
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
  };
}

/** Periods as Vega-Lite writes days, in lists too; all else as it is. */
export function asDays(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asDays);
  const time = timeOf(value);
  if (time === undefined) return value;
  const day = new Date(time);
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, date: day.getUTCDate(), utc: true };
}
