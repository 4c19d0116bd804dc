import { isObject, property, type JsonObject } from "./json.ts";
import { changed } from "./views.ts";

/** A spec whose names are sorted by the field of the other axis, where it says "-x" or "y", which layers do not share. */
export const withSorts = (spec: JsonObject): JsonObject =>
  changed(spec, (view) => {
    const { encoding } = view;
    if (!isObject(encoding)) return view;
    const channels = Object.entries(encoding).map(([name, channel]) => [name, sorted(channel, view)]);
    return { ...view, encoding: Object.fromEntries(channels) };
  });

function sorted(channel: unknown, view: JsonObject): unknown {
  const sort = property(channel, "sort");
  const [, down, axis] = typeof sort === "string" ? (/^(-?)([xy])$/.exec(sort) ?? []) : [];
  if (!isObject(channel) || (axis !== "x" && axis !== "y")) return channel;
  const [field] = placedBy(view, axis);
  if (field === undefined) return channel;
  return { ...channel, sort: { field, op: "max", order: down === "-" ? "descending" : "ascending" } };
}

/** The fields that place marks along an axis, in a view and its layers. */
export function placedBy(view: unknown, axis: "x" | "y"): readonly string[] {
  const field = property(property(property(view, "encoding"), axis), "field");
  const layers = property(view, "layer");
  const below = Array.isArray(layers) ? layers.flatMap((layer: unknown) => placedBy(layer, axis)) : [];
  return typeof field === "string" ? [field, ...below] : below;
}
