import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../pipeline/model/figure.ts";
import { contains, point, type Interval } from "../../pipeline/model/interval.ts";
import {
  add,
  compare,
  divide,
  equal,
  HUNDRED,
  multiply,
  ONE,
  rational,
  rationalText,
  sign,
  subtract,
  ZERO,
  type Rational,
} from "../../pipeline/model/rational.ts";
import type { Unit } from "../../pipeline/model/unit.ts";
import { choices, intervals, quarter, type Made } from "./arbitrary.ts";
import { deriveAll, figureId, figuresOf, million, number, shareOf, type Number } from "./fixture.ts";

const UNITS: Readonly<Record<string, Unit>> = {
  a: million,
  b: million,
  w: million,
  s: shareOf("s.w"),
  t: shareOf("s.w"),
  e: { kind: "amount", currency: "EUR", scale: "billion" },
  r: { kind: "rate", currency: "CNY", per: "EUR" },
};

type Calculation = (...values: readonly Rational[]) => Rational | undefined;

/** A formula of parts, with what it comes to when calculated from theirs. */
const made = (write: (...texts: string[]) => string, calculate: Calculation, ...parts: readonly Made[]): Made => ({
  text: write(...parts.map((part) => part.text)),
  names: parts.flatMap((part) => part.names),
  at: (values) => {
    const all = parts.flatMap((part) => part.at(values) ?? []);
    return all.length < parts.length ? undefined : calculate(...all);
  },
});

const leaf = (name: string): Made => ({ text: name, names: [name], at: (values) => values.get(name) });
const over: Calculation = (a = ZERO, b = ZERO) => (sign(b) === 0 ? undefined : divide(a, b));
const perCent = (value: Rational | undefined): Rational | undefined => value && multiply(value, HUNDRED);
const THOUSAND = rational(1000n);
const shareOfWhole: Calculation = (a = ZERO, b = ZERO) => divide(multiply(a, b), HUNDRED);
const thousandfold: Calculation = (a = ZERO, b = ZERO) => multiply(multiply(a, b), THOUSAND);

/** Formulas that units allow, with every function: amounts in CNY million at the leaves, and what is made of them. */
const typed: fc.Arbitrary<Made> = fc.letrec<{ amount: Made; share: Made; any: Made }>((tie) => ({
  amount: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom("a", "b", "w").map(leaf),
    fc.constantFrom("s", "t").map((share) => made((x, y) => `(${x} * ${y})`, shareOfWhole, leaf(share), leaf("w"))),
    fc.constant(made((x, y) => `rescale(convert(${x}, ${y}), million)`, thousandfold, leaf("e"), leaf("r"))),
    fc.tuple(tie("amount"), tie("amount")).map((parts) =>
      made(
        (x, y) => `(${x} + ${y})`,
        (x = ZERO, y = ZERO) => add(x, y),
        ...parts,
      ),
    ),
    fc.tuple(tie("amount"), tie("amount")).map((parts) =>
      made(
        (x, y) => `(${x} - ${y})`,
        (x = ZERO, y = ZERO) => subtract(x, y),
        ...parts,
      ),
    ),
    tie("amount").map((part) =>
      made(
        (x) => `rescale(rescale(${x}, one), million)`,
        (x) => x,
        part,
      ),
    ),
  ),
  share: fc.oneof(
    fc.constantFrom("s", "t").map(leaf),
    fc.tuple(tie("amount"), tie("amount")).map((parts) =>
      made(
        (x, y) => `share(${x}, ${y})`,
        (x, y) => perCent(over(x ?? ZERO, y ?? ZERO)),
        ...parts,
      ),
    ),
  ),
  any: fc.oneof(
    tie("amount"),
    tie("share"),
    fc.tuple(tie("share"), tie("share")).map((parts) =>
      made(
        (x, y) => `pp(${x}, ${y})`,
        (x = ZERO, y = ZERO) => subtract(x, y),
        ...parts,
      ),
    ),
    fc.tuple(tie("amount"), tie("amount")).map((parts) =>
      made(
        (x, y) => `change(${x}, ${y})`,
        (x = ZERO, y = ZERO) => {
          const quotient = over(x, y);
          return quotient && perCent(subtract(quotient, ONE));
        },
        ...parts,
      ),
    ),
    fc.tuple(tie("amount"), tie("amount")).map((parts) => made((x, y) => `${x} / ${y}`, over, ...parts)),
  ),
})).any;

type Box = ReadonlyMap<string, Interval>;
const NAMES = Object.keys(UNITS);
const boxes: fc.Arbitrary<Box> = fc
  .tuple(...NAMES.map(() => intervals(1)))
  .map((all) => new Map(all.map((each, index) => [NAMES[index] ?? "a", each])));

async function derived(text: string, box: Box): Promise<Figure | undefined> {
  const figures = Object.fromEntries(
    [...box].map(([name, interval]): [string, Number] => [
      name,
      { ...number("1", UNITS[name] ?? million), interval, value: quarter(interval, 2), period: "2021" },
    ]),
  );
  const { value, problems } = await deriveAll({ s: { figures, once: { x: text } } });
  const allowed = new Set(["formula/divides-by-zero", "formula/negative-base", "formula/no-part"]);
  expect(problems.filter(({ code }) => !allowed.has(code))).toEqual([]);
  return value?.figures.get(figureId("s.x"));
}

const valuesAt = (formula: Made, box: Box, of: (interval: Interval) => readonly Rational[]): readonly Rational[] => {
  const used = [...box].filter(([name]) => formula.names.includes(name));
  return choices(new Map(used.map(([name, each]) => [name, of(each)]))).flatMap((values) => formula.at(values) ?? []);
};
const inside = (interval: Interval): readonly Rational[] =>
  [0, 1, 4].map((k) => quarter(interval, k)).filter((value) => contains(interval, value));
const ends = ({ lo, hi }: Interval): readonly Rational[] => [lo, hi];
const least = (values: readonly Rational[]): Rational => values.reduce((a, b) => (compare(a, b) <= 0 ? a : b));
const greatest = (values: readonly Rational[]): Rational => values.reduce((a, b) => (compare(a, b) >= 0 ? a : b));

describe("random formulas of shares, changes, points, rates and scales", () => {
  it("hold every value that the box can give, and reach both ends where they say so", async () => {
    const counted = { all: 0, exact: 0 };
    await fc.assert(
      fc.asyncProperty(typed, boxes, async (formula, box) => {
        const figure = await derived(formula.text, box);
        if (!figure) return;
        counted.all += 1;
        const middles = new Map([...box].map(([name, each]) => [name, quarter(each, 2)]));
        expect(figure.value).toEqual(formula.at(middles));
        for (const value of valuesAt(formula, box, inside))
          expect(contains(figure.interval, value), `${rationalText(value)} of ${formula.text}`).toBe(true);
        if (figure.bound !== "exact") return;
        counted.exact += 1;
        const corners = valuesAt(formula, box, ends);
        expect([figure.interval.lo, figure.interval.hi]).toEqual([least(corners), greatest(corners)]);
      }),
      { numRuns: 400, seed: 5 },
    );
    expect(counted.all).toBeGreaterThan(250);
    expect(counted.exact).toBeGreaterThan(counted.all / 2);
  });
});

/** The subsets of three names, with a coefficient for each: a form in which no name stands twice in a term. */
const multilinear = (lowest: number): fc.Arbitrary<Made> =>
  fc.array(fc.integer({ min: lowest, max: 5 }), { minLength: 8, maxLength: 8 }).map((coefficients) => {
    const terms = coefficients.flatMap((coefficient, bits) => {
      const names = ["a", "b", "c"].filter((_, index) => (bits & (1 << index)) !== 0);
      return coefficient === 0 ? [] : [{ coefficient, names }];
    });
    const written = terms.map(({ coefficient, names }) =>
      [coefficient < 0 ? `(-${-coefficient})` : `${coefficient}`, ...names].join(" * "),
    );
    return {
      text: written.length === 0 ? "0" : written.join(" + "),
      names: ["a", "b", "c"],
      at: (values) =>
        terms
          .map(({ coefficient, names }) =>
            names.map((name) => values.get(name) ?? ZERO).reduce(multiply, rational(BigInt(coefficient))),
          )
          .reduce(add, ZERO),
    };
  });

describe("quotients of multilinear forms", () => {
  it("have just the ends that their box reaches, each closed just when it is reached in the box", async () => {
    let counted = 0;
    const ratios = fc.tuple(intervals(1), intervals(1), intervals(1));
    await fc.assert(
      fc.asyncProperty(multilinear(-5), multilinear(0), ratios, async (p, q, all) => {
        const box = new Map(all.map((each, index) => [["a", "b", "c"][index] ?? "a", each]));
        const figures = Object.fromEntries(
          [...box].map(([name, interval]): [string, Number] => [
            name,
            { ...number("1", { kind: "ratio" }), interval, value: quarter(interval, 2) },
          ]),
        );
        const { value } = await deriveAll({ s: { figures, once: { x: `(${p.text}) / (${q.text})` } } });
        const figure = value?.figures.get(figureId("s.x"));
        if (!figure) return;
        counted += 1;
        const quotient = made((x, y) => `${x} / ${y}`, over, p, q);
        const corners = valuesAt(quotient, box, ends);
        expect(figure.bound).toBe("exact");
        expect([figure.interval.lo, figure.interval.hi]).toEqual([least(corners), greatest(corners)]);
        const within = valuesAt(quotient, box, (each) =>
          [0, 2, 4].map((k) => quarter(each, k)).filter((value_) => contains(each, value_)),
        );
        expect(figure.interval.loClosed).toBe(within.some((each) => equal(each, figure.interval.lo)));
        expect(figure.interval.hiClosed).toBe(within.some((each) => equal(each, figure.interval.hi)));
      }),
      { numRuns: 300, seed: 6 },
    );
    expect(counted).toBeGreaterThan(250);
  });
});

describe("numbers of sixty digits", () => {
  it("lose none of them in any function", async () => {
    const long = fc.bigInt({ min: 10n ** 59n, max: 10n ** 60n - 1n });
    await fc.assert(
      fc.asyncProperty(long, long, long, async (a, b, rate) => {
        const figure = await figuresOf({
          s: {
            rounding: "exact",
            figures: {
              a: number(`${a}`, million),
              b: number(`${b}`, million),
              r: { ...number(`0.${rate}`, { kind: "rate", currency: "USD", per: "CNY" }), period: "2021" },
            },
            once: {
              off: "a - b",
              part: "share(a, b)",
              grew: "change(a, b)",
              usd: "convert(a, r)",
              one: "rescale(a, one)",
            },
          },
        });
        const exact: Readonly<Record<string, Rational>> = {
          off: rational(a - b),
          part: rational(a * 100n, b),
          grew: rational((a - b) * 100n, b),
          usd: rational(a * rate, 10n ** 60n),
          one: rational(a * 10n ** 6n),
        };
        for (const [name, value] of Object.entries(exact)) {
          expect(figure(`s.${name}`).value).toEqual(value);
          expect(figure(`s.${name}`).interval).toEqual(point(value));
        }
      }),
      { numRuns: 50, seed: 7 },
    );
  });
});
