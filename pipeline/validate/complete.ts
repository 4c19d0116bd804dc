import type { Loaded } from "../model/brief.ts";
import type { Check, Dataset } from "../model/dataset.ts";
import type { Place } from "../model/place.ts";
import { error, nearest } from "../model/problem.ts";
import { cellText } from "./cells.ts";
import { plainFinding, type Finding } from "./finding.ts";

type CompleteCheck = Extract<Check, { kind: "complete" }>;

/** The rows are just those that they should be: none missing, none more. */
export function completeRows(brief: Loaded, dataset: Dataset, check: CompleteCheck): readonly Finding[] {
  const wanted = wantedOf(brief, check);
  if (wanted === undefined) return everyCombination(dataset, check);
  const there = new Map(
    dataset.rows.flatMap((row): readonly [string, Place][] => {
      const text = cellText(dataset, row, check.column);
      return text === undefined ? [] : [[text, row.cells.get(check.column)?.place ?? row.place]];
    }),
  );
  const missing = wanted.filter((text) => !there.has(text));
  const more = [...there].filter(([text]) => !wanted.includes(text));
  const about = [`${dataset.id}.${check.column}`];
  return [
    ...missing.map((text) => {
      const near = nearest(
        text,
        more.map(([each]) => each),
      );
      const hint = near === undefined ? `add a row for ${text}` : `is ${near} meant for it?`;
      return plainFinding(
        error("rows/incomplete", check.place, `No row has ${text} in "${check.column}"`, { hint, about }),
      );
    }),
    ...more.map(([text, place]) => {
      const hint = `the check on line ${check.place.line} names ${wanted.join(", ")}`;
      const message = `"${text}" is none of those that "${check.column}" is said to hold`;
      return plainFinding(error("rows/incomplete", place, message, { hint, about: [...about, text] }));
    }),
  ];
}

function wantedOf(brief: Loaded, check: CompleteCheck): readonly string[] | undefined {
  if (check.values !== undefined) return check.values.map(({ text }) => text);
  if (check.dataset === undefined) return undefined;
  return [...new Set(brief.datasets.get(check.dataset)?.rows.map((row) => row.key))];
}

/** Without a list, every id has a row for every period. */
function everyCombination(dataset: Dataset, check: CompleteCheck): readonly Finding[] {
  const keys = [...new Set(dataset.rows.map((row) => row.key))];
  const periods = [...new Set(dataset.rows.flatMap(({ period }) => (period === undefined ? [] : [period])))];
  const there = new Set(dataset.rows.map(({ key, period }) => JSON.stringify([key, period])));
  return keys.flatMap((key) => {
    const missing = periods.filter((period) => !there.has(JSON.stringify([key, period])));
    if (missing.length === 0) return [];
    const message = `"${key}" has no row for ${missing.join(", ")}`;
    const hint = "add the row; a number that is not known is written ..";
    const about = [`${dataset.id}.${check.column}`, key];
    return [plainFinding(error("rows/incomplete", check.place, message, { hint, about }))];
  });
}
