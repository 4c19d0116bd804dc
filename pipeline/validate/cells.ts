import type { Loaded } from "../model/brief.ts";
import type { Dataset, Row } from "../model/dataset.ts";
import type { Figure } from "../model/figure.ts";
import { exactDecimal, toFixed, type Rational } from "../model/rational.ts";

/** A cell of a number column, and the row that it stands in. */
export interface Cell {
  readonly row: Row;
  readonly figure: Figure;
}

/** The cells of a number column, in the order of the rows. */
export function cellsOf(brief: Loaded, dataset: Dataset, column: string): readonly Cell[] {
  return dataset.rows.flatMap((row) => {
    const id = row.figures.get(column);
    const figure = id === undefined ? undefined : brief.given.get(id);
    return figure === undefined ? [] : [{ row, figure }];
  });
}

/** A single figure of a dataset. */
export function singleOf(brief: Loaded, dataset: Dataset, name: string): Figure | undefined {
  const id = dataset.singles.get(name);
  return id === undefined ? undefined : brief.given.get(id);
}

/** A number as the author typed it. */
export const typed = (figure: Figure): string => figure.given?.text ?? plain(figure.value);

/** A number in plain digits. */
export const plain = (value: Rational): string => exactDecimal(value) ?? toFixed(value, 6);

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** A small number in words, a larger one in digits. */
export const inWords = (count: number): string => SMALL[count] ?? String(count);
