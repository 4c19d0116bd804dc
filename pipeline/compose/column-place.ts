import type { Charted } from "../model/brief.ts";
import type { Figure } from "../model/figure.ts";
import type { DatasetId, FigureId } from "../model/id.ts";
import { compare } from "../model/rational.ts";
import { rowIndex } from "../model/row-index.ts";

/** The places that a figure may have in its column: from first to last, by what rounding leaves open. */
export interface ColumnPlaces {
  readonly first: number;
  readonly last: number;
  /** How many figures the column has. */
  readonly of: number;
  /** A cell of the column that holds no number: then no place is certain. */
  readonly gap?: FigureId;
  /** Another figure of the column that may stand in the same place. */
  readonly rival?: Figure;
}

/**
 * The place of a cell in its column, 1 for the greatest; undefined for a figure that is no cell. In a series of several
 * periods, the cells of its own period alone are compared.
 */
export function columnPlaces(figure: Figure, brief: Charted): ColumnPlaces | undefined {
  const [dataset, row, column] = figure.id.split(".");
  // A member of a family has its place among all of them.
  const whole = brief.member?.whole ?? brief;
  const held = whole.datasets.get(dataset as DatasetId);
  const own = held?.rows[rowIndex(held).get(row ?? "") ?? -1];
  if (!own || column === undefined) return undefined;
  const { cells, gap, byLeast, byMost } = columnOf(`${dataset}.${column}`, own.period, whole);
  const greater = byLeast.length - countWhile(byLeast, (other) => !isBelow(figure, other));
  const lesser = countWhile(byMost, (other) => isBelow(other, figure));
  const rivals = cells.length - greater - lesser - 1;
  const isRival = (other: Figure): boolean =>
    other.id !== figure.id && !isBelow(figure, other) && !isBelow(other, figure);
  const rival = rivals > 0 ? cells.find(isRival) : undefined;
  return {
    first: greater + 1,
    last: greater + rivals + 1,
    of: cells.length,
    ...(gap === undefined ? {} : { gap }),
    ...(rival === undefined ? {} : { rival }),
  };
}

type Whole = Pick<Charted, "datasets" | "figures" | "gaps">;

/** The cells of a column that hold numbers, and the first that holds none. */
interface Column {
  readonly cells: readonly Figure[];
  readonly gap: FigureId | undefined;
  /** The cells by the least that each may be, and by the most. */
  readonly byLeast: readonly Figure[];
  readonly byMost: readonly Figure[];
}

/** The thousands of members of a family ask for the same columns. */
const columns = new WeakMap<Whole["figures"], Map<string, Column>>();

/** A column, `dataset.column`, in the rows of one period. */
function columnOf(name: string, period: string | undefined, whole: Whole): Column {
  const known = columns.get(whole.figures) ?? new Map<string, Column>();
  columns.set(whole.figures, known);
  const key = JSON.stringify([name, period]);
  const column = known.get(key) ?? readColumn(name, period, whole);
  known.set(key, column);
  return column;
}

function readColumn(name: string, period: string | undefined, { datasets, figures, gaps }: Whole): Column {
  const [dataset, column] = name.split(".");
  const rows = datasets.get(dataset as DatasetId)?.rows ?? [];
  const ids = rows.filter((row) => row.period === period).map((row) => `${dataset}.${row.name}.${column}` as FigureId);
  const cells = ids.flatMap((id) => figures.get(id) ?? []);
  return {
    cells,
    gap: ids.find((id) => gaps.has(id)),
    byLeast: cells.toSorted(
      ({ interval: a }, { interval: b }) => compare(a.lo, b.lo) || closedFirst(a.loClosed, b.loClosed),
    ),
    byMost: cells.toSorted(
      ({ interval: a }, { interval: b }) => compare(a.hi, b.hi) || closedFirst(b.hiClosed, a.hiClosed),
    ),
  };
}

const closedFirst = (a: boolean, b: boolean): number => Number(b) - Number(a);

/** How many items at the beginning are so, where none behind them is. */
function countWhile<Item>(items: readonly Item[], isSo: (item: Item) => boolean): number {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const item = items[middle];
    if (item !== undefined && isSo(item)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Whether every value of one figure is below every value of the other. */
function isBelow(a: Figure, b: Figure): boolean {
  const order = compare(a.interval.hi, b.interval.lo);
  return order < 0 || (order === 0 && !(a.interval.hiClosed && b.interval.loClosed));
}
