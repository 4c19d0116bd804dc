import { describe, expect, it } from "vitest";
import { point } from "../../pipeline/model/interval.ts";
import { ZERO } from "../../pipeline/model/rational.ts";
import { BASE, brief, codes, once } from "./base.ts";
import { count, deriveAll, figuresOf, million, number, problemsOf } from "./fixture.ts";

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
    expect(problems[0]?.message).toBe("Nothing is named nothing here");
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
