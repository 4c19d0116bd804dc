import { z } from "zod";
import { FIGURE_NAME } from "../model/id.ts";
import { ROUNDINGS } from "../model/interval.ts";
import { cell, figureName, label, name, number, numberOrName, oneOf, text } from "./leaf.ts";

const named = z.string().regex(FIGURE_NAME);
const cited = z.union([name, z.array(name).min(1)]);

const figure = z.strictObject({
  value: number,
  unit: text,
  basis: oneOf(["outturn", "plan"]).optional(),
  period: label.optional(),
  qualifier: text.optional(),
  rounding: oneOf(ROUNDINGS).optional(),
  source: cited.optional(),
  class: oneOf(["data", "literature"]).optional(),
});

const column = z.strictObject({
  type: oneOf(["id", "text", "number"]).optional(),
  unit: text.optional(),
  basis: oneOf(["outturn", "plan"]).optional(),
  period: label.optional(),
  rounding: oneOf(ROUNDINGS).optional(),
});

const list = z.strictObject({
  items: z.array(text).min(1),
  stated: number.optional(),
  source: cited.optional(),
});

const check = z.union([
  z.strictObject({ sum: figureName, to: numberOrName }),
  z.strictObject({ part: figureName, of: figureName }),
  z.strictObject({ rank: figureName, by: figureName }),
]);

/** The shape of a dataset's file, data/BRIEF/DATASET.yaml. */
export const datasetShape = z.strictObject({
  title: text,
  source: cited.optional(),
  class: oneOf(["data", "literature"]).optional(),
  rounding: oneOf(ROUNDINGS).optional(),
  figures: z.record(named, figure).optional(),
  lists: z.record(named, list).optional(),
  columns: z.record(named, column).optional(),
  rows: z.array(z.record(z.string(), cell)).optional(),
  checks: z.array(check).optional(),
  derive: z
    .strictObject({ each: z.record(named, label).optional(), once: z.record(named, label).optional() })
    .optional(),
});

export type DatasetFile = z.infer<typeof datasetShape>;
export type ColumnEntry = z.infer<typeof column>;
export type Cited = z.infer<typeof cited>;
