import type { Loaded } from "../model/brief.ts";
import type { Check, Dataset, Row } from "../model/dataset.ts";
import type { Figure } from "../model/figure.ts";
import { error } from "../model/problem.ts";
import { cellText, surelyLess, typed } from "./cells.ts";
import type { Finding } from "./finding.ts";

type OrderCheck = Extract<Check, { kind: "order" }>;

interface Entry {
  readonly row: Row;
  readonly text: string;
  readonly figure?: Figure;
}

/** Rows stand in the order of a column. Numbers that rounding does not tell apart may stand either way round. */
export function rowsInOrder(brief: Loaded, dataset: Dataset, check: OrderCheck): readonly Finding[] {
  const entries = dataset.rows.flatMap((row) => entryOf(brief, dataset, row, check.column));
  return entries.slice(1).flatMap((entry, i) => {
    const before = entries[i];
    return before !== undefined && broken(before, entry, check) ? [finding(before, entry, dataset, check)] : [];
  });
}

function entryOf(brief: Loaded, dataset: Dataset, row: Row, column: string): readonly Entry[] {
  const id = row.figures.get(column);
  const figure = id === undefined ? undefined : brief.given.get(id);
  if (figure !== undefined) return [{ row, figure, text: typed(figure) }];
  const text = cellText(dataset, row, column);
  return text === undefined ? [] : [{ row, text }];
}

function broken(a: Entry, b: Entry, { order }: OrderCheck): boolean {
  const [low, high] = order === "ascending" ? [b, a] : [a, b];
  if (low.figure !== undefined && high.figure !== undefined)
    return surelyLess(low.figure.interval, high.figure.interval);
  return low.text < high.text;
}

function finding(before: Entry, entry: Entry, dataset: Dataset, { column, order, place }: OrderCheck): Finding {
  const message = `"${entry.row.name}" with ${entry.text} stands after "${before.row.name}" with ${before.text}, and "${column}" is said to be ${order}`;
  const figures = [before.figure, entry.figure].filter((figure) => figure !== undefined);
  const problem = error("order/broken", entry.figure?.place ?? entry.row.place, message, {
    arithmetic: order === "ascending" ? `${before.text} > ${entry.text}` : `${before.text} < ${entry.text}`,
    hint: `compare both with the source; or put the rows in order, or take the check out, on line ${place.line}`,
    about: [`${dataset.id}.${column}`, ...figures.map(({ id }) => id), before.row.name, entry.row.name],
  });
  return { problem, suspects: figures.map((figure) => ({ figure })) };
}
