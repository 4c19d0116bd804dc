import { touchesZero } from "../model/interval.ts";
import { HUNDRED, ONE, rational, sign } from "../model/rational.ts";
import { wording, type Expression } from "./formula.ts";
import {
  addQuantities,
  certain,
  divideQuantities,
  multiplyQuantities,
  negateQuantity,
  type Quantity,
} from "./quantity.ts";
import { inRow, refuse, spread, type Reporting } from "./reports.ts";
import type { Joined } from "./units.ts";

/** An operation or function of two numbers. */
export type Pair = Extract<Expression, { readonly kind: "binary" | "call" }>;

export const HUNDREDTH = certain(rational(1n, 100n));
const PER_CENT = certain(HUNDRED);
const MINUS_ONE = certain({ n: -ONE.n, d: ONE.d });

/** What two numbers come to; undefined, and reported, where the second may be zero or below zero and must not be. */
export function calculate(
  expression: Pair,
  [a, b]: readonly [Quantity, Quantity],
  joined: Joined,
  from: Reporting,
): Quantity | undefined {
  const divisor = expression.kind === "binary" ? expression.right : expression.arguments[1];
  switch (expression.kind === "binary" ? expression.operator : expression.function) {
    case "+":
      return addQuantities([a, b]);
    case "-":
    case "pp":
      return addQuantities([a, negateQuantity(b)]);
    case "*":
      return joined.perCent === true
        ? multiplyQuantities(multiplyQuantities(a, b), HUNDREDTH)
        : multiplyQuantities(a, b);
    case "/":
      return divided(a, b, divisor, from);
    case "convert":
      return joined.divides === true ? divided(a, b, divisor, from) : multiplyQuantities(a, b);
    case "per": {
      const size = expression.kind === "call" && typeof expression.each === "number" ? expression.each : 1;
      const quotient = divided(a, b, divisor, from);
      return quotient && multiplyQuantities(quotient, certain(rational(BigInt(size), 1n)));
    }
    case "share": {
      const quotient = divided(a, b, divisor, from);
      return quotient && multiplyQuantities(quotient, PER_CENT);
    }
    case "change": {
      const quotient = divided(a, b, divisor, from);
      return quotient && risesFrom(b, divisor, from) ? changeOf(quotient) : undefined;
    }
  }
}

/** The change in per cent of a number that is so many times what it was. */
export const changeOf = (quotient: Quantity): Quantity =>
  multiplyQuantities(addQuantities([quotient, MINUS_ONE]), PER_CENT);

function divided(a: Quantity, b: Quantity, divisor: Expression, from: Reporting): Quantity | undefined {
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

function risesFrom(base: Quantity, words: Expression, from: Reporting): boolean {
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
