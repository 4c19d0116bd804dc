import { parseDecimal, type Rational } from "./rational.ts";
import { above, below, between, complement, within, type Piece } from "./pieces.ts";

/**
 * What words need to be true of a figure: that its value lies somewhere (`>2`, `<= 50`, `=3`, `2..3` with both ends),
 * that its distance from another figure does (`> anso.research.shift`), or that it has a place in its column
 * (`rank 1`; -1 is the last). `not` before any of them turns it round.
 */
export type Condition =
  | { readonly kind: "value"; readonly pieces: readonly Piece[] }
  | { readonly kind: "figure"; readonly than: string; readonly pieces: readonly Piece[] }
  | { readonly kind: "rank"; readonly place: number; readonly not: boolean };

/** The conditions, for a hint. */
export const CONDITIONS = '">2", ">=2", "<2", "<=2", "=2", "2..3", "> dataset.name", "rank 1", "rank -1", "not …"';

type Sign = ">" | ">=" | "<" | "<=" | "=";

const SIGNS: Readonly<Record<Sign, (than: Rational) => Piece>> = {
  ">": (than) => above(than),
  ">=": (than) => above(than, true),
  "<": (than) => below(than),
  "<=": (than) => below(than, true),
  "=": (than) => between(than, than),
};
const isSign = (text: string | undefined): text is Sign => text !== undefined && Object.hasOwn(SIGNS, text);

/** Reads a condition; undefined when the text is none. */
export function parseCondition(text: string): Condition | undefined {
  const inner = /^\s*not\s+(.+)$/.exec(text)?.[1];
  if (inner !== undefined) {
    const condition = parseCondition(inner);
    return condition && negated(condition);
  }
  const place = /^\s*rank\s+(-?[1-9]\d{0,3})\s*$/.exec(text)?.[1];
  if (place !== undefined) return { kind: "rank", place: Number(place), not: false };
  const range = /^\s*(-?[\d.]+)\s*\.\.\s*(-?[\d.]+)\s*$/.exec(text);
  const from = parseDecimal(range?.[1] ?? "");
  const to = parseDecimal(range?.[2] ?? "");
  if (from && to) return { kind: "value", pieces: [between(from.value, to.value)] };
  const simple = /^\s*(>=|<=|>|<|=)\s*(\S+)\s*$/.exec(text);
  const [, sign, than = ""] = simple ?? [];
  if (!isSign(sign)) return undefined;
  const number = parseDecimal(than);
  if (number) return { kind: "value", pieces: [SIGNS[sign](number.value)] };
  const zero: Rational = { n: 0n, d: 1n };
  return /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*){1,2}$/.test(than)
    ? { kind: "figure", than, pieces: [SIGNS[sign](zero)] }
    : undefined;
}

/** The condition that holds just where this one does not. */
export function negated(condition: Condition): Condition {
  switch (condition.kind) {
    case "value":
    case "figure":
      return { ...condition, pieces: complement(condition.pieces) };
    case "rank":
      return { ...condition, not: !condition.not };
  }
}

/** Whether what one condition lets through, another does too; undefined where they speak of different things. */
export function implies(given: Condition, needed: Condition): boolean | undefined {
  const isOfOne =
    given.kind === "figure"
      ? needed.kind === "figure" && needed.than === given.than
      : given.kind === "value" && needed.kind === "value";
  if (given.kind !== "rank" && needed.kind !== "rank" && isOfOne)
    return given.pieces.every((piece) => needed.pieces.some((other) => within(piece, other)));
  if (given.kind !== "rank" || needed.kind !== "rank") return undefined;
  if (given.not === needed.not) return given.place === needed.place;
  // The first is not the second; whether the first is the last depends on how many there are.
  const sameEnd = given.place > 0 === needed.place > 0;
  return given.not ? false : sameEnd ? given.place !== needed.place : undefined;
}
