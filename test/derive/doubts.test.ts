import { describe, expect, it } from "vitest";
import type { Unit } from "../../pipeline/model/unit.ts";
import { brief } from "./base.ts";
import { count, deriveAll, million, number, problemsOf, shareOf, type Number, type Sketch } from "./fixture.ts";

const of = (text: string, period: string, unit: Unit = million): Number => ({ ...number(text, unit), period });

const FIGURES: Sketch["figures"] = {
  old: of("80", "2019"),
  now: of("120", "2024"),
  part: of("30", "2024"),
  fiscal: of("90", "2018/19"),
  spring: of("20", "2024-Q2"),
  winter: of("25", "2024-Q1"),
  undated: number("50", million),
  old_share: of("40", "2019", shareOf("d.old")),
  new_share: of("30", "2024", shareOf("d.now")),
  debt: number("-5", million),
  near: number("50", million),
  people: number("10", count("people")),
  people_then: of("9", "2019", count("people")),
};

const found = async (formula: string): Promise<readonly string[]> =>
  (await problemsOf({ d: { figures: FIGURES, once: { x: formula } } })).map(
    (problem) =>
      `${problem.level} ${brief(problem)} ${problem.message}; ${problem.arithmetic ?? ""}; ${problem.hint ?? ""}`,
  );
const ACCEPT = "or accept this warning in brief.yaml with a reason";

describe("two periods", () => {
  it.each([
    ["change(old, now)", "change(now, old)", "old is of 2019, and now of 2024"],
    ["pp(old_share, new_share)", "pp(new_share, old_share)", "old_share is of 2019, and new_share of 2024"],
    ["change(winter, spring)", "change(spring, winter)", "winter is of 2024-Q1, and spring of 2024-Q2"],
  ])("the wrong way round are a warning: %s", async (formula, better, periods) => {
    const name = formula.split("(")[0] ?? "";
    expect(await found(formula)).toEqual([
      `warning formula/periods 30:10+${formula.length} "${formula}" goes back in time: the newer number comes first in ${name}; ${periods}; write ${better}; ${ACCEPT}`,
    ]);
  });

  it("are found inside a formula, and behind a name", async () => {
    expect(await found("2 * change(old + old, part + now)")).toEqual([
      expect.stringContaining("warning formula/periods 30:14+29"),
    ]);
    const inner = { d: { figures: FIGURES, once: { y: "old * 2", z: "now * 2", x: "change(y, z)" } } };
    expect((await problemsOf(inner)).map(({ arithmetic }) => arithmetic)).toEqual(["y is of 2019, and z of 2024"]);
  });

  it("of part and whole are a warning", async () => {
    expect(await found("share(part, old)")).toEqual([
      `warning formula/periods 30:10+16 "share(part, old)" is a share of the whole of another period; part is of 2024, and old of 2019; take part and whole from one period; ${ACCEPT}`,
    ]);
  });

  it("of so much and what it is counted for are a warning", async () => {
    expect(await found("per(now, people_then, person)")).toEqual([
      `warning formula/periods 30:10+29 "per(now, people_then, person)" counts each of another period; now is of 2024, and people_then of 2019; take both numbers from one period; ${ACCEPT}`,
    ]);
  });

  it.each([
    "per(now, people, person)",
    "change(now, old)",
    "pp(new_share, old_share)",
    "change(old, fiscal)",
    "change(undated, now)",
    "change(old, now - old)",
    "share(part, now)",
    "share(spring, now)",
    "share(undated, now)",
  ])("are in order in %s", async (formula) => {
    expect(await found(formula)).toEqual([]);
  });

  it("are told once for all rows", async () => {
    const sketch: Sketch = {
      columns: { money: million },
      figures: { old: of("80", "2019"), now: of("120", "2024") },
      rows: { north: { money: "1" }, south: { money: "2" } },
      each: { x: "money * change(old, now) / change(now, old)" },
    };
    const { problems } = await deriveAll({ d: { ...sketch, each: { x: "change(old, now)" } } });
    expect(problems.map(({ code }) => code)).toEqual(["formula/periods"]);
  });
});

describe("a share that no part has of its whole", () => {
  it("is over 100 per cent by all that it may be", async () => {
    expect(await found("share(now, undated)")).toEqual([
      `warning formula/no-part 30:10+19 now is larger than undated, and no part is larger than its whole; now is 119.5 to 120.5, undated is 49.5 to 50.5; the share is 236.6336 to 243.4344 per cent; write now / undated for a ratio; ${ACCEPT}`,
    ]);
    expect(await found("share(near, undated)")).toEqual([]);
  });

  it("is below zero", async () => {
    expect(await found("share(debt, undated) * 2")).toEqual([
      `warning formula/no-part 30:10+20 debt and undated lie on two sides of zero, and no part is below zero; debt is -5.5 to -4.5, undated is 49.5 to 50.5; the share is -11.1112 to -8.9108 per cent; write debt / undated for a ratio; ${ACCEPT}`,
    ]);
  });

  it("is told with its row, and how many others there are", async () => {
    const rows = { a: { money: "70" }, b: { money: "80" }, c: { money: "20" } };
    const sketch: Sketch = { columns: { money: million }, rows, figures: { all: number("50", million) } };
    const problems = await problemsOf({ d: { ...sketch, each: { x: "share(money, all)" } } });
    expect(problems.map(({ message }) => message)).toEqual([
      "money is larger than all in row a, and no part is larger than its whole; so it is in 1 more row",
    ]);
  });
});
