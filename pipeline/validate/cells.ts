import type { Loaded } from "../model/brief.ts";
import type { Dataset, Row } from "../model/dataset.ts";
import type { Figure } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import { isPoint, type Interval } from "../model/interval.ts";
import {
  compare,
  exactDecimal,
  multiply,
  parseDecimal,
  powerOfTen,
  toFixed,
  type Rational,
} from "../model/rational.ts";

/** A cell of a number column, and the row that it stands in. */
export interface Cell {
  readonly row: Row;
  readonly figure: Figure;
}

/** The cells of a number column that hold a number, in the order of the rows. */
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

/** A figure, and its row where it is a cell. */
export interface Named {
  readonly figure: Figure;
  /** The name of the row; only cells have one. */
  readonly row?: string;
}

/** The figures that a name stands for in a check: a single figure, or the cells of a column. */
export function named(brief: Loaded, dataset: Dataset, name: string): readonly Named[] {
  const single = singleOf(brief, dataset, name);
  if (single !== undefined) return [{ figure: single }];
  return cellsOf(brief, dataset, name).map(({ figure, row }) => ({ figure, row: row.name }));
}

/** The text of a cell that names or describes its row: of an id, period or text column. */
export function cellText(dataset: Dataset, row: Row, column: string): string | undefined {
  const kind = dataset.columns.find(({ name }) => name === column)?.kind;
  return kind === "id" ? row.key : kind === "period" ? row.period : row.cells.get(column)?.text;
}

/** Whether every value of one interval is below every value of the other. */
export function surelyLess(a: Interval, b: Interval): boolean {
  const order = compare(a.hi, b.lo);
  return order < 0 || (order === 0 && !(a.hiClosed && b.loClosed));
}

/** Whether a number has digits finer than those that it is declared with; its interval then says nothing. */
export function hasExcessDigits({ given, value }: Pick<Figure, "given" | "value">): boolean {
  return given !== undefined && multiply(value, powerOfTen(given.decimals)).d !== 1n;
}

/** What a number stands for, in words. */
export const standsFor = (figure: Figure): string =>
  isPoint(figure.interval)
    ? `${typed(figure)} is exact`
    : `${typed(figure)} stands for ${plain(figure.interval.lo)} to ${plain(figure.interval.hi)}`;

/** A number as the author typed it. */
export const typed = (figure: Figure): string => figure.given?.text ?? plain(figure.value);

/** A number in plain digits. */
export const plain = (value: Rational): string => exactDecimal(value) ?? toFixed(value, 6);

/** A brief in which another number stands in a cell. */
export function withNumber(brief: Loaded, figure: Figure, text: string): Loaded | undefined {
  const parsed = parseDecimal(text);
  if (parsed === undefined) return undefined;
  const shift = (end: Rational): Rational => ({
    n:
      end.n * figure.value.d * parsed.value.d +
      (parsed.value.n * figure.value.d - figure.value.n * parsed.value.d) * end.d,
    d: end.d * figure.value.d * parsed.value.d,
  });
  const { lo, hi, ...ends } = figure.interval;
  const replaced: Figure = {
    ...figure,
    value: parsed.value,
    interval: { lo: shift(lo), hi: shift(hi), ...ends },
    given: { text, decimals: figure.given?.decimals ?? parsed.decimals },
  };
  return { ...brief, given: new Map<FigureId, Figure>([...brief.given, [figure.id, replaced]]) };
}

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** A small number in words, a larger one in digits. */
export const inWords = (count: number): string => SMALL[count] ?? String(count);
