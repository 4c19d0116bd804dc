import type { FigureId } from "../model/id.ts";
import { sameUnit, unitText, type Amount, type Scale, type Unit, type Whole } from "../model/unit.ts";
import { convertedUnits, crossedRates } from "./rates.ts";
import {
  ofBareNumber,
  ofChanges,
  ofPer,
  ofRank,
  quotientOf,
  refusal,
  shareDifference,
  unlike,
  type Refusal,
} from "./refusals.ts";

/** What stands on one side of an operation: its words, its unit (a typed number has none), and which figure it is. */
export interface Side {
  readonly words: string;
  readonly unit: Unit | undefined;
  readonly figure?: FigureId;
  /** The rate of exchange in it that has no date. */
  readonly undated?: string;
}

/** The unit of a result, and what is done with the two numbers beyond what the formula says. */
export interface Joined {
  readonly kind: "joined";
  readonly unit: Unit | undefined;
  /** The product of a share and its whole is to be divided by 100. */
  readonly perCent?: boolean;
  /** An amount is converted by dividing it by the rate. */
  readonly divides?: boolean;
}

const joined = (unit: Unit | undefined): Joined => ({ kind: "joined", unit });
const RATIO: Unit = { kind: "ratio" };

/** What a side is measured in, for a message. */
export const measure = ({ words, unit }: Side): string => `${words} is ${unit ? unitText(unit) : "a bare number"}`;

/** The unit of a sum or difference. */
export function addedUnits(operator: "+" | "-", a: Side, b: Side): Joined | Refusal {
  const kinds = [a.unit?.kind, b.unit?.kind];
  if (kinds.includes("rank")) return ofRank("added or subtracted");
  if (isPlain(a.unit) && isPlain(b.unit)) return joined(a.unit ?? b.unit);
  if (a.unit === undefined || b.unit === undefined)
    return ofBareNumber("A bare number is added to one with a unit, or taken from it");
  if (kinds.every((kind) => kind === "share" || kind === "change") && (operator === "-" || kinds.includes("change")))
    return operator === "-" ? shareDifference(a.words, b.words) : ofChanges;
  if (operator === "+" && kinds.includes("per")) return ofPer;
  const same = alike(a.unit, b.unit);
  return same ? joined(same) : unlike(operator === "+" ? "A sum" : "A difference", a, b);
}

/** Where a share's sign is turned: the same trap as a difference of shares. */
export const negatedUnit = (a: Side): Joined | Refusal =>
  a.unit?.kind === "share"
    ? shareDifference("a", a.words)
    : a.unit?.kind === "rank"
      ? ofRank("negative")
      : joined(a.unit);

/** The unit of a product. */
export function multipliedUnits(a: Side, b: Side): Joined | Refusal {
  if (a.unit?.kind === "rank" || b.unit?.kind === "rank") return ofRank("multiplied");
  if (isPlain(a.unit)) return joined(b.unit ?? a.unit);
  if (isPlain(b.unit)) return joined(a.unit);
  if (isWholeOf(a.unit, b)) return { kind: "joined", unit: b.unit, perCent: true };
  if (isWholeOf(b.unit, a)) return { kind: "joined", unit: a.unit, perCent: true };
  if (a.unit?.kind === "rate" && b.unit?.kind === "rate") return crossedRates(a, b);
  if (a.unit?.kind === "rate") return convertedUnits("*", b, a);
  if (b.unit?.kind === "rate") return convertedUnits("*", a, b);
  return noProduct(a, b);
}

function noProduct(a: Side, b: Side): Refusal {
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
  if (a.unit?.kind === "rank" || b.unit?.kind === "rank") return ofRank("divided");
  if (isPlain(b.unit)) return joined(a.unit ?? b.unit);
  if (a.unit === undefined || b.unit === undefined) return ofBareNumber("A bare number is divided by one with a unit");
  if (comparable(a.unit, b.unit)) return joined(RATIO);
  return b.unit.kind === "rate" && a.unit.kind !== "rate" ? convertedUnits("/", a, b) : quotientOf(a, b);
}

/** The unit of pp(a, b): percentage points, of two shares or two per cent changes. */
export function pointsUnits(a: Side, b: Side): Joined | Refusal {
  const kind = a.unit?.kind;
  if ((kind === "share" || kind === "change") && kind === b.unit?.kind) return joined({ kind: "points" });
  return notFor([a, b]) ?? refusal("pp takes two shares", "write a - b for the difference of other numbers");
}

/** The unit of change(new, old): per cent, of two numbers of one unit. */
export function changeUnits(a: Side, b: Side): Joined | Refusal {
  if (
    !a.unit ||
    !b.unit ||
    ![a.unit, b.unit].every(({ kind }) => kind !== "rank" && kind !== "points" && kind !== "change")
  )
    return (
      notFor([a, b]) ??
      refusal(
        "change takes two amounts, counts, shares, rates or ratios",
        "write pp(a, b) for the difference of two changes",
      )
    );
  return comparable(a.unit, b.unit) ? joined({ kind: "change" }) : unlike("change", a, b);
}

/** The unit of share(part, whole): per cent of the whole. */
export function shareUnits(part: Side, whole: Side): Joined | Refusal {
  if (!part.unit || !whole.unit || !["amount", "count"].includes(part.unit.kind))
    return (
      notFor([part, whole]) ??
      refusal("share takes two amounts or two counts", "write a / b for the ratio of other numbers")
    );
  const of: Whole = whole.figure === undefined ? { words: "the whole" } : { figure: whole.figure };
  return alike(part.unit, whole.unit) ? joined({ kind: "share", of }) : unlike("share", part, whole);
}

/** The unit of per(a, b, each): so much for one of what b counts, by its name, or for so many of them. */
export function perUnits(a: Side, b: Side, each: string | number | undefined): Joined | Refusal {
  const isAbove = a.unit?.kind === "amount" || a.unit?.kind === "count";
  if (!isAbove || b.unit?.kind !== "count")
    return (
      notFor([a, b]) ??
      refusal("per takes an amount or a count, and a count", "write a / b for the ratio of other numbers")
    );
  if (typeof each === "string") return joined({ kind: "per", of: a.unit, size: 1, noun: each });
  if (b.unit.noun === undefined)
    return refusal(
      `${b.words} counts things without a name`,
      "give it the unit count of people, or whatever it counts",
    );
  return joined({ kind: "per", of: a.unit, size: each ?? 1, noun: b.unit.noun });
}

/** The unit of convert(amount, rate): the rate's other currency. */
export function convertUnits(amount: Side, rate: Side): Joined | Refusal {
  if (rate.unit?.kind === "rate")
    return convertedUnits(
      amount.unit?.kind === "amount" && amount.unit.currency === rate.unit.currency ? "/" : "*",
      amount,
      rate,
    );
  return (
    notFor([amount, rate]) ??
    refusal("convert takes an amount and a rate of exchange", "write convert(amount, rate), with a rate as USD per EUR")
  );
}

/** The unit of rescale(amount, scale). */
export function rescaledUnit(a: Side, scale: Scale): Joined | Refusal {
  const amount = amountOf(a.unit);
  if (amount) return joined(a.unit?.kind === "per" ? { ...a.unit, of: { ...amount, scale } } : { ...amount, scale });
  return (
    notFor([a]) ?? refusal("rescale takes an amount of money", "use it where thousands, millions or billions are money")
  );
}

/** The money that a number is, or is for each of something. */
export function amountOf(unit: Unit | undefined): Amount | undefined {
  if (unit?.kind === "per") return amountOf(unit.of);
  return unit?.kind === "amount" ? unit : undefined;
}

/** Why numbers are no good for a function, whatever it is. */
function notFor(sides: readonly Side[]): Refusal | undefined {
  if (sides.some(({ unit }) => unit?.kind === "rank")) return ofRank("calculated with");
  const bare = sides.find(({ unit }) => unit === undefined);
  return bare && ofBareNumber(`${bare.words} is a bare number where one with a unit is needed`);
}

const isPlain = (unit: Unit | undefined): boolean => unit === undefined || unit.kind === "ratio";

/** The unit that two numbers have in common: a count without a noun goes with any count. */
export function alike(a: Unit, b: Unit): Unit | undefined {
  if (sameUnit(a, b)) return a;
  if (a.kind !== "count" || b.kind !== "count") return undefined;
  if (a.noun === undefined) return b;
  return b.noun === undefined ? a : undefined;
}

/** Whether one may be set against the other: shares of any two wholes may. */
const comparable = (a: Unit, b: Unit): boolean =>
  (a.kind === "share" && b.kind === "share") || alike(a, b) !== undefined;
