import { compare, HUNDRED, sign } from "../model/rational.ts";
import type { Interval } from "../model/interval.ts";
import { warning, type Problem } from "../model/problem.ts";
import { evaluate, type Given, type Term } from "./evaluate.ts";
import { callsIn, spot, wording, type Call } from "./formula.ts";
import { inRow, spread } from "./reports.ts";
import type { Task } from "./tasks.ts";

/** Shares that no part has of its whole, however its numbers were rounded: doubts that an author accepts. */
export function impossibleShares(task: Task, { quantity }: Term, from: Given): readonly Problem[] {
  const quiet = { ...from, report: (): void => undefined };
  return callsIn(task.expression).flatMap((call) => {
    if (call.function !== "share") return [];
    const share = call === task.expression ? quantity : evaluate(call, quiet)?.quantity;
    const isWrong = share && (compare(share.interval.lo, HUNDRED) > 0 || sign(share.interval.hi) < 0);
    return isWrong ? [report(call, share.interval, task, quiet)] : [];
  });
}

function report(call: Call, share: Interval, task: Task, from: Given): Problem {
  const { formula, name } = task.definition;
  const [part, whole] = call.arguments.map((each) => wording(formula, each));
  const [a, b] = call.arguments.map((each) => evaluate(each, from)?.quantity.interval);
  const message =
    sign(share.hi) < 0
      ? `${part} and ${whole} lie on two sides of zero${inRow(from)}, and no part is below zero`
      : `${part} is larger than ${whole}${inRow(from)}, and no part is larger than its whole`;
  return warning("formula/no-part", spot(formula, call), message, {
    arithmetic: `${part} is ${spread(a ?? share)}, ${whole} is ${spread(b ?? share)}; the share is ${spread(share)} per cent`,
    hint: `write ${grouped(part)} / ${grouped(whole)} for a ratio; or accept this warning in brief.yaml with a reason`,
    about: [`${task.dataset}.${name}`],
  });
}

/** A part of a formula as an operand: in parentheses, unless it is one name. */
const grouped = (words = ""): string => (/^[\w.]+$/.test(words) ? words : `(${words})`);
