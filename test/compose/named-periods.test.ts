import { describe, expect, test } from "vitest";
import { periodsIn } from "../../pipeline/compose/dates.ts";
import { isLater, mayMeet } from "../../pipeline/model/period.ts";
import { SMALL_BRIEF } from "../load/small-brief.ts";
import { composed, composedSample } from "./composed.ts";

const DATA = `title: Money
source: bai-2018
rounding: half-up
figures:
  total_2019: { value: 300, unit: EUR million, period: 2019 }
  total_2024: { value: 370, unit: EUR million, period: 2024 }
  undated: { value: 5, unit: EUR million }
columns:
  payer: { type: id }
  label: { type: text }
  spending_2019: { unit: EUR million, period: 2019 }
  spending_2024: { unit: EUR million, period: 2024 }
  fiscal: { unit: EUR million, period: 2019/20 }
  quarter: { unit: EUR million, period: 2024-Q1 }
  plain: { unit: EUR million }
rows:
  - { payer: state, label: State, spending_2019: 300, spending_2024: 370, fiscal: 1, quarter: 2, plain: 3 }
derive:
  each:
    more: spending_2024 - spending_2019
    half: spending_2024 / 2
`;

const found = async (prose: string, columns = ""): Promise<readonly string[]> => {
  const outcome = await composed(`${prose}\n`, {
    "data/b/brief.yaml": (SMALL_BRIEF["data/b/brief.yaml"] ?? "").replace(
      "dates: [",
      "dates: [2015, 2019, 2020, 2023, 2024, 2024-03, ",
    ),
    "data/b/money.yaml": DATA,
    "templates/small/tables/money.yaml": `rows: money
caption: Money
columns:
  - { column: label, heading: Payer, head: true }
${columns}
`,
  });
  return outcome.problems
    .filter(({ code }) => code === "period/differs")
    .map(({ level, place, message }) => `${level} ${place.line}:${place.column} ${message}`);
};

const under = (column: string, heading: string, more = ""): Promise<readonly string[]> =>
  found('{{table "money"}}', `  - { column: ${column}, heading: "${heading}"${more} }`);

describe("a heading", () => {
  test("that is the year of other numbers is an error", async () => {
    expect(await under("spending_2019", "2024")).toEqual(['error 5:40 The heading "2024" stands over numbers of 2019']);
    expect(await under("half", "2019")).toEqual(['error 5:31 The heading "2019" stands over numbers of 2024']);
  });

  test("in which the year stands beside a sign or a number is doubted alone: it may be an index, or prices", async () => {
    for (const heading of ["2015 = 100", "€2015"])
      expect(await under("spending_2024", heading)).toEqual([expect.stringMatching(/^warning /u)]);
    expect(await under("spending_2024", "(2019)")).toEqual([expect.stringMatching(/^error /u)]);
  });

  test("whose group is the year of other numbers is one too, unless it says its own", async () => {
    expect(await under("spending_2019", "Spent", ", group: '2024'")).toEqual([
      'error 5:56 The heading "2024" stands over numbers of 2019',
    ]);
    expect(await under("spending_2019", "2019", ", group: '2024'")).toEqual([]);
  });

  test("that says another year among words is a warning: it may be that of prices", async () => {
    expect(await under("spending_2024", "Spent, in prices of 2015")).toEqual([
      'warning 5:40 The heading "Spent, in prices of 2015" names 2015, and its numbers are of 2024',
    ]);
  });

  test.each([
    ["spending_2019", "2019"],
    ["spending_2019", "Spent, {{figure money.total_2024}}"],
    ["spending_2024", "From 2019 to 2024"],
    ["spending_2024", "March 2024"],
    ["fiscal", "2019"],
    ["fiscal", "2020"],
    ["quarter", "2024"],
    ["plain", "2019"],
    ["more", "2024"],
  ])("of %s may be %s", async (column, heading) => {
    expect(await under(column, heading)).toEqual([]);
  });
});

describe("a key figure's label", () => {
  const key = (label: string, id: string): Promise<readonly string[]> =>
    found(`{{#key-figures}}\n{{key "${label}" ${id}}}\n{{/key-figures}}`);

  test("with another year is a warning among words, else an error", async () => {
    expect(await key("spent in 2024", "money.total_2019")).toEqual([
      'warning 2:1 The label "spent in 2024" names 2024, and its number is of 2019',
    ]);
    expect(await key("2024", "money.total_2019")).toEqual(['error 2:1 The label "2024" stands at a number of 2019']);
  });

  test("with its own year, or of a number of no period, is none", async () => {
    expect(await key("spent in 2019", "money.total_2019")).toEqual([]);
    expect(await key("spent in 2019", "money.undated")).toEqual([]);
  });
});

test("in the sample are none", async () => {
  const { problems } = await composedSample();
  expect(problems.filter(({ code }) => ["period/differs", "table/total"].includes(code))).toEqual([]);
});

test.each([
  ["Spent in 2018/19", "2018/19"],
  ["2018–19", "2018/19"],
  ["Q3 2018", "2018-Q3"],
  ["2018-H1", "2018-H1"],
  ["2018-03", "2018-03"],
  ["on 3 March 2018", "2018-03-03"],
  ["2018–24", "2018 2024"],
  ["2018 to 2024", "2018 2024"],
  ["GBP 1,999", ""],
])("%s names %s", async (text, periods) => {
  const { value } = await composed("Text.\n");
  if (!value) throw new Error("not composed");
  expect(periodsIn(text, value.language).map(({ period }) => period)).toEqual(periods.split(" ").filter(Boolean));
});

test("periods in two forms meet where they share a year; only those in one form follow each other", () => {
  expect([mayMeet("2018/19", "2019"), mayMeet("2018-Q1", "2018"), mayMeet("2018-Q1", "2018-Q2")]).toEqual([
    true,
    true,
    false,
  ]);
  expect([isLater("2019", "2018"), isLater("2018-Q2", "2018-Q1"), isLater("2019", "2018-Q1")]).toEqual([
    true,
    true,
    false,
  ]);
});
