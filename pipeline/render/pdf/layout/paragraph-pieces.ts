import { moved, type Hold, type Mark, type Piece } from "./piece.ts";

// Lines of a paragraph that stay together at its beginning and its end.
const LINES = 2;

/** No line of a paragraph stands alone at the head or the foot of a page. */
export function holdAfter(line: number, lines: number): Hold {
  if (line === lines - 1) return "free";
  return line < LINES - 1 || line >= lines - LINES ? "fast" : "free";
}

/** The height of the first base line in marks. */
export function baseOf(marks: readonly Mark[]): number {
  for (const mark of marks) if (mark.kind === "line") return mark.y + mark.line.base;
  return 0;
}

/** Lines side by side on one base line. */
export function aligned(row: readonly Piece[]): Mark[] {
  const base = Math.max(...row.map(({ marks }) => baseOf(marks)));
  return row.flatMap(({ marks }) => {
    const down = base - baseOf(marks);
    return marks.map((mark) => moved(mark, 0, down));
  });
}
