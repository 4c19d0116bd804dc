import { isPeriod } from "./check-data.ts";
import { isObject, property, type JsonObject } from "./json.ts";
import type { Datum } from "./rows.ts";
import { changed } from "./views.ts";

/**
 * A spec whose names stand in the order of the rows, where it does not sort them; Vega-Lite would sort them by letters.
 * Where it says "-x" or "y", they are sorted by the field of the other axis, which layers do not share. Times keep theirs.
 */
export const withSorts = (spec: JsonObject, rows: readonly Datum[]): JsonObject =>
  changed(spec, (view) => {
    const { encoding } = view;
    if (!isObject(encoding)) return view;
    const channels = Object.entries(encoding).map(([name, channel]) => [name, sorted(name, channel, view, rows)]);
    return { ...view, encoding: Object.fromEntries(channels) };
  });

const NAMES = new Set(["x", "y", "color", "fill", "stroke", "shape", "strokeDash", "xOffset", "yOffset"]);

function sorted(name: string, channel: unknown, view: JsonObject, rows: readonly Datum[]): unknown {
  if (!isObject(channel)) return channel;
  const { sort, field, type } = channel;
  const [, down, axis] = typeof sort === "string" ? (/^(-?)([xy])$/.exec(sort) ?? []) : [];
  if (axis === "x" || axis === "y") {
    const [by] = placedBy(view, axis);
    return by === undefined
      ? channel
      : { ...channel, sort: { field: by, op: "max", order: down === "-" ? "descending" : "ascending" } };
  }
  const isNames = NAMES.has(name) && (type === "nominal" || type === "ordinal") && typeof field === "string";
  if (!isNames || sort !== undefined) return channel;
  return areNames(rows.map((row) => row[field])) ? { ...channel, sort: null } : channel;
}

/** Whether all values of a field are names, and not all periods, which have an order of their own. */
export const areNames = (values: readonly unknown[]): boolean =>
  values.every((value) => typeof value === "string") && !values.every(isPeriod);

/** The fields that place marks along an axis, in a view and its layers. */
export function placedBy(view: unknown, axis: "x" | "y"): readonly string[] {
  const field = property(property(property(view, "encoding"), axis), "field");
  const layers = property(view, "layer");
  const below = Array.isArray(layers) ? layers.flatMap((layer: unknown) => placedBy(layer, axis)) : [];
  return typeof field === "string" ? [field, ...below] : below;
}
