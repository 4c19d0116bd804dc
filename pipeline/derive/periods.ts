import type { Figure } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import { isLater, mayMeet } from "../model/period.ts";
import { warning, type Problem } from "../model/problem.ts";
import { callsIn, references, spot, wording, type Call, type Expression } from "./formula.ts";
import type { Task } from "./tasks.ts";

/** Formulas that take two periods the wrong way round, or a share of another period's whole: doubts that an author accepts. */
export function mixedPeriods(task: Task, figures: ReadonlyMap<FigureId, Figure>): readonly Problem[] {
  return callsIn(task.expression).flatMap((call) => {
    const [first, second] = call.arguments.map((each) => periodOf(each, task, figures));
    if (first === undefined || second === undefined) return [];
    if (call.function === "share" || call.function === "per")
      return mayMeet(first, second) ? [] : [ofAnother(call, [first, second], task)];
    return call.function !== "convert" && isLater(second, first) ? [turnedRound(call, [first, second], task)] : [];
  });
}

/** The period of all figures that a part of a formula rests on, where they have one and the same. */
function periodOf(part: Expression, { meant }: Task, figures: ReadonlyMap<FigureId, Figure>): string | undefined {
  let common: string | undefined;
  // A plain loop, since every row of a long table may rest on a sum over all of them.
  for (const reference of references(part)) {
    for (const id of meant.get(reference) ?? []) {
      const period = figures.get(id)?.period;
      if (period === undefined || period !== (common ?? period)) return undefined;
      common = period;
    }
  }
  return common;
}

type Periods = readonly [first: string, second: string];

function turnedRound(call: Call, periods: Periods, task: Task): Problem {
  const [newer, older] = wordsOf(call, task);
  return doubt(call, periods, task, {
    message: `"${wording(task.definition.formula, call)}" goes back in time: the newer number comes first in ${call.function}`,
    hint: `write ${call.function}(${older}, ${newer})`,
  });
}

function ofAnother(call: Call, periods: Periods, task: Task): Problem {
  const isShare = call.function === "share";
  const what = isShare ? "is a share of the whole of another period" : "counts each of another period";
  return doubt(call, periods, task, {
    message: `"${wording(task.definition.formula, call)}" ${what}`,
    hint: `take ${isShare ? "part and whole" : "both numbers"} from one period`,
  });
}

const wordsOf = (call: Call, { definition }: Task): readonly string[] =>
  call.arguments.map((each) => wording(definition.formula, each));

function doubt(
  call: Call,
  [first, second]: Periods,
  task: Task,
  { message, hint }: { readonly message: string; readonly hint: string },
): Problem {
  const { formula, name } = task.definition;
  const [a, b] = wordsOf(call, task);
  return warning("formula/periods", spot(formula, call), message, {
    arithmetic: `${a} is of ${first}, and ${b} of ${second}`,
    hint: `${hint}; or accept this warning in brief.yaml with a reason`,
    about: [`${task.dataset}.${name}`],
  });
}
