import { expect, test } from "vitest";
import { checked, theProblem } from "./checked.ts";

const ranks = (rows: readonly (readonly [number, number | string])[], rounding = "exact"): string => `title: Ranks
source: bai-2018
rounding: ${rounding}
columns:
  country: { type: id }
  rank: { unit: rank }
  students: { unit: count }
rows:
${rows.map(([rank, value], i) => `  - { country: c${i}, rank: ${rank}, students: ${value} }`).join("\n")}
checks: [{ rank: rank, by: students }]
`;

test("ranks that follow the values, ties included, are fine", () => {
  expect(
    checked(
      ranks([
        [1, 30],
        [2, 20],
        [3, 10],
      ]),
    ).problems,
  ).toEqual([]);
  expect(
    checked(
      ranks([
        [3, 10],
        [1, 30],
        [9, 5],
      ]),
    ).problems,
  ).toEqual([]);
  expect(
    checked(
      ranks([
        [1, 20],
        [2, 20],
        [2, 20],
        [4, 1],
      ]),
    ).problems,
  ).toEqual([]);
});

test("one row out of order is the one that is named, with the rank that would agree", () => {
  expect(
    theProblem(
      ranks([
        [1, 50],
        [2, 40],
        [5, 30],
        [4, 20],
        [5, 10],
      ]).replace("rank: 5, students: 30", "rank: 6, students: 30"),
    ),
  ).toMatchObject({
    code: "rank/disagrees",
    place: { file: "data/b/d.yaml", line: 11, column: 26, length: 1 },
    hint: "rank 6 → 3 or students 30 → 10 would agree with every check (one digit changed)",
  });
});

test("a mistyped value is named by its row too", () => {
  expect(
    theProblem(
      ranks([
        [1, 50],
        [2, 4],
        [3, 30],
        [4, 20],
      ]),
    ),
  ).toMatchObject({ place: { line: 10 }, arithmetic: 'by "students", 3 of 4 rows are greater than "c1"' });
});

test("one rank for two values that differ is a problem; not when rounding may hide that they agree", () => {
  expect(
    checked(
      ranks([
        [1, 20],
        [1, 21],
      ]),
    ).problems,
  ).toHaveLength(1);
  expect(
    checked(
      ranks(
        [
          [1, 20],
          [1, 21],
        ],
        "unknown",
      ),
    ).problems,
  ).toEqual([]);
  expect(
    checked(
      ranks(
        [
          [2, 21],
          [1, 20],
        ],
        "unknown",
      ),
    ).problems,
  ).toEqual([]);
  expect(
    checked(
      ranks(
        [
          [2, 22],
          [1, 20],
        ],
        "unknown",
      ),
    ).problems,
  ).toHaveLength(1);
});

test("thousands of ranks are checked in a moment", () => {
  const rows = Array.from({ length: 4000 }, (_, i) => [i + 1, 10_000 - i] as const);
  const start = performance.now();
  expect(checked(ranks(rows)).problems).toEqual([]);
  expect(performance.now() - start).toBeLessThan(15_000);
}, 30_000);
