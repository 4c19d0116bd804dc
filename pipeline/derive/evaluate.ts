import type { Written } from "../model/dataset.ts";
import type { FigureId } from "../model/id.ts";
import { touchesZero, type Interval } from "../model/interval.ts";
import { error, type Problem } from "../model/problem.ts";
import { exactDecimal, HUNDRED, ONE, rational, roundTo, sign, toFixed, type Rational } from "../model/rational.ts";
import type { ProblemCode } from "../model/codes.ts";
import type { Unit } from "../model/unit.ts";
import { spot, wording, type Expression, type Name, type Span, type Sum } from "./formula.ts";
import {
  addQuantities,
  certain,
  divideQuantities,
  multiplyQuantities,
  negateQuantity,
  type Quantity,
} from "./quantity.ts";
import {
  addedUnits,
  changeUnits,
  dividedUnits,
  measure,
  multipliedUnits,
  negatedUnit,
  pointsUnits,
  shareUnits,
  type Joined,
  type Refusal,
  type Side,
} from "./units.ts";

/** A number with its unit; a typed number has none. */
export interface Term {
  readonly quantity: Quantity;
  readonly unit: Unit | undefined;
  readonly figure?: FigureId;
}

/** All that a formula is calculated from. */
export interface Given {
  readonly formula: Written;
  /** The row that it is calculated for. */
  readonly row: string | undefined;
  /** The figures that a name or sum stands for; undefined where it stands for none, which is reported elsewhere. */
  readonly figuresOf: (reference: Name | Sum) => readonly FigureId[] | undefined;
  /** What is known of a figure; nothing where its own formula has a problem. */
  readonly known: ReadonlyMap<FigureId, Term>;
  /** Sums that were calculated before, by the first figure of their column: every row may ask for the same one. */
  readonly sums: Map<FigureId, Term>;
  readonly report: (problem: Problem) => void;
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
    case "name": {
      const [id] = from.figuresOf(expression) ?? [];
      const term = id === undefined ? undefined : from.known.get(id);
      return id === undefined ? undefined : term && { ...term, figure: id };
    }
    case "sum":
      return sumOf(expression, from);
    case "negate": {
      const of = evaluate(expression.of, from);
      const unit =
        of && accepted(negatedUnit(side(of, expression.of, from)), [side(of, expression.of, from)], expression, from);
      return of && unit && { quantity: negateQuantity(of.quantity), unit: unit.unit };
    }
    case "binary":
    case "call":
      return evaluatePair(expression, from);
  }
}

type Pair = Extract<Expression, { readonly kind: "binary" | "call" }>;

function evaluatePair(expression: Pair, from: Given): Term | undefined {
  const [left, right] = expression.kind === "binary" ? [expression.left, expression.right] : expression.arguments;
  const a = evaluate(left, from);
  const b = evaluate(right, from);
  if (!a || !b) return undefined;
  const sides: readonly [Side, Side] = [side(a, left, from), side(b, right, from)];
  const joined = accepted(joinUnits(expression, ...sides), sides, expression, from);
  const quantity = joined && calculate(expression, a.quantity, b.quantity, right, from);
  return (
    quantity && {
      quantity: joined.perCent === true ? multiplyQuantities(quantity, HUNDREDTH) : quantity,
      unit: joined.unit,
    }
  );
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
  }
}

const HUNDREDTH = certain(rational(1n, 100n));
const PER_CENT = certain(HUNDRED);
const MINUS_ONE = certain({ n: -ONE.n, d: ONE.d });

function calculate(expression: Pair, a: Quantity, b: Quantity, divisor: Expression, from: Given): Quantity | undefined {
  switch (expression.kind === "binary" ? expression.operator : expression.function) {
    case "+":
      return addQuantities([a, b]);
    case "-":
    case "pp":
      return addQuantities([a, negateQuantity(b)]);
    case "*":
      return multiplyQuantities(a, b);
    case "/":
      return divided(a, b, divisor, from);
    case "share": {
      const quotient = divided(a, b, divisor, from);
      return quotient && multiplyQuantities(quotient, PER_CENT);
    }
    case "change": {
      const quotient = divided(a, b, divisor, from);
      if (!quotient || !risesFrom(b, divisor, from)) return undefined;
      return multiplyQuantities(addQuantities([quotient, MINUS_ONE]), PER_CENT);
    }
  }
}

function divided(a: Quantity, b: Quantity, divisor: Expression, from: Given): Quantity | undefined {
  if (!touchesZero(b.interval)) return divideQuantities(a, b);
  const words = wording(from.formula, divisor);
  const message = `${words} may be zero${inRow(from)}, and nothing can be divided by zero`;
  return refuse(from, divisor, {
    code: "formula/divides-by-zero",
    message,
    hint: "divide by a number that rounding keeps away from zero",
    arithmetic: `${words} is ${spread(b.interval)}`,
  });
}

function risesFrom(base: Quantity, words: Expression, from: Given): boolean {
  if (sign(base.interval.lo) > 0) return true;
  const message = `${wording(from.formula, words)} is below zero${inRow(from)}: a rise from it would look like a fall in per cent`;
  refuse(from, words, {
    code: "formula/negative-base",
    message,
    hint: "write new - old for the difference",
    arithmetic: `${wording(from.formula, words)} is ${spread(base.interval)}`,
  });
  return false;
}

function sumOf(expression: Sum, from: Given): Term | undefined {
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
  const sum = { quantity: addQuantities(terms.map((term) => term.quantity)), unit };
  if (first !== undefined) from.sums.set(first, sum);
  return sum;
}

const side = (term: Term, expression: Expression, { formula }: Given): Side => ({
  words: wording(formula, expression),
  unit: term.unit,
  ...(term.figure === undefined ? {} : { figure: term.figure }),
});

function accepted(verdict: Joined | Refusal, sides: readonly Side[], span: Span, from: Given): Joined | undefined {
  if (verdict.kind === "joined") return verdict;
  const { code, message, hint } = verdict;
  return refuse(from, span, { code, message, hint, arithmetic: sides.map(measure).join("; ") });
}

interface Told {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
  readonly arithmetic?: string;
}

function refuse(from: Given, span: Span, { code, message, hint, arithmetic }: Told): undefined {
  from.report(error(code, spot(from.formula, span), message, { hint, arithmetic }));
  return undefined;
}

const inRow = ({ row }: Given): string => (row === undefined ? "" : ` in row ${row}`);

/** An interval in plain digits, rounded outward where no finite decimal is exact. */
function spread({ lo, hi }: Interval): string {
  const low = exactDecimal(lo) ?? toFixed(roundTo(lo, 4, "down"), 4);
  const high = exactDecimal(hi) ?? toFixed(roundTo(hi, 4, "up"), 4);
  return low === high ? low : `${low} to ${high}`;
}

const MOST_DIGITS = 5000;
const TOO_LARGE = 10n ** BigInt(MOST_DIGITS);

/** A bound on work: numbers that are squared again and again double their digits each time. */
const fits = ({ value, interval }: Quantity): boolean => [value, interval.lo, interval.hi].every(isShort);
const isShort = ({ n, d }: Rational): boolean => n < TOO_LARGE && n > -TOO_LARGE && d < TOO_LARGE;
