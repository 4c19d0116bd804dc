import type { ProblemCode } from "../model/codes.ts";
import type { Written } from "../model/dataset.ts";
import type { Interval } from "../model/interval.ts";
import { error, type Problem } from "../model/problem.ts";
import { exactDecimal, roundTo, toFixed } from "../model/rational.ts";
import { spot, type Span } from "./formula.ts";

/** Where the problems of a formula go, and what they tell of it. */
export interface Reporting {
  readonly formula: Written;
  /** The row that it is calculated for. */
  readonly row: string | undefined;
  readonly report: (problem: Problem) => void;
}

interface Told {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
  readonly arithmetic?: string;
}

/** Reports what stands in the way of a part of a formula. */
export function refuse(from: Reporting, span: Span, { code, message, hint, arithmetic }: Told): undefined {
  from.report(error(code, spot(from.formula, span), message, { hint, arithmetic }));
  return undefined;
}

/** The row that a formula has a problem in, for a message. */
export const inRow = ({ row }: Reporting): string => (row === undefined ? "" : ` in row ${row}`);

/** An interval in plain digits, rounded outward where no finite decimal is exact. */
export function spread({ lo, hi }: Interval): string {
  const low = exactDecimal(lo) ?? toFixed(roundTo(lo, 4, "down"), 4);
  const high = exactDecimal(hi) ?? toFixed(roundTo(hi, 4, "up"), 4);
  return low === high ? low : `${low} to ${high}`;
}
