import type { HeaderCell } from "./doc.ts";

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
