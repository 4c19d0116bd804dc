import { parseCondition } from "../model/conditions.ts";
import type { LedgerEntry } from "../model/figure.ts";
import type { Interval } from "../model/interval.ts";
import { above, below, between, coverage, type Piece } from "../model/pieces.ts";
import { ONE, parseRational, ZERO } from "../model/rational.ts";

/**
 * Whether what a word says of a figure is true of a state of it, whatever rounding leaves open; undefined where that
 * rests on other figures, or where the word says nothing.
 */
export function isTrueOf(says: string, entry: LedgerEntry): boolean | undefined {
  const pieces = directionPieces(says, entry) ?? valuePieces(says);
  return pieces && coverage(intervalOf(entry), pieces) === "all";
}

function directionPieces(says: string, { unit }: LedgerEntry): readonly Piece[] | undefined {
  const still = unit === "ratio" ? ONE : ZERO;
  if (says === "up") return [above(still)];
  if (says === "down") return [below(still)];
  return says === "same" ? [between(still, still)] : undefined;
}

function valuePieces(says: string): readonly Piece[] | undefined {
  const condition = parseCondition(says);
  return condition?.kind === "value" ? condition.pieces : undefined;
}

const intervalOf = ({ interval: [lo, hi], closed }: LedgerEntry): Interval => ({
  lo: parseRational(lo),
  hi: parseRational(hi),
  loClosed: closed.startsWith("["),
  hiClosed: closed.endsWith("]"),
});

/** What the words of direction say; all others say a condition. */
const DIRECTIONS: ReadonlySet<string> = new Set(["up", "down", "same", "undetermined"]);

/** Whether a word says a direction, or that there is none to be told. */
export const isDirection = (says: string): boolean => DIRECTIONS.has(says);
