import { isObject, laidOver, property, type JsonObject } from "./json.ts";
import type { Datum } from "./rows.ts";
import { areNames } from "./sorts.ts";
import { changed, CONCATS, viewsIn } from "./views.ts";

/** A spec whose small multiples, by row, column or facet of an encoding, are written as panels of a view. */
export const faceted = (spec: JsonObject, rows: readonly Datum[]): JsonObject =>
  changed(spec, (view) => {
    if (isObject(view["facet"])) return { ...view, facet: inOrder(view["facet"], rows) };
    const { encoding, mark, layer, name, height, transform, ...rest } = view;
    if (!isObject(encoding)) return view;
    const { row, column, facet, ...own } = encoding;
    if (row === undefined && column === undefined && facet === undefined) return view;
    const inner = { ...given({ mark, layer, name, height, transform }), encoding: own };
    if (!isObject(facet)) return { ...rest, facet: inOrder(given({ row, column }), rows), spec: inner };
    const { columns, ...channel } = facet;
    return { ...rest, ...given({ columns }), facet: inOrder(channel, rows), spec: inner };
  });

/** Panels in the order of the rows, where the spec sorts by nothing; Vega-Lite would sort by letters. */
function inOrder(facet: JsonObject, rows: readonly Datum[]): JsonObject {
  const { field, row, column } = facet;
  const both = given({
    row: isObject(row) ? inOrder(row, rows) : undefined,
    column: isObject(column) ? inOrder(column, rows) : undefined,
  });
  const values = typeof field === "string" ? [...new Set(rows.map((each) => each[field]))] : [];
  const isSorted = facet["sort"] === undefined ? !areNames(values) : facet["sort"] !== null;
  return isSorted ? { ...facet, ...both } : { ...facet, sort: values };
}

/** How a narrow drawing has panels where its author has not said it: under each other, small multiples two by two. */
export const stacked = (spec: JsonObject, rows: readonly Datum[]): JsonObject =>
  changed(spec, (view) => {
    const { hconcat, ...rest } = view;
    // Panels that stood beside the labels of the first now need their own.
    if (Array.isArray(hconcat)) return { ...rest, vconcat: hconcat.map(labelled) };
    if ("concat" in view) return { ...view, columns: 1 };
    if (!isObject(view["facet"])) return view;
    const { row, column } = view["facet"];
    if (row === undefined && column === undefined)
      return { ...view, columns: Math.min(columnsOf(view, rows), NARROW_COLUMNS) };
    // Small multiples by column alone may stand in several lines; those by row and column are a table, and stay one.
    return row === undefined && columnsOf(view, rows) > NARROW_COLUMNS
      ? { ...view, facet: column, columns: NARROW_COLUMNS }
      : view;
  });

const labelled = (panel: unknown): unknown => {
  const [encoding, axis] = [property(panel, "encoding"), property(property(property(panel, "encoding"), "y"), "axis")];
  if (!isObject(panel) || !isObject(encoding) || property(axis, "labels") !== false) return panel;
  return laidOver(panel, { encoding: { y: { axis: { labels: true } } } });
};

const NARROW_COLUMNS = 2;

/** How many panels stand beside each other where the author has not said it. */
const COLUMNS = 3;

/** How many panels a view has beside each other. */
function columnsOf(view: JsonObject, rows: readonly Datum[]): number {
  const asked = typeof view["columns"] === "number" ? view["columns"] : COLUMNS;
  const facet = view["facet"];
  if (isObject(facet)) {
    const { field, column, row } = facet;
    if (row !== undefined || column !== undefined) return distinct(property(column, "field"), rows);
    return Math.max(1, Math.min(asked, distinct(field, rows)));
  }
  if ("hconcat" in view) return Math.max(1, viewsIn(view, "hconcat").length);
  if ("concat" in view) return Math.max(1, Math.min(asked, viewsIn(view, "concat").length));
  return 1;
}

const distinct = (field: unknown, rows: readonly Datum[]): number =>
  typeof field === "string" ? Math.max(1, new Set(rows.map((row) => row[field])).size) : 1;

/** A spec whose plots are so wide, in whole units, that those beside each other have a width in all. */
export function sized(spec: JsonObject, width: number, rows: readonly Datum[]): JsonObject {
  const columns = columnsOf(spec, rows);
  const share = Math.max(1, Math.floor(width / columns));
  const wraps = "concat" in spec || property(spec["facet"], "field") !== undefined;
  const panelled = wraps ? { ...withOwnAxes(spec, columns, rows), columns } : spec;
  if (isObject(spec["spec"])) return { ...panelled, spec: sized(spec["spec"], share, rows) };
  const list = CONCATS.find((name) => viewsIn(spec, name).length > 0);
  if (list === undefined) return { ...spec, width: share };
  return { ...panelled, [list]: viewsIn(spec, list).map((panel) => sized(panel, share, rows)) };
}

/** Small multiples whose last line is not full have an axis each: a shared one would stand under a panel that is not there. */
function withOwnAxes(spec: JsonObject, columns: number, rows: readonly Datum[]): JsonObject {
  const field = property(spec["facet"], "field");
  if (field === undefined || distinct(field, rows) % columns === 0) return spec;
  return { ...spec, resolve: laidOver({ axis: { x: "independent" } }, spec["resolve"] ?? {}) };
}

/**
 * Finds the width of plots with which the whole drawing is as wide as it should be, axes and labels included. Vega fits
 * one plot into a width, not several.
 */
export async function fitted<Run extends { readonly width: number }>(
  target: number,
  draw: (width: number) => Promise<Run>,
): Promise<Run> {
  let [width, slope] = [target, 1];
  let run = await draw(width);
  for (let tries = 1; tries < MOST_TRIES && (run.width > target || run.width < target - CLOSE); tries += 1) {
    const next = Math.max(1, Math.floor(width - (run.width - target) / slope - (tries > 1 ? 1 : 0)));
    const drawn = await draw(next);
    const moved = (drawn.width - run.width) / (next - width);
    slope = Number.isFinite(moved) && moved > 0.1 ? moved : slope;
    [width, run] = [next, drawn];
  }
  return run;
}

const MOST_TRIES = 6;
/** How much narrower than asked a drawing of several panels may be, whose plots are of whole units. */
const CLOSE = 6;

/** The properties that are there. */
const given = (properties: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
