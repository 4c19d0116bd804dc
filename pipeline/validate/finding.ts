import type { ProblemCode } from "../model/codes.ts";
import type { Loaded } from "../model/brief.ts";
import type { Figure } from "../model/figure.ts";
import type { Problem } from "../model/problem.ts";
import type { Rational } from "../model/rational.ts";

/** A given number that may be the wrong one. */
export interface Suspect {
  readonly figure: Figure;
  /** The value that would mend it exactly, where there is just one. */
  readonly wanted?: Rational;
}

/** A problem, and the numbers of which one may be mistyped. */
export interface Finding {
  readonly problem: Problem;
  readonly suspects: readonly Suspect[];
}

/** A question that is asked of a brief's given numbers: it can be left out, and asked again with a number replaced. */
export interface Rule {
  readonly codes: readonly ProblemCode[];
  hold(brief: Loaded): readonly Finding[];
}

/** A finding for which no number is to blame. */
export const plainFinding = (problem: Problem): Finding => ({ problem, suspects: [] });

/** What tells two findings apart. */
export const findingKey = ({ problem }: Finding): string =>
  JSON.stringify([problem.code, problem.about ?? problem.place]);
