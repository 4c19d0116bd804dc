import { describe, expect, it } from "vitest";
import { rationalText } from "../../pipeline/model/rational.ts";
import { unitText, type Unit } from "../../pipeline/model/unit.ts";
import { count, figuresOf, million, number, shareOf, type Sketch } from "./fixture.ts";
import { SAMPLE } from "./sample.ts";

const TWO: Sketch = {
  figures: {
    before: number("91", million),
    after: number("147", million),
    dollars: number("147", { kind: "amount", currency: "USD", scale: "million" }),
    thousands: number("147000", { kind: "amount", currency: "CNY", scale: "thousand" }),
    students: number("147", count("students")),
    people: number("91", count()),
    old: number("30", shareOf("d.before")),
    now: number("23", shareOf("d.after")),
    same: number("23", shareOf("d.before")),
    words: number("23", shareOf("all the rest")),
    foreign: number("23", shareOf("d.dollars")),
    of_thousands: number("23", shareOf("d.thousands")),
    of_students: number("23", shareOf("d.students")),
    of_people: number("30", shareOf("d.people")),
  },
};

const behind = async (formula: string, more: Readonly<Record<string, string>> = {}, sketch = TWO): Promise<string> => {
  const figure = await figuresOf({ d: { ...sketch, once: { x: formula, ...more } } });
  const found = figure("d.x").behind;
  if (!found) return "none";
  const [lo, value, hi] = [found.interval.lo, found.value, found.interval.hi].map(rationalText);
  return [`${value} in ${lo}..${hi}`, unitText(found.unit), ...found.figures].join(" | ");
};

describe("what lies behind points", () => {
  it("is the change in money of the sample's sectors, with the figures that tell it", async () => {
    const figure = await figuresOf(SAMPLE);
    const research = figure("anso.research.shift_pp").behind;
    expect(research && [research.interval.lo, research.value, research.interval.hi].map(rationalText)).toEqual([
      "1011/200",
      "651/100",
      "1593/200",
    ]);
    expect(research?.figures).toEqual(["anso.research.growth", "anso.research.ratio", "anso.research.shift"]);
    const network = figure("anso.network.shift_pp").behind;
    expect(network && [network.interval.lo, network.interval.hi].map(rationalText)).toEqual(["-91/200", "399/200"]);
  });

  it.each([
    ["pp(now, old)", "651/100 in 1011/200..1593/200 | CNY million"],
    ["(pp((now), old))", "651/100 in 1011/200..1593/200 | CNY million"],
    ["pp(old, now)", "-651/100 in -1593/200..-1011/200 | CNY million"],
    ["pp(now, same)", "322/25 in 573/50..143/10 | CNY million"],
    ["pp(of_thousands, old)", "6510 in 413391/80..3139047/400 | CNY thousand"],
    ["pp(of_students, of_people)", "651/100 in 1011/200..1593/200 | count of students"],
    ["pp(same, old)", "none"],
    ["pp(now, words)", "none"],
    ["pp(now, foreign)", "none"],
    ["pp(now, of_people)", "none"],
    ["pp(now, old) * 1", "none"],
    ["pp(change(after, before), change(after, before))", "none"],
  ])("%s", async (formula, expected) => {
    expect(await behind(formula)).toBe(expected);
  });

  it("finds every figure that is the same calculation, however it is written, and no other", async () => {
    const found = await behind("pp(now, old)", {
      a: "now * after",
      b: "old * before",
      diff: "a - b",
      turned: "-(b - a)",
      at_once: "now * after - old * before",
      in_thousands: "rescale(a, thousand) - rescale(b, thousand)",
      grew: "change(a, b)",
      times: "a / b",
      backwards: "b - a",
      back_times: "b / a",
      doubled: "(a - b) * 2",
      wholes: "after - before",
      other: "same * before - b",
    });
    const expected = ["at_once", "diff", "grew", "in_thousands", "times", "turned"].map((name) => `d.${name}`);
    expect(found.split(" | ").slice(2)).toEqual(expected);
  });

  it("looks through shares that are worked out of amounts, numbers without doubt included", async () => {
    for (const rounding of ["exact", "half-up"] as const) {
      const unit: Unit = count();
      const sketch: Sketch = {
        rounding,
        columns: { past: unit, present: unit },
        rows: { north: { past: "10", present: "12" }, south: { past: "30", present: "60" } },
        each: { s1: "share(past, past_all)", s2: "share(present, present_all)", off: "present - past" },
      };
      const found = await behind(
        "pp(north.s2, north.s1)",
        {
          past_all: "sum(past)",
          present_all: "sum(present)",
          by_chance: "south.past - north.present - 16 * north.past / 10",
        },
        sketch,
      );
      expect(found.split(" | ").slice(2)).toEqual(["d.north.off"]);
      expect(found).toContain(rounding === "exact" ? "2 in 2..2" : "2 in 1..3");
    }
  });
});
