import { describe, expect, it } from "vitest";
import { unitText, type Unit } from "../../pipeline/model/unit.ts";
import { brief, once } from "./base.ts";
import { count, figuresOf, million, problemsOf, shareOf } from "./fixture.ts";

const inCurrency = (currency: string): Unit => ({ kind: "amount", currency, scale: "million" });

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
    ["rise + fall", "formula/change-sum", "change(last, first)"],
    ["part + other", "formula/two-wholes", "multiply each share by its whole"],
    ["total + billions", "formula/two-scales", "rescale(billions, million), which gives it in CNY million"],
    ["total - dollars", "formula/two-currencies", "convert(dollars, that rate)"],
    ["total / billions", "formula/two-scales", "CNY million"],
    ["change(total, dollars)", "formula/two-currencies", "CNY per USD"],
    ["total + students", "formula/units", "one unit"],
    ["total + 1", "formula/bare-number", "under figures"],
    ["1 / total", "formula/bare-number", "under figures"],
    ["students + schools", "formula/two-counts", "without a noun"],
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
    ["place + place", "formula/rank", "ranked"],
    ["place * 2", "formula/rank", "ranked"],
    ["place / 2", "formula/rank", "ranked"],
    ["-place", "formula/rank", "ranked"],
    ["part / total", "formula/units", "one unit"],
    ["billions - total", "formula/two-scales", "rescale(total, billion)"],
    ["share(total, billions)", "formula/two-scales", "rescale(billions, million)"],
    ["students / schools", "formula/two-counts", "without a noun"],
    ["share(students, schools)", "formula/two-counts", "without a noun"],
    ["change(place, place)", "formula/rank", "ranked"],
    ["pp(place, part)", "formula/rank", "ranked"],
    ["share(place, total)", "formula/rank", "ranked"],
    ["total - place", "formula/rank", "ranked"],
    ["sum(rank)", "formula/rank", "ranked"],
    ["sum(growth)", "formula/change-sum", "change(last, first)"],
    ["change(total, 2)", "formula/bare-number", "under figures"],
    ["pp(part, 3)", "formula/bare-number", "under figures"],
    ["share(3, total)", "formula/bare-number", "under figures"],
    ["students - 1", "formula/bare-number", "under figures"],
    ["rescale(2, million)", "formula/bare-number", "under figures"],
    ["rescale(students, thousand)", "formula/units", "money"],
    ["convert(2, usd)", "formula/bare-number", "under figures"],
    ["convert(euros, total)", "formula/units", "convert(amount, rate)"],
    ["convert(students, usd)", "formula/units", "use an amount in EUR or USD"],
    ["convert(total, usd)", "formula/two-currencies", "a rate from or to CNY"],
    ["total * usd", "formula/two-currencies", "a rate from or to CNY"],
    ["dollars * usd", "formula/two-currencies", "dollars / usd"],
    ["euros / usd", "formula/two-currencies", "euros * usd"],
    ["euros + dollars", "formula/two-currencies", "EUR per USD"],
    ["usd * usd", "formula/units", "EUR per GBP"],
    ["usd + undated_gbp", "formula/units", "one unit"],
    ["convert(pounds, undated_gbp)", "formula/undated-rate", "period: 2021"],
    ["pounds * undated_gbp", "formula/undated-rate", "period: 2021"],
    ["euros / undated_gbp", "formula/undated-rate", "period: 2021"],
    ["convert(pounds, undated_gbp * 2)", "formula/undated-rate", "period: 2021"],
    ["pounds * (usd * undated_gbp)", "formula/undated-rate", "period: 2021"],
    ["pounds * vague", "formula/undated-rate", "period: 2021"],
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
    ["convert(euros, usd)", inCurrency("USD")],
    ["euros * usd", inCurrency("USD")],
    ["usd * euros", inCurrency("USD")],
    ["convert(dollars, usd)", inCurrency("EUR")],
    ["dollars / usd", inCurrency("EUR")],
    ["rescale(euros, billion)", { kind: "amount", currency: "EUR", scale: "billion" }],
    ["rescale(euros, one)", { kind: "amount", currency: "EUR", scale: "" }],
    ["total + rescale(billions, million)", million],
    ["dollars + convert(euros, usd)", inCurrency("USD")],
    ["usd * undated_gbp", { kind: "rate", currency: "USD", per: "GBP" }],
    ["undated_gbp * usd", { kind: "rate", currency: "USD", per: "GBP" }],
    ["usd / 2", { kind: "rate", currency: "USD", per: "EUR" }],
    ["usd / usd", { kind: "ratio" }],
    ["change(usd, usd)", { kind: "change" }],
    ["factor + 1", { kind: "ratio" }],
    ["2 * 3", { kind: "ratio" }],
  ])("%s is allowed", async (formula, unit) => {
    const figure = await figuresOf(once(formula));
    expect(unitText(figure("d.x").unit)).toBe(unitText(unit));
  });
});
