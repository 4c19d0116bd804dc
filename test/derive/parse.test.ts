import { describe, expect, it } from "vitest";
import { codes, once } from "./base.ts";
import { problemsOf } from "./fixture.ts";

const hint = async (formula: string): Promise<string | undefined> => (await problemsOf(once(formula)))[0]?.hint;

describe("formulas that cannot be read", () => {
  it.each([
    ["", "formula/syntax 30:10+1"],
    ["total +", "formula/syntax 30:17+1"],
    ["total later", "formula/syntax 30:16+1"],
    ["(total", "formula/syntax 30:16+1"],
    ["total − later", "formula/syntax 30:16+1"],
    ["total * new", "formula/syntax 30:21+1"],
    [`total${" + total".repeat(63)}`, "formula/too-long 30:10+509"],
    ["total ** 2", "formula/not-allowed 30:10+10"],
    ["total % 2", "formula/not-allowed 30:10+9"],
    ["total > 2", "formula/not-allowed 30:10+9"],
    ["total ? 1 : 2", "formula/not-allowed 30:10+13"],
    ["total && later", "formula/not-allowed 30:10+14"],
    ["total * +2", "formula/not-allowed 30:18+2"],
    ["total * --later", "formula/not-allowed 30:18+7"],
    ["total = 3", "formula/not-allowed 30:10+9"],
    ["50,600 * total", "formula/not-allowed 30:10+14"],
    ["total * 0x10", "formula/not-allowed 30:18+4"],
    ["total * 1e3", "formula/not-allowed 30:18+3"],
    ["total * 1_000", "formula/not-allowed 30:18+5"],
    ["total * 10n", "formula/not-allowed 30:18+3"],
    ["total * 010", "formula/not-allowed 30:18+3"],
    ["total * .5", "formula/not-allowed 30:18+2"],
    ["total * '2'", "formula/not-allowed 30:18+3"],
    ["total * true", "formula/not-allowed 30:18+4"],
    ["total * /x/", "formula/not-allowed 30:18+3"],
    ["total * `2`", "formula/not-allowed 30:18+3"],
    ["north['money']", "formula/not-allowed 30:10+14"],
    ["north?.money", "formula/not-allowed 30:10+12"],
    ["a.b.c.d", "formula/not-allowed 30:10+7"],
    ["[total]", "formula/not-allowed 30:10+7"],
    ["(() => total)()", "formula/not-allowed 30:10+13"],
    ["this", "formula/not-allowed 30:10+4"],
    ["new Date()", "formula/not-allowed 30:10+10"],
    ["import('fs')", "formula/not-allowed 30:10+12"],
    ["constructor(1, 2)", "formula/not-allowed 30:10+11"],
    ["total.toString()", "formula/not-allowed 30:10+14"],
    ["max(total, later)", "formula/not-allowed 30:10+3"],
    ["pp(part)", "formula/not-allowed 30:10+8"],
    ["change(total, later, 3)", "formula/not-allowed 30:10+23"],
    ["share(...total)", "formula/not-allowed 30:10+15"],
    ["sum(total + later)", "formula/not-allowed 30:14+13"],
    ["sum(d.money)", "formula/not-allowed 30:14+7"],
    ["total /* all */ + later", "formula/not-allowed 30:16+9"],
  ])("%s", async (formula, expected) => {
    expect(await codes(once(formula))).toEqual([expected]);
  });

  it("counts the quotation mark of a quoted scalar, and names the whole formula where it cannot know", async () => {
    expect(await codes(once("total > 2", 2))).toEqual(["formula/not-allowed 30:11+9"]);
    expect(await codes(once("total * '2'", 5))).toEqual(["formula/not-allowed 30:10+16"]);
  });

  it("survives brackets within brackets", async () => {
    expect(await problemsOf(once(`${"(".repeat(240)}total${")".repeat(240)}`))).toEqual([]);
    expect(await codes(once("(".repeat(500)))).toEqual(["formula/syntax 30:510+1"]);
  });

  it("tells all that a formula may not use at once", async () => {
    expect(await codes(once("max(total) + later ** 2 + 'a'"))).toEqual([
      "formula/not-allowed 30:10+3",
      "formula/not-allowed 30:23+10",
      "formula/not-allowed 30:36+3",
    ]);
  });

  it("has a hint that names the act", async () => {
    expect(await hint("total − later")).toBe("write - for −");
    expect(await hint("50,600 * total")).toContain("50600");
    expect(await hint("total % later")).toContain("share(part, whole)");
    expect(await hint("total--later")).toContain("space");
  });
});
