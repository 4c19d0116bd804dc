import { chart } from "./chart/chart.ts";
import { compose } from "./compose/compose.ts";
import { derive } from "./derive/derive.ts";
import { tellEditions } from "./editions/tell.ts";
import { load } from "./load/load.ts";
import { applyAcceptances } from "./model/accept.ts";
import type { Composed, Derived, Exempt, Loaded, Proved, Rendered } from "./model/brief.ts";
import { stemOf, type Listed } from "./model/family.ts";
import type { Coverage } from "./model/figure.ts";
import { plainText } from "./model/inline.ts";
import { comparePlaces } from "./model/place.ts";
import { error, hasErrors, inOrder, type Problem } from "./model/problem.ts";
import type { Host, Outcome, Stage } from "./model/stage.ts";
import { publish } from "./publish/publish.ts";
import { render } from "./render/render.ts";
import { timed } from "./timings.ts";
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
  /** What a list of briefs says of it, where it passed. */
  readonly listed?: Listed;
  /** Whether an exception stopped it, which is always our own bug. */
  readonly bug?: boolean;
  /** Whether it was made of other files than this run read, because they changed meanwhile. */
  readonly stale?: boolean;
}

/** A brief whose numbers are worked out, or what stands in the way; a member of a family is one. */
export interface Prepared {
  readonly id: string;
  /** Gathered anew each time for a member: ten thousand at once would fill the memory. */
  readonly outcome: Outcome<Derived>;
  /** Whether something stands in the way. */
  readonly isStopped: boolean;
  /** What was read of it, where it could be. */
  readonly loaded: Loaded | undefined;
  /** Whether it is one brief of a family. */
  readonly isMember: boolean;
}

/** All briefs that a folder of data makes: one, or those of a family; `problems` are those that stop a whole family. */
export interface Opened {
  readonly briefs: readonly Prepared[];
  readonly family?: OpenedFamily;
}

/** What the members of a family have in common, for the list of them and their ledger. */
export interface OpenedFamily {
  readonly brief: Derived;
  readonly problems: readonly Problem[];
}

/** Takes one brief through the stages, in this order; an error ends the run before the next, and nothing is written. */
export async function buildBrief(id: string, host: Host, options: BuildOptions): Promise<Report> {
  return finishBrief(await prepareBrief(id, host), host, options);
}

/** Works out the numbers of a folder of data, and tells the members of a family apart; `only` names those that are wanted. */
export async function openBrief(id: string, host: Host, only?: ReadonlySet<string>): Promise<Opened> {
  const { value: loaded, problems: found } = await timed("load", () => load(id, host));
  const validated = await next({ ...(loaded && { value: loaded }), problems: found }, { validate }, host);
  const outcome = await next(validated, { derive }, host);
  const { value, problems } = outcome;
  // Whether it is a family cannot be told of one that could not be read.
  if (value?.family === undefined)
    return { briefs: [{ id, outcome, isStopped: value === undefined, loaded, isMember: false }] };
  const { openFamily } = await import("./families/members.ts");
  const briefOf = openFamily(value);
  const { members, stopped } = value.family;
  const wanted = only === undefined ? members : members.filter(({ name }) => only.has(name));
  const briefs = wanted.map((member): Prepared => {
    const own = stopped.get(member.key);
    return {
      id: `${id}/${member.name}`,
      get outcome() {
        return own === undefined ? { value: briefOf(member), problems: [] } : { problems: own };
      },
      isStopped: own !== undefined,
      loaded,
      isMember: true,
    };
  });
  const { problems: shared } = settle({ problems }, loaded, { strict: false, isMember: true });
  return { briefs, family: { brief: value, problems: shared } };
}

/** Whether a folder of data is a family; one that cannot be read is none. */
export const isFamily = async (id: string, host: Host): Promise<boolean> =>
  (await openBrief(id, host, new Set())).family !== undefined;

/** The numbers of one brief, or of one member of a family as `FAMILY/MEMBER`. */
async function prepareBrief(id: string, host: Host): Promise<Prepared> {
  const [folder = "", member] = id.split("/");
  const { briefs, family } = await openBrief(folder, host, member === undefined ? undefined : new Set([member]));
  const [first] = briefs;
  if (first !== undefined && (member !== undefined || family === undefined)) return first;
  const message =
    member === undefined ? `${id} is no single brief: it is a family` : `${folder} has no member ${member}`;
  const place = { file: `data/${folder}/brief.yaml`, line: 1, column: 1 };
  const hint = member === undefined ? `name a member: ${id}/MEMBER` : undefined;
  const problems = [error("name/unknown", place, message, { hint })];
  return { id, outcome: { problems }, isStopped: true, loaded: undefined, isMember: true };
}

/** Takes a brief whose numbers are worked out to its files. */
export async function finishBrief(prepared: Prepared, machine: Host, options: BuildOptions): Promise<Report> {
  const { id, isMember } = prepared;
  // A member is kept as a whole; its parts would fill the cache and never be asked for.
  const { cache, cutAside, ...without } = machine;
  const isMade = options.write || options.prove;
  const host: Host = {
    ...without,
    ...(isMember || cache === undefined ? {} : { cache }),
    // A brief that is only checked brings no typefaces along.
    ...(isMade && cutAside ? { cutAside } : {}),
  };
  const composed = await finishText(prepared, host, options);
  if (!isMade) return report(id, composed);
  const rendered = await next(composed, { render }, host);
  const proved = options.prove ? await next(rendered, { prove }, host) : rendered;
  const written = options.write ? await next(proved, { publish }, host) : proved;
  return report(id, written, options.prove ? proved : {});
}

/** Takes one brief as far as its text, in memory: the numbers checked, the charts drawn, every number bound. */
export async function composeBrief(
  id: string,
  host: Host,
  options: Pick<BuildOptions, "strict">,
): Promise<Outcome<Composed>> {
  return finishText(await prepareBrief(id, host), host, options);
}

async function finishText(
  { outcome, loaded, isMember }: Prepared,
  host: Host,
  options: Pick<BuildOptions, "strict">,
): Promise<Outcome<Composed>> {
  const charted = await next(outcome, { chart }, host);
  const composed = await next(charted, { compose }, host);
  const told = await next(composed, { editions: tellEditions }, host);
  return settle(told, loaded, { ...options, isMember });
}

/** The readers of pages and PDFs are heavy, and a draft is built without them. */
const prove: Stage<Rendered, Proved> = async (brief, host) => (await import("./prove/prove.ts")).prove(brief, host);

/** Hands the value on to a stage, by its name, unless an error stands in its way, and keeps all problems. */
async function next<From, To>(
  before: Outcome<From>,
  named: Readonly<Record<string, Stage<From, To>>>,
  host: Host,
): Promise<Outcome<To>> {
  const { value } = before;
  const [[name, stage] = []] = Object.entries(named);
  if (value === undefined || hasErrors(before.problems) || name === undefined || stage === undefined)
    return { problems: before.problems };
  const after = await timed(name, () => stage(value, host));
  const problems = [...before.problems, ...after.problems];
  return after.value === undefined ? { problems } : { value: after.value, problems };
}

/** Takes out the accepted warnings; under --strict those that are left become errors. */
function settle(
  outcome: Outcome<Composed>,
  loaded: Loaded | undefined,
  options: Pick<BuildOptions, "strict"> & Pick<Prepared, "isMember">,
): Outcome<Composed> {
  if (!loaded) return outcome;
  const { accept, edition } = loaded.settings;
  // What one member of a family has, another may have not.
  const checked = outcome.value !== undefined && !hasErrors(outcome.problems) && !options.isMember;
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
    ...(passed && outcome.value ? { listed: listedOf(outcome.value) } : {}),
    exempt: (outcome.value?.exempt ?? []).toSorted((a, b) => comparePlaces(a.place, b.place)),
  };
}

const listedOf = ({ id, doc }: Composed): Listed => ({
  name: stemOf(id),
  title: plainText(doc.cover.title).replaceAll("\u00A0", " "),
  abstract: doc.abstract,
});
