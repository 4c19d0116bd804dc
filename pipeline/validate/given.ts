import type { Loaded } from "../model/brief.ts";
import type { Dataset, Row } from "../model/dataset.ts";
import type { Figure } from "../model/figure.ts";
import { byCodeUnit, type FigureId } from "../model/id.ts";
import type { Place } from "../model/place.ts";
import { error, nearest, type Problem } from "../model/problem.ts";

/** The figures of a number column, row by row. */
export const columnFigures = (
  dataset: Dataset,
  column: string,
  brief: Loaded,
): readonly { readonly row: Row; readonly figure: Figure }[] =>
  dataset.rows.flatMap((row) => {
    const id = row.figures.get(column);
    const figure = id && brief.given.get(id);
    return figure ? [{ row, figure }] : [];
  });

/** A single figure of a dataset, or of another as `dataset.name`. */
export const singleFigure = (dataset: Dataset, name: string, brief: Loaded): Figure | undefined =>
  brief.given.get(`${dataset.id}.${name}` as FigureId) ?? brief.given.get(name as FigureId);

/** A problem for a check that names a column or a single figure that is not there. */
export function unknownName(name: string, dataset: Dataset, place: Place): Problem {
  const columns = dataset.columns.filter((column) => column.kind === "number").map((column) => column.name);
  const known = [...columns, ...dataset.singles.keys(), ...dataset.lists.keys()].toSorted(byCodeUnit);
  const near = nearest(name, known);
  return error("name/unknown", place, `The dataset ${dataset.id} gives no number called ${name}`, {
    hint: near ? `did you mean ${near}?` : `known: ${known.join(", ")}; checks hold given numbers, not derived ones`,
  });
}
