import type { Charted } from "../model/brief.ts";
import type { Dataset, WordList, Written } from "../model/dataset.ts";
import type { FigureId } from "../model/id.ts";

/** What a path in a template can lead to. */
export type Leaf =
  | { readonly leaf: "figure"; readonly id: FigureId }
  | { readonly leaf: "list"; readonly list: WordList }
  | { readonly leaf: "text"; readonly written: Written };

/** The names that a template may use: datasets, their rows, columns, single figures and lists. */
export interface Names {
  [name: string]: Names | readonly Names[] | Leaf;
}

const empty = (): Names => Object.create(null) as Names;

export const isLeaf = (value: unknown): value is Leaf =>
  typeof value === "object" && value !== null && Object.hasOwn(value, "leaf");

/** The tree of all names, as a template sees it; `dataset.rows` holds the rows in order, for loops. */
export function namesOf(brief: Charted): Names {
  const root = empty();
  for (const dataset of brief.datasets.values()) root[dataset.id] = datasetNames(dataset, brief);
  return root;
}

function datasetNames(dataset: Dataset, brief: Charted): Names {
  const names = empty();
  const rows: Names[] = [];
  for (const row of dataset.rows) {
    const cells = empty();
    for (const [column, written] of row.cells) cells[column] = { leaf: "text", written };
    for (const id of brief.figures.keys()) {
      const [of, name, column] = id.split(".");
      if (of === dataset.id && name === row.name && column !== undefined) cells[column] = { leaf: "figure", id };
    }
    names[row.name] = cells;
    rows.push(cells);
  }
  for (const id of brief.figures.keys()) {
    const [of, name, column] = id.split(".");
    if (of === dataset.id && name !== undefined && column === undefined) names[name] = { leaf: "figure", id };
  }
  for (const list of dataset.lists.values()) names[list.name] = { leaf: "list", list };
  names["rows"] = rows;
  return names;
}
