import type { Loaded } from "../model/brief.ts";
import type { Dataset, Row } from "../model/dataset.ts";
import { warning } from "../model/problem.ts";
import { typed } from "./cells.ts";
import { plainFinding, type Finding } from "./finding.ts";

/** No two rows hold the same texts and numbers under different names: a row copied and not yet filled in. */
export function duplicateRows(brief: Loaded, dataset: Dataset): readonly Finding[] {
  const seen = new Map<string, Row>();
  const found: Finding[] = [];
  for (const row of dataset.rows) {
    if (row.cells.size === 0 || row.figures.size === 0) continue;
    const content = contentOf(brief, row);
    const first = seen.get(content);
    if (first === undefined) {
      seen.set(content, row);
      continue;
    }
    const message = `The row "${row.name}" holds the same texts and numbers as "${first.name}", on line ${first.place.line}`;
    const hint = "delete one of the two, or mend its cells";
    const about = [`${dataset.id}.${row.name}`, `${dataset.id}.${first.name}`];
    found.push(plainFinding(warning("row/duplicate", row.place, message, { hint, about })));
  }
  return found;
}

function contentOf(brief: Loaded, row: Row): string {
  const texts = [...row.cells].map(([column, { text }]) => [column, text]);
  const numbers = [...row.figures].map(([column, id]) => {
    const figure = brief.given.get(id);
    return [column, figure === undefined ? "" : typed(figure)];
  });
  return JSON.stringify([row.period, texts, numbers]);
}
