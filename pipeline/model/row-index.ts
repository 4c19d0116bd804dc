import type { Dataset } from "./dataset.ts";

const known = new WeakMap<Dataset, ReadonlyMap<string, number>>();

/** Where each row of a dataset stands, by its name; worked out once, for the dataset of a family has thousands. */
export function rowIndex(dataset: Dataset): ReadonlyMap<string, number> {
  const index = known.get(dataset) ?? new Map(dataset.rows.map(({ name }, at) => [name, at] as const));
  known.set(dataset, index);
  return index;
}
