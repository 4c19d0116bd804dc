import type { Dataset } from "../model/dataset.ts";
import { error, nearest } from "../model/problem.ts";
import type { Other, Reference } from "./dataset-draft.ts";
import type { Reader } from "./reader.ts";
import type { Scalar } from "./tree.ts";

/** All names that a brief gives, so that those it uses can be looked up. */
export interface Names {
  readonly datasets: ReadonlySet<string>;
  /** Single figures, list counts, and single figures to be derived. */
  readonly singles: ReadonlySet<string>;
  /** Cells, given and to be derived. */
  readonly cells: ReadonlySet<string>;
  /** Given number columns, as `dataset.column`. */
  readonly columns: ReadonlySet<string>;
}

/** The names that datasets give. */
export function namesOf(datasets: readonly Dataset[]): Names {
  const singles = datasets.flatMap(({ id, singles: given, lists, definitions }) => {
    const derived = definitions.filter((each) => !each.each).map((each) => each.name);
    return [...given.keys(), ...lists.keys(), ...derived].map((name) => `${id}.${name}`);
  });
  const cells = datasets.flatMap(({ id, rows, columns, definitions }) => {
    const derived = definitions.filter((each) => each.each).map((each) => each.name);
    const numbers = columns.filter((each) => each.kind === "number").map((each) => each.name);
    return rows.flatMap((row) => [...numbers, ...derived].map((name) => `${id}.${row.name}.${name}`));
  });
  const columns = datasets.flatMap(({ id, columns: all }) =>
    all.filter((each) => each.kind === "number").map((each) => `${id}.${each.name}`),
  );
  const ids = new Set(datasets.map((each) => each.id));
  return { datasets: ids, singles: new Set(singles), cells: new Set(cells), columns: new Set(columns) };
}

/** Reports what checks name of other datasets and is not there. */
export function reportOthers(reader: Reader, others: readonly Other[], names: Names): void {
  const numbers = new Set([...names.singles, ...names.columns]);
  for (const { name, place } of others) {
    const [known, what] = name.includes(".")
      ? ([numbers, "single figure or number column"] as const)
      : ([names.datasets, "dataset"] as const);
    if (!known.has(name)) reportUnknown(reader, { text: name, place }, what, known);
  }
}

/** Reports wholes of shares that no figure is. */
export function reportWholes(reader: Reader, wholes: readonly Reference[], names: Names): void {
  for (const { figure, place } of wholes) {
    if (names.singles.has(figure)) continue;
    const near = nearest(figure, names.singles);
    const words = "for words in place of a figure write % of 'words'";
    const hint = near === undefined ? words : `did you mean ${near}? ${words[0]?.toUpperCase()}${words.slice(1)}`;
    reader.problems.push(
      error("name/unknown", place, `There is no single figure ${figure} for a share to be of`, { hint }),
    );
  }
}

/** Reports tables and charts of datasets that are not there. */
export function reportRows(reader: Reader, rows: readonly Scalar[], names: Names): void {
  for (const { text, place } of rows) {
    if (!names.datasets.has(text)) reportUnknown(reader, { text, place }, "dataset", names.datasets);
  }
}

/** Reports what a discrepancy stands at and is not there. */
export function reportAt(reader: Reader, at: readonly Scalar[], known: ReadonlySet<string>): void {
  for (const { text, place } of at) {
    if (!known.has(text)) reportUnknown(reader, { text, place }, "figure, dataset, source or table", known);
  }
}

function reportUnknown(
  reader: Reader,
  named: Pick<Scalar, "text" | "place">,
  what: string,
  known: ReadonlySet<string>,
): void {
  const near = nearest(named.text, known);
  const few = known.size > 0 && known.size <= 12 ? `there are ${[...known].join(", ")}` : undefined;
  const hint = near === undefined ? few : `did you mean ${near}?`;
  reader.problems.push(error("name/unknown", named.place, `There is no ${what} "${named.text}"`, { hint }));
}
