import { expect, test } from "vitest";
import { checked, theProblem } from "./checked.ts";

/** A dataset whose rows hold these shares, in a column that should come to a total. */
const shares = (cells: readonly string[], to = "100", rounding = "half-up"): string => `title: 2022 budget plan
source: bai-2018
rounding: ${rounding}
figures:
  all: { value: 147, unit: CNY million }
columns:
  sector: { type: id }
  share: { unit: "% of all" }
rows:
${cells.map((cell, i) => `  - { sector: row${i}, share: ${cell} }`).join("\n")}
checks:
  - { sum: share, to: ${to} }
`;

test("two digits swapped: the sum, its interval, the cell and the number that was meant", () => {
  expect(theProblem(shares(["6", "9", "32", "3", "3", "56"]))).toEqual({
    code: "shares/do-not-add-up",
    level: "error",
    place: { file: "data/b/d.yaml", line: 12, column: 28, length: 2 },
    message: 'The shares "share" of "2022 budget plan" come to 109 and can\'t be 100, even with rounding',
    arithmetic: "6 + 9 + 32 + 3 + 3 + 56 = 109; six whole per cents can be off by 3 in all: 106 to 112",
    hint: "32 → 23 would make it exact (two digits swapped)",
    about: ["d.share", ...["row0", "row1", "row2", "row3", "row4", "row5"].map((row) => `d.${row}.share`)],
  });
});

test("what rounding explains is no problem", () => {
  expect(checked(shares(["6", "9", "23", "3", "3", "56"])).problems).toEqual([]);
  expect(checked(shares(["6", "9", "23", "3", "3", "59"])).problems).toEqual([]);
  expect(checked(shares(["33.3", "33.3", "33.3"])).problems).toEqual([]);
  expect(checked(shares(["33.3", "33.3", "33.2"])).problems).toHaveLength(1);
});

test("an end that rounding leaves out is not reached", () => {
  // Two numbers rounded half up are below 51 in sum: 49.5 up to, not including, 51 does not reach 51.
  expect(checked(shares(["25", "25"], "51")).problems).toHaveLength(1);
  expect(checked(shares(["25", "25"], "49")).problems).toEqual([]);
  expect(checked(shares(["25", "25"], "51", "unknown")).problems).toEqual([]);
});

test("exact numbers have no leeway, and truncated ones only upward", () => {
  expect(theProblem(shares(["60", "39"], "100", "exact")).arithmetic).toBe("60 + 39 = 99; the numbers are exact");
  expect(checked(shares(["60", "39"], "100", "truncate")).problems).toEqual([]);
  expect(theProblem(shares(["60", "42"], "100", "truncate")).arithmetic).toBe(
    "60 + 42 = 102; two whole per cents can stand for 102 to 104 in all",
  );
});

test.each([
  ["68 → 60 would make it exact (one digit changed)", ["15", "25", "68"], 12],
  ["3 → 30 would make it exact (one digit dropped)", ["3", "46", "24"], 10],
  ["300 → 30 would make it exact (one digit added)", ["300", "46", "24"], 10],
  ["compare each number with the source; a row may be missing, or stand twice", ["11", "12", "13"], 14],
])("%s", (hint, cells, line) => {
  expect(theProblem(shares(cells))).toMatchObject({ hint, place: { line } });
});

test("several cells that one edit could mend are named together, at the check", () => {
  expect(theProblem(shares(["30", "60"], "100", "exact"))).toMatchObject({
    place: { line: 13, column: 5 },
    hint: "row0 30 → 40 or row1 60 → 70 would make it exact (one digit changed)",
  });
});

const money = (total: string, unit: string): string => `title: Money
source: bai-2018
figures: { all: { value: ${total}, unit: ${unit} } }
columns:
  sector: { type: id }
  amount: { unit: CNY million }
rows: [{ sector: a, amount: 1.0 }, { sector: b, amount: 2.0 }]
checks: [{ sum: amount, to: all }]
`;

test("a total that is a figure has an interval of its own, and a unit", () => {
  expect(checked(money("3.1", "CNY million")).problems).toEqual([]);
  expect(theProblem(money("3.4", "CNY million"))).toMatchObject({
    message: 'The numbers "amount" of "Money" come to 3 and can\'t be 3.4, even with rounding',
    arithmetic:
      "1.0 + 2.0 = 3; two numbers with one decimal can be off by 0.1 in all: 2.9 to 3.1; the total 3.4 stands for 3.35 to 3.45",
  });
  expect(theProblem(money("3", "CNY billion"))).toMatchObject({ code: "shape/unit", place: { line: 8, column: 29 } });
});
