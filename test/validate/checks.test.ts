import { expect, test } from "vitest";
import { checked, theProblem } from "./checked.ts";

/** A dataset of two long columns and two single figures, with one check. */
const dataset = (rows: readonly string[], check: string, rounding = "half-up"): string => `title: Money
source: bai-2018
rounding: ${rounding}
figures:
  all: { value: 10, unit: count, basis: outturn }
  planned: { value: 10.0, unit: count, basis: plan }
columns:
  sector: { type: id }
  label: { type: text }
  a: { unit: count }
  b: { unit: count }
  share: { unit: "% of all" }
rows:
${rows.map((row, i) => `  - { sector: s${i}, label: L${i}, ${row} }`).join("\n")}
checks: [${check}]
`;

const row = (a: string, b = "1", share = "10"): string => `a: ${a}, b: ${b}, share: ${share}`;

test.each([
  ["{ order: a, direction: ascending }", ["1", "2", "2", "7"]],
  ["{ order: a, direction: descending }", ["7", "2", "2", "1"]],
  // Rounding may hide that the first is the less.
  ["{ order: a, direction: ascending }", ["1.4", "1"]],
  ["{ unique: a }", ["1", "2", "3"]],
  ["{ range: a, from: 1, to: 3 }", ["1", "2", "3"]],
  ["{ range: a, to: 2.9 }", ["3"]],
  ["{ complete: sector, as: [s0, s1] }", ["1", "2"]],
])("%s lets %s pass", (check, cells) => {
  expect(
    checked(
      dataset(
        cells.map((a) => row(a)),
        check,
        "unknown",
      ),
    ).problems,
  ).toEqual([]);
});

test.each([
  ["{ order: a, direction: ascending }", ["1", "8", "3"], "order/broken", 16, "8 > 3"],
  ["{ order: a, direction: descending }", ["3", "1", "2"], "order/broken", 16, "1 < 2"],
  ["{ unique: a }", ["1", "2", "1"], "cell/not-unique", 16, undefined],
  ["{ unique: a }", ["1", "1.0"], "cell/not-unique", 15, undefined],
  ["{ range: a, from: 1, to: 3 }", ["1", "30"], "cell/out-of-range", 15, "30 stands for 29.5 to 30.5"],
  ["{ range: a, from: 1 }", ["0.4"], "cell/out-of-range", 14, "0.4 stands for 0.35 to 0.45"],
  ["{ complete: sector, as: [s0, s1, s2] }", ["1", "2"], "rows/incomplete", 16, undefined],
  ["{ complete: sector, as: [s0] }", ["1", "2"], "rows/incomplete", 15, undefined],
])("%s stops %s with %s", (check, cells, code, line, arithmetic) => {
  const problem = theProblem(
    dataset(
      cells.map((a) => row(a)),
      check,
    ),
  );
  expect(problem).toMatchObject({ code, level: "error", place: { file: "data/b/d.yaml", line } });
  expect(problem.arithmetic).toBe(arithmetic);
});

test("one figure in two columns, in two datasets, in digits of two lengths", () => {
  const same = (a: string, b: string) => checked(dataset([row(a, b)], "{ same: [a, b] }"));
  expect(same("12", "12.3").problems).toEqual([]);
  expect(same("12", "12.6").problems).toMatchObject([
    {
      code: "figure/differs",
      place: { line: 14 },
      arithmetic: "12 stands for 11.5 to 12.5; 12.6 stands for 12.55 to 12.65",
    },
  ]);
  const other = (value: string) => checked(dataset([row("1")], `{ same: [all, anso.total_${value}] }`));
  expect(other("2021").problems).toMatchObject([{ code: "shape/unit" }]);
});

test("of ten, some per cents are no whole number of heads", () => {
  const of = (share: string, whole = "exact") =>
    checked(dataset([row("1", "1", share)], "{ granular: share, of: all }", whole));
  expect(of("30").problems).toEqual([]);
  expect(of("33").problems).toMatchObject([
    {
      code: "shares/not-granular",
      message: "d.s0.share is 33 per cent of 10, and no whole number gives that",
      arithmetic: "3 of 10 is 30; 4 of 10 is 40 per cent",
    },
  ]);
});

test("a per cent of heads that are not exact is held against all that the whole may be", () => {
  expect(checked(dataset([row("1", "1", "31")], "{ granular: share, of: all }")).problems).toEqual([]);
});

test("a check that holds what was done against what was planned is a warning", () => {
  expect(theProblem(dataset([row("1")], "{ same: [all, planned] }"))).toMatchObject({
    code: "basis/mixed",
    level: "warning",
    message: "A check holds d.all, which was done, against d.planned, which was planned",
  });
});

const declared = (value: string, decimals: number): string => `title: Money
source: bai-2018
figures:
  all: { value: ${value}, unit: count, decimals: ${decimals} }
`;

test.each([
  ["12.5", 0, "d.all is 12.5, and is declared with no decimals", "write 13 if"],
  ["12.55", 1, "d.all is 12.55, and is declared with 1 decimal", "write 12.6 if"],
  ["1250", -2, "d.all is 1250, and is declared with no digits below 100", "write 1300 if"],
])("%s, declared with %i decimals, has digits too many", (value, decimals, message, hint) => {
  const problem = theProblem(declared(value, decimals));
  expect(problem).toMatchObject({ code: "figure/excess-digits", level: "error", message });
  expect(problem.hint).toContain(hint);
});

test("as many digits as declared, or fewer, are fine", () => {
  expect(checked(declared("12", 0)).problems).toEqual([]);
  expect(checked(declared("12", 2)).problems).toEqual([]);
  expect(checked(declared("1200", -2)).problems).toEqual([]);
});

test("a dataset may be used on its last day, and not on the next", () => {
  const good = (until: string): string => `${declared("12", 0)}valid_until: ${until}\n`;
  expect(checked(good("2023-06-20")).problems).toEqual([]);
  expect(theProblem(good("2023-06-19"))).toMatchObject({ code: "data/stale", level: "warning", place: { line: 5 } });
});

test("balance sheets: terms that are taken away, and a total that is a column", () => {
  const balance = (left: string) =>
    dataset([`a: 12, b: 5, share: ${left}`], "{ sum: [a, -b], to: c }")
      .replace('share: { unit: "% of all" }', "c: { unit: count }")
      .replace(/share: (\S+) \}/, "c: $1 }");
  expect(checked(balance("7")).problems).toEqual([]);
  expect(checked(balance("8")).problems).toEqual([]);
  expect(theProblem(balance("70"))).toMatchObject({
    code: "shares/do-not-add-up",
    arithmetic: "12 - 5 = 7; two whole numbers can be off by 1 in all: 6 to 8; the total 70 stands for 69.5 to 70.5",
    hint: "70 → 7 would make it exact (one digit added)",
  });
});

test("a total within the column is taken away with less, and a cell without a number is no zero", () => {
  const rows = [row("3"), row("4"), row("7")];
  expect(checked(dataset(rows, "{ sum: a, to: 0, less: [s2] }", "exact")).problems).toEqual([]);
  expect(checked(dataset([row("3"), row("..")], "{ sum: a, to: all }", "exact")).problems).toEqual([]);
  expect(theProblem(dataset([row("13"), row("..")], "{ sum: a, to: all }", "exact"))).toMatchObject({
    code: "shares/do-not-add-up",
    arithmetic: "13 = 13; the numbers are exact; those that are not known are at least 0",
  });
});
