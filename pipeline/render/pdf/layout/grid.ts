import type { Cell, GridContent } from "../content/content.ts";
import { ARTIFACT, childOf, type Marked } from "../file/structure.ts";
import type { Line } from "./line.ts";
import { linesOf, type Press } from "./press.ts";
import type { Enclosure, Mark, Piece, RuleMark, Strip } from "./piece.ts";

/** Where a grid stands. */
interface Scope {
  readonly x: number;
  readonly width: number;
  readonly element: Marked;
}

const RULE = { outer: 0.9, head: 0.5, total: 0.5, group: 0.5 };
// Space above and below the text of a row; of head rows, above the first and below the last; at the foot of the grid.
const ROW = 2;
const HEAD = { above: 4, below: 3.5, first: 3.5 };
const FOOT = 3.5;
const GROUP_GAP = 2;

type GridPiece = Omit<Piece, "above" | "kind" | "midst">;

/** */
export function gridPieces(grid: GridContent, scope: Scope, press: Press): GridPiece[] {
  const { x, width, element } = scope;
  const table = element.kind === "artifact" ? undefined : element;
  const heads = headStrip(grid, scope, press, table === undefined ? ARTIFACT : childOf(table, "THead"));
  const body = table === undefined ? undefined : childOf(table, "TBody");
  const enclosure = enclosureOf(grid, scope, press, heads);
  const within = [enclosure];
  const ruleAt = (y: number, weight: number, color: string): RuleMark => ({ kind: "rule", x, y, width, weight, color });
  const headRule = ruleAt(heads.height + RULE.head / 2, RULE.head, grid.ink);
  const head: GridPiece[] =
    grid.heads.length === 0
      ? []
      : [{ height: heads.height + RULE.head, marks: [...heads.marks, headRule], hold: "fast", notes: [], within }];
  const firstTotal = grid.rows.findIndex((row) => row.total);
  const rows = grid.rows.flatMap(({ cells }, r): GridPiece[] => {
    const line: Mark[] = r === firstTotal && r > 0 ? [ruleAt(0, RULE.total, grid.muted)] : [];
    const above = r === 0 ? HEAD.first : ROW;
    const strips = rowStrips({ cells, grid, x, press, above }, body === undefined ? ARTIFACT : childOf(body, "TR"));
    // Neither the first nor the last row stands alone, where there are enough for both.
    const edge = grid.rows.length > 3 && (r === 0 || r === grid.rows.length - 2);
    return strips.map((strip, i) => ({
      height: strip.height,
      marks: i === 0 ? [...line, ...strip.marks] : strip.marks,
      hold: edge || i < strips.length - 1 ? "whole" : "free",
      notes: [],
      within,
    }));
  });
  return [...head, ...rows];
}

function enclosureOf(grid: GridContent, { x, width }: Scope, press: Press, heads: Strip): Enclosure {
  const top = (y: number): RuleMark => ({
    kind: "rule",
    x,
    y: y + RULE.outer / 2,
    width,
    weight: RULE.outer,
    color: grid.ink,
  });
  const lines = linesOf({ text: grid.continued, style: "continued" }, width, press);
  const said = lines.reduce((sum, line) => sum + line.height, 0) + 4;
  const artifact = (mark: Mark): Mark => (mark.kind === "line" ? { ...mark, element: ARTIFACT } : mark);
  let y = 0;
  const words = lines.map((line): Mark => {
    const mark: Mark = { kind: "line", x, y, line, element: ARTIFACT };
    y += line.height;
    return mark;
  });
  const below = said + RULE.outer;
  return {
    above: 0,
    head: { height: RULE.outer, marks: [top(0)] },
    headAgain: {
      height: below + heads.height + RULE.head,
      marks: [
        ...words,
        top(said),
        ...heads.marks.map((mark) => artifact({ ...mark, y: mark.y + below })),
        { kind: "rule", x, y: below + heads.height + RULE.head / 2, width, weight: RULE.head, color: grid.ink },
      ],
    },
    foot: { height: FOOT - ROW + RULE.outer, marks: [top(FOOT - ROW)] },
    ground: [],
    first: undefined,
  };
}

interface RowGiven {
  readonly cells: readonly Cell[];
  readonly grid: GridContent;
  readonly x: number;
  readonly press: Press;
  readonly above: number;
}

/** The head rows as one strip; a column's head stands at the foot of its row, over its column. */
function headStrip(grid: GridContent, { x }: Scope, press: Press, part: Marked): Strip {
  const marks: Mark[] = [];
  let y = HEAD.above;
  for (const cells of grid.heads) {
    const row = part.kind === "artifact" ? part : childOf(part, "TR");
    const set = setCells({ cells, grid, x, press, above: 0 }, (cell) => headElement(cell, row));
    const height = Math.max(0, ...set.map((each) => each.height));
    for (const each of set)
      marks.push(...each.marks.map((mark) => ({ ...mark, y: mark.y + y + height - each.height })));
    y += height;
  }
  return { height: y + HEAD.below, marks };
}

function headElement(cell: Cell, row: Marked): Marked {
  if (row.kind === "artifact") return row;
  // An empty head leaves room for the one beneath it, and heads nothing.
  return cell.text.length === 0
    ? childOf(row, "TD", { columnSpan: cell.span })
    : childOf(row, "TH", { scope: "Column", columnSpan: cell.span });
}

function bodyElement(cell: Cell, row: Marked): Marked {
  if (row.kind === "artifact") return row;
  return cell.head
    ? childOf(row, "TH", { scope: "Row", columnSpan: cell.span })
    : childOf(row, "TD", { columnSpan: cell.span });
}

/** The cells of a row; one that another covers is not there. */
function setCells(given: RowGiven, elementOf: (cell: Cell) => Marked): SetCell[] {
  let free = 0;
  return given.cells.flatMap((cell, c) => {
    if (c < free) return [];
    free = c + cell.span;
    return [setCell(cell, c, given, elementOf(cell))];
  });
}

interface SetCell {
  readonly lines: readonly Line[];
  readonly marks: readonly Mark[];
  readonly height: number;
}

/** A cell's lines at its place in its row, counted from the top of the cell. */
function setCell(cell: Cell, column: number, { grid, x, press }: RowGiven, element: Marked): SetCell {
  const left = grid.widths.slice(0, column).reduce((sum, each) => sum + each + grid.gutter, x);
  const spanned = grid.widths.slice(column, column + cell.span);
  const width = spanned.reduce((sum, each) => sum + each, 0) + grid.gutter * (spanned.length - 1);
  const lines = linesOf(cell, width, press);
  let y = 0;
  const marks = lines.map((line): Mark => {
    const mark: Mark = { kind: "line", x: left, y, line, element };
    y += line.height;
    return mark;
  });
  if (cell.span === 1 || lines.length === 0) return { lines, marks, height: y };
  const under: Mark = { kind: "rule", x: left, y: y + GROUP_GAP, width, weight: RULE.group, color: grid.muted };
  return { lines, marks: [...marks, under], height: y + GROUP_GAP + RULE.group };
}

/** A row as one strip a line, so that a page may end within it where it must. */
function rowStrips(given: RowGiven, row: Marked): Strip[] {
  const set = setCells(given, (cell) => bodyElement(cell, row));
  const most = Math.max(1, ...set.map(({ lines }) => lines.length));
  return Array.from({ length: most }, (_, i): Strip => {
    const line = Math.max(0, ...set.map(({ lines }) => lines[i]?.height ?? 0));
    const top = i === 0 ? given.above : 0;
    const marks = set.flatMap(({ marks: own }) => {
      const mark = own[i];
      return mark === undefined ? [] : [{ ...mark, y: top }];
    });
    return { height: top + line + (i === most - 1 ? ROW : 0), marks };
  });
}
