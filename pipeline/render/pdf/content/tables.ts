import { allBlocks } from "../../../model/doc-walk.ts";
import { error, type Problem } from "../../../model/problem.ts";
import type { Doc, HeaderCell, Table, TableCell, TableRow } from "../../../model/doc.ts";
import { plainText } from "../../../model/inline.ts";
import { headGrid } from "../../../model/table-heads.ts";
import { csvAttachment } from "./attachments.ts";
import { captionRuns, sourceLine } from "./captions.ts";
import { columnsFor } from "./column-widths.ts";
import type { Cell, Content, GridContent } from "./content.ts";
import { runs, words } from "./inlines.ts";
import type { Setting } from "../setting.ts";

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
    notesUnder: true,
    stack: [whole, ...notes, ...sourceLine(table.source, [], setting)],
    keep: "together",
    margin: [0, theme.paper.float, 0, theme.paper.float - theme.paper.paragraph],
  };
}

/** The tables that are too wide for their page: a number would be broken, and a part of it is another number. */
export const tooWide = (doc: Doc, setting: Setting): readonly Problem[] =>
  allBlocks(doc).flatMap((block) => {
    const short = block.kind === "table" ? columnsFor(block, setting.page.full, setting).short : 0;
    if (short === 0 || block.kind !== "table") return [];
    const { full } = setting.page;
    const message = `The numbers of table ${block.table} need ${Math.ceil(full + short)} points side by side, and a line has ${Math.floor(full)}`;
    const hint = "show fewer columns, or give the PDF a larger paper or narrower margins in templates/house/theme.yaml";
    return [error("table/too-wide", block.place, message, { hint })];
  });

/** The rows of the table as CSV, which go along with it inside the PDF. */
function dataOf(table: Table, { data, language }: Setting): Pick<Content, "attachment"> {
  const csv = data.get(table.csv);
  if (csv === undefined) return {};
  const description = `${language.labels.table} ${table.number}. ${plainText(table.caption)}`;
  return { attachment: csvAttachment(`${table.table}.csv`, description, csv) };
}

function gridContent(table: Table, full: number, setting: Setting): GridContent {
  const { labels } = setting.language;
  const { ink, muted } = setting.palette;
  const { gutter, widths } = columnsFor(table, full, setting);
  return {
    kind: "grid",
    gutter,
    widths,
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
