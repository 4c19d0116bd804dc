import { plainText, type HeaderCell, type Table, type TableCell, type TableRow } from "../../../model/doc.ts";
import { captionRuns, sourceLine } from "./captions.ts";
import { columnWidths, headGrid } from "./column-widths.ts";
import type { Cell, Content, GridContent } from "./content.ts";
import { runs, words } from "./inlines.ts";
import type { Setting } from "../setting.ts";

// Between two columns.
const GUTTER = 12;

/** A table: number and caption, head rows that come again on every page, rows, notes, source. */
export function tableContent(table: Table, setting: Setting): Content {
  const { theme, page, language, anchors } = setting;
  const notes = table.notes.map((note, i): Content => ({
    kind: "text",
    text: runs(note.inlines, setting),
    style: "source",
    margin: [0, i === 0 ? 4 : 1, 0, 0],
    keep: "together",
  }));
  const caption: Content = {
    kind: "text",
    text: captionRuns(language.labels.table, table.number, table.caption, setting),
    style: "caption",
    tag: "Caption",
    id: anchors(table.id),
    keep: "withNext",
    margin: [0, 0, 0, 5],
  };
  const whole: Content = {
    kind: "stack",
    stack: [caption, gridContent(table, page.full, setting)],
    tag: "Table",
    keep: "together",
    ...dataOf(table, setting),
  };
  return {
    kind: "stack",
    float: true,
    stack: [whole, ...notes, ...sourceLine(table.source, setting)],
    keep: "together",
    margin: [0, theme.paper.float, 0, theme.paper.float - theme.paper.paragraph],
  };
}

/** The rows of the table as CSV, which go along with it inside the PDF. */
function dataOf(table: Table, { data, language }: Setting): Pick<Content, "attachment"> {
  const csv = data.get(table.table);
  if (csv === undefined) return {};
  const bytes = new TextEncoder().encode(csv);
  const description = `${language.labels.table} ${table.number}. ${plainText(table.caption)}`;
  return { attachment: { name: `${table.table}.csv`, type: "text/csv", description, bytes } };
}

function gridContent(table: Table, full: number, setting: Setting): GridContent {
  const { labels } = setting.language;
  const gaps = GUTTER * (table.columns.length - 1);
  const { ink, muted } = setting.palette;
  return {
    kind: "grid",
    gutter: GUTTER,
    widths: columnWidths(table, full - gaps, setting),
    heads: headRows(table, setting),
    rows: table.rows.map((row) => ({
      cells: row.cells.map((cell) => bodyCell(cell, row, setting)),
      total: row.kind === "total",
    })),
    continued: [words(`${labels.table}\u00a0${table.number}, ${labels.continued}`)],
    ink,
    muted,
  };
}

/** Head rows; a head that spans rows is printed in the last of them, next to its column. */
function headRows(table: Table, setting: Setting): Cell[][] {
  const grid = headGrid(table.headers);
  return grid.map((row, r) =>
    table.columns.map((_, c): Cell => {
      const cell = row[c];
      if (cell === undefined || grid[r + 1]?.[c] === cell || row[c - 1] === cell) return EMPTY;
      return headCell(cell, setting);
    }),
  );
}

const EMPTY: Cell = { text: [], style: "headCell", alignment: "left", span: 1, head: true };

const ALIGNMENT = { start: "left", end: "right", centre: "center" } as const;

const headCell = (cell: HeaderCell, setting: Setting): Cell => ({
  text: runs(cell.inlines, setting),
  style: "headCell",
  alignment: ALIGNMENT[cell.align],
  span: cell.columnSpan,
  head: true,
});

const bodyCell = (cell: TableCell, row: TableRow, setting: Setting): Cell => ({
  text: runs(cell.inlines, setting),
  style: row.kind === "total" ? "totalCell" : "cell",
  alignment: ALIGNMENT[cell.align],
  span: 1,
  head: cell.head,
});
