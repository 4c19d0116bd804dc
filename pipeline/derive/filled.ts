import type { Written } from "../model/dataset.ts";
import type { Figure } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import {
  absolute,
  compare,
  exactDecimal,
  ONE,
  multiply,
  powerOfTen,
  sign,
  toFixed,
  type Rational,
} from "../model/rational.ts";
import { references, type Expression, type Reference } from "./formula.ts";

const MOST_TERMS = 6;

/** A formula with the numbers in place of the names: `33.81 - 27.3`, or `sum(8, 7, 30, 4, 9, 42)`. */
export function filled(
  formula: Written,
  expression: Expression,
  meant: ReadonlyMap<Reference, readonly FigureId[]>,
  figures: ReadonlyMap<FigureId, Figure>,
): string {
  let text = "";
  let at = 0;
  for (const reference of references(expression)) {
    text += formula.text.slice(at, reference.start);
    const ids = meant.get(reference) ?? [];
    const numbers = ids.slice(0, MOST_TERMS).map((id) => numberOf(figures.get(id)));
    const more = ids.length > MOST_TERMS ? ", …" : "";
    text += reference.kind === "sum" ? `sum(${numbers.join(", ")}${more})` : signed(numbers[0] ?? "", text);
    at = reference.end;
  }
  return text + formula.text.slice(at);
}

/** A number below zero in parentheses where a sign stands before it. */
const signed = (number: string, before: string): string =>
  number.startsWith("-") && /[-+*/]\s*$/.test(before) ? `(${number})` : number;

function numberOf(figure: Figure | undefined): string {
  if (!figure) return "";
  return figure.given?.text ?? short(figure.value);
}

const DECIMALS = 4;

/** Four decimals, or four digits of a number that is nearer to zero; fewer where these are exact. */
function short(value: Rational): string {
  const exact = exactDecimal(value);
  let decimals = DECIMALS;
  if (sign(value) !== 0)
    while (compare(multiply(absolute(value), powerOfTen(decimals + 1 - DECIMALS)), ONE) < 0) decimals += 1;
  const exactDecimals = exact?.split(".")[1]?.length ?? 0;
  return exact !== undefined && exactDecimals <= decimals ? exact : toFixed(value, decimals);
}
