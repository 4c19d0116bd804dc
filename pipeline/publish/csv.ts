import type { Derived } from "../model/brief.ts";
import type { Dataset, Row } from "../model/dataset.ts";
import type { FigureId } from "../model/id.ts";
import { exactDecimal, machineDecimal, roundTo, toFixed, type Rational } from "../model/rational.ts";
import type { TableDesign } from "../model/template.ts";

/** A field as RFC 4180 writes it: quoted where it holds a comma, a quotation mark or a line break. */
const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (fields: readonly string[]): string => `${fields.map(field).join(",")}\n`;

/**
 * A table's rows as CSV (RFC 4180, UTF-8, line feeds): the row's name, then the shown columns by their ids, numbers
 * as the author typed them, `_lo` and `_hi` beside derived ones.
 */
export function tableCsv(design: TableDesign, brief: Derived): string {
  const dataset = brief.datasets.get(design.rows);
  if (!dataset) return "";
  const names = dataset.columns.filter((column) => column.kind === "id").map((column) => column.name);
  const shown = [...new Set([...names, ...design.columns.map((column) => column.column)])];
  const derived = new Set(
    dataset.definitions.filter((definition) => definition.each).map((definition) => definition.name),
  );
  const header = shown.flatMap((name) => (derived.has(name) ? [name, `${name}_lo`, `${name}_hi`] : [name]));
  return (
    line(header) + dataset.rows.map((row) => line(shown.flatMap((name) => cells(row, name, dataset, brief)))).join("")
  );
}

const isId = (column: string, dataset: Dataset): boolean =>
  dataset.columns.some(({ name, kind }) => name === column && kind === "id");

function cells(row: Row, column: string, dataset: Dataset, brief: Derived): readonly string[] {
  const figure = brief.figures.get(`${dataset.id}.${row.name}.${column}` as FigureId);
  if (!figure) return [row.cells.get(column)?.text ?? (isId(column, dataset) ? row.name : "")];
  if (figure.given) return [figure.given.text];
  return [machineDecimal(figure.value), outward(figure.interval.lo, "down"), outward(figure.interval.hi, "up")];
}

const DIGITS = 12;

/** The end of an interval: exact where it has an end as a decimal, else rounded away from the interval. */
const outward = (end: Rational, how: "down" | "up"): string =>
  exactDecimal(end) ?? toFixed(roundTo(end, DIGITS, how), DIGITS);
