import { describe, expect, it } from "vitest";
import { unitText, type Unit } from "../../pipeline/model/unit.ts";
import { brief, once } from "./base.ts";
import { count, figuresOf, million, problemsOf, shareOf } from "./fixture.ts";

describe("units that do not go together", () => {
  it.each([
    [
      "part - more",
      "formula/share-difference",
      "write pp(part, more) for percentage points or change(part, more) for per cent",
    ],
    ["part - other", "formula/share-difference", "write pp(part, other)"],
    ["part + -more", "formula/share-difference", "pp("],
    ["rise - fall", "formula/share-difference", "pp(rise, fall)"],
    ["rise + fall", "formula/units", "change(last, first)"],
    ["part + other", "formula/units", "multiply each by its whole"],
    ["total + billions", "formula/units", "CNY million"],
    ["total - dollars", "formula/units", "dated rate"],
    ["total / billions", "formula/units", "CNY million"],
    ["change(total, dollars)", "formula/units", "dated rate"],
    ["total + students", "formula/units", "one unit"],
    ["total + 1", "formula/units", "under figures"],
    ["1 / total", "formula/units", "under figures"],
    ["students + schools", "formula/units", "without a noun"],
    ["total * later", "formula/units", "ratio"],
    ["part * later", "formula/units", "multiply part by d.total"],
    ["later * part", "formula/units", "multiply part by d.total"],
    ["other * students", "formula/units", "as a figure"],
    ["part * more", "formula/units", "d.total"],
    ["pp(total, later)", "formula/units", "a - b"],
    ["pp(part, rise)", "formula/units", "a - b"],
    ["change(rise, fall)", "formula/units", "pp(a, b)"],
    ["share(part, more)", "formula/units", "a / b"],
    ["share(total, students)", "formula/units", "one unit"],
    ["place + place", "formula/units", "ranked"],
    ["place * 2", "formula/units", "ranked"],
    ["place / 2", "formula/units", "ranked"],
    ["-place", "formula/units", "ranked"],
    ["part / total", "formula/units", "one unit"],
  ])("%s", async (formula, code, hint) => {
    const [problem, ...rest] = await problemsOf(once(formula));
    expect(rest).toEqual([]);
    expect(problem && brief(problem)).toBe(
      `${code} 30:${formula.includes("+ -") ? 17 : 10}+${formula.includes("+ -") ? 5 : formula.length}`,
    );
    expect(problem?.hint).toContain(hint);
    expect(problem?.arithmetic).toContain(" is ");
  });

  it.each<readonly [string, Unit]>([
    ["total + later", million],
    ["part * total", million],
    ["total * part", million],
    ["(part) * (total)", million],
    ["factor * students", count("students")],
    ["students / 2", count("students")],
    ["total / later", { kind: "ratio" }],
    ["part / other", { kind: "ratio" }],
    ["students + things", count("students")],
    ["things - students", count("students")],
    ["part + more", shareOf("d.total")],
    ["pp(part, other)", { kind: "points" }],
    ["pp(rise, fall)", { kind: "points" }],
    ["gap - gap", { kind: "points" }],
    ["-gap", { kind: "points" }],
    ["change(part, more)", { kind: "change" }],
    ["share(total, later)", shareOf("d.later")],
    ["share(north.money, later)", shareOf("d.later")],
    ["share(total, total + later)", shareOf("the whole")],
    ["sum(money)", million],
    ["factor + 1", { kind: "ratio" }],
    ["2 * 3", { kind: "ratio" }],
  ])("%s is allowed", async (formula, unit) => {
    const figure = await figuresOf(once(formula));
    expect(unitText(figure("d.x").unit)).toBe(unitText(unit));
  });
});
