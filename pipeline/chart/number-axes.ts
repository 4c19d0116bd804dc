import { isObject, property, type JsonObject } from "./json.ts";
import { changed, plotsChanged } from "./views.ts";

/** The room that a tick of an axis of numbers is given, in pixels. */
const ROOM = { x: 80, y: 45 };
const FEWEST = 3;
const USUAL_HEIGHT = 200;

/**
 * A spec whose axes of numbers have about so many ticks as a reader needs, where its author has not said which, at whole
 * numbers where things are counted, whose zero has no sign, and whose logarithms are written out.
 */
export const withNumberAxes = (spec: JsonObject, width: number, isCounted: (field: string) => boolean): JsonObject =>
  plotsChanged(spec, (plot) => {
    const asked = new Set((["x", "y"] as const).filter((axis) => asksForTicks(plot, axis)));
    return changed(plot, (view) => {
      const { encoding } = view;
      if (!isObject(encoding)) return view;
      const height = typeof plot["height"] === "number" ? plot["height"] : USUAL_HEIGHT;
      const channels = Object.entries(encoding).map(([name, channel]) => {
        if (name !== "x" && name !== "y") return [name, channel];
        const ticks = Math.max(FEWEST, Math.round((name === "x" ? width : height) / ROOM[name]));
        return [name, written(channel, asked.has(name) ? undefined : ticks, isCounted)];
      });
      return { ...view, encoding: Object.fromEntries(channels) };
    });
  });

/** Whether a plot says, in any of its layers, where an axis has ticks: layers share their axes. */
function asksForTicks(view: unknown, name: "x" | "y"): boolean {
  const axis = property(property(property(view, "encoding"), name), "axis");
  if (property(axis, "values") !== undefined || property(axis, "tickCount") !== undefined) return true;
  const layers = property(view, "layer");
  return Array.isArray(layers) && layers.some((layer: unknown) => asksForTicks(layer, name));
}

function written(channel: unknown, ticks: number | undefined, isCounted: (field: string) => boolean): unknown {
  if (!isObject(channel) || channel["type"] !== "quantitative" || channel["axis"] === null) return channel;
  const axis = isObject(channel["axis"]) ? channel["axis"] : {};
  const isLog = property(channel["scale"], "type") === "log";
  return {
    ...channel,
    axis: {
      ...(ticks === undefined ? {} : { tickCount: ticks }),
      ...(isCounted(String(channel["field"])) && !isLog ? { tickMinStep: 1 } : {}),
      ...(isLog ? { format: "," } : {}),
      ...(String(axis["format"]).startsWith("+") ? { labelExpr: "datum.value == 0 ? '0' : datum.label" } : {}),
      ...axis,
    },
  };
}
