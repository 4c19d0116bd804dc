import type { Interval } from "../model/interval.ts";
import { compare, parseDecimal, type Rational } from "../model/rational.ts";

/** A condition on a figure, as an author writes it: `>2`, `<= 50`, `=3` or `2..3` (both ends included). */
export type Condition =
  | { readonly kind: ">" | ">=" | "<" | "<=" | "="; readonly than: Rational }
  | { readonly kind: ".."; readonly from: Rational; readonly to: Rational };

/** Reads a condition; undefined when the text is none. */
export function parseCondition(text: string): Condition | undefined {
  const range = /^\s*(-?[\d.]+)\s*\.\.\s*(-?[\d.]+)\s*$/.exec(text);
  const from = parseDecimal(range?.[1] ?? "");
  const to = parseDecimal(range?.[2] ?? "");
  if (from && to) return { kind: "..", from: from.value, to: to.value };
  const simple = /^\s*(>=|<=|>|<|=)\s*(-?[\d.]+)\s*$/.exec(text);
  const than = parseDecimal(simple?.[2] ?? "");
  if (!simple || !than) return undefined;
  return { kind: simple[1] as ">" | ">=" | "<" | "<=" | "=", than: than.value };
}

/** Whether a condition holds for every value of an interval, for none, or for some only. */
export function judge(condition: Condition, interval: Interval): "all" | "none" | "some" {
  switch (condition.kind) {
    case ">":
      return above(interval, condition.than);
    case "<=":
      return opposite(above(interval, condition.than));
    case "<":
      return below(interval, condition.than);
    case ">=":
      return opposite(below(interval, condition.than));
    case "=": {
      const [up, down] = [above(interval, condition.than), below(interval, condition.than)];
      if (up === "all" || down === "all") return "none";
      return up === "none" && down === "none" ? "all" : "some";
    }
    case "..": {
      const [under, over] = [below(interval, condition.from), above(interval, condition.to)];
      if (under === "all" || over === "all") return "none";
      return under === "none" && over === "none" ? "all" : "some";
    }
  }
}

const opposite = (answer: "all" | "none" | "some"): "all" | "none" | "some" =>
  answer === "all" ? "none" : answer === "none" ? "all" : "some";

function above(interval: Interval, value: Rational): "all" | "none" | "some" {
  const low = compare(interval.lo, value);
  if (low > 0 || (low === 0 && !interval.loClosed)) return "all";
  return compare(interval.hi, value) <= 0 ? "none" : "some";
}

function below(interval: Interval, value: Rational): "all" | "none" | "some" {
  const high = compare(interval.hi, value);
  if (high < 0 || (high === 0 && !interval.hiClosed)) return "all";
  return compare(interval.lo, value) >= 0 ? "none" : "some";
}
