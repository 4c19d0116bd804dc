import { expect, test } from "vitest";
import { checked, theProblem } from "./checked.ts";

const parts = (part: string, whole: string, unit = "count"): string => `title: Students
source: bai-2018
rounding: half-up
figures:
  some: { value: ${part}, unit: count }
  all: { value: ${whole}, unit: ${unit} }
columns:
  country: { type: id }
  women: { unit: count }
  students: { unit: count }
rows:
  - { country: a, women: 5, students: 10 }
  - { country: b, women: 7, students: 7 }
checks:
  - { part: some, of: all }
  - { part: students, of: all }
  - { part: women, of: students }
`;

test("a part may be as great as its whole, and rounding may hide which is greater", () => {
  expect(checked(parts("12", "12")).problems).toEqual([]);
  expect(checked(parts("12.4", "12")).problems).toEqual([]);
});

test("a part that is surely greater than its whole is a problem at the part", () => {
  expect(theProblem(parts("13", "12"))).toMatchObject({
    code: "shares/part-exceeds-whole",
    place: { file: "data/b/d.yaml", line: 5, column: 18, length: 2 },
    arithmetic: "13 stands for 12.5 to 13.5; 12 stands for 11.5 to 12.5",
  });
});

test("each cell of a column is held against a single figure, or against its own row", () => {
  expect(theProblem(parts("5", "8"))).toMatchObject({
    place: { line: 12 },
    message: "d.a.students is 10, which is more than its whole, d.all, with 8",
  });
  expect(theProblem(parts("5", "10").replace("women: 7", "women: 9"))).toMatchObject({
    place: { line: 13, column: 26 },
  });
});

test("numbers of two units are not compared", () => {
  expect(checked(parts("12", "12", "CNY")).problems).toMatchObject([{ code: "shape/unit" }, { code: "shape/unit" }]);
});
