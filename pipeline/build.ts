import { chart } from "./chart/chart.ts";
import { compose } from "./compose/compose.ts";
import { derive } from "./derive/derive.ts";
import { tellEditions } from "./editions/tell.ts";
import { load } from "./load/load.ts";
import { applyAcceptances } from "./model/accept.ts";
import type { Composed, Exempt, Loaded, Proved, Rendered } from "./model/brief.ts";
import type { Coverage } from "./model/figure.ts";
import { comparePlaces } from "./model/place.ts";
import { hasErrors, inOrder, type Problem } from "./model/problem.ts";
import type { Host, Outcome, Stage } from "./model/stage.ts";
import { publish } from "./publish/publish.ts";
import { render } from "./render/render.ts";
import { validate } from "./validate/validate.ts";

/** What is asked of a build. */
export interface BuildOptions {
  /** Whether warnings stop a brief as errors do. */
  readonly strict: boolean;
  /** Whether the finished page and PDF are read back and held against the text. */
  readonly prove: boolean;
  /** Whether files are written; without it, the brief is checked as far as its text, or its proof. */
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
  /** Only a brief that was asked to be proved has one. */
  readonly proof?: Proved["proof"];
  /** By place. */
  readonly exempt: readonly Exempt[];
}

/** Takes one brief through the stages, in this order; an error ends the run before the next, and nothing is written. */
export async function buildBrief(id: string, host: Host, options: BuildOptions): Promise<Report> {
  const composed = await composeBrief(id, host, options);
  if (!options.write && !options.prove) return report(id, composed);
  const rendered = await next(composed, render, host);
  const proved = options.prove ? await next(rendered, proveFiles, host) : rendered;
  const written = options.write ? await next(proved, publish, host) : proved;
  return report(id, written, options.prove ? proved : {});
}

/** Takes one brief as far as its text, in memory: the numbers checked, the charts drawn, every number bound. */
export async function composeBrief(
  id: string,
  host: Host,
  options: Pick<BuildOptions, "strict">,
): Promise<Outcome<Composed>> {
  const loaded = load(id, host);
  const validated = await next(loaded, validate, host);
  const derived = await next(validated, derive, host);
  const charted = await next(derived, chart, host);
  const composed = await next(charted, compose, host);
  const told = await next(composed, tellEditions, host);
  return settle(told, loaded.value, options);
}

/** The readers of pages and PDFs are heavy, and a draft is built without them. */
const proveFiles: Stage<Rendered, Proved> = async (brief, host) => {
  const { prove } = await import("./prove/prove.ts");
  return prove(brief, host);
};

/** Hands the value on to a stage unless an error stands in its way, and keeps all problems. */
async function next<From, To>(before: Outcome<From>, stage: Stage<From, To>, host: Host): Promise<Outcome<To>> {
  if (before.value === undefined || hasErrors(before.problems)) return { problems: before.problems };
  const after = await stage(before.value, host);
  const problems = [...before.problems, ...after.problems];
  return after.value === undefined ? { problems } : { value: after.value, problems };
}

/** Takes out the accepted warnings; under --strict those that are left become errors. */
function settle(
  outcome: Outcome<Composed>,
  loaded: Loaded | undefined,
  options: Pick<BuildOptions, "strict">,
): Outcome<Composed> {
  if (!loaded) return outcome;
  const { accept, edition } = loaded.settings;
  const checked = outcome.value !== undefined && !hasErrors(outcome.problems);
  const left = applyAcceptances(outcome.problems, { accept, day: edition.date, checked });
  const problems = options.strict ? left.map((problem): Problem => ({ ...problem, level: "error" })) : left;
  return { ...outcome, problems };
}

function report(
  brief: string,
  outcome: Outcome<Composed>,
  proved: { readonly value?: Rendered | Proved } = {},
): Report {
  const passed = outcome.value !== undefined && !hasErrors(outcome.problems);
  return {
    brief,
    problems: inOrder(outcome.problems),
    passed,
    figures: outcome.value?.figures.size ?? 0,
    ...(outcome.value ? { coverage: outcome.value.ledger.coverage } : {}),
    ...(proved.value && "proof" in proved.value ? { proof: proved.value.proof } : {}),
    exempt: (outcome.value?.exempt ?? []).toSorted((a, b) => comparePlaces(a.place, b.place)),
  };
}
