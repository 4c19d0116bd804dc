import type { Drawing } from "../model/drawing.ts";
import { byCodeUnit } from "../model/id.ts";
import { compare } from "../model/rational.ts";
import type { ChartRows } from "./rows.ts";

/** The least and the greatest of the figures that place a chart's marks; undefined when none does. */
export function extentOf(rows: ChartRows, positions: readonly string[]): Drawing["extent"] {
  const figures = [...rows.figures.values()].flatMap((row) => positions.flatMap((field) => row.get(field) ?? []));
  const sorted = figures.toSorted((a, b) => compare(a.value, b.value) || byCodeUnit(a.id, b.id));
  const [least, greatest] = [sorted[0], sorted.at(-1)];
  if (least === undefined || greatest === undefined) return undefined;
  return { least: least.id, greatest: greatest.id, values: figures.map((figure) => figure.value) };
}
