import type { Dataset } from "../model/dataset.ts";
import { byCodeUnit } from "../model/id.ts";
import { error, type Problem } from "../model/problem.ts";
import { isObject, property } from "./json.ts";
import type { ChartRows } from "./rows.ts";
import type { Path, SpecPlaces } from "./spec-places.ts";
import { isTime } from "./times.ts";

/** The most marks, panels and series that a chart has. */
const MOST = { marks: 20_000, panels: 40, series: 12 };

/** What a channel of a spec asks of its field, and where it is written. */
interface Channel {
  readonly name: string;
  readonly field: string;
  readonly type: unknown;
  readonly channel: object;
  readonly path: Path;
}

/** Holds what a spec asks of its fields against what the rows have in them, before anything is drawn. */
export function checkData(spec: unknown, rows: ChartRows, dataset: Dataset, places: SpecPlaces): readonly Problem[] {
  const channels = channelsOf(spec);
  return [
    ...channels.flatMap((channel) => [
      ...textAsNumber(channel, rows, places),
      ...noTimes(channel, rows, dataset),
      ...lessThanNothing(channel, rows, places),
      ...noLogarithm(channel, rows, places),
      ...tooManySeries(channel, rows, places),
      ...tooManyPanels(channel, rows, places),
    ]),
    ...tooManyMarks(spec, rows, places),
    ...rightToLeft(channels, dataset),
    ...timesAsNames(spec, rows, places),
    ...noNumber(spec, rows, places),
  ];
}

function channelsOf(part: unknown, path: Path = []): readonly Channel[] {
  if (Array.isArray(part)) return part.flatMap((each: unknown, index) => channelsOf(each, [...path, index]));
  if (!isObject(part) || path[0] === "usermeta") return [];
  const field = part["field"];
  const name = path.findLast((step) => typeof step === "string") ?? "";
  const own = typeof field === "string" ? [{ name, field, type: part["type"], channel: part, path }] : [];
  return [...own, ...Object.entries(part).flatMap(([step, inner]) => channelsOf(inner, [...path, step]))];
}

/** A text on a scale of numbers would be dropped without a word. */
function textAsNumber({ field, type, path }: Channel, rows: ChartRows, places: SpecPlaces): readonly Problem[] {
  if (type !== "quantitative" || !rows.fields.has(field)) return [];
  const row = rows.data.find((each) => typeof each[field] === "string");
  if (row === undefined) return [];
  const message = `"${field}" has texts, as "${String(row[field])}" of ${String(row["row"])}, and no numbers for a scale`;
  const hint = rows.columnOf.has(field)
    ? `name the column itself: "${rows.columnOf.get(field) ?? ""}"`
    : 'write "type": "nominal" or "ordinal"';
  return [error("chart/not-allowed", places.value([...path, "type"]), message, { hint })];
}

/** Times along an axis of names, which stand equally far apart there, in the order of the rows. */
function timesAsNames(spec: unknown, rows: ChartRows, places: SpecPlaces): readonly Problem[] {
  const lines = hasLine(spec);
  return channelsOf(spec).flatMap(({ name, field, type, channel, path }) => {
    if (!ORDERED.has(name) || type === "temporal" || type === "quantitative") return [];
    const isPlace = name === "x" || name === "y";
    const times = [...new Set(rows.data.map((row) => row[field]))].map(String);
    if (times.length < 2 || times.some((time) => stepsOf(time) === undefined)) return [];
    const isRead = name !== "y" || lines;
    const sorted = times.toSorted(byCodeUnit);
    const steps = sorted.slice(1).map((time, index) => (stepsOf(time) ?? 0) - (stepsOf(sorted[index] ?? time) ?? 0));
    const some = sorted.slice(0, 6).join(", ");
    if (isPlace && isRead && new Set(steps).size > 1) {
      const message = "The times are not equally far apart, and would stand so";
      const arithmetic = `the steps of ${some} are ${steps.slice(0, 5).map(String).join(", ")} ${stepName(sorted[0] ?? "")}`;
      const hint = sorted.every(isTime)
        ? 'write "type": "temporal"'
        : 'give each time between them a row, its number ".." where there is none';
      return [error("chart/not-allowed", places.value([...path, "type"]), message, { arithmetic, hint })];
    }
    const { sort } = { sort: undefined, ...channel } as { readonly sort: unknown };
    const isRising =
      sort === undefined ||
      sort === "ascending" ||
      (sort === null && times.every((time, index) => time === sorted[index]));
    if (!isRead || isRising) return [];
    const message = `Times run from the first to the last, and these would stand in another order`;
    return [
      error("chart/not-allowed", places.value([...path, "sort"]), message, {
        hint: 'write "sort": "ascending", or leave it out',
      }),
    ];
  });
}

const stepName = (time: string): string =>
  time.length === DAY_LETTERS ? "days" : time.includes("W") ? "weeks" : "months";

/** Whether a text is a time: a day, a week, a month, a quarter, a year. */
export const isPeriod = (text: unknown): boolean => typeof text === "string" && stepsOf(text) !== undefined;

/** Channels along which readers look from the first to the last. */
const ORDERED = new Set(["x", "y", "xOffset", "yOffset", "row", "column", "facet"]);

/** How many months, or of days how many days, a time is after the beginning of the calendar. */
export function stepsOf(time: string): number | undefined {
  if (time.length === DAY_LETTERS) return isTime(time) ? Date.parse(time) / DAY : undefined;
  const [, inYear, week] = /^(\d{4})-W(\d\d)$/.exec(time) ?? [];
  if (inYear !== undefined) return Number(inYear) * WEEKS + Number(week);
  const [, year, quarter, month = "1"] = /^(\d{4})(?:-Q([1-4])|-(\d\d)|[/-]\d{2,4})?$/.exec(time) ?? [];
  if (year === undefined) return undefined;
  return Number(year) * 12 + (quarter === undefined ? Number(month) : 3 * Number(quarter));
}

const WEEKS = 52;
const DAY = 86_400_000;
const DAY_LETTERS = "2021-03-31".length;

/** A number that a scale of logarithms has no place for. */
function noLogarithm(
  { name, field, type, channel, path }: Channel,
  rows: ChartRows,
  places: SpecPlaces,
): readonly Problem[] {
  if ((name !== "x" && name !== "y") || type !== "quantitative") return [];
  if (property(property(channel, "scale"), "type") !== "log") return [];
  const row = rows.data.find((each) => typeof each[field] === "number" && each[field] <= 0);
  if (row === undefined) return [];
  const message = `"${field}" is ${String(row[field])} for ${String(row["row"])}, and only numbers above zero have a logarithm`;
  return [
    error("chart/not-allowed", places.value([...path, "scale", "type"]), message, {
      hint: 'take "log" out of the scale',
    }),
  ];
}

function hasLine(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(hasLine);
  if (!isObject(part)) return false;
  const mark = isObject(part["mark"]) ? part["mark"]["type"] : part["mark"];
  return mark === "line" || mark === "area" || Object.values(part).some(hasLine);
}

/** A chart of names alone. */
function noNumber(spec: unknown, rows: ChartRows, places: SpecPlaces): readonly Problem[] {
  if (channelsOf(spec).some(({ field }) => rows.shows.has(field))) return [];
  const message = "The chart shows none of the numbers of its rows";
  return [error("chart/empty", places.value(["encoding"]), message, { hint: "name a column of numbers as a field" })];
}

/** Words that run from right to left, which the PDF's painter of drawings would print letter by letter the wrong way. */
function rightToLeft(channels: readonly Channel[], dataset: Dataset): readonly Problem[] {
  const fields = new Set(channels.map(({ field }) => field));
  return dataset.rows.flatMap(({ cells }) =>
    [...cells].flatMap(([field, { text, place }]) => {
      if (!fields.has(field) || !RIGHT_TO_LEFT.test(text)) return [];
      const message = `"${text}" runs from right to left, and a chart can't print that yet`;
      const hint = "give the rows a column with these names in another script, and name that in the chart";
      return [error("chart/not-allowed", place, message, { hint })];
    }),
  );
}

/** Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms; marks that turn the direction. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u200F\u202B\u202E\u2067]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A number below zero has no size that shows it. */
function lessThanNothing(
  { name, field, type, path }: Channel,
  rows: ChartRows,
  places: SpecPlaces,
): readonly Problem[] {
  if (name !== "size" || type !== "quantitative") return [];
  const row = rows.data.find((each) => Number(each[field] ?? 0) < 0);
  if (row === undefined) return [];
  const message = `"${field}" is below zero for ${String(row["row"])}, and nothing is smaller than nothing`;
  return [error("chart/not-allowed", places.value(path), message, { hint: "show it by position, on x or y" })];
}

function noTimes({ field, type }: Channel, rows: ChartRows, dataset: Dataset): readonly Problem[] {
  if (type !== "temporal" || !rows.fields.has(field)) return [];
  const at = rows.data.findIndex((each) => !isTime(each[field]));
  const [datum, row] = [rows.data[at], dataset.rows[at]];
  if (datum === undefined || row === undefined) return [];
  const message = `"${String(datum[field])}" is no time that a scale can show`;
  const hint = 'write 2021, 2021-03 or 2021-03-31, or give the field "type": "ordinal" in the chart';
  return [error("chart/not-allowed", row.cells.get(field)?.place ?? row.place, message, { hint })];
}

const SERIES = new Set(["color", "fill", "stroke", "shape", "strokeDash"]);

function tooManySeries(
  { name, field, type, channel, path }: Channel,
  rows: ChartRows,
  places: SpecPlaces,
): readonly Problem[] {
  if (!SERIES.has(name) || (type !== "nominal" && type !== "ordinal")) return [];
  const range = property(property(channel, "scale"), "range");
  const looks = Array.isArray(range) ? range.length : name === "strokeDash" ? 4 : 5;
  const series = distinct(field, rows);
  if (series <= Math.min(looks, MOST.series)) return [];
  return [
    error("chart/bounds", places.value(path), `There are more series than a reader can tell apart by ${name}`, {
      arithmetic: `${series} values of "${field}", and ${Math.min(looks, MOST.series)} looks for them`,
      hint: "show fewer, make each a panel of small multiples, or pick some out by a condition and leave the rest grey",
    }),
  ];
}

function tooManyPanels({ name, field, path }: Channel, rows: ChartRows, places: SpecPlaces): readonly Problem[] {
  if (!["row", "column", "facet"].includes(name) || distinct(field, rows) <= MOST.panels) return [];
  const arithmetic = `${distinct(field, rows)} values of "${field}", at most ${MOST.panels}`;
  return [
    error("chart/bounds", places.value(path), "There are more panels than a chart has room for", {
      arithmetic,
      hint: "name a field with fewer values",
    }),
  ];
}

function tooManyMarks(spec: unknown, rows: ChartRows, places: SpecPlaces): readonly Problem[] {
  const views = countOf(spec, "mark");
  const marks = views * rows.data.length;
  if (marks <= MOST.marks) return [];
  const arithmetic = `${views} layers of ${rows.data.length} rows are ${marks} marks, at most ${MOST.marks}`;
  return [
    error("chart/bounds", places.value(["layer"]), "The chart has more marks than Footing draws", {
      arithmetic,
      hint: "show fewer rows or layers",
    }),
  ];
}

function countOf(part: unknown, name: string): number {
  const parts: readonly unknown[] = Array.isArray(part) ? part : isObject(part) ? Object.values(part) : [];
  const own = isObject(part) && name in part ? 1 : 0;
  return own + parts.reduce((sum: number, each) => sum + countOf(each, name), 0);
}

const distinct = (field: string, rows: ChartRows): number => new Set(rows.data.map((row) => row[field])).size;
