import { parseArgs } from "node:util";
import { resolve } from "node:path";

/** A command line, read. */
export interface Arguments {
  readonly verb: "build" | "check";
  readonly briefs: readonly string[];
  readonly data: string;
  readonly templates: string;
  readonly out: string;
  readonly date?: string;
  readonly json: boolean;
  readonly strict: boolean;
}

/** What a command line asks for: work, or a text to print; a wrong one is a message. */
export type Asked = { readonly work: Arguments } | { readonly print: "help" | "version" } | { readonly wrong: string };

const OPTIONS = {
  data: { type: "string", default: "data" },
  templates: { type: "string", default: "templates" },
  out: { type: "string", default: "out" },
  date: { type: "string" },
  json: { type: "boolean", default: false },
  strict: { type: "boolean", default: false },
  cache: { type: "boolean", default: true },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", default: false },
} as const;

/** Reads a command line, without the program's own name; folders are taken from the current one. */
export function readArguments(argv: readonly string[], cwd: string): Asked {
  const parsed = attempt(argv);
  if (typeof parsed === "string") return { wrong: parsed };
  const { values, positionals } = parsed;
  if (values.help) return { print: "help" };
  if (values.version) return { print: "version" };
  const [verb, ...briefs] = positionals;
  if (verb === undefined) return { wrong: "say what to do: build or check" };
  if (verb !== "build" && verb !== "check") return { wrong: `there is no command ${verb}: build and check are` };
  if (values.date !== undefined && !isDay(values.date))
    return { wrong: `--date ${values.date} is no day: write YYYY-MM-DD` };
  return {
    work: {
      verb,
      briefs,
      data: resolve(cwd, values.data),
      templates: resolve(cwd, values.templates),
      out: resolve(cwd, values.out),
      json: values.json,
      strict: values.strict,
      ...(values.date === undefined ? {} : { date: values.date }),
    },
  };
}

function attempt(argv: readonly string[]): ReturnType<typeof parse> | string {
  try {
    return parse(argv);
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

const parse = (argv: readonly string[]) =>
  parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, allowNegative: true });

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
