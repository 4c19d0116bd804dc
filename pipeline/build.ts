import { chart } from "./chart/chart.ts";
import { compose } from "./compose/compose.ts";
import { derive } from "./derive/derive.ts";
import { load } from "./load/load.ts";
import { applyAcceptances } from "./model/accept.ts";
import type { Composed, Loaded } from "./model/brief.ts";
import type { Coverage } from "./model/figure.ts";
import { hasErrors, inOrder, type Problem } from "./model/problem.ts";
import type { Host, Outcome, Stage } from "./model/stage.ts";
import { publish } from "./publish/publish.ts";
import { render } from "./render/render.ts";
import { validate } from "./validate/validate.ts";

/** What is asked of a build. */
export interface BuildOptions {
  /** Whether warnings stop a brief as errors do. */
  readonly strict: boolean;
  /** Whether files are written; without it, the brief is checked as far as its text. */
  readonly write: boolean;
}

/** What became of one brief. */
export interface Report {
  readonly brief: string;
  readonly problems: readonly Problem[];
  /** Whether the brief passed, and was written if that was asked. */
  readonly passed: boolean;
  readonly figures: number;
  readonly coverage?: Coverage;
}

/** Takes one brief through the stages, in this order; an error ends the run before the next, and nothing is written. */
export async function buildBrief(id: string, host: Host, options: BuildOptions): Promise<Report> {
  const loaded = load(id, host);
  const validated = await next(loaded, validate, host);
  const derived = await next(validated, derive, host);
  const charted = await next(derived, chart, host);
  const composed = await next(charted, compose, host);
  const checked = settle(composed, loaded.value, options);
  if (!options.write) return report(id, checked);
  const rendered = await next(checked, render, host);
  const written = await next(rendered, publish, host);
  return report(id, written);
}

/** Hands the value on to a stage unless an error stands in its way, and keeps all problems. */
async function next<From, To>(before: Outcome<From>, stage: Stage<From, To>, host: Host): Promise<Outcome<To>> {
  if (before.value === undefined || hasErrors(before.problems)) return { problems: before.problems };
  const after = await stage(before.value, host);
  const problems = [...before.problems, ...after.problems];
  return after.value === undefined ? { problems } : { value: after.value, problems };
}

/** Takes out the accepted warnings; under --strict those that are left become errors. */
function settle(outcome: Outcome<Composed>, loaded: Loaded | undefined, options: BuildOptions): Outcome<Composed> {
  if (!loaded || hasErrors(outcome.problems)) return outcome;
  const left = applyAcceptances(outcome.problems, loaded.settings.accept, loaded.settings.edition.date);
  const problems = options.strict ? left.map((problem): Problem => ({ ...problem, level: "error" })) : left;
  return { ...outcome, problems };
}

function report(brief: string, outcome: Outcome<Composed>): Report {
  const passed = outcome.value !== undefined && !hasErrors(outcome.problems);
  return {
    brief,
    problems: inOrder(outcome.problems),
    passed,
    figures: outcome.value?.figures.size ?? 0,
    ...(outcome.value ? { coverage: outcome.value.ledger.coverage } : {}),
  };
}
