import type { FigureId } from "../model/id.ts";
import type { ProblemCode } from "../model/codes.ts";
import { sameUnit, unitText, type Unit, type Whole } from "../model/unit.ts";

/** What stands on one side of an operation: its words, its unit (a typed number has none), and which figure it is. */
export interface Side {
  readonly words: string;
  readonly unit: Unit | undefined;
  readonly figure?: FigureId;
}

/** The unit of a result; `perCent` where the product of a share and its whole is to be divided by 100. */
export interface Joined {
  readonly kind: "joined";
  readonly unit: Unit | undefined;
  readonly perCent?: boolean;
}

/** Why two units cannot be joined, and what to write instead. */
export interface Refusal {
  readonly kind: "refusal";
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
}

const joined = (unit: Unit | undefined): Joined => ({ kind: "joined", unit });
const refusal = (message: string, hint: string, code: ProblemCode = "formula/units"): Refusal => ({
  kind: "refusal",
  code,
  message,
  hint,
});
const RATIO: Unit = { kind: "ratio" };

/** What a side is measured in, for a message. */
export const measure = ({ words, unit }: Side): string => `${words} is ${unit ? unitText(unit) : "a bare number"}`;

/** The unit of a sum or difference. */
export function addedUnits(operator: "+" | "-", a: Side, b: Side): Joined | Refusal {
  if (isPlain(a.unit) && isPlain(b.unit)) return joined(a.unit ?? b.unit);
  if (a.unit === undefined || b.unit === undefined) {
    return refusal(
      "A bare number is added to one with a unit, or taken from it",
      "give the number a name and a unit under figures",
    );
  }
  const kinds = [a.unit.kind, b.unit.kind];
  if (kinds.every((kind) => kind === "share" || kind === "change") && (operator === "-" || kinds.includes("change"))) {
    return operator === "-" ? shareDifference(a.words, b.words) : refusal("Per cent changes do not add up", changeHint);
  }
  if (kinds.includes("rank"))
    return refusal(
      "Ranks are places in an order, and cannot be added or subtracted",
      "use the numbers that are ranked",
    );
  const same = alike(a.unit, b.unit);
  return same
    ? joined(same)
    : refusal(`${operator === "+" ? "A sum" : "A difference"} joins two units`, unlikeHint(a, b));
}

/** Where a share's sign is turned: the same trap as a difference of shares. */
export const negatedUnit = (a: Side): Joined | Refusal =>
  a.unit?.kind === "share"
    ? shareDifference("a", a.words)
    : a.unit?.kind === "rank"
      ? refusal("A rank has no sign", "use the number that is ranked")
      : joined(a.unit);

const changeHint = "take the change from the first number to the last: change(last, first)";

const shareDifference = (a: string, b: string): Refusal =>
  refusal(
    "A share is taken from a share, and that can mean two things",
    `write pp(${a}, ${b}) for percentage points or change(${a}, ${b}) for per cent`,
    "formula/share-difference",
  );

/** The unit of a product. */
export function multipliedUnits(a: Side, b: Side): Joined | Refusal {
  if (a.unit?.kind === "rank" || b.unit?.kind === "rank")
    return refusal("A rank is a place in an order, and cannot be multiplied", "use the number that is ranked");
  if (isPlain(a.unit)) return joined(b.unit ?? a.unit);
  if (isPlain(b.unit)) return joined(a.unit);
  if (isWholeOf(a.unit, b)) return { kind: "joined", unit: b.unit, perCent: true };
  if (isWholeOf(b.unit, a)) return { kind: "joined", unit: a.unit, perCent: true };
  const share = [a, b].find((side) => side.unit?.kind === "share");
  if (share?.unit?.kind !== "share")
    return refusal(
      "Two numbers with units are multiplied",
      "multiply by a share of the other number, a ratio, or a bare number",
    );
  const { of } = share.unit;
  const hint =
    "figure" in of
      ? `multiply ${share.words} by ${of.figure}, which it is a share of`
      : `name the whole of ${share.words} in its unit as a figure, as % of total, and multiply it by that`;
  return refusal("A share is multiplied by something that it is no share of", hint);
}

const isWholeOf = (unit: Unit | undefined, side: Side): boolean =>
  unit?.kind === "share" && "figure" in unit.of && unit.of.figure === side.figure;

/** The unit of a quotient. */
export function dividedUnits(a: Side, b: Side): Joined | Refusal {
  if (a.unit?.kind === "rank" || b.unit?.kind === "rank")
    return refusal("A rank is a place in an order, and cannot be divided", "use the number that is ranked");
  if (isPlain(b.unit)) return joined(a.unit ?? b.unit);
  if (a.unit === undefined || b.unit === undefined)
    return refusal("A bare number is divided by one with a unit", "give the number a name and a unit under figures");
  return comparable(a.unit, b.unit) ? joined(RATIO) : refusal("A quotient joins two units", unlikeHint(a, b));
}

/** The unit of pp(a, b): percentage points, of two shares or two per cent changes. */
export function pointsUnits(a: Side, b: Side): Joined | Refusal {
  const kind = a.unit?.kind;
  if ((kind === "share" || kind === "change") && kind === b.unit?.kind) return joined({ kind: "points" });
  return refusal("pp takes two shares", "write a - b for the difference of other numbers");
}

/** The unit of change(new, old): per cent, of two numbers of one unit. */
export function changeUnits(a: Side, b: Side): Joined | Refusal {
  if (!a.unit || !b.unit || !["amount", "count", "share", "ratio"].includes(a.unit.kind)) {
    return refusal(
      "change takes two amounts, counts, shares or ratios",
      "write pp(a, b) for the difference of two changes",
    );
  }
  return comparable(a.unit, b.unit) ? joined({ kind: "change" }) : refusal("change joins two units", unlikeHint(a, b));
}

/** The unit of share(part, whole): per cent of the whole. */
export function shareUnits(part: Side, whole: Side): Joined | Refusal {
  if (!part.unit || !whole.unit || !["amount", "count"].includes(part.unit.kind)) {
    return refusal("share takes two amounts or two counts", "write a / b for the ratio of other numbers");
  }
  const of: Whole = whole.figure === undefined ? { words: "the whole" } : { figure: whole.figure };
  return alike(part.unit, whole.unit)
    ? joined({ kind: "share", of })
    : refusal("share joins two units", unlikeHint(part, whole));
}

const isPlain = (unit: Unit | undefined): boolean => unit === undefined || unit.kind === "ratio";

/** The unit that two numbers have in common: a count without a noun goes with any count. */
function alike(a: Unit, b: Unit): Unit | undefined {
  if (sameUnit(a, b)) return a;
  if (a.kind !== "count" || b.kind !== "count") return undefined;
  if (a.noun === undefined) return b;
  return b.noun === undefined ? a : undefined;
}

/** Whether one may be set against the other: shares of any two wholes may. */
const comparable = (a: Unit, b: Unit): boolean =>
  (a.kind === "share" && b.kind === "share") || alike(a, b) !== undefined;

function unlikeHint(a: Side, b: Side): string {
  if (a.unit?.kind === "amount" && b.unit?.kind === "amount") {
    if (a.unit.currency !== b.unit.currency)
      return "give both in one currency, converted at a dated rate that a source gives";
    return `give both in ${unitText(a.unit)}, or give the dataset the factor between them as a figure of unit ratio`;
  }
  if (a.unit?.kind === "count" && b.unit?.kind === "count")
    return "give both the unit count, without a noun, if they count the same kind of thing";
  if (a.unit?.kind === "share" && b.unit?.kind === "share")
    return "shares of two wholes do not add up; multiply each by its whole first";
  return "use numbers of one unit";
}
