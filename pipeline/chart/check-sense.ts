import { checkExtents } from "./check-extents.ts";
import { checkFilters } from "./check-filters.ts";
import { checkMarks } from "./check-marks.ts";
import { checkPlots } from "./check-plots.ts";
import { checkScales } from "./check-scales.ts";
import type { Refusal } from "./check-spec.ts";
import { checkTexts } from "./check-texts.ts";
import { checkViews } from "./check-views.ts";
import type { ChartRows } from "./rows.ts";
import { unitsOf } from "./units.ts";

/** Holds a spec that has nothing forbidden against what its parts would say together. */
export function checkSense(spec: unknown, rows: ChartRows): readonly Refusal[] {
  const views = checkViews(spec);
  if (views.length > 0) return views;
  const units = unitsOf(spec);
  // Layers share what stands around them, and a refusal of that is told once.
  const refusals = [
    ...checkMarks(units, rows),
    ...checkPlots(units, rows),
    ...checkScales(units, rows),
    ...checkTexts(units, rows),
    ...checkExtents(units, rows),
    ...checkFilters(spec, rows),
  ];
  const keyOf = ({ path, message }: Refusal): string => JSON.stringify([path, message]);
  return refusals.filter((each, index) => refusals.findIndex((other) => keyOf(other) === keyOf(each)) === index);
}
