import { describe, expect, it } from "vitest";
import type { Problem } from "../../pipeline/model/problem.ts";
import { point } from "../../pipeline/model/interval.ts";
import { ZERO } from "../../pipeline/model/rational.ts";
import { count, deriveAll, figuresOf, million, number, problemsOf, shareOf, type Sketch } from "./fixture.ts";
import { unitText, type Unit } from "../../pipeline/model/unit.ts";

/** Two rows of shares and money, and single figures of each unit. */
const BASE: Sketch = {
  figures: {
    total: number("91", million),
    later: number("147", million),
    billions: number("2", { kind: "amount", currency: "CNY", scale: "billion" }),
    dollars: number("3", { kind: "amount", currency: "USD", scale: "million" }),
    students: number("500", count("students")),
    schools: number("5", count("schools")),
    things: number("7", count()),
    factor: number("1.5", { kind: "ratio" }),
    part: number("30", shareOf("d.total")),
    more: number("20", shareOf("d.total")),
    other: number("18", shareOf("papers with partners")),
    rise: number("5", { kind: "change" }),
    fall: number("-3", { kind: "change" }),
    gap: number("4", { kind: "points" }),
    place: number("1", { kind: "rank" }),
    maybe: number("0", million),
    debt: number("-5", million),
  },
  columns: { label: "text", share: shareOf("d.total"), money: million },
  rows: { north: { share: "40", money: "0" }, south: { share: "60", money: "10" } },
  lists: { themes: ["coasts", "cold regions"] },
};

const once = (formula: string, quotes = 0): Readonly<Record<string, Sketch>> => ({
  d: { ...BASE, quotes, once: { x: formula } },
});
const each = (formula: string): Readonly<Record<string, Sketch>> => ({ d: { ...BASE, each: { x: formula } } });

/** `formula/syntax 30:12+3`: code, line, column and length. */
const brief = ({ code, place }: Problem): string => `${code} ${place.line}:${place.column}+${place.length ?? 0}`;
const codes = async (sketches: Readonly<Record<string, Sketch>>): Promise<readonly string[]> =>
  (await problemsOf(sketches)).map(brief);

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
    const hint = async (formula: string): Promise<string | undefined> => (await problemsOf(once(formula)))[0]?.hint;
    expect(await hint("total − later")).toBe("write - for −");
    expect(await hint("50,600 * total")).toContain("50600");
    expect(await hint("total % later")).toContain("share(part, whole)");
    expect(await hint("total--later")).toContain("space");
  });
});

describe("names", () => {
  it.each([
    [once("totl * 2"), "30:10+4", "write total?"],
    [once("share * 2"), "30:10+5", "north.share"],
    [once("2 * label"), "30:14+5", "column of words"],
    [once("north * 2"), "30:10+5", "north.share"],
    [once("north.monye"), "30:10+11", "write north.money?"],
    [once("e.total"), "30:10+7", "write d.total?"],
    [once("d.nort.money"), "30:10+12", "write d.north.money?"],
    [once("sum(monye)"), "30:14+5", "write money?"],
    [once("sum(total)"), "30:14+5", "without sum"],
    [each("mony + money"), "30:10+4", "write money?"],
    [{ ...once("d"), e: { figures: { best: number("1", million) } } }, "30:10+1", "d.total"],
    [{ ...once("best"), e: { figures: { best: number("1", million) } } }, "30:10+4", "e.best"],
  ])("%#", async (sketches, where, hint) => {
    const [problem, ...rest] = await problemsOf(sketches);
    expect(rest).toEqual([]);
    expect(problem && brief(problem)).toBe(`formula/unknown-name ${where}`);
    expect(problem?.hint).toContain(hint);
  });

  it("finds a row's column first, then a single figure; and figures of other datasets", async () => {
    const figure = await figuresOf({
      d: {
        ...BASE,
        each: { twice: "money * 2", off: "total - money" },
        once: { a: "north.twice + d.total", b: "e.best - e.up.metres", c: "themes * 2", all: "sum(twice)" },
      },
      e: { figures: { best: number("9", count()) }, columns: { metres: count() }, rows: { up: { metres: "4" } } },
    });
    const values = ["d.south.twice", "d.south.off", "d.a", "d.b", "d.c", "d.all"].map((id) => figure(id).value.n);
    expect(values).toEqual([20n, 81n, 91n, 5n, 4n, 20n]);
    expect(figure("d.b").from).toEqual(["e.best", "e.up.metres"]);
    expect(figure("d.b").sources).toEqual(["e-source"]);
  });

  it("unites the sources of inputs through derived figures, in code unit order", async () => {
    const figure = await figuresOf({
      a: { source: "zeta", figures: { one: number("1", count()) }, once: { two: "one * 2" } },
      b: { source: "alpha", figures: { one: number("1", count()) }, once: { three: "a.two + one" } },
    });
    expect(figure("b.three").sources).toEqual(["alpha", "zeta"]);
    expect(figure("b.three").from).toEqual(["a.two", "b.one"]);
  });

  it("reports a row without a number in a column that is named", async () => {
    const sketch = {
      d: {
        ...BASE,
        rows: { north: { money: "1" }, south: { money: "2", share: "3" } },
        each: { x: "share * 2" },
        once: { y: "sum(share)" },
      },
    };
    const problems = await problemsOf(sketch);
    expect(problems.map((each_) => each_.message)).toEqual(["Row north has no share", "Row north has no share"]);
  });

  it.each(["total", "money", "label", "north", "themes"])(
    "refuses a formula the name %s, which is taken",
    async (name) => {
      const problems = await problemsOf({ d: { ...BASE, once: { [name]: "later * 2" } } });
      expect(problems.map(brief)).toEqual(["name/taken 30:3+0"]);
    },
  );

  it("refuses a name that is both a column and a single figure more", async () => {
    expect(await codes({ d: { ...BASE, each: { x: "money * 2" }, once: { x: "total * 2" } } })).toEqual([
      "name/taken 31:3+0",
    ]);
  });
});

describe("circles", () => {
  it("names the whole circle once, whatever the number of rows", async () => {
    const problems = await problemsOf({ d: { ...BASE, each: { b: "money + a", a: "c * 2", c: "b / 2" } } });
    expect(problems.map(brief)).toEqual(["formula/cycle 31:10+1"]);
    expect(problems[0]?.arithmetic).toBe("d.a → d.c → d.b → d.a");
  });

  it("sees a formula that rests on itself, also through a sum", async () => {
    expect(await codes({ d: { ...BASE, once: { x: "x + total" } } })).toEqual(["formula/cycle 30:10+1"]);
    const problems = await problemsOf({
      d: { ...BASE, each: { part_of: "money / all" }, once: { all: "sum(part_of)" } },
    });
    expect(problems.map((problem) => problem.arithmetic)).toEqual(["d.all → d.part_of → d.all"]);
  });

  it("sees circles across datasets, and each of several", async () => {
    const problems = await problemsOf({
      d: { ...BASE, once: { x: "e.y * 2", p: "q * 2", q: "p * 2", r: "x + p" } },
      e: { once: { y: "d.x / 2" } },
    });
    expect(problems.map((problem) => problem.arithmetic)).toEqual(["d.x → e.y → d.x", "d.p → d.q → d.p"]);
  });

  it("follows long chains without running out of stack", async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [
        `x${index}`,
        index === 2999 ? "total * 2" : `x${index + 1} + 1 * total`,
      ]),
    );
    const figure = await figuresOf({ d: { ...BASE, once: chain } });
    expect(figure("d.x0").value.n).toBe(91n * 3001n);
  });
});

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

describe("divisors", () => {
  it.each([
    ["total / maybe", "30:18+5", "maybe is -0.5 to 0.5"],
    ["share(total, maybe)", "30:23+5", "maybe is -0.5 to 0.5"],
    ["change(total, maybe)", "30:24+5", "maybe is -0.5 to 0.5"],
    ["total / (later - later)", "30:19+13", "later - later is 0"],
    ["2 / 0", "30:14+1", "0 is 0"],
  ])("%s", async (formula, where, arithmetic) => {
    const [problem, ...rest] = await problemsOf(once(formula));
    expect(rest).toEqual([]);
    expect(problem && brief(problem)).toBe(`formula/divides-by-zero ${where}`);
    expect(problem?.arithmetic).toBe(arithmetic);
  });

  it("names the row, and counts the others", async () => {
    const one = await problemsOf({ d: { ...BASE, each: { x: "total / money" } } });
    expect(one.map((problem) => problem.message)).toEqual([
      "money may be zero in row north, and nothing can be divided by zero",
    ]);
    const two = await problemsOf({ d: { ...BASE, each: { x: "total / (money * 0)" } } });
    expect(two.map((problem) => problem.message)).toEqual([expect.stringContaining("so it is in 1 more row")]);
  });

  it("refuses an end at zero that is open: the quotient has no end there", async () => {
    const open = { lo: ZERO, hi: { n: 2n, d: 1n }, loClosed: false, hiClosed: true };
    const sketch = { d: { figures: { a: { ...number("1", million), interval: open } }, once: { x: "a / a" } } };
    expect(await codes(sketch)).toEqual(["formula/divides-by-zero 30:14+1"]);
  });

  it("takes no per cent change from a number below zero", async () => {
    expect(await codes(once("change(total, debt)"))).toEqual(["formula/negative-base 30:24+4"]);
  });
});

describe("all problems at once", () => {
  it("tells each formula's own problem, and nothing of those that rest on them", async () => {
    const { value, problems } = await deriveAll({
      d: {
        ...BASE,
        each: { a: "nothing * 2", b: "a + money" },
        once: { c: "part - more", e: "c * 2", f: "b2 ** 2", g: "f + total" },
      },
    });
    expect(value).toBeUndefined();
    expect(problems.map(brief)).toEqual([
      "formula/unknown-name 30:10+7",
      "formula/share-difference 32:10+11",
      "formula/not-allowed 34:10+7",
    ]);
    expect(problems[0]?.message).toContain("so it is in 1 more row");
  });

  it("stops numbers that grow without bound", async () => {
    const squares = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `x${index}`,
        index === 0 ? "factor * 1" : `x${index - 1} * x${index - 1}`,
      ]),
    );
    const problems = await problemsOf({ d: { ...BASE, once: squares } });
    expect(problems.map((problem) => problem.code)).toEqual(["formula/too-large"]);
  });
});

describe("figures", () => {
  it("come in code unit order, given and derived together", async () => {
    const { value } = await deriveAll({ d: { ...BASE, each: { zz: "money * 2" }, once: { aa: "total * 2" } } });
    const ids = [...(value?.figures.keys() ?? [])];
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(ids).toContain("d.themes");
    expect(ids).toContain("d.north.zz");
  });

  it("are points when all inputs are", async () => {
    const figure = await figuresOf({
      d: { rounding: "exact", figures: { a: number("1", count()), b: number("3", count()) }, once: { x: "a / b" } },
    });
    expect(figure("d.x").interval).toEqual(point({ n: 1n, d: 3n }));
    expect(figure("d.x").bound).toBe("exact");
  });
});
