import { z } from "zod";
import { FIGURE_NAME } from "../model/id.ts";
import { ROUNDINGS } from "../model/interval.ts";
import {
  cell,
  csvFile,
  day,
  figureName,
  figurePath,
  flag,
  label,
  name,
  number,
  numberOrName,
  oneOf,
  period,
  precision,
  quantity,
  term,
  text,
} from "./leaf.ts";

const named = z.string().regex(FIGURE_NAME);
const cited = z.union([name, z.array(name).min(1)]);

const figure = z.strictObject({
  value: quantity,
  decimals: precision.optional(),
  unit: text,
  change: flag.optional(),
  basis: oneOf(["outturn", "plan"]).optional(),
  period: period.optional(),
  qualifier: text.optional(),
  rounding: oneOf(ROUNDINGS).optional(),
  source: cited.optional(),
  class: oneOf(["data", "literature"]).optional(),
});

const column = z.strictObject({
  type: oneOf(["id", "period", "text", "number"]).optional(),
  decimals: precision.optional(),
  unit: text.optional(),
  change: flag.optional(),
  basis: oneOf(["outturn", "plan"]).optional(),
  period: period.optional(),
  rounding: oneOf(ROUNDINGS).optional(),
});

const list = z.strictObject({
  items: z.array(text).min(1),
  stated: number.optional(),
  source: cited.optional(),
});

const order = oneOf(["descending", "ascending"]);

const check = z.union([
  z.strictObject({
    sum: z.union([figureName, z.array(term).min(1)]),
    to: numberOrName,
    by: figureName.optional(),
    less: z.array(figureName).min(1).optional(),
  }),
  z.strictObject({ part: figureName, of: figureName }),
  z.strictObject({ rank: figureName, by: figureName, order: order.optional() }),
  z.strictObject({ order: figureName, direction: order.optional() }),
  z.strictObject({ unique: figureName }),
  z.strictObject({ range: figureName, from: number.optional(), to: number.optional() }),
  z.strictObject({ complete: figureName, as: z.union([figureName, z.array(label).min(1)]).optional() }),
  z.strictObject({ same: z.array(figurePath).min(2) }),
  z.strictObject({ granular: figureName, of: figureName }),
]);

/** The shape of a dataset's file, data/BRIEF/DATASET.yaml. */
export const datasetShape = z.strictObject({
  title: text,
  source: cited.optional(),
  class: oneOf(["data", "literature"]).optional(),
  rounding: oneOf(ROUNDINGS).optional(),
  decimals: precision.optional(),
  valid_until: day.optional(),
  figures: z.record(named, figure).optional(),
  lists: z.record(named, list).optional(),
  columns: z.record(named, column).optional(),
  upstream: z
    .strictObject({
      url: text,
      rows: text.optional(),
      match: z.record(named, label),
      columns: z.record(named, label),
      where: z.record(z.string(), label).optional(),
      retrieved: day.optional(),
      sha256: label.optional(),
    })
    .optional(),
  rows: z.union([csvFile, z.array(z.record(z.string(), cell))]).optional(),
  checks: z.array(check).optional(),
  derive: z
    .strictObject({ each: z.record(named, label).optional(), once: z.record(named, label).optional() })
    .optional(),
});

export type DatasetFile = z.infer<typeof datasetShape>;
export type CheckEntry = z.infer<typeof check>;
export type ColumnEntry = z.infer<typeof column>;
export type Cited = z.infer<typeof cited>;
