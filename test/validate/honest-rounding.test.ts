import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  divide,
  HUNDRED,
  multiply,
  rational,
  roundTo,
  toFixed,
  ZERO,
  type Rational,
} from "../../pipeline/model/rational.ts";
import { checked } from "./checked.ts";

// What is true, and then rounded as declared, raises no error: tables of random amounts with their total, shares of it
// and ranks, every number printed after rounding on its own.

const ROUNDINGS = ["half-up", "half-even", "truncate"] as const;
type Rounding = (typeof ROUNDINGS)[number];

interface Table {
  readonly amounts: readonly Rational[];
  readonly decimals: number;
  readonly shareDecimals: number;
  readonly rounding: Rounding;
}

const tables: fc.Arbitrary<Table> = fc.record({
  amounts: fc.array(
    fc.tuple(fc.bigInt(1n, 10n ** 9n), fc.bigInt(1n, 10n ** 4n)).map(([n, d]) => divide(rational(n), rational(d))),
    { minLength: 1, maxLength: 9 },
  ),
  decimals: fc.integer({ min: -1, max: 3 }),
  shareDecimals: fc.integer({ min: 0, max: 2 }),
  rounding: fc.constantFrom(...ROUNDINGS),
});

/** A number as an office prints it. Amounts are above zero, so that truncating is rounding down. */
function printed(value: Rational, decimals: number, rounding: Rounding): string {
  const scale =
    decimals < 0 ? rational(10n ** BigInt(-decimals)) : divide(rational(1n), rational(10n ** BigInt(decimals)));
  const steps = divide(value, scale);
  const down = roundTo(steps, 0, "down");
  const twice = multiply(add(steps, multiply(down, rational(-1n))), rational(2n));
  const half = twice.n === twice.d;
  const odd = down.n % 2n !== 0n;
  const up = rounding !== "truncate" && (twice.n > twice.d || (half && (rounding === "half-up" || odd)));
  return toFixed(multiply(up ? add(down, rational(1n)) : down, scale), Math.max(decimals, 0));
}

function dataset({ amounts, decimals, shareDecimals, rounding }: Table): string {
  const total = amounts.reduce(add, ZERO);
  const ranks = amounts.map((amount) => amounts.filter((other) => other.n * amount.d > amount.n * other.d).length + 1);
  const rows = amounts.map((amount, i) => {
    const share = printed(divide(multiply(amount, HUNDRED), total), shareDecimals, rounding);
    return `  - { sector: s${i}, rank: ${ranks[i]}, amount: ${printed(amount, decimals, rounding)}, share: ${share} }`;
  });
  return `title: Honest
source: bai-2018
rounding: ${rounding}
figures:
  total: { value: ${printed(total, decimals, rounding)}, unit: CNY, decimals: ${decimals} }
columns:
  sector: { type: id }
  rank: { unit: rank, rounding: exact }
  amount: { unit: CNY, decimals: ${decimals} }
  share: { unit: "% of total", decimals: ${shareDecimals} }
rows:
${rows.join("\n")}
checks:
  - { sum: share, to: 100 }
  - { sum: amount, to: total }
  - { part: amount, of: total }
  - { rank: rank, by: amount }
  - { range: share, from: 0, to: 100 }
`;
}

test("2,000 random tables rounded honestly raise no error", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const { problems } = checked(dataset(table));
      expect(problems.filter(({ level }) => level === "error")).toEqual([]);
    }),
    { numRuns: 2000, seed: 20230620 },
  );
}, 300_000);

test("the same tables with one amount moved by more than rounding can are stopped", () => {
  fc.assert(
    fc.property(tables, fc.nat(), (table, pick) => {
      const moved = pick % table.amounts.length;
      const lines = dataset(table).split("\n");
      const at = lines.findIndex((line) => line.includes(`sector: s${moved},`));
      lines[at] = (lines[at] ?? "").replace(/amount: ([\d.]+)/, (_, text: string) =>
        `amount: 7${text.padStart(14, "0")}`.replace(/^(amount: )7(0*)/, "$17$2"),
      );
      expect(checked(lines.join("\n")).problems.some(({ level }) => level === "error")).toBe(true);
    }),
    { numRuns: 200, seed: 20230620 },
  );
}, 120_000);
