import { describe, expect, it } from "vitest";
import { BASE, brief, codes, each, once } from "./base.ts";
import { count, figuresOf, number, million, problemsOf } from "./fixture.ts";

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
