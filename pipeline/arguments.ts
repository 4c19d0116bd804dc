import { parseArgs } from "node:util";
import { resolve } from "node:path";
import { EDITION_KINDS, type EditionKind } from "./model/edition.ts";

/** Where the briefs are, and what day they are built for. */
export interface Inputs {
  readonly data: string;
  readonly templates: string;
  readonly out: string;
  readonly date?: string;
  /** The day of the run, `YYYY-MM-DD`, where the command line names it: refresh notes it, and what is overdue is held against it. */
  readonly today?: string;
  readonly json: boolean;
  /** Whether what was kept from earlier builds may be used, and what is made be kept. */
  readonly cache: boolean;
}

/** `build` and `check`. */
export interface BuildArguments extends Inputs {
  readonly verb: "build" | "check";
  readonly briefs: readonly string[];
  readonly strict: boolean;
  readonly prove: boolean;
  readonly exempt: boolean;
}

/** `why`: the lineage of one figure. */
export interface WhyArguments extends Inputs {
  readonly verb: "why";
  readonly brief: string;
  /** Left out by an author who does not know what ids look like. */
  readonly figure?: string;
}

/** `diff`: two ledgers, each a figures.json or a folder that holds one. */
export interface DiffArguments {
  readonly verb: "diff";
  readonly old: string;
  readonly new: string;
  readonly form: "text" | "markdown" | "json";
}

/** `refresh`: the upstream data of briefs; `regenerate`: all that a schedule does. */
export interface RefreshArguments extends Inputs {
  readonly verb: "refresh" | "regenerate";
  readonly briefs: readonly string[];
}

/** `publish`: a brief as an edition. */
export interface PublishArguments extends Inputs {
  readonly verb: "publish";
  readonly brief: string;
  readonly site: string;
  readonly kind: EditionKind;
  readonly reason: string;
}

/** `verify`, and `publish --rebuild-lists`: a site as a whole. */
export interface VerifyArguments extends Inputs {
  readonly verb: "verify" | "rebuild-lists";
  readonly site: string;
}

/** A command line, read. */
export type Arguments =
  | PublishArguments
  | VerifyArguments
  | BuildArguments
  | WhyArguments
  | DiffArguments
  | RefreshArguments;

/** What a command line asks for: work, or a text to print; a wrong one is a message. */
export type Asked = { readonly work: Arguments } | { readonly print: "help" | "version" } | { readonly wrong: string };

const OPTIONS = {
  data: { type: "string" },
  templates: { type: "string" },
  out: { type: "string" },
  date: { type: "string" },
  today: { type: "string" },
  site: { type: "string" },
  kind: { type: "string" },
  reason: { type: "string" },
  "rebuild-lists": { type: "boolean" },
  json: { type: "boolean" },
  strict: { type: "boolean" },
  prove: { type: "boolean" },
  exempt: { type: "boolean" },
  markdown: { type: "boolean" },
  cache: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

const INPUTS = ["data", "templates", "date", "json", "cache"];

type Verb = Exclude<Arguments["verb"], "rebuild-lists">;

/** The options that each command knows; any other there would be passed over in silence. */
const KNOWN: Readonly<Record<Verb, readonly string[]>> = {
  build: [...INPUTS, "today", "out", "strict", "prove"],
  check: [...INPUTS, "today", "out", "strict", "prove", "exempt"],
  why: INPUTS,
  diff: ["json", "markdown"],
  refresh: ["data", "templates", "json", "today"],
  regenerate: ["data", "templates", "out", "cache", "today"],
  publish: ["data", "templates", "date", "cache", "site", "kind", "reason", "rebuild-lists"],
  verify: ["data", "templates", "site"],
};

/** Reads a command line, without the program's own name; folders are taken from the current one. */
export function readArguments(argv: readonly string[], cwd: string): Asked {
  const parsed = attempt(argv);
  if (typeof parsed === "string") return { wrong: parsed };
  const { values, positionals } = parsed;
  if (values.help) return { print: "help" };
  if (values.version) return { print: "version" };
  const [verb, ...named] = positionals;
  if (verb === undefined)
    return { wrong: "say what to do: build, check, why, diff, refresh, regenerate, publish or verify" };
  if (!isVerb(verb))
    return {
      wrong: `there is no command ${verb}: build, check, why, diff, refresh, regenerate, publish and verify are`,
    };
  const strange = Object.keys(values).find((name) => !KNOWN[verb].includes(name));
  if (strange !== undefined) return { wrong: `${verb} has no option --${strange}` };
  if (verb === "diff") return diffArguments(named, values, cwd);
  for (const name of ["date", "today"] as const) {
    const day = values[name];
    if (day !== undefined && !isDay(day)) return { wrong: `--${name} ${day} is no day: write YYYY-MM-DD` };
  }
  const inputs = inputsOf(values, cwd);
  if (verb === "publish" || verb === "verify") return siteArguments(verb, named, values, inputs, cwd);
  if (verb === "refresh" || verb === "regenerate") return { work: { verb, briefs: named, ...inputs } };
  if (verb === "why") return whyArguments(named, inputs);
  const flags = { strict: values.strict ?? false, prove: values.prove ?? false, exempt: values.exempt ?? false };
  return { work: { verb, briefs: named, ...inputs, ...flags } };
}

const isVerb = (text: string): text is Verb => Object.hasOwn(KNOWN, text);

function attempt(argv: readonly string[]): ReturnType<typeof parse> | string {
  try {
    return parse(argv);
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

const parse = (argv: readonly string[]) =>
  parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, allowNegative: true });
type Values = ReturnType<typeof parse>["values"];

const inputsOf = (values: Values, cwd: string): Inputs => ({
  data: resolve(cwd, values.data ?? "data"),
  templates: resolve(cwd, values.templates ?? "templates"),
  out: resolve(cwd, values.out ?? "out"),
  json: values.json ?? false,
  cache: values.cache ?? true,
  ...(values.date === undefined ? {} : { date: values.date }),
  ...(values.today === undefined ? {} : { today: values.today }),
});

function siteArguments(
  verb: "publish" | "verify",
  [brief, ...more]: readonly string[],
  values: Values,
  inputs: Inputs,
  cwd: string,
): Asked {
  if (values.site === undefined) return { wrong: `say where the site is: ${verb} … --site DIR` };
  const site = resolve(cwd, values.site);
  const lists = values["rebuild-lists"] === true;
  if (verb === "verify" || lists) {
    if (brief !== undefined)
      return { wrong: `${lists ? "--rebuild-lists" : verb} takes no brief: it is for the whole site` };
    return { work: { ...inputs, verb: lists ? "rebuild-lists" : "verify", site } };
  }
  if (brief === undefined || more.length > 0)
    return { wrong: "publish one brief: publish BRIEF --kind … --reason … --site DIR" };
  const kind = EDITION_KINDS.find((each) => each === values.kind);
  if (kind === undefined) return { wrong: `say what the edition is: --kind ${EDITION_KINDS.join(", ")}` };
  const reason = (values.reason ?? "").trim();
  if (reason === "") return { wrong: 'say why it is published: --reason "…"' };
  return { work: { ...inputs, verb, brief, site, kind, reason } };
}

function whyArguments([brief, figure, ...more]: readonly string[], inputs: Inputs): Asked {
  if (brief === undefined) return { wrong: "say which brief and which figure: footing why BRIEF ID" };
  if (more.length > 0) return { wrong: `why takes one brief and one figure; ${more.join(" ")} is too much` };
  return { work: { verb: "why", brief, ...inputs, ...(figure === undefined ? {} : { figure }) } };
}

function diffArguments(paths: readonly string[], { json, markdown }: Values, cwd: string): Asked {
  const [old, now] = paths;
  if (old === undefined || now === undefined || paths.length > 2)
    return { wrong: "name two ledgers: footing diff OLD NEW, each a figures.json or a folder that holds one" };
  if (json && markdown) return { wrong: "--json and --markdown are two forms: choose one" };
  const form = json ? "json" : markdown ? "markdown" : "text";
  return { work: { verb: "diff", old: resolve(cwd, old), new: resolve(cwd, now), form } };
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
