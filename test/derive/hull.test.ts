import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../pipeline/model/figure.ts";
import { closedText, contains, isPoint, point, type Interval } from "../../pipeline/model/interval.ts";
import {
  add,
  compare,
  divide,
  equal,
  HUNDRED,
  multiply,
  rational,
  rationalText,
  type Rational,
} from "../../pipeline/model/rational.ts";
import { choices, formulas, intervals, quarter, type Made } from "./arbitrary.ts";
import { deriveAll, figureId, figuresOf, number, type Number } from "./fixture.ts";

const NAMES = ["a", "b", "c", "d"] as const;
const RATIO = { kind: "ratio" } as const;
type Box = ReadonlyMap<string, Interval>;

const within = (interval: Interval): Number => {
  const middle = quarter(interval, 2);
  return { ...number("0", RATIO), interval, value: middle };
};

/** What derive makes of one formula over a box, or undefined where it may divide by zero. */
async function derived(text: string, box: Box): Promise<Figure | undefined> {
  const figures = Object.fromEntries([...box].map(([name, interval]) => [name, within(interval)]));
  const { value, problems } = await deriveAll({ s: { figures, once: { x: text } } });
  expect(problems.filter((each) => each.code !== "formula/divides-by-zero")).toEqual([]);
  return value?.figures.get(figureId("s.x"));
}

const boxes = (lowest: number): fc.Arbitrary<Box> =>
  fc
    .tuple(...NAMES.map(() => intervals(lowest)))
    .map((all) => new Map(all.map((each, index) => [NAMES[index] ?? "a", each])));

const cases = (lowest: number): fc.Arbitrary<readonly [Made, Box]> =>
  fc
    .tuple(formulas(NAMES), boxes(lowest))
    .map(([formula, box]) => [formula, new Map([...box].filter(([name]) => formula.names.includes(name)))]);

const valuesAt = (formula: Made, points: readonly ReadonlyMap<string, Rational>[]): readonly Rational[] =>
  points.map((each) => formula.at(each)).filter((value) => value !== undefined);

const least = (values: readonly Rational[]): Rational => values.reduce((a, b) => (compare(a, b) <= 0 ? a : b));
const greatest = (values: readonly Rational[]): Rational => values.reduce((a, b) => (compare(a, b) >= 0 ? a : b));

/** The points of the box, open ends left out, that a grid of quarters has. */
const inside = (box: Box, steps: readonly number[]): readonly ReadonlyMap<string, Rational>[] =>
  choices(
    new Map(
      [...box].map(([name, each]) => [
        name,
        steps.map((k) => quarter(each, k)).filter((value) => contains(each, value)),
      ]),
    ),
  );

const corners = (box: Box): readonly ReadonlyMap<string, Rational>[] =>
  choices(new Map([...box].map(([name, { lo, hi }]) => [name, [lo, hi]])));

describe.each([
  ["numbers of any sign", -12],
  ["positive numbers", 1],
])("random formulas over %s", (_, lowest) => {
  it("hold every value that the box can give", async () => {
    await fc.assert(
      fc.asyncProperty(cases(lowest), async ([formula, box]) => {
        const figure = await derived(formula.text, box);
        if (!figure) return;
        for (const value of valuesAt(formula, inside(box, [0, 1, 2, 4]))) {
          expect(contains(figure.interval, value), `${rationalText(value)} of ${formula.text}`).toBe(true);
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it("have ends at corners where they are exact, closed just when a value is there", async () => {
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(cases(lowest), async ([formula, box]) => {
        const figure = await derived(formula.text, box);
        if (figure?.bound !== "exact") return;
        counted += 1;
        const { interval } = figure;
        const ends = valuesAt(formula, corners(box));
        expect([interval.lo, interval.hi]).toEqual([least(ends), greatest(ends)]);
        const reached = valuesAt(formula, inside(box, [0, 2, 4]));
        expect(interval.loClosed).toBe(reached.some((value) => equal(value, interval.lo)));
        expect(interval.hiClosed).toBe(reached.some((value) => equal(value, interval.hi)));
      }),
      { numRuns: 400, seed: 2 },
    );
    expect(counted).toBeGreaterThan(150);
  });

  it("are exact where each number occurs once", async () => {
    await fc.assert(
      fc.asyncProperty(cases(lowest), async ([formula, box]) => {
        const figure = await derived(formula.text, box);
        const once = new Set(formula.names).size === formula.names.length;
        expect(once ? (figure?.bound ?? "exact") : "exact").toBe("exact");
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it("come to the same through derived figures as in one formula", async () => {
    await fc.assert(
      fc.asyncProperty(formulas(NAMES, 2), formulas(NAMES, 2), boxes(lowest), async (left, right, box) => {
        const figures = Object.fromEntries([...box].map(([name, interval]) => [name, within(interval)]));
        const once = { l: left.text, r: right.text, steps: "l * r", whole: `${left.text} * ${right.text}` };
        const { value } = await deriveAll({ s: { figures, once } });
        const [steps, whole] = ["s.steps", "s.whole"].map((id) => value?.figures.get(figureId(id)));
        expect(steps?.interval).toEqual(whole?.interval);
        expect(steps?.bound).toBe(whole?.bound);
      }),
      { numRuns: 100, seed: 4 },
    );
  });
});

const box = (...all: readonly [string, number, number, string][]): Box =>
  new Map(
    all.map(([name, lo, hi, ends]) => [
      name,
      { lo: rational(BigInt(lo)), hi: rational(BigInt(hi)), loClosed: ends[0] === "[", hiClosed: ends[1] === "]" },
    ]),
  );

const shown = (figure: Figure | undefined): string =>
  figure
    ? `${rationalText(figure.interval.lo)} ${rationalText(figure.interval.hi)} ${closedText(figure.interval)} ${figure.bound}`
    : "none";

/** What share a part is of itself and the rest, in per cent. */
const end = (own: Rational, rest: Rational): Rational => multiply(divide(own, add(own, rest)), HUNDRED);

describe("exact hulls", () => {
  it.each<readonly [string, Box, string]>([
    ["a - a", box(["a", 1, 2, "[)"]), "0 0 [] exact"],
    ["a / a", box(["a", 1, 2, "()"]), "1 1 [] exact"],
    ["(a + b) / (a + b)", box(["a", 1, 2, "()"], ["b", 1, 2, "()"]), "1 1 [] exact"],
    ["a + a", box(["a", 1, 2, "[)"]), "2 4 [) exact"],
    ["a / (a + b)", box(["a", 1, 2, "[)"], ["b", 1, 3, "(]"]), "1/4 2/3 [) exact"],
    ["a * b - a", box(["a", 0, 1, "[]"], ["b", 0, 2, "()"]), "-1 1 () exact"],
    ["a * b + b - b", box(["a", 0, 1, "(]"], ["b", 0, 1, "(]"]), "0 1 (] exact"],
    ["a * b + b - b", box(["a", 0, 1, "[]"], ["b", 0, 1, "()"]), "0 1 [) exact"],
    ["(a * b) / (a * c)", box(["a", 1, 2, "[]"], ["b", 1, 2, "[]"], ["c", 1, 2, "[]"]), "1/2 2 [] exact"],
    ["(a * a) / a", box(["a", 1, 2, "[]"]), "1 2 [] exact"],
    ["(a + b) * (a - b) / (a + b)", box(["a", 1, 2, "[]"], ["b", 1, 2, "[]"]), "-2 2 [] outer"],
    ["a * a", box(["a", -1, 2, "[]"]), "-2 4 [] outer"],
  ])("%s", async (text, over, expected) => {
    expect(shown(await derived(text, over))).toBe(expected);
  });

  it("are found for a share of a sum with any number of parts", async () => {
    const rows = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`r${index}`, { n: `${10 + index}` }]));
    const figure = await figuresOf({
      s: { rounding: "half-up", columns: { n: { kind: "count" } }, rows, each: { part: "share(n, sum(n))" } },
    });
    const others = Array.from({ length: 59 }, (_, index) => 11 + index).reduce((sum, each) => sum + each, 0);
    const { interval, bound } = figure("s.r0.part");
    expect(bound).toBe("exact");
    expect(interval).toEqual({
      lo: end(rational(19n, 2n), rational(BigInt(2 * others + 59), 2n)),
      hi: end(rational(21n, 2n), rational(BigInt(2 * others - 59), 2n)),
      loClosed: false,
      hiClosed: false,
    });
  });

  it("give way to outer ones, said to be so, where there are too many inputs that are multiplied", async () => {
    const names = Array.from({ length: 14 }, (_, index) => `n${index}`);
    const figures = Object.fromEntries(names.map((name) => [name, number("2", RATIO)]));
    const product = names.join(" * ");
    const figure = await figuresOf({
      s: { figures, once: { x: `${product} - n0`, few: "n0 * n1 - n0", all: product } },
    });
    expect(figure("s.x").bound).toBe("outer");
    expect(figure("s.few").bound).toBe("exact");
    expect(figure("s.all").bound).toBe("exact");
    expect(contains(figure("s.x").interval, figure("s.x").value)).toBe(true);
  });

  it("leave points as points, and lose no digit of a number of a thousand digits", async () => {
    const long = `1${"0".repeat(998)}7`;
    const figure = await figuresOf({
      s: {
        rounding: "exact",
        figures: { a: number(long, RATIO), b: number(`0.${"0".repeat(500)}3`, RATIO) },
        once: { x: "a * b - a", y: "(a + b) / a" },
      },
    });
    expect(isPoint(figure("s.x").interval)).toBe(true);
    const a = BigInt(long);
    expect(figure("s.x").value).toEqual(rational(a * 3n - a * 10n ** 501n, 10n ** 501n));
    expect(figure("s.y").interval).toEqual(point(figure("s.y").value));
  });
});
