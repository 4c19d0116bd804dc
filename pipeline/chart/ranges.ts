import { isObject, type JsonObject } from "./json.ts";
import { changed } from "./views.ts";

/**
 * Error bars and bands as the marks that they are made of. Both show a range that the rows hold, from x to x2 or from y to
 * y2; Vega-Lite's own would work one out.
 */
export const withRanges = (spec: JsonObject): JsonObject => changed(spec, withRange);

function withRange(view: JsonObject): JsonObject {
  const { mark, ...rest } = view;
  const type = isObject(mark) ? mark["type"] : mark;
  const { ticks, ...look } = isObject(mark) ? mark : {};
  // A band is pale, so its edges are drawn.
  if (type === "errorband")
    return { ...rest, mark: { ...BAND, stroke: look["color"] ?? "theme:bar", ...look, type: "area" } };
  if (type !== "errorbar") return view;
  const { encoding, name, ...outer } = rest;
  const along = isObject(encoding) && "x2" in encoding ? "x" : "y";
  const rule = { mark: { ...look, type: "rule" }, name };
  if (ticks === false || !isObject(encoding)) return { ...outer, ...rule, encoding };
  const { [along]: start, [`${along}2`]: end, ...shared } = encoding;
  const tick = (at: unknown, which: string): JsonObject => ({
    name: `${String(name)}_${which}`,
    mark: { ...look, type: "tick", orient: along === "x" ? "vertical" : "horizontal", thickness: 1.5, size: TICK },
    encoding: { ...shared, [along]: at },
  });
  const place = isObject(start) ? start : {};
  return {
    ...outer,
    layer: [{ ...rule, encoding }, tick(start, "start"), tick({ ...place, ...(isObject(end) ? end : {}) }, "end")],
  };
}

const BAND = { fillOpacity: 0.25, opacity: 1, strokeWidth: 1 };
const TICK = 9;
