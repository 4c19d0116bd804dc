import { chart } from "../../pipeline/chart/chart.ts";
import { composeWithout } from "../../pipeline/compose/compose.ts";
import { derive } from "../../pipeline/derive/derive.ts";
import { load } from "../../pipeline/load/load.ts";
import type { Charted, Composed, Derived } from "../../pipeline/model/brief.ts";
import type { ProblemCode } from "../../pipeline/model/codes.ts";
import { placeText } from "../../pipeline/model/place.ts";
import { hasErrors, type Problem } from "../../pipeline/model/problem.ts";
import type { Host, Outcome, Stage } from "../../pipeline/model/stage.ts";
import { validateWithout } from "../../pipeline/validate/validate.ts";
import { hostOf, type Specimen } from "./brief-files.ts";
import type { Files } from "./mistake.ts";

/** What became of a brief on its way to the composed Doc. */
export interface Run {
  readonly value?: Composed;
  readonly problems: readonly Problem[];
}

const drawn = new Map<string, Charted["drawings"]>();

/** `chart`, which draws what has been drawn from the same numbers only once. */
const chartOnce: Stage<Derived, Charted> = async (brief, host) => {
  const key = JSON.stringify([
    brief.id,
    [...brief.figures.values()].map(({ id, value, interval }) => [
      id,
      String(value.n),
      String(value.d),
      String(interval.lo.n),
      String(interval.hi.n),
    ]),
    [...brief.gaps.keys()],
    [...brief.template.charts.values()],
  ]);
  const known = drawn.get(key);
  if (known !== undefined) return { value: { ...brief, drawings: known }, problems: [] };
  const outcome = await chart(brief, host);
  if (outcome.value !== undefined && outcome.problems.length === 0 && drawn.size < 50)
    drawn.set(key, outcome.value.drawings);
  return outcome;
};

/** Takes a brief's files to its composed Doc, with some checks switched off. */
export async function runFiles(
  { brief }: Specimen,
  files: Files,
  without: ReadonlySet<ProblemCode> = new Set(),
): Promise<Run> {
  const host = hostOf(files);
  const loaded = load(brief, host);
  const validated = await step(loaded, validateWithout(without), host);
  const derived = await step(validated, derive, host);
  const charted = await step(derived, chartOnce, host);
  return step(charted, composeWithout(without), host);
}

async function step<From, To>(before: Outcome<From>, stage: Stage<From, To>, host: Host): Promise<Outcome<To>> {
  if (before.value === undefined || hasErrors(before.problems)) return { problems: before.problems };
  const after = await stage(before.value, host);
  const problems = [...before.problems, ...after.problems];
  return after.value === undefined ? { problems } : { value: after.value, problems };
}

/** The codes of the problems that a run has and its specimen has not; as under --strict, a warning stops too. */
export function newCodes(run: Run, old: Run): readonly ProblemCode[] {
  const known = new Set(old.problems.map(({ code, place }) => `${code} ${placeText(place)}`));
  const fresh = run.problems.filter(({ code, place }) => !known.has(`${code} ${placeText(place)}`));
  return [...new Set(fresh.map(({ code }) => code))];
}
