import type { Derived, Validated } from "../model/brief.ts";
import { byCodeUnit, type FigureId } from "../model/id.ts";
import { hasErrors, inOrder, type Problem } from "../model/problem.ts";
import type { Stage } from "../model/stage.ts";
import { circleProblems } from "./circles.ts";
import { collection } from "./collect.ts";
import { namesOf, type Names } from "./names.ts";
import { inOrderOfDependence } from "./order.ts";
import { tasksOf, type Task } from "./tasks.ts";
import { workOut } from "./work-out.ts";

/**
 * What follows from the given numbers: for each formula its figures, exact, with unit, interval and lineage; gaps where
 * it rests on cells that hold no number. Reports
 * formulas that cannot be read, names that stand for nothing, circles, units that do not go together and divisors
 * that may be zero.
 */
export const derive: Stage<Validated, Derived> = (brief) => {
  const { add, all } = collection();
  const tasks = readTasks(brief, add);
  const { order, circles } = inOrderOfDependence(new Map([...tasks].map(([id, task]) => [id, task.from])));
  circleProblems(circles.map((circle) => present(circle.map((id) => tasks.get(id))))).forEach(add);
  const { figures, gaps, stopped } = workOut(brief, present(order.map((id) => tasks.get(id))), add);
  const problems = inOrder(all());
  if (hasErrors(problems)) return { problems };
  const family = brief.family && { family: { ...brief.family, stopped } };
  return { value: { ...brief, ...family, figures: sorted(figures), gaps: sorted(gaps) }, problems };
};

const sorted = <Item>(items: ReadonlyMap<FigureId, Item>): ReadonlyMap<FigureId, Item> =>
  new Map([...items].toSorted(([a], [b]) => byCodeUnit(a, b)));

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
