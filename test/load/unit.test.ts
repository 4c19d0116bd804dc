import { expect, test } from "vitest";
import { parseUnit } from "../../pipeline/load/unit.ts";

test.each([
  ["CNY", { kind: "amount", currency: "CNY", scale: "" }],
  ["CNY million", { kind: "amount", currency: "CNY", scale: "million" }],
  ["count", { kind: "count" }],
  ["count of foreign students", { kind: "count", noun: "foreign students" }],
  ["% of total_2021", { kind: "share", of: { figure: "anso.total_2021" } }],
  ["% of students.all", { kind: "share", of: { figure: "students.all" } }],
  ["% of all papers", { kind: "share", of: { words: "all papers" } }],
  ["% of GDP", { kind: "share", of: { words: "GDP" } }],
  ["% of 'papers'", { kind: "share", of: { words: "papers" } }],
  ["percentage points", { kind: "points" }],
  ["points", { kind: "points" }],
  ["% change", { kind: "change" }],
  ["ratio", { kind: "ratio" }],
  ["GBP per person", { kind: "per", of: { kind: "amount", currency: "GBP", scale: "" }, size: 1, noun: "person" }],
  [
    "count of births per 1000 people",
    { kind: "per", of: { kind: "count", noun: "births" }, size: 1000, noun: "people" },
  ],
  ["rank", { kind: "rank" }],
])("%s is a unit", (text, unit) => {
  expect(parseUnit(text, "anso")).toEqual(unit);
});

test.each([
  "CNY millions",
  "cny million",
  "million CNY",
  "%",
  "% of ",
  "per cent",
  "students",
  "count of ",
  "GBP per ",
  "count per 99999999999999999999 people",
  "ratio per person",
])("%s is no unit", (text) => {
  expect(parseUnit(text, "anso")).toBeUndefined();
});
