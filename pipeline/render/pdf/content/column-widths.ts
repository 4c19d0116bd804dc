import type { HeaderCell, Table } from "../../../model/doc.ts";
import { headGrid } from "../../../model/table-heads.ts";
import { plainText, type Inline } from "../../../model/inline.ts";
import type { Face } from "../../../type/faces.ts";
import type { Setting } from "../setting.ts";

/** The parts of a table that its columns are measured by. */
export type Grid = Pick<Table, "columns" | "headers" | "rows">;

interface Need {
  /** The widest number, which is never broken. */
  readonly floor: number;
  /** The longest word: less, and words break. */
  readonly least: number;
  /** The longest line as it stands. */
  readonly whole: number;
  /** Whether it holds numbers, which stand at its end. */
  readonly numbers: boolean;
}

/** How a table stands on its page, in points. */
export interface Columns {
  /** The space between two columns. */
  readonly gutter: number;
  /** The width of each column's text. */
  readonly widths: readonly number[];
  /** What the page is too narrow by to print every number unbroken; 0 where all have room. */
  readonly short: number;
}

// Between two columns; in a table that is short of room, the second.
const GUTTERS = [12, 5] as const;
// A column of words is at least so wide.
const WORDS = 14;

/**
 * The columns of a table in the width that there is. No number is broken, and no word while there is room; columns
 * that are content with an even share get what they need, the others share the rest; what is left over goes to all
 * alike, but to a first column of numbers.
 */
export function columnsFor(grid: Grid, full: number, setting: Setting): Columns {
  const needs = grid.columns.map((column, i) => columnNeed(grid, i, column.align === "end", setting));
  const [wide, narrow] = GUTTERS;
  const gaps = needs.length - 1;
  const gutter = sum(needs.map((need) => need.least)) + wide * gaps <= full ? wide : narrow;
  const available = full - gutter * gaps;
  const short = Math.max(0, sum(needs.map((need) => need.floor)) - available);
  return { gutter, widths: short > 0 ? needs.map(({ floor }) => floor) : widthsFor(needs, available), short };
}

function widthsFor(needs: readonly Need[], available: number): number[] {
  const least = needs.map((need) => need.least);
  const whole = needs.map((need) => need.whole);
  if (sum(whole) <= available) return withRest(needs, available - sum(whole));
  if (sum(least) <= available) return shared(needs, available);
  const floors = needs.map((need) => need.floor);
  const more = sum(least) - sum(floors);
  return needs.map(({ floor, least: word }) => floor + ((word - floor) * (available - sum(floors))) / more);
}

/** Whole lines, and what is left over: numbers in the first column would be moved by it from the edge of the table. */
function withRest(needs: readonly Need[], rest: number): number[] {
  const takes = needs.map(({ numbers }, i) => i > 0 || !numbers || needs.length === 1);
  const each = rest / takes.filter(Boolean).length;
  return needs.map(({ whole }, i) => whole + (takes[i] === true ? each : 0));
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
  if (numbers) return { floor: whole, least: Math.max(headWord, whole), whole: Math.max(headWord, whole), numbers };
  const word = Math.max(...cells.map((cell) => longest(wordsOf(cell.inlines), cell.bold)), headWord);
  return { floor: Math.min(word, WORDS), least: word, whole: Math.max(whole, word), numbers };
}

/** The heading that stands over one column alone. */
function headOver(headers: Grid["headers"], column: number): HeaderCell | undefined {
  return headGrid(headers).at(-1)?.[column];
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
