import type { Derived } from "./brief.ts";
import type { Dataset, Row } from "./dataset.ts";
import { flagLetters, type Figure } from "./figure.ts";
import type { FigureId } from "./id.ts";
import { exactDecimal, machineDecimal, toFixed, type Rational } from "./rational.ts";
import type { TableDesign } from "./template.ts";

/** A field as RFC 4180 writes it: quoted where it holds a comma, a quotation mark or a line break. */
const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (fields: readonly string[]): string => `${fields.map(field).join(",")}\n`;

/** Text that a spreadsheet would run as a formula is led by an apostrophe, and stays text (OWASP, CSV injection). */
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/**
 * A table's rows as CSV (RFC 4180, UTF-8, line feeds): the columns that name a row, then the shown columns by their ids,
 * numbers as the author typed them, `_lo` and `_hi` beside derived ones, `_flags` beside a column where some number has
 * one. What is not there is written with the author's symbol.
 */
export function tableCsv(design: TableDesign, brief: Derived): string {
  const dataset = brief.datasets.get(design.rows);
  if (!dataset) return "";
  const names = dataset.columns.filter(({ kind }) => kind === "id" || kind === "period").map(({ name }) => name);
  const shown = [...new Set([...names, ...design.columns.map((column) => column.column)])];
  const columns = shown.map((name) => columnOf(name, dataset, brief));
  const header = columns.flatMap((column) => column.header);
  return line(header) + dataset.rows.map((row) => line(columns.flatMap(({ cells }) => cells(row)))).join("");
}

interface CsvColumn {
  readonly header: readonly string[];
  readonly cells: (row: Row) => readonly string[];
}

function columnOf(name: string, dataset: Dataset, brief: Derived): CsvColumn {
  const kind = dataset.columns.find((column) => column.name === name)?.kind;
  const derived = dataset.definitions.some((definition) => definition.each && definition.name === name);
  if (kind === "id") return { header: [name], cells: (row) => [row.key] };
  if (kind === "period") return { header: [name], cells: (row) => [row.period ?? ""] };
  if (kind !== "number" && !derived)
    return { header: [name], cells: (row) => [inert(row.cells.get(name)?.text ?? "")] };
  const idOf = (row: Row): FigureId => `${dataset.id}.${row.name}.${name}` as FigureId;
  const figureOf = (row: Row): Figure | undefined => brief.figures.get(row.figures.get(name) ?? idOf(row));
  const symbolOf = (row: Row): string => brief.gaps.get(row.gaps.get(name) ?? idOf(row))?.symbol ?? "";
  const flagged = dataset.rows.some((row) => flagLetters(figureOf(row)?.flags) !== "");
  return {
    header: [name, ...(derived ? [`${name}_lo`, `${name}_hi`] : []), ...(flagged ? [`${name}_flags`] : [])],
    cells: (row) => {
      const figure = figureOf(row);
      const number = figure?.given?.text ?? (figure ? machineDecimal(figure.value) : symbolOf(row));
      const ends = derived ? endsOf(figure) : [];
      return [number, ...ends, ...(flagged ? [flagLetters(figure?.flags)] : [])];
    },
  };
}

const endsOf = (figure: Figure | undefined): readonly string[] =>
  figure ? [outward(figure.interval.lo, "down"), outward(figure.interval.hi, "up")] : ["", ""];

const DIGITS = 12;

/** The end of an interval: exact where it has an end as a decimal, else rounded away from the interval. */
const outward = (end: Rational, how: "down" | "up"): string => exactDecimal(end) ?? toFixed(end, DIGITS, how);
