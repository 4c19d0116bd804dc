import type { Charted } from "../model/brief.ts";
import type { Figure } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import { compare } from "../model/rational.ts";

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
  const { datasets, figures, gaps } = brief.member?.whole ?? brief;
  const rows = [...datasets.values()].find((each) => each.id === dataset)?.rows ?? [];
  const own = rows.find((each) => each.name === row);
  if (!own || column === undefined) return undefined;
  const ids = rows
    .filter((each) => each.period === own.period)
    .map((each) => `${dataset}.${each.name}.${column}` as FigureId);
  const others = ids.flatMap((id) => (id === figure.id ? [] : (figures.get(id) ?? [])));
  const gap = ids.find((id) => gaps.has(id));
  const greater = others.filter((other) => isBelow(figure, other));
  const rivals = others.filter((other) => !isBelow(figure, other) && !isBelow(other, figure));
  return {
    first: greater.length + 1,
    last: greater.length + rivals.length + 1,
    of: others.length + 1,
    ...(gap === undefined ? {} : { gap }),
    ...(rivals[0] === undefined ? {} : { rival: rivals[0] }),
  };
}

/** Whether every value of one figure is below every value of the other. */
function isBelow(a: Figure, b: Figure): boolean {
  const order = compare(a.interval.hi, b.interval.lo);
  return order < 0 || (order === 0 && !(a.interval.hiClosed && b.interval.loClosed));
}
