import { plainText, type HeaderCell, type Inline, type Table } from "../../../model/doc.ts";
import type { Face } from "../../../type/faces.ts";
import type { Setting } from "../setting.ts";

/** The parts of a table that its columns are measured by. */
export type Grid = Pick<Table, "columns" | "headers" | "rows">;

interface Need {
  /** The longest word: less, and words break. */
  readonly least: number;
  /** The longest line as it stands. */
  readonly whole: number;
}

/**
 * The width of each column's text in points, together `available`. No number and no word is broken while there is
 * room; columns that are content with an even share get what they need, the others share the rest; what is left over
 * goes to all alike.
 */
export function columnWidths(grid: Grid, available: number, setting: Setting): number[] {
  const needs = grid.columns.map((column, i) => columnNeed(grid, i, column.align === "end", setting));
  const least = needs.map((need) => need.least);
  const whole = needs.map((need) => need.whole);
  if (sum(least) >= available) return least.map((each) => (each * available) / sum(least));
  if (sum(whole) <= available) return whole.map((each) => each + (available - sum(whole)) / needs.length);
  return shared(needs, available);
}

/** Gives columns their whole line, the shortest first, as long as what is left is enough for the others' words. */
function shared(needs: readonly Need[], available: number): number[] {
  const widths = needs.map((need) => need.least);
  const byLength = needs.map((_, i) => i).toSorted((a, b) => (needs[a]?.whole ?? 0) - (needs[b]?.whole ?? 0) || a - b);
  let room = available - sum(widths);
  byLength.forEach((column, i) => {
    const { least, whole } = needs[column] ?? { least: 0, whole: 0 };
    const more = Math.min(whole - least, room / (byLength.length - i));
    widths[column] = least + more;
    room -= more;
  });
  return widths;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function columnNeed(grid: Grid, column: number, numbers: boolean, setting: Setting): Need {
  const cells = grid.rows.map((row) => ({ inlines: row.cells[column]?.inlines ?? [], bold: row.kind === "total" }));
  const head = headOver(grid.headers, column);
  const longest = (texts: readonly string[], bold: boolean): number =>
    Math.max(0, ...texts.map((text) => textWidth(text, bold, setting)));
  const headWord = longest(wordsOf(head?.inlines ?? []), true);
  const whole = Math.max(...cells.map((cell) => longest([textOf(cell.inlines)], cell.bold)), 0);
  // A column of numbers is as wide as its widest number; its heading wraps.
  if (numbers) return { least: Math.max(headWord, whole), whole: Math.max(headWord, whole) };
  const word = Math.max(...cells.map((cell) => longest(wordsOf(cell.inlines), cell.bold)), headWord);
  return { least: word, whole: Math.max(whole, word) };
}

/** The heading that stands over one column alone. */
function headOver(headers: Grid["headers"], column: number): HeaderCell | undefined {
  return headGrid(headers).at(-1)?.[column];
}

/** Head rows with a cell for every column: a cell stands wherever it spans, rows and columns. */
export function headGrid(headers: readonly (readonly HeaderCell[])[]): (HeaderCell | undefined)[][] {
  const grid: (HeaderCell | undefined)[][] = headers.map(() => []);
  headers.forEach((row, r) => {
    let c = 0;
    for (const cell of row) {
      while (grid[r]?.[c] !== undefined) c += 1;
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let along = 0; along < cell.columnSpan; along += 1) {
          const target = grid[r + down];
          if (target !== undefined) target[c + along] = cell;
        }
      }
      c += cell.columnSpan;
    }
  });
  return grid;
}

// A mark in a cell is a superior figure; a plain one is wider than it.
const textOf = (inlines: readonly Inline[]): string => plainText(inlines) + inlines.map(markText).join("");
const markText = (inline: Inline): string =>
  inline.kind === "noteReference" ? String(inline.number) : inline.kind === "discrepancyReference" ? inline.letter : "";
const wordsOf = (inlines: readonly Inline[]): readonly string[] => textOf(inlines).split(/[ \n]/u);

function textWidth(text: string, bold: boolean, { theme, typefaces }: Setting): number {
  const face: Face = { family: theme.type.sans, weight: bold ? 600 : 400, italic: false };
  // Rounding up keeps a word that just fits from being broken by the last bit of a sum.
  return Math.ceil(typefaces.width(face, text, theme.type.table) * 10) / 10 + 0.1;
}
