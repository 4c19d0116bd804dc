import { z } from "zod";
import type { NumberFormat, TableDesign } from "../model/template.ts";
import { defined } from "./defined.ts";
import { datasetId, tableId } from "./ids.ts";
import { figureName, flag, text, whole } from "./leaf.ts";
import { headOf } from "./positions.ts";
import type { Reader } from "./reader.ts";
import { readShape } from "./shape.ts";
import { placeAt, written, type Scalar } from "./tree.ts";
import { readYaml } from "./yaml.ts";

const named = z.string().regex(/^[a-z][a-z0-9_]*$/);

/** How the numbers of a column are written. */
export const formatShape = { decimals: whole(0, 12).optional(), sign: flag.optional(), range: flag.optional() };

/** The format that a column asks for. */
export const formatOf = (given: { [Key in keyof NumberFormat]: NumberFormat[Key] | undefined }): NumberFormat =>
  defined({ decimals: given.decimals, sign: given.sign, range: given.range });

const column = z.strictObject({
  column: figureName,
  heading: text,
  head: flag.optional(),
  group: text.optional(),
  ...formatShape,
});

/** The shape of templates/TEMPLATE/tables/ID.yaml. */
export const tableShape = z.strictObject({
  rows: figureName,
  caption: text,
  columns: z.array(column).min(1),
  total: z.strictObject({ label: text, figures: z.record(named, text) }).optional(),
  notes: z.array(text).optional(),
  source: text.optional(),
});

/** A table's design, and the name of its dataset, to be looked up. */
export interface ReadTable {
  readonly design: TableDesign;
  readonly rows: Scalar;
}

/** Reads one table. Whether its columns are there is for compose to say, which knows the derived ones. */
export function readTable(reader: Reader, file: string, id: string): ReadTable | undefined {
  const tree = readYaml(reader, file);
  const given = tree && readShape(tableShape, tree, reader.problems);
  if (tree === undefined || given === undefined) return undefined;
  const columns = given.columns.map((each, i) => ({
    column: each.column.text,
    heading: written(each.heading),
    head: each.head ?? false,
    format: formatOf({ decimals: each.decimals, sign: each.sign, range: each.range }),
    place: placeAt(tree, ["columns", i, "column"]),
    ...defined({ group: each.group && written(each.group) }),
  }));
  const total = given.total && {
    label: written(given.total.label),
    figures: new Map(Object.entries(given.total.figures).map(([key, figure]) => [key, written(figure)] as const)),
  };
  const design: TableDesign = {
    id: tableId(id),
    rows: datasetId(given.rows.text),
    caption: written(given.caption),
    columns,
    notes: (given.notes ?? []).map(written),
    place: headOf(file),
    ...defined({ total, source: given.source && written(given.source) }),
  };
  return { design, rows: given.rows };
}
