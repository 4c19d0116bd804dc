import type { Expression, Reference } from "./formula.ts";

/**
 * Whether a formula says how much something changed, or how far two numbers are apart: a difference, `pp` and `change`,
 * and what follows from one. What was and what changed together are a level again, as `before + rise` and `now - rise`.
 */
export function isChange(expression: Expression, isGivenSo: (of: Reference) => boolean): boolean {
  const is = (part: Expression): boolean => isChange(part, isGivenSo);
  switch (expression.kind) {
    case "number":
      return false;
    case "name":
    case "sum":
    case "previous":
      return isGivenSo(expression);
    case "rescale":
    case "negate":
      return is(expression.of);
    case "binary":
      return joins(expression, is);
    case "call": {
      const [first, second] = expression.arguments;
      if (expression.function === "share") return is(first) && !is(second);
      return expression.function === "convert" || expression.function === "per" ? is(first) : true;
    }
  }
}

type Binary = Extract<Expression, { readonly kind: "binary" }>;

function joins({ operator, left, right }: Binary, is: (part: Expression) => boolean): boolean {
  switch (operator) {
    case "*":
      return is(left) || is(right);
    case "/":
      return is(left) && !is(right);
    case "-":
      return is(left) || !is(right);
    case "+":
      // A number below zero takes away: what is added to it is set against it.
      if (right.kind === "negate") return is(left) || !is(right);
      return left.kind === "negate" ? is(right) || !is(left) : is(left) && is(right);
  }
}
