import type { HeaderCell, Table, TableCell, TableRow } from "../../model/doc.ts";
import { plainText } from "../../model/inline.ts";
import { headGrid } from "../../model/table-heads.ts";
import { label, type Context } from "./context.ts";
import { element, fragment, type Html } from "./element.ts";
import { inlinesHtml } from "./inlines.ts";

/** What the rows of a table and the data of a chart have in common. */
export type Grid = Pick<Table, "columns" | "headers" | "rows">;

/** A table with its caption, notes, source and download. */
export function tableHtml(table: Table, context: Context): Html {
  const name = `${label(context, "table")} ${table.number}`;
  const caption = fragment(element("b", {}, `${name}.`), " ", inlinesHtml(table.caption, context));
  const download = element("a", { href: table.csv, download: true }, `${name}, ${label(context, "downloadCsv")}`);
  const below = `${table.id}_below`;
  return element(
    "div",
    { class: "table", id: table.id },
    skipHtml(table, name, below, context),
    gridHtml(table.id, `t${table.number}`, table, caption, context),
    element(
      "div",
      { class: "below", id: below },
      table.notes.map((note) => element("p", { id: note.id }, inlinesHtml(note.inlines, context))),
      (table.source.length > 0 &&
        element("p", {}, `${label(context, "source")}: `, inlinesHtml(table.source, context))) ||
        undefined,
      element("p", { class: "files" }, download),
    ),
  );
}

// More links than these in a row are a burden on the keyboard.
const MANY = 10;

/** A way past a table whose numbers are links, for readers with a keyboard; seen where the focus is on it. */
function skipHtml({ headers, rows }: Table, name: string, target: string, context: Context): Html | undefined {
  const cells = [...headers.flat(), ...rows.flatMap((row) => row.cells)].flatMap(({ inlines }) => inlines);
  const links = cells.filter((inline) => inline.kind === "figure" && context.traced.has(inline.figure));
  if (links.length <= MANY) return undefined;
  return element("a", { class: "skip-table", href: `#${target}` }, label(context, "skipTable").replace("{name}", name));
}

/**
 * The rows as an HTML table; one that a phone can't show whole is a region that scrolls and takes the focus. Each cell
 * names its heads, whose ids begin with `short`: no id of a block holds an underscore.
 */
export function gridHtml(id: string, short: string, grid: Grid, caption: Html, context: Context): Html {
  const captionId = `${id}_caption`;
  const inner = element(
    "table",
    { class: isWider(grid, PAPER) ? "tight" : undefined },
    element("caption", { id: captionId }, element("span", {}, caption)),
    columnGroups(grid.headers),
    headHtml(short, grid, context),
    bodyHtml(short, grid, context),
  );
  if (!isWider(grid, PHONE)) return element("div", { class: "scroll" }, inner);
  return element("div", { class: "scroll", role: "region", "aria-labelledby": captionId, tabindex: 0 }, inner);
}

const hasGroups = (headers: Grid["headers"]): boolean =>
  headers.some((row) => row.some((cell) => cell.scope === "columnGroup"));

function columnGroups(headers: Grid["headers"]): readonly Html[] {
  if (!hasGroups(headers)) return [];
  return (headers[0] ?? []).map((cell) => element("colgroup", { span: cell.columnSpan }));
}

const headId = (id: string, row: number, cell: number): string => `${id}_h${row + 1}_${cell + 1}`;

function headHtml(id: string, { headers }: Grid, context: Context): Html {
  const grouped = hasGroups(headers);
  const headerHtml = (cell: HeaderCell, row: number, index: number): Html => {
    const spans = {
      colspan: cell.columnSpan > 1 ? cell.columnSpan : undefined,
      rowspan: cell.rowSpan > 1 ? cell.rowSpan : undefined,
    };
    const content = inlinesHtml(cell.inlines, context);
    // A head without words is no head (WCAG technique H43): it would be read out as blank.
    if (content.markup === "") return element("td", spans);
    const scope = cell.scope === "columnGroup" ? "colgroup" : "col";
    return element(
      "th",
      {
        ...spans,
        id: grouped ? headId(id, row, index) : undefined,
        scope,
        class: alignClass(cell.align),
        "data-unit": cell.unit?.replaceAll("\u00A0", " "),
      },
      content,
    );
  };
  return element(
    "thead",
    {},
    headers.map((row, rowIndex) =>
      element(
        "tr",
        {},
        row.map((cell, index) => headerHtml(cell, rowIndex, index)),
      ),
    ),
  );
}

function bodyHtml(id: string, grid: Grid, context: Context): Html {
  const heads = hasGroups(grid.headers) ? headsOfColumns(id, grid) : undefined;
  const firstTotal = grid.rows.findLastIndex((row) => row.kind === "body") + 1;
  const rowHtml = (row: TableRow, index: number): Html => {
    const rowId = heads && row.cells.some((cell) => cell.head) ? `${id}_r${index + 1}` : undefined;
    return element(
      "tr",
      { class: row.kind === "total" ? "total" : undefined },
      row.cells.map((cell, column) => cellHtml(cell, rowId, heads?.[column], context)),
    );
  };
  const rows = grid.rows.map(rowHtml);
  const foot = rows.slice(firstTotal);
  return fragment(
    element("tbody", {}, rows.slice(0, firstTotal)),
    foot.length > 0 ? element("tfoot", {}, foot) : undefined,
  );
}

function cellHtml(
  cell: TableCell,
  rowId: string | undefined,
  heads: readonly string[] | undefined,
  context: Context,
): Html {
  const content = inlinesHtml(cell.inlines, context);
  if (cell.head) return element("th", { id: rowId, scope: "row", class: alignClass(cell.align) }, content);
  const headers = heads && [...heads, ...(rowId === undefined ? [] : [rowId])].join(" ");
  return element("td", { headers: headers === "" ? undefined : headers, class: alignClass(cell.align) }, content);
}

const alignClass = (align: HeaderCell["align"]): string | undefined => (align === "start" ? undefined : align);

/** For each column the ids of the heads above it, the outermost first. */
function headsOfColumns(id: string, { headers, columns }: Grid): readonly (readonly string[])[] {
  const grid = headGrid(headers);
  return columns.map((_, column) =>
    grid.flatMap((row, r) => {
      const cell = row[column];
      const isNew = cell !== undefined && grid[r - 1]?.[column] !== cell;
      return isNew && plainText(cell.inlines) !== "" ? [headId(id, r, headers[r]?.indexOf(cell) ?? 0)] : [];
    }),
  );
}

/** A width for tables in CSS pixels, and about what a letter and the space between two columns take of it. */
interface Room {
  readonly width: number;
  readonly letter: number;
  readonly gap: number;
}
/** What a phone of 320 px leaves. */
const PHONE: Room = { width: 280, letter: 7.5, gap: 13 };
/** A4 between its margins, as the style sheet prints. */
const PAPER: Room = { width: 627, letter: 6.3, gap: 15.4 };

/** Whether the longest words of the columns, side by side, are wider than there is room. No-break spaces hold words together. */
function isWider({ columns, headers, rows }: Grid, { width, letter, gap }: Room): boolean {
  const ownHeads = headers.at(-1) ?? [];
  const widthOf = (column: number): number => {
    const cells = rows.map((row) => row.cells[column]?.inlines ?? []);
    const head = ownHeads.length === columns.length ? (ownHeads[column]?.inlines ?? []) : [];
    const words = [head, ...cells].flatMap((inlines) => plainText(inlines).split(/[ \n]+/));
    return Math.max(...words.map((word) => word.length)) * letter + gap;
  };
  return columns.reduce((sum, _, column) => sum + widthOf(column), 0) > width;
}
