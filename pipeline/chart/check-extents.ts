import { fieldOf, isNumeric } from "./check-marks.ts";
import type { Refusal } from "./check-spec.ts";
import { isObject } from "./json.ts";
import { unitOf, type ChartRows } from "./rows.ts";
import type { Unit } from "./units.ts";

/** Numbers that a drawing would make small, or that a reader could not tell. */
export const checkExtents = (units: readonly Unit[], rows: ChartRows): readonly Refusal[] => [
  ...PLACES.flatMap((axis) => distant(axis, units, rows)),
  ...units.flatMap((unit) => {
    const plot = units.filter((each) => JSON.stringify(each.plot) === JSON.stringify(unit.plot));
    return [...ranks(unit, rows), ...unread(unit, plot, rows), ...nameless(unit, plot, rows)];
  }),
];

const PLACES = ["x", "y"] as const;
const DOTS = new Set(["point", "circle", "square", "tick"]);

/** How many times as far as its numbers, and zero, a scale may reach. */
const FAR = 5;

/** Whole shares are a scale that readers know, however small the shares are. */
const WHOLE = 100;

/** Scales that reach so far beyond their numbers that all of them look alike. */
function distant(axis: "x" | "y", units: readonly Unit[], rows: ChartRows): readonly Refusal[] {
  const shown = units.flatMap(({ channels }) => [channels.get(axis), channels.get(`${axis}2`)]);
  const numbers = shown.flatMap((channel) => {
    const datum = channel?.says["datum"];
    const field = fieldOf(channel);
    const given = field === undefined ? [] : rows.data.map((row) => row[field]);
    return [...given, datum].filter((each) => typeof each === "number");
  });
  const reach = Math.max(0, ...numbers) - Math.min(0, ...numbers);
  return units.flatMap(({ channels }): readonly Refusal[] => {
    const channel = channels.get(axis);
    const column = rows.shows.get(fieldOf(channel) ?? "");
    const scale = channel?.says["scale"];
    if (channel === undefined || column === undefined || !isObject(scale) || !isNumeric(channel)) return [];
    if (scale["type"] === "log") return [];
    const { domain, domainMin, domainMax } = {
      domain: undefined,
      domainMin: undefined,
      domainMax: undefined,
      ...scale,
    };
    const ends: readonly unknown[] = Array.isArray(domain) ? domain : [domainMin, domainMax];
    const [from, to] = ends;
    const [least, most] = [Math.min(0, ...numbers, numberOr(from)), Math.max(0, ...numbers, numberOr(to))];
    const isWhole = unitOf(column, rows) === "share" && least >= 0 && most <= WHOLE;
    if (isWhole || reach === 0 || most - least <= FAR * reach) return [];
    const step = ["domain", "domainMax", "domainMin"].find((each) => scale[each] !== undefined) ?? "domain";
    const message = `The scale reaches ${String(most - least)} and its numbers ${String(reach)}, so that they would all look alike`;
    const path = [...(channel.at["scale"] ?? channel.path), "scale", step];
    return [{ path, at: "value", message, hint: `at most ${FAR} times as far as the numbers, or leave it out` }];
  });
}

const numberOr = (end: unknown): number => (typeof end === "number" ? end : 0);

/** A rank of 1 is the first, and would be the shortest. */
function ranks({ type, channels }: Unit, rows: ChartRows): readonly Refusal[] {
  if (type !== "bar" && type !== "area") return [];
  return PLACES.flatMap((name): readonly Refusal[] => {
    const channel = channels.get(name);
    const column = rows.shows.get(fieldOf(channel) ?? "");
    if (channel === undefined || column === undefined || !isNumeric(channel)) return [];
    if (unitOf(column, rows) !== "rank") return [];
    const message = `"${column}" is a rank, and the first would have the shortest ${type}`;
    const hint = "draw what the rank is of, or print the ranks as texts beside the names";
    return [{ path: [...channel.path, "field"], at: "value", message, hint }];
  });
}

/** Sizes that nothing says the numbers of. */
function unread({ channels }: Unit, plot: readonly Unit[], rows: ChartRows): readonly Refusal[] {
  const size = channels.get("size");
  const column = rows.shows.get(fieldOf(size) ?? "");
  if (size === undefined || column === undefined || isObject(size.says["legend"])) return [];
  const isPrinted = plot.some(
    (unit) => unit.type === "text" && rows.columnOf.get(fieldOf(unit.channels.get("text")) ?? "") === column,
  );
  const isPlaced = PLACES.some((name) => rows.shows.get(fieldOf(channels.get(name)) ?? "") === column);
  if (isPrinted || isPlaced) return [];
  const message = `Nothing says how large "${column}" is where a point is so large`;
  const hint = `write "legend": {} into size, or print ${column} in a layer of texts`;
  return [{ path: size.path, at: "value", message, hint }];
}

/** From as many points on, they are read as a cloud, and not one by one. */
const CLOUD = 25;

/** Points and lines between two measures: each point needs a name, and between two rows there is no line. */
function nameless({ type, channels, path }: Unit, plot: readonly Unit[], rows: ChartRows): readonly Refusal[] {
  if (!PLACES.every((name) => isNumeric(channels.get(name)) && rows.shows.has(fieldOf(channels.get(name)) ?? "")))
    return [];
  if (type === "line" || type === "area") {
    const message = `A ${type} between two measures joins rows that do not follow on each other`;
    return [{ path: [...path, "mark"], at: "value", message, hint: 'write "mark": "point", with a layer of names' }];
  }
  const named = ["color", "fill", "stroke", "shape"].some((name) => {
    const field = fieldOf(channels.get(name));
    return field !== undefined && new Set(rows.data.map((row) => row[field])).size === rows.data.length;
  });
  const printed = plot.some((unit) => {
    const field = fieldOf(unit.channels.get("text"));
    return unit.type === "text" && field !== undefined && !rows.shows.has(field);
  });
  if (!DOTS.has(type) || named || printed || rows.data.length >= CLOUD) return [];
  const message = `Nothing says which ${type} is of which row`;
  const hint =
    'print the names beside them, in a layer { "mark": { "type": "text", "dx": 8, "align": "left" }, "encoding": { "text": { "field": "…" } } }';
  return [{ path: [...path, "mark"], at: "value", message, hint }];
}
