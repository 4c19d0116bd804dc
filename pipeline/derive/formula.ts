import type { Rational } from "../model/rational.ts";
import type { Written } from "../model/dataset.ts";
import type { Place } from "../model/place.ts";
import type { Scale } from "../model/unit.ts";

/** Where a part of a formula stands in its text, in UTF-16 units from 0. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A name as a formula writes it: `share_2021`, `research.share_2021` or `anso.research.share_2021`. */
export interface Name extends Span {
  readonly kind: "name";
  readonly path: readonly string[];
}

/** The sum of a column over all rows of its dataset. */
export interface Sum extends Span {
  readonly kind: "sum";
  readonly column: Name;
}

/** The number of a column in the period before, for the same id. */
export interface Previous extends Span {
  readonly kind: "previous";
  readonly column: Name;
}

/** A part of a formula that stands for figures. */
export type Reference = Name | Sum | Previous;

export type Operator = "+" | "-" | "*" | "/";
/** The functions of two numbers. */
export const FUNCTIONS = ["pp", "change", "share", "convert", "per"] as const;

/** A formula, read: numbers, names, the four operations and the functions that formulas know. */
export type Expression =
  | ({ readonly kind: "number"; readonly value: Rational } & Span)
  | Reference
  | ({ readonly kind: "rescale"; readonly of: Expression; readonly scale: Scale } & Span)
  | ({ readonly kind: "negate"; readonly of: Expression } & Span)
  | ({
      readonly kind: "binary";
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    } & Span)
  | Call;

/** A function of two numbers. */
export interface Call extends Span {
  readonly kind: "call";
  readonly function: (typeof FUNCTIONS)[number];
  readonly arguments: readonly [Expression, Expression];
  /** Of `per`, what the first number is set against: one, by its name, or so many of what the second counts. */
  readonly each?: string | number;
}

/**
 * The place of a part of a formula. Right for a scalar on one line, plain or quoted; where escapes or line breaks
 * make the source another length than the text, the place is that of the whole formula.
 */
export function spot(formula: Written, span: Span): Place {
  const { file, line, column, length = formula.text.length } = formula.place;
  const quotes = length - formula.text.length;
  if (quotes !== 0 && quotes !== 2) return formula.place;
  return { file, line, column: column + quotes / 2 + span.start, length: Math.max(span.end - span.start, 1) };
}

/** The words of a part of a formula, as typed. */
export const wording = (formula: Written, span: Span): string => formula.text.slice(span.start, span.end);

/** The parts of an expression that stand for figures, in the order of writing. */
export function references(expression: Expression): readonly Reference[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "name":
    case "sum":
    case "previous":
      return [expression];
    case "negate":
    case "rescale":
      return references(expression.of);
    case "binary":
      return [...references(expression.left), ...references(expression.right)];
    case "call":
      return expression.arguments.flatMap(references);
  }
}

/** The functions of two numbers in an expression, outer before inner. */
export function callsIn(expression: Expression): readonly Call[] {
  switch (expression.kind) {
    case "number":
    case "name":
    case "sum":
    case "previous":
      return [];
    case "negate":
    case "rescale":
      return callsIn(expression.of);
    case "binary":
      return [...callsIn(expression.left), ...callsIn(expression.right)];
    case "call":
      return [expression, ...expression.arguments.flatMap(callsIn)];
  }
}
