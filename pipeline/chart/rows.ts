import type { Derived } from "../model/brief.ts";
import type { Dataset, Row } from "../model/dataset.ts";
import type { Figure } from "../model/figure.ts";
import { formatEnds, formatNumber } from "../model/format.ts";
import { directionOf } from "../model/interval.ts";
import { error, nearest, type Problem } from "../model/problem.ts";
import { toNumber } from "../model/rational.ts";
import type { ChartWords, NumberFormat } from "../model/template.ts";
import type { Language } from "../model/language.ts";

/** A row as Vega sees it: plain numbers and texts by field. */
export type Datum = Readonly<Record<string, string | number>>;

/** The rows of a chart, and what each of their fields is of. */
export interface ChartRows {
  readonly data: readonly Datum[];
  /** Every field that a spec may name. */
  readonly fields: ReadonlySet<string>;
  /** The figures of the rows, by row name and column. */
  readonly figures: ReadonlyMap<string, ReadonlyMap<string, Figure>>;
  /** The column that a field prints the number of; formatted texts and plain numbers have one. */
  readonly columnOf: ReadonlyMap<string, string>;
}

/** The rows of a dataset with all that is given and derived, and the texts that a chart's words define. */
export function chartRows(
  brief: Derived,
  dataset: Dataset,
  words: ChartWords,
): { readonly rows: ChartRows; readonly problems: readonly Problem[] } {
  const columns = numberColumns(dataset);
  const figures = new Map(dataset.rows.map((row) => [row.name, figuresOf(brief, dataset, row, columns)]));
  const problems = [...words.fields.values()]
    .filter(({ column }) => !columns.includes(column))
    .map(({ column, place }) => {
      const near = nearest(column, columns);
      return error("chart/unknown-field", place, `Dataset ${dataset.id} has no column of numbers called "${column}"`, {
        hint: near === undefined ? `it has ${columns.join(", ")}` : `did you mean ${near}?`,
      });
    });

  const data = dataset.rows.map((row) =>
    datum(brief.language, dataset, row, figures.get(row.name) ?? new Map(), words),
  );
  const columnOf = new Map([
    ...columns.map((column): [string, string] => [column, column]),
    ...[...words.fields].map(([field, { column }]): [string, string] => [field, column]),
  ]);
  const texts = dataset.columns.filter((column) => column.kind !== "number").map((column) => column.name);
  const fields = new Set([
    "row",
    ...texts,
    ...columns.flatMap((name) => [name, `${name}_lo`, `${name}_hi`, `${name}_direction`]),
    ...words.fields.keys(),
  ]);
  return { rows: { data, fields, figures, columnOf }, problems };
}

/** The columns that hold numbers, given ones first, then those that a formula makes for each row. */
const numberColumns = (dataset: Dataset): readonly string[] => [
  ...dataset.columns.filter((column) => column.kind === "number").map((column) => column.name),
  ...dataset.definitions.filter((definition) => definition.each).map((definition) => definition.name),
];

function figuresOf(
  brief: Derived,
  dataset: Dataset,
  row: Row,
  columns: readonly string[],
): ReadonlyMap<string, Figure> {
  const all: ReadonlyMap<string, Figure> = brief.figures;
  return new Map(
    columns.flatMap((column): [string, Figure][] => {
      const figure = all.get(row.figures.get(column) ?? `${dataset.id}.${row.name}.${column}`);
      return figure === undefined ? [] : [[column, figure]];
    }),
  );
}

function datum(
  language: Language,
  dataset: Dataset,
  row: Row,
  figures: ReadonlyMap<string, Figure>,
  words: ChartWords,
): Datum {
  const fields = new Map<string, string | number>([["row", row.name]]);
  for (const column of dataset.columns) {
    if (column.kind === "id") fields.set(column.name, row.name);
    const cell = row.cells.get(column.name);
    if (cell) fields.set(column.name, cell.text);
  }
  for (const [column, figure] of figures) {
    fields.set(column, toNumber(figure.value));
    fields.set(`${column}_lo`, toNumber(figure.interval.lo));
    fields.set(`${column}_hi`, toNumber(figure.interval.hi));
    fields.set(`${column}_direction`, directionOf(figure.interval));
  }
  for (const [field, { column, format }] of words.fields) {
    const figure = figures.get(column);
    if (figure) fields.set(field, numberText(figure, format, language));
  }
  return Object.fromEntries(fields);
}

/** A figure as a drawing prints it: with the decimals asked for, else those given, else one. */
function numberText(figure: Figure, format: NumberFormat, language: Language): string {
  const decimals = format.decimals ?? figure.given?.decimals ?? 1;
  const sign = format.sign ?? false;
  if (!format.range) return formatNumber(figure.value, decimals, language, { sign });
  const [lo, hi] = formatEnds(figure.interval, decimals, language, { sign });
  return `${lo} ${language.labels.to} ${hi}`;
}
