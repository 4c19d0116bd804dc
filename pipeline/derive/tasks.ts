import type { Definition } from "../model/dataset.ts";
import { byCodeUnit, type DatasetId, type FigureId } from "../model/id.ts";
import type { Problem } from "../model/problem.ts";
import { references, type Expression, type Reference } from "./formula.ts";
import { madeBy, type Directory, type Names } from "./names.ts";
import { parseFormula } from "./parse.ts";
import { resolve, unknownName, type Scope } from "./resolve.ts";

/** One figure that is to be calculated: a formula, once or for one row, with the figures that its names stand for. */
export interface Task {
  readonly id: FigureId;
  readonly dataset: DatasetId;
  readonly definition: Definition;
  readonly expression: Expression;
  readonly row: string | undefined;
  /** The period of the row. */
  readonly period: string | undefined;
  /** No figures for what goes before the first period. */
  readonly meant: ReadonlyMap<Reference, readonly FigureId[]>;
  /** The figures that the formula names, in code unit order. */
  readonly from: readonly FigureId[];
}

/** The figures that a definition makes. Formulas that cannot be read and names that stand for nothing are reported. */
export function tasksOf(
  definition: Definition,
  names: Names,
  directory: Directory,
  report: (problem: Problem) => void,
): readonly Task[] {
  const unread: Problem[] = [];
  const expression = parseFormula(definition.formula, unread);
  unread.forEach(report);
  if (!expression) return [];
  const used = references(expression);
  const made = madeBy(names.dataset, definition);
  const scope = { names, directory, row: undefined, formula: definition.formula };
  // A sum is the same in every row, and may be long.
  const sums = made.length === 0 ? NOTHING : meantBy(used.filter(isSum), scope, report);
  const summed = inIdOrder([...sums.values()].flat());
  const others = used.filter((each) => !isSum(each));
  return made.map(({ id, row, period }) => {
    const own = meantBy(others, { ...scope, row }, report);
    const from = own.size === 0 ? summed : inIdOrder([...summed, ...[...own.values()].flat()]);
    const meant = new Map(
      used.flatMap((each): [Reference, readonly FigureId[]][] => {
        const ids = sums.get(each) ?? own.get(each);
        return ids ? [[each, ids]] : [];
      }),
    );
    return { id, dataset: names.dataset.id, definition, expression, row, period, meant, from };
  });
}

const NOTHING: Task["meant"] = new Map();
const isSum = ({ kind }: Reference): boolean => kind === "sum";
const inIdOrder = (ids: readonly FigureId[]): readonly FigureId[] => [...new Set(ids)].toSorted(byCodeUnit);

function meantBy(used: readonly Reference[], scope: Scope, report: (problem: Problem) => void): Task["meant"] {
  const meant = new Map<Reference, readonly FigureId[]>();
  for (const reference of used) {
    const ids = resolve(reference, scope);
    if (ids) meant.set(reference, ids);
    else report(unknownName(reference, scope));
  }
  return meant;
}
