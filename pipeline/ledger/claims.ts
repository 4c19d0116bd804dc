import { parseCondition, type Condition } from "../model/conditions.ts";
import type { Ledger, LedgerEntry } from "../model/figure.ts";
import type { Interval } from "../model/interval.ts";
import { above, below, between, coverage, type Answer, type Piece } from "../model/pieces.ts";
import { compare, ONE, parseRational, subtract, ZERO, type Rational } from "../model/rational.ts";

/** What a word says of a figure, in one of two ledgers. */
export interface Claim {
  readonly says: string;
  readonly figure: string;
}

/** Whether what was true of one ledger is no longer true of another; a claim that the first does not bear out is none. */
export const isUntrueNow = (claim: Claim, old: Ledger, now: Ledger): boolean =>
  isTrueIn(claim, old) === true && isTrueIn(claim, now) === false;

/** Whether two claims are of one condition, or both of the direction. */
export const isOfOne = (a: string, b: string): boolean =>
  isDirection(a) ? isDirection(b) : conditionIn(a) === conditionIn(b);

/** What a claim is of, without whether it holds; blanks mean nothing. */
const conditionIn = (says: string): string => says.replace(/^\s*(?:not|perhaps)\s+/, "").replaceAll(/\s+/g, "");

const DIRECTIONS: ReadonlySet<string> = new Set(["up", "down", "same", "undetermined"]);

/** Whether a word says a direction, or that there is none to be told. */
const isDirection = (says: string): boolean => DIRECTIONS.has(says);

function isTrueIn({ says, figure }: Claim, { figures }: Ledger): boolean | undefined {
  const entry = figures[figure];
  if (entry === undefined) return undefined;
  const perhaps = /^\s*perhaps\s+(?<condition>.+)$/.exec(says)?.groups?.["condition"];
  const answer = directionAnswer(says, entry) ?? conditionAnswer(perhaps ?? says, figure, figures);
  return answer && (perhaps !== undefined || says === "undetermined" ? answer === "some" : answer === "all");
}

function directionAnswer(says: string, entry: LedgerEntry): Answer | undefined {
  if (!isDirection(says)) return undefined;
  const still = entry.unit === "ratio" ? ONE : ZERO;
  const piece: Piece = says === "down" ? below(still) : says === "same" ? between(still, still) : above(still);
  return coverage(intervalOf(entry), [piece]);
}

function conditionAnswer(says: string, figure: string, figures: Ledger["figures"]): Answer | undefined {
  const condition = parseCondition(says);
  const entry = figures[figure];
  if (condition === undefined || entry === undefined) return undefined;
  switch (condition.kind) {
    case "value":
      return coverage(intervalOf(entry), condition.pieces);
    case "figure": {
      const other = figures[condition.than] ?? figures[`${figure.split(".")[0]}.${condition.than}`];
      return other && coverage(at(subtract(parseRational(entry.exact), parseRational(other.exact))), condition.pieces);
    }
    case "rank":
      return rankAnswer(condition, figure, figures);
  }
}

/** The place of a cell among those of its column and period, the greatest first. */
function rankAnswer(
  { place, not }: Condition & { readonly kind: "rank" },
  figure: string,
  figures: Ledger["figures"],
): Answer | undefined {
  const [dataset, row, column] = figure.split(".");
  const own = figures[figure];
  if (row === undefined || column === undefined || own === undefined) return undefined;
  const cells = Object.entries(figures).flatMap(([id, entry]) => {
    const parts = id.split(".");
    const isOfColumn = parts.length === 3 && parts[0] === dataset && parts[2] === column && entry.period === own.period;
    return isOfColumn ? [parseRational(entry.exact)] : [];
  });
  const value = parseRational(own.exact);
  const found = cells.filter((other) => compare(other, value) > 0).length + 1;
  const wanted = place > 0 ? place : cells.length + 1 + place;
  return (found === wanted) === !not ? "all" : "none";
}

const at = (value: Rational): Interval => ({ lo: value, hi: value, loClosed: true, hiClosed: true });

const intervalOf = ({ interval: [lo, hi], closed }: LedgerEntry): Interval => ({
  lo: parseRational(lo),
  hi: parseRational(hi),
  loClosed: closed.startsWith("["),
  hiClosed: closed.endsWith("]"),
});
