import type { Dataset, Definition } from "../model/dataset.ts";
import { byCodeUnit, FIGURE_NAME, type FigureId } from "../model/id.ts";
import { error, type Problem } from "../model/problem.ts";

/** What the names of one dataset stand for, given and derived. */
export interface Names {
  readonly dataset: Dataset;
  readonly singles: ReadonlyMap<string, FigureId>;
  /** The number columns, with the figure of each row. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, FigureId>>;
  /** For each row that has one, the row of the same id in the period before. */
  readonly before: ReadonlyMap<string, string>;
}
/** The names of each dataset, by its id. */
export type Directory = ReadonlyMap<string, Names>;

/** The id of a figure that a definition makes. */
function figureId(...parts: readonly string[]): FigureId {
  const id = parts.join(".");
  if (!isFigureId(parts, id)) throw new RangeError(`no figure can be named ${id}`);
  return id;
}

const isFigureId = (parts: readonly string[], id: string): id is FigureId =>
  id === parts.join(".") && parts.every((part) => FIGURE_NAME.test(part));

/** The figures that a definition makes, by row; one, under no row, when it is made once. */
export function madeBy(
  dataset: Dataset,
  definition: Definition,
): readonly { readonly row?: string; readonly period?: string | undefined; readonly id: FigureId }[] {
  if (!definition.each) return [{ id: figureId(dataset.id, definition.name) }];
  return dataset.rows.map(({ name, period }) => ({
    row: name,
    period,
    id: figureId(dataset.id, name, definition.name),
  }));
}

/** All names of a dataset. A definition whose name something else bears is reported, and makes nothing. */
export function namesOf(
  dataset: Dataset,
  problems: Problem[],
): { readonly names: Names; readonly definitions: readonly Definition[] } {
  const definitions = freelyNamed(dataset, problems);
  const once = definitions
    .filter((each) => !each.each)
    .flatMap((each) => madeBy(dataset, each).map(({ id }) => [each.name, id] as const));
  const lists = [...dataset.lists].map(([name, list]) => [name, list.count] as const);
  const numbers = dataset.columns.filter((column) => column.kind === "number");
  const given = numbers.map(({ name }) => [name, cellsOf(dataset, name)] as const);
  const each = definitions
    .filter((definition) => definition.each)
    .map(
      (definition) =>
        [definition.name, new Map(madeBy(dataset, definition).map(({ row = "", id }) => [row, id]))] as const,
    );
  return {
    names: {
      dataset,
      singles: new Map([...dataset.singles, ...lists, ...once]),
      columns: new Map([...given, ...each]),
      before: beforeOf(dataset),
    },
    definitions,
  };
}

function cellsOf(dataset: Dataset, column: string): ReadonlyMap<string, FigureId> {
  return new Map(
    dataset.rows.flatMap((row) => {
      const id = row.figures.get(column) ?? row.gaps.get(column);
      return id === undefined ? [] : [[row.name, id] as const];
    }),
  );
}

function beforeOf({ rows }: Dataset): ReadonlyMap<string, string> {
  const last = new Map<string, string>();
  const before = new Map<string, string>();
  for (const { key, name } of rows.toSorted((a, b) => byCodeUnit(a.period ?? "", b.period ?? ""))) {
    const earlier = last.get(key);
    if (earlier !== undefined) before.set(name, earlier);
    last.set(key, name);
  }
  return before;
}

function freelyNamed(dataset: Dataset, problems: Problem[]): readonly Definition[] {
  const taken = new Map<string, string>([
    ...[...dataset.singles.keys()].map((name) => [name, "a figure"] as const),
    ...[...dataset.lists.keys()].map((name) => [name, "a list"] as const),
    ...dataset.columns.map(({ name }) => [name, "a column"] as const),
    ...dataset.rows.map(({ name }) => [name, "a row"] as const),
  ]);
  return dataset.definitions.filter(({ name, place }) => {
    const by = taken.get(name);
    taken.set(name, by ?? "a formula");
    if (by === undefined) return true;
    problems.push(
      error("name/taken", place, `${name} is already the name of ${by} of ${dataset.id}`, {
        hint: "give this formula another name",
      }),
    );
    return false;
  });
}
