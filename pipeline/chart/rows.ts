import type { Derived } from "../model/brief.ts";
import type { Dataset, Row } from "../model/dataset.ts";
import { flagLetters, type Absence, type Figure, type Gap } from "../model/figure.ts";
import { formatEnds, formatNumber } from "../model/format.ts";
import { directionOf } from "../model/interval.ts";
import { error, nearest, type Problem } from "../model/problem.ts";
import { toNumber } from "../model/rational.ts";
import type { ChartWords, NumberFormat } from "../model/template.ts";
import type { Label, Language } from "../model/language.ts";
import { unitText } from "../model/unit.ts";

/** A row as Vega sees it: plain numbers and texts by field; null where the data have no number. */
export type Datum = Readonly<Record<string, string | number | null>>;

/** The rows of a chart, and what each of their fields is of. */
export interface ChartRows {
  readonly data: readonly Datum[];
  /** Every field that a spec may name. */
  readonly fields: ReadonlySet<string>;
  /** The figures of the rows, by row name and column. */
  readonly figures: ReadonlyMap<string, ReadonlyMap<string, Figure>>;
  /** The column that a field prints the number of; formatted texts and plain numbers have one. */
  readonly columnOf: ReadonlyMap<string, string>;
  /** The fields whose texts have a sign, as those of changes. */
  readonly signed: ReadonlySet<string>;
  /** The column that a field shows in any way, ends of intervals and directions included; not what says its gaps. */
  readonly shows: ReadonlyMap<string, string>;
  /** The words of what is not there, by row name and column. */
  readonly gaps: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** By row name, the id that its series shares and its period. */
  readonly series: ReadonlyMap<string, { readonly key: string; readonly period: string }>;
}

/** The rows of a dataset with all that is given and derived, and the texts that a chart's words define. */
export function chartRows(
  brief: Derived,
  dataset: Dataset,
  words: ChartWords,
): { readonly rows: ChartRows; readonly problems: readonly Problem[] } {
  const columns = numberColumns(dataset);
  const figures = new Map(
    dataset.rows.map((row) => [row.name, cellsOf(brief.figures, row.figures, columns, dataset, row)]),
  );
  const found = dataset.rows.map((row) => [row.name, gapWords(brief, dataset, row, columns)] as const);
  const gaps = new Map(found.filter(([, words_]) => words_.size > 0));
  const problems = [...words.fields.values()]
    .filter(({ column }) => !columns.includes(column))
    .map(({ column, place }) => {
      const near = nearest(column, columns);
      return error("chart/unknown-field", place, `Dataset ${dataset.id} has no column of numbers called "${column}"`, {
        hint: near === undefined ? `it has ${columns.join(", ")}` : `did you mean ${near}?`,
      });
    });

  const data = dataset.rows.map((row) => datum(brief.language, dataset, row, { figures, gaps, columns }, words));
  const columnOf = new Map([
    ...columns.map((column): [string, string] => [column, column]),
    ...[...words.fields].map(([field, { column }]): [string, string] => [field, column]),
  ]);
  const numbers = columns.flatMap((column) =>
    NUMBERS.map((suffix): [string, string] => [`${column}${suffix}`, column]),
  );
  const shows = new Map([...numbers, ...columnOf]);
  const texts = dataset.columns.filter((column) => column.kind !== "number").map((column) => column.name);
  const fields = new Set([
    "row",
    ...texts,
    ...columns.flatMap((name) => [...NUMBERS, "_gap", "_flags"].map((suffix) => `${name}${suffix}`)),
    ...words.fields.keys(),
  ]);
  const series = new Map(
    dataset.rows.flatMap(({ name, key, period }) => (period === undefined ? [] : [[name, { key, period }] as const])),
  );
  const signed = new Set([...words.fields].flatMap(([field, { format }]) => (format.sign === true ? [field] : [])));
  return { rows: { data, fields, figures, columnOf, signed, shows, gaps, series }, problems };
}

/** What the numbers of a column are of, as one text: shares of different wholes are shares. Undefined where it has none. */
export function unitOf(column: string, rows: ChartRows): string | undefined {
  const unit = figureIn(column, rows)?.unit;
  if (unit === undefined) return undefined;
  if (unit.kind === "amount") return `amount ${unit.currency} ${unit.scale}`;
  if (unit.kind === "per") return unitText(unit);
  return unit.kind === "count" ? `count ${unit.noun ?? ""}` : unit.kind;
}

/** Whether a field shows whole things, or places in an order: between two of them there is nothing. */
export function isCounted(field: string, rows: ChartRows): boolean {
  const figures = [...rows.figures.values()].flatMap((each) => each.get(rows.shows.get(field) ?? field) ?? []);
  return (
    figures.length > 0 &&
    figures.every(({ unit, value }) => (unit.kind === "count" || unit.kind === "rank") && value.d === 1n)
  );
}

/** Whether a column has numbers of both signs: points, changes, what a formula takes one from another, and what is below zero. */
export function isChange(column: string, rows: ChartRows): boolean {
  const figures = [...rows.figures.values()].flatMap((each) => each.get(column) ?? []);
  return figures.some(({ unit, formula, value }) => {
    const isTaken = /[-\u2212]|\b(?:change|pp)\(/u.test(formula ?? "");
    return unit.kind === "points" || unit.kind === "change" || isTaken || toNumber(value) < 0;
  });
}

const figureIn = (column: string, { figures }: ChartRows): Figure | undefined =>
  [...figures.values()].map((each) => each.get(column)).find((each) => each !== undefined);

/** The columns that hold numbers, given ones first, then those that a formula makes for each row. */
const numberColumns = (dataset: Dataset): readonly string[] => [
  ...dataset.columns.filter((column) => column.kind === "number").map((column) => column.name),
  ...dataset.definitions.filter((definition) => definition.each).map((definition) => definition.name),
];

/** What ends the names of the fields that hold a column's number. */
const NUMBERS = ["", "_lo", "_hi", "_direction"] as const;

/** What a row has in these columns, given or derived: figures or gaps. */
function cellsOf<Item>(
  items: ReadonlyMap<string, Item>,
  given: Row["figures"],
  columns: readonly string[],
  dataset: Dataset,
  row: Row,
): ReadonlyMap<string, Item> {
  return new Map(
    columns.flatMap((column): [string, Item][] => {
      const item = items.get(given.get(column) ?? `${dataset.id}.${row.name}.${column}`);
      return item === undefined ? [] : [[column, item]];
    }),
  );
}

const ABSENT: Readonly<Record<Absence, Label>> = {
  missing: "missing",
  confidential: "confidential",
  "not-applicable": "notApplicable",
};

function gapWords(brief: Derived, dataset: Dataset, row: Row, columns: readonly string[]): ReadonlyMap<string, string> {
  const gaps = cellsOf<Gap>(brief.gaps, row.gaps, columns, dataset, row);
  return new Map([...gaps].map(([column, { absence }]) => [column, brief.language.labels[ABSENT[absence]]]));
}

function datum(
  language: Language,
  dataset: Dataset,
  row: Row,
  all: Pick<ChartRows, "figures" | "gaps"> & { readonly columns: readonly string[] },
  words: ChartWords,
): Datum {
  const [figures, gaps] = [all.figures.get(row.name), all.gaps.get(row.name)];
  const fields = new Map<string, string | number | null>([["row", row.name]]);
  for (const { name, kind } of dataset.columns) {
    if (kind === "id") fields.set(name, row.key);
    if (kind === "period") fields.set(name, row.period ?? "");
    const cell = row.cells.get(name);
    if (cell) fields.set(name, cell.text);
  }
  for (const column of all.columns) {
    const figure = figures?.get(column);
    fields.set(column, figure ? toNumber(figure.value) : null);
    fields.set(`${column}_lo`, figure ? toNumber(figure.interval.lo) : null);
    fields.set(`${column}_hi`, figure ? toNumber(figure.interval.hi) : null);
    fields.set(`${column}_direction`, figure ? directionOf(figure.interval) : null);
    fields.set(`${column}_gap`, gaps?.get(column) ?? "");
    fields.set(`${column}_flags`, flagLetters(figure?.flags));
  }
  for (const [field, { column, format }] of words.fields) {
    const figure = figures?.get(column);
    fields.set(field, figure ? numberText(figure, format, language) : (gaps?.get(column) ?? ""));
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
