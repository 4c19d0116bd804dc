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
    hint: "mend the list, or record it in discrepancies.yaml with expects: { code: list/count, at: d.themes }",
  });
});

/** The discrepancy of the small brief, and one of a dataset. */
const recorded = (dataset: string): string =>
  ["anso", dataset]
    .map(
      (name) =>
        `x-${name}: { at: [${name}.themes], expects: { code: list/count, at: ${name}.themes }, found: 2023-06-20, says: Seven., resolution: Three. }\n`,
    )
    .join("");

test("a recorded discrepancy explains a list of another length", () => {
  expect(checked(list(7), recorded("d")).problems).toEqual([]);
});

const rows = (second: string): string => `title: Rows
source: bai-2018
columns: { key: { type: id }, label: { type: text }, students: { unit: count } }
rows:
  - { key: a, label: Korea, students: 10 }
  - { key: b, ${second} }
`;

test("an error of the source that is mended no longer needs its discrepancy, which then fails", () => {
  const { problems } = checked(list(3), recorded("d"));
  expect(problems).toMatchObject([{ code: "discrepancy/mended", level: "error", about: ["d.themes"] }]);
});

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
  // The small brief declares a sum and a part, and each of the two datasets states the length of a list.
  expect(checked(list(3)).value?.checks).toBe(4);
});
