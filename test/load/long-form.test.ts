import { expect, test } from "vitest";
import { load } from "../../pipeline/load/load.ts";
import type { Loaded } from "../../pipeline/model/brief.ts";
import { rationalText } from "../../pipeline/model/rational.ts";
import { memoryHost } from "./memory-host.ts";
import { SMALL_BRIEF } from "./small-brief.ts";

const YAML = `title: Students by country and year
source: bai-2018
rounding: exact
valid_until: 2024-12-31
columns:
  country: { type: id }
  year: { type: period }
  students: { unit: count of students }
  share: { unit: "% of 'all students'", decimals: 1, rounding: half-up }
rows: students.csv
checks:
  - { complete: country }
  - { complete: country, as: [korea, thailand] }
  - { sum: students, to: 10, by: year, less: [korea_2018] }
  - { range: share, from: 0, to: 100 }
  - { same: [students, anso.total_2021] }
`;
const CSV =
  'country,year,students,share\nkorea,2018,50600,10.30 p\nkorea,2019-Q1,c,":"\r\nthailand,2018/19,"28608",4\n';

const files = (csv = CSV, yaml = YAML) => ({ ...SMALL_BRIEF, "data/b/s.yaml": yaml, "data/b/students.csv": csv });
const given = (...texts: readonly string[]): Loaded => {
  const { value, problems } = load("b", memoryHost(files(...texts)));
  expect(problems).toEqual([]);
  if (value === undefined) throw new Error("the brief should load");
  return value;
};
const lines = (...texts: readonly string[]): readonly string[] =>
  load("b", memoryHost(files(...texts))).problems.map(
    ({ code, place, message, hint }) => `${place.file}:${place.line}:${place.column} ${code} ${message} | ${hint}`,
  );

test("rows of a CSV file are named by id and period, and keep the place of each cell", () => {
  const brief = given();
  const rows = [...brief.datasets.values()].find((each) => each.id === "s")?.rows ?? [];
  expect(rows.map(({ name, key, period }) => [name, key, period])).toEqual([
    ["korea_2018", "korea", "2018"],
    ["korea_2019_q1", "korea", "2019-Q1"],
    ["thailand_2018_19", "thailand", "2018/19"],
  ]);
  const share = [...brief.given.values()].find(({ id }) => id === "s.korea_2018.share");
  expect(share).toMatchObject({
    given: { text: "10.30", decimals: 1 },
    flags: ["provisional"],
    period: "2018",
    place: { file: "data/b/students.csv", line: 2, column: 18 },
  });
  expect([share?.interval.lo, share?.interval.hi].map((end) => end && rationalText(end))).toEqual(["41/4", "207/20"]);
  expect([...brief.givenGaps.values()].map(({ id, absence, symbol }) => [id, absence, symbol])).toEqual([
    ["s.korea_2019_q1.share", "missing", ":"],
    ["s.korea_2019_q1.students", "confidential", "c"],
  ]);
  expect(brief.inputs.has("data/b/students.csv")).toBe(true);
});

test("checks are read with all that they say", () => {
  const dataset = [...given().datasets.values()].find((each) => each.id === "s");
  expect(dataset?.validUntil?.text).toBe("2024-12-31");
  expect(dataset?.checks).toMatchObject([
    { kind: "complete", column: "country" },
    { kind: "complete", column: "country", values: [{ text: "korea" }, { text: "thailand" }] },
    { kind: "sum", across: "rows", terms: [{ name: "students", weight: 1 }], less: ["korea_2018"], by: "year" },
    { kind: "range", column: "share", from: { text: "0" }, to: { text: "100" } },
    { kind: "same", names: [{ text: "students" }, { text: "anso.total_2021" }] },
  ]);
});

test.each([
  ["country,year,students\n", 'students.csv:1:1 shape/missing-key The file has no column "share"'],
  ["country,year,studnets,share\n", 'students.csv:1:14 shape/unknown-key "studnets" is no column'],
  ["country,year,students,share\nkorea,2018,50,600,1\n", "students.csv:2:19 shape/missing-key This line has 5 fields"],
  ['country,year,students,share\nkorea,2018,"50,1\n', "students.csv:2:12 yaml/syntax A quotation mark opens here"],
  ["country,year,students,share\nkorea,2018,x1,1\n", "students.csv:2:12 shape/not-a-number"],
  ["country,year,students,share\nkorea,18,1,1\n", 'students.csv:2:7 shape/wrong-type "18" is no period'],
  ["country,year,students,share\nkorea\n", "students.csv:2:1 shape/missing-key This line has 1 field, and"],
  ["country,year,students,share\n", "students.csv:1:1 shape/missing-key This file has names of columns, and no rows"],
  [CSV.replaceAll(",", ";"), "students.csv:1:8 yaml/syntax The columns of this file are separated by semicolons"],
  [CSV.replaceAll(",", "\t"), "students.csv:1:8 yaml/syntax The columns of this file are separated by tabs"],
  ['"country";"year"\n"korea";"2018"\n', "students.csv:1:10 yaml/syntax The columns of this file are separated by"],
  [`${CSV}korea,2018,1,1\n`, 'students.csv:5:1 name/taken "korea_2018" already names a row'],
])("%j is a problem at its place", (csv, wanted) => {
  expect(lines(csv)[0]).toContain(`data/b/${wanted}`);
});

test("a separator that is no comma is told once, and nothing else", () => {
  expect(lines(CSV.replaceAll(",", ";"))).toHaveLength(1);
  expect(lines("country,year,students,share\n")).toHaveLength(1);
});

test.each([
  ["{ complete: country }", "{ complete: contry }", '"contry" | did you mean country?'],
  ["anso.total_2021", "anso.totl_2021", '"anso.totl_2021" | did you mean anso.total_2021?'],
  ["by: year", "by: students", '"students"'],
  ["from: 0, to: 100", "", "A range needs a least or a greatest value"],
  ["rows: students.csv", "rows: other.csv", "There is no file data/b/other.csv"],
])("%s as %s is told", (from, to, wanted) => {
  expect(lines(CSV, YAML.replace(from, to)).join("\n")).toContain(wanted);
});

test("the greatest edition's ledger is the last one, and a broken one is told", () => {
  const ledger = {
    schema: 1,
    brief: "b",
    edition: "",
    figures: {},
    coverage: { data: 0, derived: 0, literature: 0, untraced: 0 },
  };
  const editions = Object.fromEntries(
    ["2023-06-13-10", "2023-06-13", "2023-06-13-9"].map((edition) => [
      `data/b/editions/${edition}/figures.json`,
      JSON.stringify({ ...ledger, edition }),
    ]),
  );
  expect(load("b", memoryHost({ ...SMALL_BRIEF, ...editions })).value?.last?.edition).toBe("2023-06-13-10");
  const broken = { ...SMALL_BRIEF, "data/b/editions/2023-06-13/figures.json": "{}" };
  expect(load("b", memoryHost(broken)).problems[0]?.code).toBe("shape/wrong-type");
});
