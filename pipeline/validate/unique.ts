import type { Loaded } from "../model/brief.ts";
import type { Check, Dataset } from "../model/dataset.ts";
import type { Figure } from "../model/figure.ts";
import type { Place } from "../model/place.ts";
import { error } from "../model/problem.ts";
import { rationalText } from "../model/rational.ts";
import { cellText, typed } from "./cells.ts";
import type { Finding } from "./finding.ts";

interface Held {
  readonly row: string;
  readonly place: Place;
  readonly text: string;
  readonly figure?: Figure;
}

/** No two cells of a column are the same. */
export function uniqueCells(
  brief: Loaded,
  dataset: Dataset,
  { column }: Extract<Check, { kind: "unique" }>,
): readonly Finding[] {
  const seen = new Map<string, Held>();
  return dataset.rows.flatMap((row): readonly Finding[] => {
    const id = row.figures.get(column);
    const figure = id === undefined ? undefined : brief.given.get(id);
    const text = figure === undefined ? cellText(dataset, row, column) : typed(figure);
    if (text === undefined) return [];
    const key = figure === undefined ? text : rationalText(figure.value);
    const first = seen.get(key);
    const held = { row: row.name, place: figure?.place ?? row.cells.get(column)?.place ?? row.place, text };
    if (first === undefined) {
      seen.set(key, figure === undefined ? held : { ...held, figure });
      return [];
    }
    const message = `"${row.name}" has ${text} in the column "${column}", as has "${first.row}", on line ${first.place.line}`;
    const figures = [first.figure, figure].filter((each) => each !== undefined);
    const problem = error("cell/not-unique", held.place, message, {
      hint: "compare both with the source",
      about: [`${dataset.id}.${column}`, ...figures.map((each) => each.id), first.row, row.name],
    });
    return [{ problem, suspects: figures.map((each) => ({ figure: each })) }];
  });
}
