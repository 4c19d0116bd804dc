import type { Absence, Gap } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import type { Task } from "./tasks.ts";

type Reason = Pick<Gap, "absence" | "symbol">;

/** Of several reasons, the one that counts comes first: nobody may know, nobody knows, there is nothing. */
const IN_ORDER: readonly Absence[] = ["confidential", "missing", "not-applicable"];

/** What stands for a period before the first one. */
const NOTHING_BEFORE: Reason = { absence: "not-applicable", symbol: "z" };

/** The gap that a formula makes when it rests on one; undefined when it rests on none. */
export function derivedGap(task: Task, gaps: ReadonlyMap<FigureId, Gap>): Gap | undefined {
  const { meant } = task;
  if (gaps.size === 0 && ![...meant.values()].some((ids) => ids.length === 0)) return undefined;
  const reasons = [...meant.values()].flatMap((ids): readonly Reason[] =>
    ids.length === 0 ? [NOTHING_BEFORE] : ids.flatMap((id) => gaps.get(id) ?? []),
  );
  const [first] = IN_ORDER.flatMap((absence) => reasons.find((each) => each.absence === absence) ?? []);
  if (!first) return undefined;
  const { definition, id, from } = task;
  return {
    id,
    absence: first.absence,
    symbol: first.symbol,
    place: definition.place,
    formula: definition.formula.text,
    from,
  };
}
