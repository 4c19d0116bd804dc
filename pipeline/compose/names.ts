import type { Charted } from "../model/brief.ts";
import type { Dataset, WordList, Written } from "../model/dataset.ts";
import { aliasOf } from "../model/family.ts";
import type { Gap } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";

/** What a path in a template can lead to. */
export type Leaf =
  | { readonly leaf: "figure"; readonly id: FigureId }
  | { readonly leaf: "gap"; readonly gap: Gap }
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
  const leaves = leavesOf(brief);
  const root = empty();
  for (const dataset of brief.datasets.values()) root[dataset.id] = datasetNames(dataset, leaves, brief.member?.key);
  return root;
}

type Leaves = ReadonlyMap<string, readonly (readonly [name: string, leaf: Leaf])[]>;

/** The figures and gaps under each `dataset`, and under each `dataset.row`. */
function leavesOf(brief: Charted): Leaves {
  const leaves = new Map<string, (readonly [string, Leaf])[]>();
  const add = (id: FigureId, leaf: Leaf): void => {
    const parts = id.split(".");
    const name = parts.pop() ?? "";
    const under = parts.join(".");
    const list = leaves.get(under) ?? [];
    list.push([name, leaf]);
    leaves.set(under, list);
  };
  for (const id of brief.figures.keys()) add(id, { leaf: "figure", id });
  for (const [id, gap] of brief.gaps) add(id, { leaf: "gap", gap });
  return leaves;
}

function datasetNames(dataset: Dataset, leaves: Leaves, member: string | undefined): Names {
  const names = empty();
  const rows: Names[] = [];
  for (const row of dataset.rows) {
    const cells = empty();
    for (const [column, written] of row.cells) cells[column] = { leaf: "text", written };
    for (const [column, leaf] of leaves.get(`${dataset.id}.${row.name}`) ?? []) cells[column] = leaf;
    names[row.name] = cells;
    const alias = member === undefined ? undefined : aliasOf(row, member);
    if (alias !== undefined) names[alias] = cells;
    rows.push(cells);
  }
  for (const [name, leaf] of leaves.get(dataset.id) ?? []) names[name] = leaf;
  for (const list of dataset.lists.values()) names[list.name] = { leaf: "list", list };
  names["rows"] = rows;
  return names;
}

/** What a path with points leads to, as `dataset.row.column` in a condition. */
export function leafAt(names: Names, path: string): Leaf | undefined {
  const end = path
    .split(".")
    .reduce<unknown>(
      (at, step) => (typeof at === "object" && at !== null && !isLeaf(at) ? Reflect.get(at, step) : undefined),
      names,
    );
  return isLeaf(end) ? end : undefined;
}
