import type { Column, Row, Written } from "../model/dataset.ts";
import { FIGURE_NAME, type FigureId } from "../model/id.ts";
import type { Place } from "../model/place.ts";
import { error, nearest, type Problem } from "../model/problem.ts";
import { readCsv } from "./csv.ts";
import { addCell, claim, type Draft } from "./dataset-draft.ts";
import type { DatasetFile } from "./dataset-shape.ts";
import type { DraftColumn } from "./columns.ts";
import { isPeriod, periodName, PERIODS } from "./period.ts";
import { entryAt, keyPlaceAt, placeAt, written, type Scalar } from "./tree.ts";
import { defined } from "./defined.ts";

type Cells = Readonly<Record<string, Scalar>>;

/** A row as it stands in a YAML or CSV file. */
export interface GivenRow {
  readonly cells: Cells;
  readonly place: Place;
  /** Where the key of a cell stands. */
  keyPlace(name: string): Place;
  /** Whether a key stands without a colon, as the rest of a text that a comma cut. */
  bare(name: string): boolean;
}

/** The rows of a dataset, with a figure or a gap for each cell of a number column. */
export function readRows(draft: Draft, file: DatasetFile, columns: readonly DraftColumn[]): readonly Row[] {
  const given = givenRows(draft, file, columns);
  if (given.length === 0) return [];
  const id = columns.find(({ column }) => column.kind === "id")?.column;
  if (id === undefined) {
    const message = "Rows need one column of type id, whose cells name them";
    draft.reader.problems.push(
      error("shape/missing-key", keyPlaceAt(draft.tree, ["rows"]), message, { hint: "add a column { type: id }" }),
    );
    return [];
  }
  const period = columns.find(({ column }) => column.kind === "period")?.column;
  return given.flatMap((row, i) => {
    reportStrayCells(draft, i, row, columns);
    const keys = keysOf(draft, i, row, id.name, period?.name);
    // A row without a name is read for the problems of its cells.
    const read = readRow(draft, row, keys ?? { name: `row_${i + 1}`, key: "" }, columns);
    return keys === undefined ? [] : [read];
  });
}

function givenRows(draft: Draft, { rows = [] }: DatasetFile, columns: readonly DraftColumn[]): readonly GivenRow[] {
  if ("kind" in rows) {
    const file = `${draft.file.replace(/[^/]*$/, "")}${rows.text}`;
    const names = columns.map(({ column }) => column.name);
    return readCsv(draft.reader, file, names, { place: rows.place }) ?? [];
  }
  return rows.map((cells, index) => ({
    cells,
    place: placeAt(draft.tree, ["rows", index]),
    keyPlace: (name) => keyPlaceAt(draft.tree, ["rows", index, name]),
    bare: (name) => entryAt(draft.tree, ["rows", index, name])?.bare === true,
  }));
}

/** What names a row: the cell of its id column, and with a period column both. */
interface Keys {
  readonly name: string;
  readonly key: string;
  readonly period?: string;
}

function keysOf(draft: Draft, index: number, row: GivenRow, id: string, periods: string | undefined): Keys | undefined {
  const key = row.cells[id];
  const period = periods === undefined ? undefined : row.cells[periods];
  if (key === undefined || (periods !== undefined && period === undefined)) return undefined;
  if (!FIGURE_NAME.test(key.text)) {
    const message = `"${key.text}" can't name row ${index + 1}: figure ids are made of its name`;
    const hint = "begin with a small letter; go on with small letters, digits and underscores";
    draft.reader.problems.push(error("name/form", key.place, message, { hint }));
    return undefined;
  }
  if (period === undefined)
    return claim(draft, key.text, "row", key.place) ? { name: key.text, key: key.text } : undefined;
  if (!isPeriod(period.text)) {
    const message = `"${period.text}" is no period that Footing knows`;
    draft.reader.problems.push(error("shape/wrong-type", period.place, message, { hint: PERIODS }));
    return undefined;
  }
  const name = `${key.text}_${periodName(period.text)}`;
  if (!claim(draft, name, "row", key.place)) return undefined;
  return { name, key: key.text, period: period.text };
}

function reportStrayCells(draft: Draft, index: number, row: GivenRow, columns: readonly DraftColumn[]): void {
  const names = columns.map(({ column }) => column.name);
  const missing = names.filter((name) => row.cells[name] === undefined);
  const meant = new Set<string>();
  for (const key of Object.keys(row.cells)) {
    if (names.includes(key)) continue;
    const near = nearest(key, missing) ?? nearest(key, names);
    if (near !== undefined) meant.add(near);
    const comma = row.bare(key) ? "put a text that holds a comma in quotes" : `the columns are ${names.join(", ")}`;
    const hint = near === undefined ? comma : `did you mean ${near}?`;
    const message = `"${key}" is no column of this dataset`;
    draft.reader.problems.push(error("shape/unknown-key", row.keyPlace(key), message, { hint }));
  }
  for (const name of missing) {
    if (meant.has(name)) continue;
    const message = `Row ${index + 1} has no cell for the column "${name}"`;
    draft.reader.problems.push(error("shape/missing-key", row.place, message, { hint: `add ${name}: …` }));
  }
}

function readRow(draft: Draft, row: GivenRow, keys: Keys, columns: readonly DraftColumn[]): Row {
  const cells = new Map<string, Written>();
  const figures = new Map<string, FigureId>();
  const gaps = new Map<string, FigureId>();
  for (const { column, entry } of columns) {
    const cell = row.cells[column.name];
    if (cell === undefined) continue;
    if (column.kind !== "number") {
      if (cell.text.trim() === "") draft.reader.problems.push(emptyCell(cell, column));
      else if (column.kind === "text") cells.set(column.name, written(cell));
      continue;
    }
    if (column.unit === undefined) continue;
    const given = {
      name: `${keys.name}.${column.name}`,
      value: cell,
      unit: column.unit,
      change: entry.change,
      rounding: entry.rounding,
      basis: entry.basis,
      period: keys.period ?? entry.period?.text,
      decimals: column.decimals,
    };
    const added = addCell(draft, given, `The cell "${column.name}" of row "${keys.name}"`);
    if (added !== undefined) (added.kind === "gap" ? gaps : figures).set(column.name, added.id);
  }
  const { name, key, period } = keys;
  return { name, key, ...defined({ period }), cells, figures, gaps, place: row.place };
}

const emptyCell = (cell: Scalar, { name }: Column): Problem =>
  error("shape/wrong-type", cell.place, `The cell "${name}" has no value`, {
    hint: 'write a text; for none, a dash in quotes: "–"',
  });
