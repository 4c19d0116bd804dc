import { describe, expect, it } from "vitest";
import { sameUnit, unitText, type Unit } from "../../pipeline/model/unit.ts";
import { figureId } from "../derive/fixture.ts";

const UNITS: readonly (readonly [string, Unit])[] = [
  ["CNY", { kind: "amount", currency: "CNY", scale: "" }],
  ["CNY million", { kind: "amount", currency: "CNY", scale: "million" }],
  ["CNY billion", { kind: "amount", currency: "CNY", scale: "billion" }],
  ["USD million", { kind: "amount", currency: "USD", scale: "million" }],
  ["count", { kind: "count" }],
  ["count of universities", { kind: "count", noun: "universities" }],
  ["% of anso.total_2021", { kind: "share", of: { figure: figureId("anso.total_2021") } }],
  ["% of papers with partners", { kind: "share", of: { words: "papers with partners" } }],
  ["% of 'papers'", { kind: "share", of: { words: "papers" } }],
  ["percentage points", { kind: "points" }],
  ["% change", { kind: "change" }],
  ["ratio", { kind: "ratio" }],
  ["rank", { kind: "rank" }],
];

describe("units", () => {
  it.each(UNITS)("are written as data and ledger write them: %s", (text, unit) => {
    expect(unitText(unit)).toBe(text);
  });

  it("are the same as themselves alone", () => {
    for (const [a, left] of UNITS) for (const [b, right] of UNITS) expect(sameUnit(left, { ...right })).toBe(a === b);
  });

  it("keep a share of a figure apart from a share of the same words", () => {
    const words: Unit = { kind: "share", of: { words: "anso.total_2021" } };
    expect(sameUnit(words, { kind: "share", of: { figure: figureId("anso.total_2021") } })).toBe(false);
  });
});
