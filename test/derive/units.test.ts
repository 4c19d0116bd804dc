import { describe, expect, it } from "vitest";
import { rationalText } from "../../pipeline/model/rational.ts";
import { unitText, type Amount, type Count, type Unit } from "../../pipeline/model/unit.ts";
import { brief, once } from "./base.ts";
import { count, figuresOf, million, problemsOf, shareOf } from "./fixture.ts";

const per = (of: Amount | Count, size: number, noun: string): Unit => ({ kind: "per", of, size, noun });
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
    [
      "total / students",
      "formula/units",
      "write per(total, students, person), with the word for one, or per(total, students, 1000)",
    ],
    [
      "students / schools",
      "formula/two-counts",
      "without a noun, if they count the same kind of thing; write per(students, schools, person)",
    ],
    ["students / total", "formula/units", "use numbers of one unit"],
    ["per(total, later, person)", "formula/units", "a / b"],
    ["per(part, students, person)", "formula/units", "a / b"],
    ["per(place, students, person)", "formula/rank", "ranked"],
    ["per(total, 2, person)", "formula/bare-number", "under figures"],
    ["per(total, things, 1000)", "formula/units", "count of people"],
    ["per(total, students, person) + per(later, students, person)", "formula/units", "add up what is above"],
    ["per(total, students, person) - per(total, students, 1000)", "formula/units", "one unit"],
    ["rescale(per(students, schools, school), thousand)", "formula/units", "money"],
    ["share(per(total, students, person), total)", "formula/units", "a / b"],
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
    ["per(total, schools, school)", per(million, 1, "school")],
    ["per(students, schools, 100)", per(count("students"), 100, "schools")],
    ["per(things, schools, school)", per(count(), 1, "school")],
    ["-per(total, schools, school)", per(million, 1, "school")],
    ["per(total, schools, school) - per(later, schools, school)", per(million, 1, "school")],
    ["per(total, schools, school) * 2", per(million, 1, "school")],
    ["per(total, schools, school) / per(later, schools, school)", { kind: "ratio" }],
    ["change(per(total, schools, school), per(later, schools, school))", { kind: "change" }],
    ["rescale(per(total, schools, school), thousand)", per({ ...million, scale: "thousand" }, 1, "school")],
    ["usd / 2", { kind: "rate", currency: "USD", per: "EUR" }],
    ["usd / usd", { kind: "ratio" }],
    ["change(usd, usd)", { kind: "change" }],
    ["factor + 1", { kind: "ratio" }],
    ["2 * 3", { kind: "ratio" }],
  ])("%s is allowed", async (formula, unit) => {
    const figure = await figuresOf(once(formula));
    expect(unitText(figure("d.x").unit)).toBe(unitText(unit));
  });

  it.each([
    ["per(students, schools, school)", "100", "999/11", "1001/9"],
    ["per(students, schools, 1000)", "100000", "999000/11", "1001000/9"],
    ["rescale(per(total, schools, school), one)", "18200000", "181000000/11", "61000000/3"],
  ])("%s is %s", async (formula, value, lo, hi) => {
    const { value: number, interval } = (await figuresOf(once(formula)))("d.x");
    expect([number, interval.lo, interval.hi].map(rationalText)).toEqual([value, lo, hi]);
  });

  it.each([
    ["per(students, schools)", "and here has 2"],
    ["per(students, schools, 1.5)", "a whole number of them"],
    ["per(students, schools, 0)", "a whole number of them"],
    ["per(students, schools, a + b)", "a whole number of them"],
    ["per(students, schools, '1000 schools')", "a whole number of them"],
    ["per(students, schools, '')", "a whole number of them"],
    ["per(total, schools, EUR)", "a whole number of them"],
  ])("%s is stopped", async (formula, message) => {
    const [problem] = await problemsOf(once(formula));
    expect([problem?.code, problem?.message]).toEqual(["formula/not-allowed", expect.stringContaining(message)]);
    expect(problem?.hint).toContain("write per(spending, people, person), or per(cases, people, 1000)");
  });
});
