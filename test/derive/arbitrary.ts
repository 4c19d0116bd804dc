import * as fc from "fast-check";
import type { Interval } from "../../pipeline/model/interval.ts";
import {
  add,
  divide,
  multiply,
  negate,
  rational,
  sign,
  subtract,
  type Rational,
} from "../../pipeline/model/rational.ts";

/** A formula made up by a test: its text, and what it comes to when calculated another way than derive does. */
export interface Made {
  readonly text: string;
  /** Undefined where it divides by zero. */
  readonly at: (values: ReadonlyMap<string, Rational>) => Rational | undefined;
  readonly names: readonly string[];
}

/** An interval that is no point, with ends open and closed. */
export const intervals = (lowest = -12): fc.Arbitrary<Interval> =>
  fc
    .tuple(
      fc.integer({ min: lowest, max: 12 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([lo, width, d, loClosed, hiClosed]) => ({
      lo: rational(BigInt(lo), BigInt(d)),
      hi: rational(BigInt(lo + width), BigInt(d)),
      loClosed,
      hiClosed,
    }));

const combined = (operator: string, a: Made, b: Made): Made => ({
  text: `(${a.text} ${operator} ${b.text})`,
  names: [...a.names, ...b.names],
  at: (values) => {
    const [left, right] = [a.at(values), b.at(values)];
    if (!left || !right) return undefined;
    if (operator === "+") return add(left, right);
    if (operator === "-") return subtract(left, right);
    if (operator === "*") return multiply(left, right);
    return sign(right) === 0 ? undefined : divide(left, right);
  },
});

/** Formulas over these names, four operations, signs and plain numbers, to some depth. */
export function formulas(names: readonly string[], depth = 3): fc.Arbitrary<Made> {
  const { tree } = fc.letrec<{ tree: Made; leaf: Made }>((tie) => ({
    leaf: fc.oneof(
      {
        weight: 5,
        arbitrary: fc
          .constantFrom(...names)
          .map((name): Made => ({ text: name, names: [name], at: (values) => values.get(name) })),
      },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom("2", "0.5", "10")
          .map((text): Made => ({ text, names: [], at: () => LITERALS[text] })),
      },
    ),
    tree: fc.oneof(
      { maxDepth: depth, withCrossShrink: true },
      tie("leaf"),
      fc
        .tuple(fc.constantFrom("+", "-", "*", "/"), tie("tree"), tie("tree"))
        .map(([operator, a, b]) => combined(operator, a, b)),
      tie("tree").map((of): Made => ({
        text: `(-${of.text})`,
        names: of.names,
        at: (values) => opposite(of.at(values)),
      })),
    ),
  }));
  return tree;
}

const LITERALS: Readonly<Record<string, Rational>> = {
  "2": rational(2n),
  "0.5": rational(1n, 2n),
  "10": rational(10n),
};
const opposite = (value: Rational | undefined): Rational | undefined => value && negate(value);

/** The point of an interval at k quarters of its width: 0 its lower end, 4 its upper. */
export const quarter = ({ lo, hi }: Interval, k: number): Rational =>
  add(lo, multiply(subtract(hi, lo), divide(rational(BigInt(k)), rational(4n))));

/** Every choice of one value a name. */
export function choices(options: ReadonlyMap<string, readonly Rational[]>): readonly ReadonlyMap<string, Rational>[] {
  return [...options].reduce<readonly ReadonlyMap<string, Rational>[]>(
    (chosen, [name, values]) => chosen.flatMap((before) => values.map((value) => new Map(before).set(name, value))),
    [new Map()],
  );
}
