import { assert, boolean, constantFrom, integer, nat, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { implies, negated, parseCondition, type Condition } from "../../pipeline/model/conditions.ts";
import { coverage } from "../../pipeline/model/pieces.ts";
import { contains, type Interval } from "../../pipeline/model/interval.ts";
import { rational, type Rational } from "../../pipeline/model/rational.ts";

const read = (text: string): Condition => {
  const condition = parseCondition(text);
  if (!condition) throw new Error(`${text} is no condition`);
  return condition;
};
const point = (value: Rational): Interval => ({ lo: value, hi: value, loClosed: true, hiClosed: true });

/** Whether a condition on values holds for one value. */
function holds(condition: Condition, value: Rational): boolean {
  if (condition.kind !== "value") throw new Error("not on values");
  return coverage(point(value), condition.pieces) === "all";
}

// Small numbers, so that ends meet often; values in halves, so that some lie between them.
const text = tuple(boolean(), constantFrom(">", ">=", "<", "<=", "=", ".."), integer({ min: -3, max: 3 }), nat(2)).map(
  ([not, sign, from, more]) => {
    const simple = sign === ".." ? `${from}..${from + more}` : `${sign}${from}`;
    return not ? `not ${simple}` : simple;
  },
);
const halves = Array.from({ length: 21 }, (_, index) => rational(BigInt(index - 10), 2n));
const interval = tuple(integer({ min: -8, max: 8 }), integer({ min: 1, max: 6 }), boolean(), boolean()).map(
  ([lo, width, loClosed, hiClosed]): Interval => ({
    lo: rational(BigInt(lo), 2n),
    hi: rational(BigInt(lo + width), 2n),
    loClosed,
    hiClosed,
  }),
);

describe("conditions", () => {
  test("that are negated hold just where they did not, and negated again as before", () => {
    assert(
      property(text, (given) => {
        const condition = read(given);
        for (const value of halves) {
          expect(holds(negated(condition), value)).toBe(!holds(condition, value));
          expect(holds(negated(negated(condition)), value)).toBe(holds(condition, value));
        }
      }),
    );
  });

  test("hold for all of an interval, some or none, as they do for its values", () => {
    const quarters = Array.from({ length: 81 }, (_, index) => rational(BigInt(index - 40), 4n));
    assert(
      property(text, interval, (given, of) => {
        const condition = read(given);
        if (condition.kind !== "value") return;
        const inside = quarters.filter((value) => contains(of, value));
        const held = inside.filter((value) => holds(condition, value)).length;
        const answer = held === inside.length ? "all" : held === 0 ? "none" : "some";
        expect(coverage(of, condition.pieces)).toBe(answer);
      }),
    );
  });

  test("imply another just where no value tells them apart", () => {
    const quarters = Array.from({ length: 161 }, (_, index) => rational(BigInt(index - 80), 4n));
    assert(
      property(text, text, (given, needed) => {
        const [a, b] = [read(given), read(needed)];
        expect(implies(a, b)).toBe(quarters.every((value) => !holds(a, value) || holds(b, value)));
      }),
    );
  });

  test.each([
    ["rank 1", "rank 1", true],
    ["rank 1", "rank 2", false],
    ["rank 1", "not rank 2", true],
    ["rank 1", "not rank -1", undefined],
    ["not rank 1", "rank 2", false],
    ["not rank 1", "not rank 1", true],
    [">2", "rank 1", undefined],
    ["> a.b", ">2", undefined],
  ])("%s implies %s: %s", (given, needed, answer) => {
    expect(implies(read(given), read(needed))).toBe(answer);
  });

  test.each(["", "2", ">", "> 2 3", "1..", "rank 0", "rank", "rank 1.5", "not", ">1e99999", "> A.b", "> a", ">two"])(
    "%s is none",
    (given) => {
      expect(parseCondition(given)).toBeUndefined();
    },
  );
});
