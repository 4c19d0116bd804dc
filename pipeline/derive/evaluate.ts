import type { FigureId } from "../model/id.ts";
import { powerOfTen, type Rational } from "../model/rational.ts";
import { SCALES, type Scale, type Unit } from "../model/unit.ts";
import { calculate, type Pair } from "./calculate.ts";
import { wording, type Expression, type Reference, type Span } from "./formula.ts";
import { addQuantities, certain, multiplyQuantities, negateQuantity, type Quantity } from "./quantity.ts";
import type { Refusal } from "./refusals.ts";
import { inRow, refuse, type Reporting } from "./reports.ts";
import {
  addedUnits,
  amountOf,
  changeUnits,
  convertUnits,
  dividedUnits,
  measure,
  multipliedUnits,
  negatedUnit,
  perUnits,
  pointsUnits,
  rescaledUnit,
  shareUnits,
  type Joined,
  type Side,
} from "./units.ts";

/** A number with its unit; a typed number has none. */
export interface Term {
  readonly quantity: Quantity;
  readonly unit: Unit | undefined;
  readonly figure?: FigureId;
  /** The rate of exchange in it that has no date. */
  readonly undated?: string;
}

/** All that a formula is calculated from; none of it is a gap. */
export interface Given extends Reporting {
  /** The figures that a reference stands for; undefined where it stands for none, which is reported elsewhere. */
  readonly figuresOf: (reference: Reference) => readonly FigureId[] | undefined;
  /** What is known of a figure; nothing where its own formula has a problem. */
  readonly known: ReadonlyMap<FigureId, Term>;
  /** Sums that were calculated before, by the first figure of their column: every row may ask for the same one. */
  readonly sums: Map<FigureId, Term>;
}

/** What an expression comes to; undefined where something stands in the way, which is reported unless it was before. */
export function evaluate(expression: Expression, from: Given): Term | undefined {
  const term = evaluateNode(expression, from);
  if (!term || fits(term.quantity)) return term;
  return refuse(from, expression, {
    code: "formula/too-large",
    message: `This comes to a number of more than ${MOST_DIGITS} digits${inRow(from)}`,
    hint: "use smaller numbers, or multiply fewer of them",
  });
}

function evaluateNode(expression: Expression, from: Given): Term | undefined {
  switch (expression.kind) {
    case "number":
      return { quantity: certain(expression.value), unit: undefined };
    case "name":
    case "previous": {
      const [id] = from.figuresOf(expression) ?? [];
      const term = id === undefined ? undefined : from.known.get(id);
      return id === undefined ? undefined : term && { ...term, figure: id };
    }
    case "sum":
      return sumOf(expression, from);
    case "negate":
      return evaluateOne(expression.of, expression, from, negatedUnit, negateQuantity);
    case "rescale": {
      const { scale } = expression;
      const unitOf = (of: Side): Joined | Refusal => rescaledUnit(of, scale);
      return evaluateOne(expression.of, expression, from, unitOf, (quantity, unit) =>
        multiplyQuantities(quantity, scaleFactor(amountOf(unit)?.scale ?? scale, scale)),
      );
    }
    case "binary":
    case "call":
      return evaluatePair(expression, from);
  }
}

/** How many of one scale make one of another: a thousand millions a billion. */
export function scaleFactor(from: Scale, to: Scale): Quantity {
  return certain(powerOfTen(3 * (SCALES.indexOf(from) - SCALES.indexOf(to))));
}

function evaluateOne(
  of: Expression,
  whole: Span,
  from: Given,
  unitOf: (of: Side) => Joined | Refusal,
  calculated: (quantity: Quantity, unit: Unit | undefined) => Quantity,
): Term | undefined {
  const term = evaluate(of, from);
  if (!term) return undefined;
  const only = side(term, of, from);
  const joined = accepted(unitOf(only), [only], whole, from);
  return joined && { quantity: calculated(term.quantity, term.unit), unit: joined.unit, ...undatedOf([term]) };
}

function evaluatePair(expression: Pair, from: Given): Term | undefined {
  const [left, right] = expression.kind === "binary" ? [expression.left, expression.right] : expression.arguments;
  const a = evaluate(left, from);
  const b = evaluate(right, from);
  if (!a || !b) return undefined;
  const sides: readonly [Side, Side] = [side(a, left, from), side(b, right, from)];
  const joined = accepted(joinUnits(expression, ...sides), sides, expression, from);
  const quantity = joined && calculate(expression, [a.quantity, b.quantity], joined, from);
  return quantity && { quantity, unit: joined.unit, ...undatedOf([a, b]) };
}

function joinUnits(expression: Pair, a: Side, b: Side): Joined | Refusal {
  switch (expression.kind === "binary" ? expression.operator : expression.function) {
    case "+":
      return addedUnits("+", a, b);
    case "-":
      return addedUnits("-", a, b);
    case "*":
      return multipliedUnits(a, b);
    case "/":
      return dividedUnits(a, b);
    case "pp":
      return pointsUnits(a, b);
    case "change":
      return changeUnits(a, b);
    case "share":
      return shareUnits(a, b);
    case "per":
      return perUnits(a, b, expression.kind === "call" ? expression.each : undefined);
    case "convert":
      return convertUnits(a, b);
  }
}

function sumOf(expression: Reference, from: Given): Term | undefined {
  const ids = from.figuresOf(expression);
  const [first] = ids ?? [];
  const before = first === undefined ? undefined : from.sums.get(first);
  if (!ids || before) return before;
  const terms = ids.map((id) => from.known.get(id)).filter((term) => term !== undefined);
  if (terms.length < ids.length) return undefined;
  let unit = terms[0]?.unit;
  for (const [index, term] of terms.entries()) {
    const sides = [
      { words: first ?? "", unit },
      { words: ids[index] ?? "", unit: term.unit },
    ] as const;
    const joined = accepted(addedUnits("+", ...sides), sides, expression, from);
    if (!joined) return undefined;
    unit = joined.unit;
  }
  const sum = { quantity: addQuantities(terms.map((term) => term.quantity)), unit, ...undatedOf(terms) };
  if (first !== undefined) from.sums.set(first, sum);
  return sum;
}

function undatedOf(terms: readonly Term[]): Pick<Term, "undated"> {
  const undated = terms.find((term) => term.undated !== undefined)?.undated;
  return undated === undefined ? {} : { undated };
}

const side = (term: Term, expression: Expression, { formula }: Given): Side => ({
  words: wording(formula, expression),
  unit: term.unit,
  ...(term.figure === undefined ? {} : { figure: term.figure }),
  ...undatedOf([term]),
});

function accepted(verdict: Joined | Refusal, sides: readonly Side[], span: Span, from: Given): Joined | undefined {
  if (verdict.kind === "joined") return verdict;
  const { code, message, hint } = verdict;
  return refuse(from, span, { code, message, hint, arithmetic: sides.map(measure).join("; ") });
}

const MOST_DIGITS = 5000;
const TOO_LARGE = 10n ** BigInt(MOST_DIGITS);
const TOO_SMALL = -TOO_LARGE;

/** A bound on work: numbers that are squared again and again double their digits each time. */
const fits = ({ value, interval }: Quantity): boolean => [value, interval.lo, interval.hi].every(isShort);
const isShort = ({ n, d }: Rational): boolean => n < TOO_LARGE && n > TOO_SMALL && d < TOO_LARGE;
