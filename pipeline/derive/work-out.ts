import type { Validated } from "../model/brief.ts";
import { FLAGS, type Figure, type Flag, type Gap } from "../model/figure.ts";
import { byCodeUnit, type FigureId, type SourceId } from "../model/id.ts";
import type { Problem } from "../model/problem.ts";
import { mixedBasis } from "./basis.ts";
import { withBehind, type Points } from "./behind.ts";
import { isChange } from "./changes.ts";
import { evaluate, type Given, type Term } from "./evaluate.ts";
import type { Reference } from "./formula.ts";
import { filled } from "./filled.ts";
import { derivedGap } from "./gaps.ts";
import { given } from "./quantity.ts";
import { impossibleShares } from "./parts.ts";
import { mixedPeriods } from "./periods.ts";
import { isUndated } from "./rates.ts";
import type { Task } from "./tasks.ts";

/** All figures and gaps, given and derived. */
export interface WorkedOut {
  readonly figures: ReadonlyMap<FigureId, Figure>;
  readonly gaps: ReadonlyMap<FigureId, Gap>;
  /** Of a family, the members whose own rows a formula cannot be worked out for. */
  readonly stopped: ReadonlyMap<string, readonly Problem[]>;
}

/**
 * Calculates formulas, each after those that it rests on. A formula with a problem makes nothing, nor does one that
 * rests on it; one that rests on a gap makes a gap.
 */
export function workOut(brief: Validated, tasks: readonly Task[], tell: (problem: Problem) => void): WorkedOut {
  const figures = new Map(brief.given);
  const gaps = new Map(brief.givenGaps);
  const known = new Map([...brief.given].map(([id, figure]): [FigureId, Term] => [id, givenTerm(figure)]));
  const sums = new Map<FigureId, Term>();
  const points: Points[] = [];
  const owner = ownerOf(brief);
  const stopped = new Map(brief.family?.stopped);
  for (const task of tasks) {
    const key = owner(task);
    const found: Problem[] = [];
    const report = key === undefined ? tell : (problem: Problem) => void found.push(problem);
    const gap = derivedGap(task, gaps);
    if (gap) {
      gaps.set(task.id, gap);
      continue;
    }
    const from = { formula: task.definition.formula, row: task.row, figuresOf: meaning(task), known, sums, report };
    const term = evaluate(task.expression, from);
    if (key !== undefined && found.length > 0) stopped.set(key, [...(stopped.get(key) ?? []), ...found]);
    if (!term) {
      // What is wrong in one member's row is a gap to whatever rests on it.
      if (found.length > 0) gaps.set(task.id, brokenGap(task));
      continue;
    }
    const figure = derivedFigure(task, term, figures);
    figures.set(task.id, figure);
    // Doubts are told of a formula, whose ever row it is worked out for.
    [...mixedBasis(task, figures), ...mixedPeriods(task, figures), ...impossibleShares(task, term, from)].forEach(tell);
    known.set(task.id, { ...withoutFigure(term), unit: figure.unit });
    const shares = sharesOf(task, from);
    if (shares) points.push({ id: task.id, shares });
  }
  return { figures: withBehind(figures, points, known), gaps, stopped };
}

/** Of a family, the key of the member in whose row a formula is worked out. */
function ownerOf({ family, datasets }: Validated): (task: Task) => string | undefined {
  if (family === undefined) return () => undefined;
  const keys = new Set(family.members.map(({ key }) => key));
  const rows = new Map(
    [...datasets.values()].flatMap(({ id, rows: all }) => all.map(({ name, key }) => [`${id}.${name}`, key] as const)),
  );
  return ({ dataset, row }) => {
    const key = row === undefined ? undefined : rows.get(`${dataset}.${row}`);
    return key !== undefined && keys.has(key) ? key : undefined;
  };
}

const brokenGap = ({ id, from, definition }: Task): Gap => ({
  id,
  absence: "missing",
  symbol: "",
  place: definition.place,
  formula: definition.formula.text,
  from,
});

const meaning =
  (task: Task): Given["figuresOf"] =>
  (reference) =>
    task.meant.get(reference);

function givenTerm(figure: Figure): Term {
  return { quantity: given(figure), unit: figure.unit, ...(isUndated(figure) ? { undated: figure.id } : {}) };
}

const withoutFigure = ({ quantity, unit, undated }: Term): Term => ({
  quantity,
  unit,
  ...(undated === undefined ? {} : { undated }),
});

/** The two shares of a formula that takes their points. */
function sharesOf({ expression }: Task, from: Given): Points["shares"] | undefined {
  if (expression.kind !== "call" || expression.function !== "pp") return undefined;
  const [a, b] = expression.arguments.map((each) => evaluate(each, from));
  return a && b && [a, b];
}

function derivedFigure(task: Task, { quantity, unit }: Term, figures: ReadonlyMap<FigureId, Figure>): Figure {
  const { sources, flags, basis, period } = inherited(task.from, figures);
  const own = task.period ?? period;
  // All cells of a column are alike.
  const isOfChanges = (reference: Reference): boolean => {
    const [id] = task.meant.get(reference) ?? [];
    return id !== undefined && figures.get(id)?.change === true;
  };
  return {
    id: task.id,
    value: quantity.value,
    interval: quantity.interval,
    bound: quantity.exact ? "exact" : "outer",
    unit: unit ?? { kind: "ratio" },
    ...(isChange(task.expression, isOfChanges) ? { change: true } : {}),
    class: "derived",
    place: task.definition.place,
    ...(flags.length === 0 ? {} : { flags }),
    formula: task.definition.formula.text,
    filled: filled(task.definition.formula, task.expression, task.meant, figures),
    from: task.from,
    sources,
    ...(basis === undefined ? {} : { basis }),
    ...(own === undefined ? {} : { period: own }),
  };
}

interface Inherited {
  readonly sources: readonly SourceId[];
  readonly flags: readonly Flag[];
  readonly basis: Figure["basis"] | undefined;
  readonly period: string | undefined;
}

/** What a figure has of those that it rests on: all sources and flags; basis and period where these are all the same. */
function inherited(from: readonly FigureId[], figures: ReadonlyMap<FigureId, Figure>): Inherited {
  const sources = new Set<SourceId>();
  const flags = new Set<Flag>();
  const bases = new Set<Figure["basis"]>();
  const periods = new Set<string | undefined>();
  // Plain loops, since every row of a long table may rest on a sum over all of them.
  for (const id of from) {
    const input = figures.get(id);
    for (const source of input?.sources ?? []) sources.add(source);
    for (const flag of input?.flags ?? []) flags.add(flag);
    bases.add(input?.basis);
    periods.add(input?.period);
  }
  return {
    sources: [...sources].toSorted(byCodeUnit),
    flags: FLAGS.filter((flag) => flags.has(flag)),
    basis: only(bases),
    period: only(periods),
  };
}

const only = <Item>(items: ReadonlySet<Item | undefined>): Item | undefined =>
  items.size === 1 ? [...items][0] : undefined;
