import { isObject, property, type JsonObject } from "./json.ts";
import type { Datum } from "./rows.ts";
import { changed } from "./views.ts";

/** Marks that Vega-Lite stacks, and the channels that tell their parts apart. */
const STACKED = new Set(["bar", "area"]);
const LOOKS = ["color", "fill", "stroke"] as const;

/** The field of a series' place in the order of the rows. */
const orderOf = (field: string): string => `${field}_order`;

/** A spec whose stacks are in the order of the rows, from the foot up; Vega-Lite would stack by letters. */
export const withStacks = (spec: JsonObject): JsonObject =>
  changed(spec, (view) => {
    const [mark, encoding] = [view["mark"], view["encoding"]];
    const type = isObject(mark) ? mark["type"] : mark;
    if (typeof type !== "string" || !STACKED.has(type) || !isObject(encoding) || "order" in encoding) return view;
    const field = seriesOf(encoding);
    if (field === undefined) return view;
    return { ...view, encoding: { ...encoding, order: { field: orderOf(field), type: "quantitative" } } };
  });

/** The rows with the places of the series in their order. */
export function withOrders(rows: readonly Datum[], spec: unknown): readonly Datum[] {
  const places = fieldsIn(spec).map((field) => {
    const order = [...new Set(rows.map((row) => row[field]))];
    return [field, new Map(order.map((value, index) => [value, index]))] as const;
  });
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(places.map(([field, order]) => [orderOf(field), order.get(row[field]) ?? null])),
  }));
}

/** The field of words by whose colour parts are told apart, where the author does not sort them. */
function seriesOf(encoding: JsonObject): string | undefined {
  const channel = LOOKS.map((name) => encoding[name]).find(
    (each) => property(each, "sort") === null && typeof property(each, "field") === "string",
  );
  const [field, type] = [property(channel, "field"), property(channel, "type")];
  return typeof field === "string" && (type === "nominal" || type === "ordinal") ? field : undefined;
}

function fieldsIn(spec: unknown): readonly string[] {
  if (Array.isArray(spec)) return spec.flatMap(fieldsIn);
  if (!isObject(spec)) return [];
  const own = seriesOf(spec);
  return [...(own === undefined ? [] : [own]), ...Object.values(spec).flatMap(fieldsIn)];
}
