import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Arguments, Asked, Inputs, RefreshArguments } from "./arguments.ts";
import { EDITION_KINDS } from "./model/edition.ts";
import type { Shard } from "./shard.ts";

const OPTIONS = {
  data: { type: "string" },
  templates: { type: "string" },
  out: { type: "string" },
  date: { type: "string" },
  today: { type: "string" },
  site: { type: "string" },
  kind: { type: "string" },
  reason: { type: "string" },
  "charts-at": { type: "string" },
  "rebuild-lists": { type: "boolean" },
  json: { type: "boolean" },
  strict: { type: "boolean" },
  prove: { type: "boolean" },
  exempt: { type: "boolean" },
  jobs: { type: "string" },
  seconds: { type: "string" },
  megabytes: { type: "string" },
  shard: { type: "string" },
  quiet: { type: "boolean" },
  timings: { type: "boolean" },
  watch: { type: "boolean" },
  markdown: { type: "boolean" },
  cache: { type: "string" },
  "no-cache": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/** Every command may be told where things are, so that one alias serves all; what it does not need is passed over. */
const FOLDERS: ReadonlySet<string> = new Set(["data", "templates", "out", "cache", "no-cache"]);

const INPUTS = ["date", "json"];

const MAKING = ["today", "strict", "prove", "jobs", "seconds", "megabytes", "shard", "quiet", "timings", "watch"];

type Verb = Exclude<Arguments["verb"], "rebuild-lists">;

/** The options that each command knows besides the folders; any other there would be passed over in silence. */
const KNOWN: Readonly<Record<Verb, readonly string[]>> = {
  build: [...INPUTS, ...MAKING],
  check: [...INPUTS, ...MAKING, "exempt"],
  merge: INPUTS,
  why: INPUTS,
  diff: ["json", "markdown"],
  refresh: ["json", "today"],
  regenerate: ["today", "charts-at"],
  publish: ["date", "site", "kind", "reason", "rebuild-lists"],
  verify: ["site"],
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
    return { wrong: "say what to do: build, check, why, diff, merge, refresh, regenerate, publish or verify" };
  if (!isVerb(verb))
    return {
      wrong: `there is no command ${verb}: build, check, why, diff, merge, refresh, regenerate, publish and verify are`,
    };
  const strange = Object.keys(values).find((name) => !FOLDERS.has(name) && !KNOWN[verb].includes(name));
  if (strange !== undefined) return { wrong: `${verb} has no option --${strange}` };
  if (verb === "diff") return diffArguments(named, values, cwd);
  for (const name of ["date", "today"] as const) {
    const day = values[name];
    if (day !== undefined && !isDay(day)) return { wrong: `--${name} ${day} is no day: write YYYY-MM-DD` };
  }
  const inputs = inputsOf(values, cwd);
  if (verb === "publish" || verb === "verify") return siteArguments(verb, named, values, inputs, cwd);
  if (verb === "refresh" || verb === "regenerate") return refreshArguments(verb, named, values, inputs);
  if (verb === "why") return whyArguments(named, inputs);
  if (verb === "merge")
    return named.length === 0
      ? { wrong: "name the pieces: footing merge DIR… --out DIR" }
      : { work: { verb, ...inputs, pieces: named.map((folder) => resolve(cwd, folder)) } };
  return buildArguments(verb, named, values, inputs);
}

function refreshArguments(
  verb: RefreshArguments["verb"],
  briefs: readonly string[],
  values: Values,
  inputs: Inputs,
): Asked {
  const chartsAt = values["charts-at"];
  if (chartsAt === undefined) return { work: { verb, briefs, ...inputs } };
  if (/^https:\/\/[^\s()<>|]+$/.test(chartsAt)) return { work: { verb, briefs, ...inputs, chartsAt } };
  return { wrong: `--charts-at ${chartsAt} is no address: write https://…` };
}

/** Whole numbers that a command line may give, each with the least and the most that it may be. */
const WHOLE = { jobs: [1, 256], seconds: [1, 86_400], megabytes: [16, 1_048_576] } as const;

function buildArguments(verb: "build" | "check", briefs: readonly string[], values: Values, inputs: Inputs): Asked {
  const numbers: { -readonly [name in keyof typeof WHOLE]?: number } = {};
  for (const name of ["jobs", "seconds", "megabytes"] as const) {
    const text = values[name];
    if (text === undefined) continue;
    const [least, most] = WHOLE[name];
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most)
      return { wrong: `--${name} ${text} will not do: write a whole number from ${least} to ${most}` };
    numbers[name] = number;
  }
  const shard = shardOf(values);
  if (typeof shard === "string") return { wrong: shard };
  const flags = {
    strict: values.strict ?? false,
    prove: values.prove ?? false,
    exempt: values.exempt ?? false,
    quiet: values.quiet ?? false,
    timings: values.timings ?? false,
    watch: values.watch ?? false,
    ...numbers,
    ...(shard === undefined ? {} : { shard }),
  };
  return { work: { verb, briefs, ...inputs, ...flags } };
}

/** Which piece of the work is asked for, if only one is, or what is wrong with it. */
function shardOf({ shard, watch }: Values): Shard | string | undefined {
  if (shard === undefined) return undefined;
  if (watch) return "--watch and --shard do not go together: a piece of the work is for a machine that builds once";
  const [, piece, of] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(shard) ?? [];
  return piece === undefined || Number(piece) > Number(of)
    ? `--shard ${shard} is no piece of the work: write 1/4, 2/4, 3/4 or 4/4`
    : { piece: Number(piece), of: Number(of) };
}

const isVerb = (text: string): text is Verb => Object.hasOwn(KNOWN, text);

function attempt(argv: readonly string[]): ReturnType<typeof parse> | string {
  try {
    return parse(argv);
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

const parse = (argv: readonly string[]) => parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
type Values = ReturnType<typeof parse>["values"];

const inputsOf = (values: Values, cwd: string): Inputs => ({
  data: resolve(cwd, values.data ?? "data"),
  templates: resolve(cwd, values.templates ?? "templates"),
  out: resolve(cwd, values.out ?? "out"),
  json: values.json ?? false,
  cache: values["no-cache"] !== true,
  ...(values.cache === undefined ? {} : { cacheFolder: resolve(cwd, values.cache) }),
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
  if (!/[\p{L}\p{N}]/u.test(reason)) return { wrong: 'say why it is published: --reason "…"' };
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
