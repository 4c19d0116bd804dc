import { byCodeUnit } from "../model/id.ts";
import { error, type Problem } from "../model/problem.ts";
import { spot } from "./formula.ts";
import type { Task } from "./tasks.ts";

/** A problem for each circle of formulas; circles that differ only in their row are one. */
export function circleProblems(circles: readonly (readonly Task[])[]): readonly Problem[] {
  const found = new Map<string, Problem>();
  for (const circle of circles) {
    const turned = fromFirst(circle);
    const names = turned.map(nameOf);
    const key = names.join(" ");
    if (!found.has(key)) found.set(key, circleProblem(turned, names));
  }
  return [...found.values()];
}

const nameOf = (task: Task): string => `${task.dataset}.${task.definition.name}`;

/** The same circle, begun at the name that comes first in code unit order. */
function fromFirst(circle: readonly Task[]): readonly Task[] {
  const first = circle.map(nameOf).toSorted(byCodeUnit)[0];
  const at = circle.findIndex((task) => nameOf(task) === first);
  return [...circle.slice(at), ...circle.slice(0, at)];
}

function circleProblem(circle: readonly Task[], names: readonly string[]): Problem {
  const [task] = circle;
  const next = circle[1] ?? task;
  if (!task || !next) throw new RangeError("a circle has at least one figure");
  const reference = [...task.meant].find(([, ids]) => ids.includes(next.id))?.[0] ?? task.expression;
  const message =
    circle.length === 1 ? `${names.join("")} rests on itself` : `These formulas rest on each other in a circle`;
  return error("formula/cycle", spot(task.definition.formula, reference), message, {
    arithmetic: [...names, names[0]].join(" → "),
    hint: "write one of them from given figures alone",
  });
}
