import { expect, test } from "vitest";
import { checked, theProblem } from "./checked.ts";

const list = (stated: number): string => `title: DBAR
source: bai-2018
lists:
  themes: { items: [water, coasts, disasters], stated: ${stated} }
`;

test("a list is as long as its source states", () => {
  expect(checked(list(3)).problems).toEqual([]);
  expect(theProblem(list(7))).toMatchObject({
    code: "list/count",
    level: "error",
    place: { file: "data/b/d.yaml", line: 4, column: 56 },
    message: 'The source states 7 for "themes", and the list has 3',
    hint: "mend the list, or record it in discrepancies.yaml with at: [d.themes]",
  });
});

test("a recorded discrepancy explains a list of another length", () => {
  const recorded = `x: { at: [d.themes, anso.themes], found: 2023-06-20, says: Seven., resolution: Three. }\n`;
  expect(checked(list(7), recorded).problems).toEqual([]);
});

const rows = (second: string): string => `title: Rows
source: bai-2018
columns: { key: { type: id }, label: { type: text }, students: { unit: count } }
rows:
  - { key: a, label: Korea, students: 10 }
  - { key: b, ${second} }
`;

test("a row that is a copy of another is a warning", () => {
  expect(theProblem(rows("label: Korea, students: 10"))).toMatchObject({
    code: "row/duplicate",
    level: "warning",
    place: { line: 6 },
  });
  expect(checked(rows("label: Korea, students: 10")).value).toBeDefined();
  expect(checked(rows("label: Japan, students: 10")).problems).toEqual([]);
});

test("an error stops the brief; without one, it says how many rules were held", () => {
  expect(checked(list(7)).value).toBeUndefined();
  // The small brief: a sum, a part and a list; "d": a list; and a look for copied rows in each dataset.
  expect(checked(list(3)).value?.checks).toBe(6);
});
