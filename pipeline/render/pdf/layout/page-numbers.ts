import { shownIn, widthOf, type Line } from "./line.ts";
import type { Mark } from "./piece.ts";

/** Prints the numbers of pages where they are asked for, now that all pages are known; they end where they should. */
export function withPageNumbers(pages: readonly (readonly Mark[])[]): readonly (readonly Mark[])[] {
  const numbers = new Map<string, number>();
  pages.forEach((marks, i) => {
    for (const mark of marks) if (mark.kind === "line" && mark.anchor !== undefined) numbers.set(mark.anchor, i + 1);
  });
  return pages.map((marks) =>
    marks.map((mark) => (mark.kind === "line" ? { ...mark, line: numbered(mark.line, numbers) } : mark)),
  );
}

function numbered(line: Line, numbers: ReadonlyMap<string, number>): Line {
  if (line.runs.every(({ look }) => look.pageOf === undefined)) return line;
  const runs = line.runs.map((run) => {
    const number = run.look.pageOf === undefined ? undefined : numbers.get(run.look.pageOf);
    if (number === undefined) return run;
    const text = String(number);
    const width = widthOf(text, run.look);
    const shown = shownIn(text + run.tail, run.look, run.gap);
    return { ...run, text, width, x: run.x + run.width - width, shown };
  });
  return { ...line, runs };
}
