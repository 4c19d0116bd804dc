import type { DatasetLineage, NumberLineage, RowLineage } from "../model/lineage.ts";
import type { Place } from "../model/place.ts";
import { inOrder, wordsOf, type Expected } from "./passages.ts";

/** What a page says of how its numbers were made. */
export const lineageExpected = (datasets: readonly DatasetLineage[]): readonly Expected[] =>
  datasets.flatMap(({ title, file, rows, place }) => [...texts(place, title, file), ...rows.flatMap(rowExpected)]);

const rowExpected = ({ title, numbers, sources, shownIn, place }: RowLineage): readonly Expected[] => [
  ...texts(place, title),
  ...numbers.flatMap(numberExpected),
  ...texts(place, ...sources, ...shownIn.map(({ words }) => words)),
];

function numberExpected({ place, ...number }: NumberLineage): readonly Expected[] {
  const { name, formula, filled, text, range, from, line, sources } = number;
  return texts(place, name, formula, filled, text, range, ...from.map((each) => each.name), line, ...sources);
}

const texts = (place: Place, ...all: readonly (string | undefined)[]): readonly Expected[] =>
  inOrder(...all.flatMap((text) => (text === undefined ? [] : [wordsOf(text, place)])));
