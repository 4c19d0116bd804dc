import type { Figure } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import { warning, type Problem } from "../model/problem.ts";
import type { Task } from "./tasks.ts";

/** A formula that sets what was done against what was planned: a doubt that an author accepts with a reason. */
export function mixedBasis(task: Task, figures: ReadonlyMap<FigureId, Figure>): readonly Problem[] {
  const bases = new Set(task.from.map((id) => figures.get(id)?.basis));
  if (!bases.has("outturn") || !bases.has("plan")) return [];
  const { formula, name } = task.definition;
  const message = `"${formula.text}" sets what was planned against what was done`;
  const hint = "take both from the outturn; or accept this warning in brief.yaml with a reason, and tell the reader";
  return [warning("basis/mixed", formula.place, message, { hint, about: [`${task.dataset}.${name}`] })];
}
