import type { Loaded } from "../model/brief.ts";
import type { Row } from "../model/dataset.ts";
import type { Family } from "../model/family.ts";
import type { FigureId } from "../model/id.ts";
import type { Gap } from "../model/figure.ts";
import type { Problem } from "../model/problem.ts";
import type { Finding } from "./finding.ts";

/** A finding with the problem that is told of it. */
export interface Told {
  readonly finding: Finding;
  readonly problem: Problem;
}

/**
 * A family without the members whose own numbers can't be true: an error in which all suspects are numbers of one member
 * stops that member, and the suspects are taken out, so that nothing rests on them. Undefined where another error is left.
 */
export function withoutStopped(brief: Loaded, told: readonly Told[]): Loaded | undefined {
  const { family } = brief;
  if (family === undefined) return undefined;
  const owners = ownersOf(brief, family);
  const stopped = new Map(family.stopped);
  const gone = new Set<FigureId>();
  for (const { finding, problem } of told) {
    if (problem.level !== "error") continue;
    const suspects = finding.suspects.map(({ figure }) => figure.id);
    const about = suspects.length > 0 ? suspects : ((problem.about ?? []) as readonly FigureId[]);
    const keys = new Set(about.map((id) => owners.get(id)));
    const [key] = keys;
    if (keys.size !== 1 || key === undefined) return undefined;
    stopped.set(key, [...(stopped.get(key) ?? []), problem]);
    about.forEach((id) => gone.add(id));
  }
  return emptied({ ...brief, family: { ...family, stopped } }, gone);
}

/** The key of the member whose row each given number stands in. */
function ownersOf({ datasets }: Loaded, { members }: Family): ReadonlyMap<FigureId, string> {
  const keys = new Set(members.map(({ key }) => key));
  return new Map(
    [...datasets.values()].flatMap(({ rows }) =>
      rows.flatMap(({ key, figures }) => (keys.has(key) ? [...figures.values()].map((id) => [id, key] as const) : [])),
    ),
  );
}

/** A brief in which numbers that can't be true are gaps. */
function emptied(brief: Loaded, gone: ReadonlySet<FigureId>): Loaded {
  const made = [...brief.given.values()].flatMap(({ id, place }): Gap[] =>
    gone.has(id) ? [{ id, absence: "missing", symbol: "", place, from: [] }] : [],
  );
  const left = (row: Row): Row => {
    const own = [...row.figures].filter(([, id]) => gone.has(id));
    if (own.length === 0) return row;
    const figures = new Map([...row.figures].filter(([, id]) => !gone.has(id)));
    return { ...row, figures, gaps: new Map([...row.gaps, ...own]) };
  };
  return {
    ...brief,
    datasets: new Map([...brief.datasets].map(([id, dataset]) => [id, { ...dataset, rows: dataset.rows.map(left) }])),
    given: new Map([...brief.given].filter(([id]) => !gone.has(id))),
    givenGaps: new Map([...brief.givenGaps, ...made.map((gap) => [gap.id, gap] as const)]),
  };
}
