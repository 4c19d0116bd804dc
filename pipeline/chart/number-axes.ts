import { isObject, property, type JsonObject } from "./json.ts";
import { changed } from "./views.ts";

/** The room that a tick of an axis of numbers is given, in pixels. */
const ROOM = { x: 80, y: 45 };
const FEWEST = 3;
const USUAL_HEIGHT = 200;

/**
 * A spec whose axes of numbers have about so many ticks as a reader needs, where its author has not said which, whose zero
 * has no sign, and whose logarithms are written out.
 */
export const withNumberAxes = (spec: JsonObject, width: number): JsonObject =>
  changed(spec, (view) => {
    const { encoding } = view;
    if (!isObject(encoding)) return view;
    const height = typeof view["height"] === "number" ? view["height"] : USUAL_HEIGHT;
    const channels = Object.entries(encoding).map(([name, channel]) => [
      name,
      name === "x" || name === "y" ? counted(channel, (name === "x" ? width : height) / ROOM[name]) : channel,
    ]);
    return { ...view, encoding: Object.fromEntries(channels) };
  });

function counted(channel: unknown, ticks: number): unknown {
  if (!isObject(channel) || channel["type"] !== "quantitative" || channel["axis"] === null) return channel;
  const axis = isObject(channel["axis"]) ? channel["axis"] : {};
  const isAsked = axis["values"] !== undefined || axis["tickCount"] !== undefined;
  return {
    ...channel,
    axis: {
      ...(isAsked ? {} : { tickCount: Math.max(FEWEST, Math.round(ticks)) }),
      ...(property(channel["scale"], "type") === "log" ? { format: "," } : {}),
      ...(String(axis["format"]).startsWith("+") ? { labelExpr: "datum.value == 0 ? '0' : datum.label" } : {}),
      ...axis,
    },
  };
}
