import type { Derived, Validated } from "../model/brief.ts";
import type { Figure } from "../model/figure.ts";
import { byCodeUnit, type FigureId, type SourceId } from "../model/id.ts";
import { hasErrors, inOrder, type Problem } from "../model/problem.ts";
import type { Stage } from "../model/stage.ts";
import { circleProblems } from "./circles.ts";
import { collection } from "./collect.ts";
import { evaluate, type Term } from "./evaluate.ts";
import { namesOf, type Names } from "./names.ts";
import { inOrderOfDependence } from "./order.ts";
import { given } from "./quantity.ts";
import { tasksOf, type Task } from "./tasks.ts";

/**
 * What follows from the given numbers: for each formula its figures, exact, with unit, interval and lineage. Reports
 * formulas that cannot be read, names that stand for nothing, circles, units that do not go together and divisors
 * that may be zero.
 */
export const derive: Stage<Validated, Derived> = (brief) => {
  const { add, all } = collection();
  const tasks = readTasks(brief, add);
  const { order, circles } = inOrderOfDependence(new Map([...tasks].map(([id, task]) => [id, task.from])));
  circleProblems(circles.map((circle) => present(circle.map((id) => tasks.get(id))))).forEach(add);
  const figures = calculate(brief.given, present(order.map((id) => tasks.get(id))), add);
  const problems = inOrder(all());
  if (hasErrors(problems)) return { problems };
  const sorted = [...figures].toSorted(([a], [b]) => byCodeUnit(a, b));
  return { value: { ...brief, figures: new Map(sorted), gaps: brief.givenGaps }, problems };
};

const present = <Item>(items: readonly (Item | undefined)[]): readonly Item[] =>
  items.filter((item) => item !== undefined);

type Report = (problem: Problem) => void;

function readTasks(brief: Validated, report: Report): ReadonlyMap<FigureId, Task> {
  const taken: Problem[] = [];
  const datasets = [...brief.datasets.values()].map((dataset) => namesOf(dataset, taken));
  taken.forEach(report);
  const directory = new Map<string, Names>(datasets.map(({ names }) => [names.dataset.id, names]));
  const tasks = datasets.flatMap(({ names, definitions }) =>
    definitions.flatMap((each) => tasksOf(each, names, directory, report)),
  );
  return new Map(tasks.map((task) => [task.id, task]));
}

/** All figures, given and derived. A formula with a problem makes none, nor does one that rests on it. */
function calculate(givens: Validated["given"], tasks: readonly Task[], report: Report): ReadonlyMap<FigureId, Figure> {
  const figures = new Map(givens);
  const known = new Map<FigureId, Term>(
    [...givens].map(([id, figure]) => [id, { quantity: given(figure), unit: figure.unit }]),
  );
  const sums = new Map<FigureId, Term>();
  for (const task of tasks) {
    const term = evaluate(task.expression, {
      formula: task.definition.formula,
      figuresOf: (each) => task.meant.get(each),
      known,
      sums,
      report,
      row: task.row,
    });
    if (!term) continue;
    const figure = derivedFigure(task, term, figures);
    figures.set(task.id, figure);
    known.set(task.id, { quantity: term.quantity, unit: figure.unit });
  }
  return figures;
}

function derivedFigure(task: Task, { quantity, unit }: Term, figures: ReadonlyMap<FigureId, Figure>): Figure {
  const sources = new Set<SourceId>(task.from.flatMap((id) => figures.get(id)?.sources ?? []));
  return {
    id: task.id,
    value: quantity.value,
    interval: quantity.interval,
    bound: quantity.exact ? "exact" : "outer",
    unit: unit ?? { kind: "ratio" },
    class: "derived",
    place: task.definition.place,
    formula: task.definition.formula.text,
    from: task.from,
    sources: [...sources].toSorted(byCodeUnit),
  };
}
