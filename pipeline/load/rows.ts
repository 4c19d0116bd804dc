import type { Column, Row, Written } from "../model/dataset.ts";
import { FIGURE_NAME, type FigureId } from "../model/id.ts";
import { error, nearest, type Problem } from "../model/problem.ts";
import type { Unit } from "../model/unit.ts";
import { addFigure, claim, readUnit, type Draft } from "./dataset-draft.ts";
import type { ColumnEntry, DatasetFile } from "./dataset-shape.ts";
import { defined } from "./defined.ts";
import { notNumber } from "./leaf.ts";
import { entryAt, keyPlaceAt, placeAt, written, type Scalar } from "./tree.ts";

/** A column, and its entry in the file. */
interface DraftColumn {
  readonly column: Column;
  readonly entry: ColumnEntry;
}

/** The columns of a dataset, in the order given. */
export function readColumns(draft: Draft, file: DatasetFile): readonly DraftColumn[] {
  const columns: DraftColumn[] = [];
  for (const [name, entry] of Object.entries(file.columns ?? {})) {
    const place = keyPlaceAt(draft.tree, ["columns", name]);
    claim(draft, name, "column", place);
    const kind = entry.type ?? "number";
    const unit = unitOf(draft, name, kind, entry);
    columns.push({ column: { name, kind, place, ...defined({ unit }) }, entry });
  }
  for (const { column } of columns.filter((each) => each.column.kind === "id").slice(1)) {
    const message = "A dataset has one column of type id; this is a second one";
    draft.reader.problems.push(error("shape/wrong-type", column.place, message, { hint: "make it type: text" }));
  }
  return columns;
}

function unitOf(draft: Draft, name: string, kind: Column["kind"], entry: ColumnEntry): Unit | undefined {
  const { problems } = draft.reader;
  const place = keyPlaceAt(draft.tree, ["columns", name]);
  if (kind === "number") {
    if (entry.unit !== undefined) return readUnit(draft, entry.unit);
    const hint = "add unit: …, or type: text";
    problems.push(error("shape/missing-key", place, `The column "${name}" needs the key "unit"`, { hint }));
    return undefined;
  }
  for (const key of ["unit", "basis", "period", "rounding"] as const) {
    if (entry[key] === undefined) continue;
    const message = `"${key}" belongs to columns of numbers; "${name}" is of type ${kind}`;
    problems.push(
      error("shape/unknown-key", keyPlaceAt(draft.tree, ["columns", name, key]), message, { hint: "delete it" }),
    );
  }
  return undefined;
}

/** The rows of a dataset, with a figure for each cell of a number column. */
export function readRows(draft: Draft, file: DatasetFile, columns: readonly DraftColumn[]): readonly Row[] {
  const given = file.rows ?? [];
  if (given.length === 0) return [];
  const id = columns.find(({ column }) => column.kind === "id")?.column;
  if (id === undefined) {
    const message = "Rows need one column of type id, whose cells name them";
    draft.reader.problems.push(
      error("shape/missing-key", keyPlaceAt(draft.tree, ["rows"]), message, { hint: "add a column { type: id }" }),
    );
    return [];
  }
  const rows: Row[] = [];
  for (const [i, cells] of given.entries()) {
    reportStrayCells(draft, i, cells, columns);
    const name = rowName(draft, i, cells[id.name]);
    const row = readRow(draft, i, name ?? `row_${i + 1}`, cells, columns);
    if (name !== undefined) rows.push(row);
  }
  return rows;
}

function rowName(draft: Draft, index: number, cell: Scalar | undefined): string | undefined {
  if (cell === undefined) return undefined;
  if (FIGURE_NAME.test(cell.text)) {
    return claim(draft, cell.text, "row", cell.place) ? cell.text : undefined;
  }
  const message = `"${cell.text}" can't name row ${index + 1}: figure ids are made of its name`;
  const hint = "begin with a small letter; go on with small letters, digits and underscores";
  draft.reader.problems.push(error("name/form", cell.place, message, { hint }));
  return undefined;
}

type Cells = Readonly<Record<string, Scalar>>;

function reportStrayCells(draft: Draft, index: number, cells: Cells, columns: readonly DraftColumn[]): void {
  const names = columns.map(({ column }) => column.name);
  const missing = names.filter((name) => cells[name] === undefined);
  const meant = new Set<string>();
  for (const key of Object.keys(cells)) {
    if (names.includes(key)) continue;
    const near = nearest(key, missing) ?? nearest(key, names);
    if (near !== undefined) meant.add(near);
    const entry = entryAt(draft.tree, ["rows", index, key]);
    const comma =
      entry?.bare === true ? "put a text that holds a comma in quotes" : `the columns are ${names.join(", ")}`;
    const hint = near === undefined ? comma : `did you mean ${near}?`;
    const place = keyPlaceAt(draft.tree, ["rows", index, key]);
    draft.reader.problems.push(error("shape/unknown-key", place, `"${key}" is no column of this dataset`, { hint }));
  }
  for (const name of missing) {
    if (meant.has(name)) continue;
    const place = placeAt(draft.tree, ["rows", index]);
    const message = `Row ${index + 1} has no cell for the column "${name}"`;
    draft.reader.problems.push(error("shape/missing-key", place, message, { hint: `add ${name}: …` }));
  }
}

function readRow(draft: Draft, index: number, name: string, given: Cells, columns: readonly DraftColumn[]): Row {
  const cells = new Map<string, Written>();
  const figures = new Map<string, FigureId>();
  for (const { column, entry } of columns) {
    const cell = given[column.name];
    if (cell === undefined) continue;
    if (column.kind !== "number") {
      if (cell.text.trim() === "") draft.reader.problems.push(emptyCell(cell, column.name));
      else if (column.kind === "text") cells.set(column.name, written(cell));
      continue;
    }
    const complaint = notNumber(cell);
    if (complaint !== undefined) {
      const message = `The cell "${column.name}" of row "${name}" ${complaint.says}`;
      draft.reader.problems.push(error(complaint.code, cell.place, message, { hint: complaint.hint }));
    } else if (column.unit !== undefined) {
      const { rounding, basis, period } = entry;
      const id = addFigure(draft, {
        name: `${name}.${column.name}`,
        value: cell,
        unit: column.unit,
        rounding,
        basis,
        period: period?.text,
      });
      figures.set(column.name, id);
    }
  }
  return { name, key: name, cells, figures, gaps: new Map(), place: placeAt(draft.tree, ["rows", index]) };
}

const emptyCell = (cell: Scalar, column: string): Problem =>
  error("shape/wrong-type", cell.place, `The cell "${column}" has no value`, {
    hint: 'write a text; for none, a dash in quotes: "–"',
  });
