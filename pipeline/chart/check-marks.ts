import type { Refusal } from "./check-spec.ts";
import { isObject } from "./json.ts";
import type { ChartRows } from "./rows.ts";
import type { Unit, UnitChannel } from "./units.ts";

/** Marks that Vega-Lite would draw and that would not show what the rows have. */
export const checkMarks = (units: readonly Unit[], rows: ChartRows): readonly Refusal[] =>
  units.flatMap((unit) => [
    ...untyped(unit),
    ...loose(unit),
    ...lengths(unit),
    ...ends(unit, rows),
    ...cells(unit),
    ...ranges(unit, rows),
    ...stacks(unit),
    ...brokenStacks(unit, rows),
    ...dots(unit),
  ]);

const PLACES = ["x", "y"] as const;
const LENGTHS = new Set(["bar", "area"]);
const RANGES = new Set(["errorbar", "errorband"]);

const markPath = ({ path }: Unit): Refusal["path"] => [...path, "mark"];

export const fieldOf = (channel: UnitChannel | undefined): string | undefined => {
  const field = channel?.says["field"];
  return typeof field === "string" ? field : undefined;
};

export const isNumeric = (channel: UnitChannel | undefined): boolean => channel?.says["type"] === "quantitative";

/** Without a type, Vega-Lite takes numbers for names. */
function untyped({ channels }: Unit): readonly Refusal[] {
  return ["x", "y", "color", "fill", "stroke", "size", "shape", "strokeDash"].flatMap((name): readonly Refusal[] => {
    const channel = channels.get(name);
    if (channel === undefined || fieldOf(channel) === undefined || channel.says["type"] !== undefined) return [];
    const message = `The type of "${fieldOf(channel) ?? ""}" on ${name} is not said`;
    const hint =
      'write "type": "quantitative" of numbers, "nominal" of names, "ordinal" of names in an order, "temporal" of times';
    return [{ path: channel.path, at: "value", message, hint }];
  });
}

/** Places that are typed and not of a row. */
function loose({ type, channels, filtered }: Unit): readonly Refusal[] {
  return PLACES.flatMap((name): readonly Refusal[] => {
    const [channel, end] = [channels.get(name), channels.get(`${name}2`)];
    if (RANGES.has(type)) return [];
    if (end !== undefined && fieldOf(channel) === undefined) {
      const hint = `write "${name}": { "field": "…" } for where it begins`;
      return [{ path: end.path, at: "value", message: `"${name}2" is an end without a beginning`, hint }];
    }
    if (channel === undefined || fieldOf(channel) !== undefined) return [];
    const constant = ["value", "datum"].find((each) => each in channel.says);
    const isLine = type === "tick" || type === "rule";
    if (constant === undefined || type === "text" || (isLine && constant === "datum" && !filtered)) return [];
    const message = `A ${type} stands where its row is, and not at a ${constant} of the spec`;
    const hint =
      filtered && isLine ? "draw the line in a layer without a filter" : `name its field: "${name}": { "field": "…" }`;
    return [{ path: [...channel.path, constant], at: "value", message, hint }];
  });
}

/** Bars and areas show numbers by their length, from zero or between two numbers of the row. */
function lengths(unit: Unit): readonly Refusal[] {
  const { type, channels } = unit;
  if (!LENGTHS.has(type)) return [];
  const numeric = PLACES.filter((name) => isNumeric(channels.get(name)));
  if (numeric.length === 0) {
    const hint = 'its length needs "type": "quantitative" on x or y';
    return [{ path: markPath(unit), at: "value", message: `The ${type} has no length that shows a number`, hint }];
  }
  return numeric.flatMap((name): readonly Refusal[] => {
    const scale = channels.get(name)?.says["scale"];
    if (!isObject(scale) || scale["type"] !== "log") return [];
    const message = `The length of a ${type} begins at zero, and a scale of logarithms has no zero`;
    const path = [...(channels.get(name)?.path ?? []), "scale", "type"];
    return [{ path, at: "value", message, hint: 'draw points, or take "log" out of the scale' }];
  });
}

/** Bars, areas and lines that show an end of what rounding leaves open as if it were the number. */
function ends({ type, channels }: Unit, { columnOf, shows }: ChartRows): readonly Refusal[] {
  if (!LENGTHS.has(type) && type !== "line") return [];
  return PLACES.flatMap((name): readonly Refusal[] => {
    const channel = channels.get(name);
    const field = fieldOf(channel) ?? "";
    if (channel === undefined || !shows.has(field) || columnOf.has(field) || channels.has(`${name}2`)) return [];
    const message = `"${field}" is an end of a range, and no number of the rows`;
    return [{ path: [...channel.path, "field"], at: "value", message, hint: `write "${shows.get(field) ?? ""}"` }];
  });
}

/** Cells of a heat map: at names, with a colour that says a number. */
function cells(unit: Unit): readonly Refusal[] {
  const { type, channels } = unit;
  if (type !== "rect") return [];
  const placed = PLACES.find((name) => isNumeric(channels.get(name)));
  if (placed !== undefined) {
    const hint = 'draw bars, or give the cells "nominal" or "ordinal" places';
    const path = channels.get(placed)?.path ?? markPath(unit);
    return [{ path, at: "value", message: "A rect is a cell of a heat map, and its size shows no number", hint }];
  }
  const coloured = ["color", "fill"].some((name) => fieldOf(channels.get(name)) !== undefined);
  if (coloured) return [];
  const hint = 'write "color": { "field": "…", "type": "quantitative", "scale": { "type": "threshold", … } }';
  return [{ path: markPath(unit), at: "value", message: "The colour of the cells shows no number", hint }];
}

/** Error bars and bands, whose two ends are of one number. */
function ranges(unit: Unit, { columnOf, shows }: ChartRows): readonly Refusal[] {
  const { type, channels } = unit;
  const along = PLACES.find((name) => channels.has(name) && channels.has(`${name}2`));
  if (along === undefined) {
    if (!RANGES.has(type)) return [];
    const hint = 'write "x": { "field": "NAME_lo", … }, "x2": { "field": "NAME_hi" }, or the same with y';
    return [
      {
        path: markPath(unit),
        at: "value",
        message: `An ${type} needs both ends of its range in its own encoding`,
        hint,
      },
    ];
  }
  const [first, second] = [fieldOf(channels.get(along)), fieldOf(channels.get(`${along}2`))];
  if (first === undefined || second === undefined) return [];
  // An end of what rounding leaves open is told from a number of its own.
  const isEnd = (field: string): boolean => shows.has(field) && !columnOf.has(field);
  if ((!isEnd(first) && !isEnd(second)) || shows.get(first) === shows.get(second)) return [];
  const message = `"${first}" and "${second}" are not the two ends of one number`;
  const hint = `write "${shows.get(first) ?? first}_lo" and "${shows.get(first) ?? first}_hi"`;
  return [{ path: channels.get(`${along}2`)?.path ?? markPath(unit), at: "value", message, hint }];
}

/** What stacks shows sums, which only lengths can. */
function stacks({ type, channels }: Unit): readonly Refusal[] {
  return PLACES.flatMap((name): readonly Refusal[] => {
    const channel = channels.get(name);
    if (channel?.says["stack"] !== true || LENGTHS.has(type)) return [];
    const message = `A ${type} that is stacked stands at a sum, and not at its number`;
    return [{ path: [...channel.path, "stack"], at: "value", message, hint: "take stack out, or draw bars" }];
  });
}

/** A stack with a part that is not there would end at another sum. */
function brokenStacks({ type, channels }: Unit, { gaps, shows, data }: ChartRows): readonly Refusal[] {
  const parts = ["color", "fill", "detail"]
    .map((name) => channels.get(name))
    .find((channel) => fieldOf(channel) !== undefined);
  const isGrouped = channels.has("xOffset") || channels.has("yOffset");
  if (!LENGTHS.has(type) || parts === undefined || isNumeric(parts) || isGrouped) return [];
  return PLACES.flatMap((name): readonly Refusal[] => {
    const [channel, across] = [channels.get(name), channels.get(name === "x" ? "y" : "x")];
    const column = shows.get(fieldOf(channel) ?? "");
    if (channel === undefined || column === undefined || !isNumeric(channel)) return [];
    const { stack } = channel.says;
    // Where each place has one part alone, nothing is stacked.
    const places = data.map((row) => String(row[fieldOf(across) ?? ""]));
    const isSingle = new Set(places).size === places.length;
    if (stack === null || stack === false || isSingle || channels.has(`${name}2`)) return [];
    const [row] = [...gaps].find(([, each]) => each.has(column)) ?? [];
    if (row === undefined) return [];
    const message = `There is no number for ${column} of ${row}, and a stack without it would show another sum`;
    const hint = "draw lines, or a panel for each part by a facet, or take the rows that have it out of the dataset";
    return [{ path: channel.path, at: "value", message, hint }];
  });
}

const DOTS = new Set(["point", "circle", "square"]);
const LEAST_AREA = 20;

/** A dot among others that are larger would be overlooked. */
function dots(unit: Unit): readonly Refusal[] {
  const { size } = unit.mark;
  if (!DOTS.has(unit.type) || typeof size !== "number" || size >= LEAST_AREA) return [];
  const message = `Points of ${size} square pixels are hardly seen`;
  return [{ path: [...markPath(unit), "size"], at: "value", message, hint: `at least ${LEAST_AREA}` }];
}
