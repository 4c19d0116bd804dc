import type { HeaderCell, Table, TableCell, TableRow } from "../../model/doc.ts";
import { captionRuns, sourceLine } from "./captions.ts";
import { columnWidths, headGrid } from "./column-widths.ts";
import { rule, type Cell, type Content, type StackContent, type TableContent, type TableLayout } from "./content.ts";
import { runs } from "./inlines.ts";
import type { Setting } from "./setting.ts";

// Between two columns, half on either side; none at the outer edges.
const GUTTER = 12;
const RULE = { outer: 0.9, head: 0.5, total: 0.5, group: 0.5 };

/** A table: number and caption, head rows that come again on every page, rows, notes, source. */
export function tableContent(table: Table, setting: Setting): Content {
  const { theme, page, language, anchors } = setting;
  const notes = table.notes.map((note, i): Content => ({
    text: runs(note.inlines, setting),
    style: "source",
    margin: [0, i === 0 ? 4 : 1, 0, 0],
    keep: "withNext",
  }));
  const caption: Content = {
    text: captionRuns(language.labels.table, table.number, table.caption, setting),
    style: "caption",
    tag: "Caption",
    id: anchors(table.id),
    keep: "withNext",
    margin: [0, 0, 0, 5],
  };
  const stack: StackContent = {
    stack: [
      { stack: [caption, gridContent(table, page.full, setting)], tag: "Table", keep: "together" },
      ...notes,
      ...sourceLine(table.source, setting),
    ],
    keep: "together",
    margin: [0, theme.paper.float, 0, theme.paper.float - theme.paper.paragraph],
  };
  return stack;
}

function gridContent(table: Table, full: number, setting: Setting): TableContent {
  const gaps = GUTTER * (table.columns.length - 1);
  const widths = columnWidths(table, full - gaps, setting);
  const heads = headRows(table, widths, setting);
  return {
    table: {
      widths,
      body: [...heads, ...table.rows.map((row) => bodyRow(row, setting))],
      headerRows: heads.length,
      // A head row never stands alone at the foot of a page.
      keepWithHeaderRows: Math.min(1, table.rows.length),
      dontBreakRows: true,
    },
    grid: true,
    layout: rules(table, heads.length, setting),
  };
}

function rules(table: Table, heads: number, setting: Setting): TableLayout {
  const columns = table.columns.length;
  const firstTotal = table.rows.findIndex((row) => row.kind === "total");
  const { ink, muted } = setting.palette;
  const last = heads + table.rows.length;
  const total = firstTotal === -1 ? -1 : heads + firstTotal;
  return {
    hLineWidth: (line) => {
      if (line === 0 || line === last) return RULE.outer;
      if (line === heads) return RULE.head;
      return line === total ? RULE.total : 0;
    },
    hLineColor: (line) => (line === total ? muted : ink),
    vLineWidth: () => 0,
    vLineColor: () => ink,
    paddingLeft: (column) => (column === 0 ? 0 : GUTTER / 2),
    paddingRight: (column) => (column === columns - 1 ? 0 : GUTTER / 2),
    paddingTop: (row) => (row === 0 ? 4 : row === heads ? 3.5 : 2),
    paddingBottom: (row) => (row === heads - 1 ? 3.5 : row === last - 1 ? 3.5 : row < heads - 1 ? 0 : 2),
  };
}

/** Head rows; a head that spans rows is printed in the last of them, next to its column. */
function headRows(table: Table, widths: readonly number[], setting: Setting): Cell[][] {
  const grid = headGrid(table.headers);
  return grid.map((row, r) =>
    table.columns.map((_, c): Cell => {
      const cell = row[c];
      if (cell === undefined || grid[r + 1]?.[c] === cell || row[c - 1] === cell) return empty();
      return headCell(cell, spanned(widths, c, cell.columnSpan), setting);
    }),
  );
}

const empty = (): Cell => ({ text: [], style: "headCell" });

const spanned = (widths: readonly number[], from: number, count: number): number =>
  widths.slice(from, from + count).reduce((total, width) => total + width, 0) + GUTTER * (count - 1);

const ALIGNMENT = { start: "left", end: "right", centre: "center" } as const;

/** A column's head at the foot of its cell; a group's head with a rule under it, as wide as the group. */
function headCell(cell: HeaderCell, width: number, setting: Setting): Cell {
  const text: Content = { text: runs(cell.inlines, setting), style: "headCell", alignment: ALIGNMENT[cell.align] };
  if (cell.columnSpan === 1) return { ...text, verticalAlignment: "bottom" };
  return { stack: [text, rule(width, RULE.group, setting.palette.muted, [0, 2, 0, 0])], colSpan: cell.columnSpan };
}

const bodyRow = (row: TableRow, setting: Setting): Cell[] => row.cells.map((cell) => bodyCell(cell, row, setting));

function bodyCell(cell: TableCell, row: TableRow, setting: Setting): Cell {
  return {
    text: runs(cell.inlines, setting),
    style: row.kind === "total" ? "totalCell" : "cell",
    alignment: ALIGNMENT[cell.align],
    ...(cell.head ? { rowHead: true } : {}),
  };
}
