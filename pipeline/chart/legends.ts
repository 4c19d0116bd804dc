import type { Theme } from "../model/theme.ts";
import type { Typefaces } from "../type/typefaces.ts";
import { isObject, laidOver, property, type JsonObject } from "./json.ts";
import type { Datum } from "./rows.ts";
import { changed } from "./views.ts";

interface Room {
  readonly rows: readonly Datum[];
  readonly width: number;
  readonly narrow: boolean;
  readonly theme: Theme;
  readonly typefaces: Typefaces;
}

/** The spec with each legend in so many columns as the drawing has room for, where its author has not said how many. */
export const withLegends = (spec: JsonObject, room: Room): JsonObject =>
  changed(spec, (view) => {
    const { encoding } = view;
    if (!isObject(encoding)) return view;
    const channels = Object.entries(encoding).map(([name, channel]) => [name, withColumns(aside(channel, room), room)]);
    return { ...view, encoding: Object.fromEntries(channels) };
  });

/** A legend beside the plot goes down its side, or stands above it where there is no room. */
function aside(channel: unknown, { narrow }: Room): unknown {
  const { legend } = { legend: undefined, ...(isObject(channel) ? channel : {}) } as { readonly legend: unknown };
  const orient = property(legend, "orient");
  if (orient !== "left" && orient !== "right") return channel;
  if (narrow) return laidOver(channel, { legend: { orient: "top", direction: "horizontal" } });
  return laidOver(channel, { legend: { direction: "vertical", ...(isObject(legend) ? legend : {}) } });
}

function withColumns(channel: unknown, { rows, width, theme, typefaces }: Room): unknown {
  if (!isObject(channel) || !isObject(channel["legend"]) || typeof channel["field"] !== "string") return channel;
  const { field, legend } = { field: channel["field"], legend: channel["legend"] };
  if ("columns" in legend || legend["orient"] === "left" || legend["orient"] === "right") return channel;
  const face = { family: theme.type.sans, weight: 400, italic: false } as const;
  const size = theme.type.chartPage;
  const names = [...new Set(rows.map((row) => String(row[field])))];
  const widest = Math.max(0, ...names.map((name) => typefaces.width(face, name, size)));
  const each = Math.sqrt(theme.chart.point) + SYMBOL_SPACE + widest + 2 * theme.chart.labels;
  return {
    ...channel,
    legend: { ...legend, columns: Math.max(1, Math.min(names.length, Math.floor((width - AXIS) / each))) },
  };
}

/** Vega's space between a legend's symbol and its label, and around the symbol. */
const SYMBOL_SPACE = 14;

/** What is kept for the labels of the axis, since a legend begins where the plot does. */
const AXIS = 60;
