import type { Dataset, Written } from "../model/dataset.ts";
import type { FigureId } from "../model/id.ts";
import { error, nearest, type Problem } from "../model/problem.ts";
import { spot, wording, type Name, type Reference } from "./formula.ts";
import type { Directory, Names } from "./names.ts";

/** Where a formula stands: its dataset, and its row when there is a figure for each. */
export interface Scope {
  readonly names: Names;
  readonly directory: Directory;
  readonly row: string | undefined;
  readonly formula: Written;
}

/**
 * The figures that a reference stands for, or undefined when there are none such; none for what goes before the first
 * period.
 */
export function resolve(reference: Reference, scope: Scope): readonly FigureId[] | undefined {
  const { columns, dataset, before } = scope.names;
  if (reference.kind === "name") {
    const id = resolveName(reference.path, scope);
    return id === undefined ? undefined : [id];
  }
  const cells = columns.get(reference.column.path.join("."));
  if (reference.kind === "sum") return cells?.size === dataset.rows.length ? [...cells.values()] : undefined;
  if (!cells || scope.row === undefined || !hasPeriods(dataset)) return undefined;
  const earlier = before.get(scope.row);
  const id = earlier === undefined ? undefined : cells.get(earlier);
  return earlier === undefined ? [] : id && [id];
}

const hasPeriods = ({ columns }: Dataset): boolean => columns.some(({ kind }) => kind === "period");

function resolveName(
  [first = "", second, third]: readonly string[],
  { names, directory, row }: Scope,
): FigureId | undefined {
  if (second === undefined)
    return (row === undefined ? undefined : names.columns.get(first)?.get(row)) ?? names.singles.get(first);
  if (third !== undefined) return directory.get(first)?.columns.get(third)?.get(second);
  return names.columns.get(second)?.get(first) ?? directory.get(first)?.singles.get(second);
}

/** The problem of a name that stands for nothing, with what could be meant. */
export function unknownName(reference: Reference, scope: Scope): Problem {
  const misplaced = reference.kind === "previous" ? misplacedPrevious(reference, scope) : undefined;
  if (misplaced) return misplaced;
  const ofColumn = reference.kind !== "name";
  const name = reference.kind === "name" ? reference : reference.column;
  const text = wording(scope.formula, name);
  const place = spot(scope.formula, name);
  const { names, row } = scope;
  const [first = ""] = name.path;
  const cells = name.path.length === 1 ? names.columns.get(first) : undefined;
  if (cells && (row !== undefined || ofColumn)) {
    const empty = row ?? names.dataset.rows.find((each) => !cells.has(each.name))?.name ?? "";
    return error("formula/unknown-name", place, `Row ${empty} has no ${text}`, {
      hint: "give the row a number in this column",
    });
  }
  const known = candidates(name, ofColumn, scope);
  return error("formula/unknown-name", place, `Nothing is named ${text} here`, {
    hint: special(name, scope, reference.kind) ?? meant(text, known),
  });
}

function misplacedPrevious(reference: Reference, { names, row, formula }: Scope): Problem | undefined {
  const place = spot(formula, reference);
  if (!hasPeriods(names.dataset))
    return error("formula/not-allowed", place, `${names.dataset.id} has no periods, so none goes before another`, {
      hint: "give it a column of type period, and each row its period",
    });
  if (row !== undefined) return undefined;
  return error("formula/not-allowed", place, "previous looks from one row to another, and this formula has no row", {
    hint: "write the formula under each, or name the two rows",
  });
}

/** Names that stand for something, but not where they are written. */
function special(
  { path: [first = "", second] }: Name,
  { names, directory }: Scope,
  kind: Reference["kind"],
): string | undefined {
  if (second !== undefined) return undefined;
  const column = names.dataset.columns.find((each) => each.name === first);
  if (column && column.kind !== "number") return `${first} is a column of words; name a column of numbers`;
  const row = names.dataset.rows[0]?.name ?? "row";
  if (names.columns.has(first))
    return `${first} is a column: write ${row}.${first} for the number of one row, or sum(${first})`;
  if (names.singles.has(first)) return `${first} is a single number: write it without ${kind}`;
  if (names.dataset.rows.some((each) => each.name === first))
    return `${first} is a row: name one of its columns, as ${first}.${[...names.columns.keys()][0] ?? "column"}`;
  const other = directory.get(first);
  if (other) return `${first} is a dataset: name one of its figures, as ${candidatesOf(other)[0] ?? `${first}.name`}`;
  const owner = [...directory.values()].find((each) => each.singles.has(first));
  return owner && `write ${owner.dataset.id}.${first}, with its dataset`;
}

function candidates(
  { path: [first = "", second, third] }: Name,
  summed: boolean,
  { names, directory, row }: Scope,
): readonly string[] {
  const columns = [...names.columns.keys()];
  const singles = [...names.singles.keys()];
  if (summed) return columns;
  if (second === undefined) return row === undefined ? singles : [...columns, ...singles];
  const other = directory.get(first);
  if (third !== undefined) return other ? candidatesOf(other) : [...directory.values()].flatMap(candidatesOf);
  if (names.dataset.rows.some((each) => each.name === first)) return columns.map((column) => `${first}.${column}`);
  if (other) return [...other.singles.keys()].map((single) => `${first}.${single}`);
  const cells = candidatesOf(names).map((each) => each.slice(names.dataset.id.length + 1));
  return [
    ...cells.filter((each) => each.includes(".")),
    ...[...directory.values()].flatMap(candidatesOf).filter((each) => each.split(".").length === 2),
  ];
}

/** Figures of a dataset by their whole ids: single ones first. */
const candidatesOf = ({ dataset, singles, columns }: Names): readonly string[] => [
  ...[...singles.keys()].map((name) => `${dataset.id}.${name}`),
  ...dataset.rows.flatMap((row) => [...columns.keys()].map((column) => `${dataset.id}.${row.name}.${column}`)),
];

const LISTED = 12;

function meant(text: string, known: readonly string[]): string {
  const near = nearest(text, known);
  const listed = known.slice(0, LISTED).join(", ") + (known.length > LISTED ? ", …" : "");
  if (near !== undefined) return known.length === 1 ? `write ${near}` : `write ${near}? There are: ${listed}`;
  return known.length === 0 ? "give the dataset a figure of this name first" : `name one of these: ${listed}`;
}
