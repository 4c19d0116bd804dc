import { readFileSync, realpathSync } from "node:fs";
import { relative, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { readArguments, type Arguments } from "./arguments.ts";
import { buildBrief, type Report } from "./build.ts";
import { countByCode, problemAnnotation, problemJson, problemText, type Display } from "./host/display.ts";
import { recover, refusal } from "./host/output.ts";
import { openHost } from "./host/host.ts";
import { briefsIn } from "./load/load.ts";
import { nearest, type Problem } from "./model/problem.ts";
import type { Host } from "./model/stage.ts";
import { USAGE } from "./usage.ts";

/** The world around the program: where it prints, and what it may know. */
export interface Terminal {
  stdout(text: string): void;
  stderr(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Whether standard error is a terminal that shows colour. */
  readonly colour: boolean;
}

const EXIT = { built: 0, problems: 1, usage: 2, bug: 70 } as const;

/** Runs Footing with these arguments and gives the exit code: 0 built, 1 problems, 2 wrong usage, 70 our bug. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const asked = readArguments(argv, terminal.cwd);
  if ("wrong" in asked) return wrongUsage(asked.wrong, terminal);
  if ("print" in asked) {
    terminal.stdout(asked.print === "help" ? USAGE : `${version()}\n`);
    return EXIT.built;
  }
  try {
    return await work(asked.work, terminal);
  } catch (cause) {
    const text = cause instanceof Error ? (terminal.env["FOOTING_DEBUG"] ? cause.stack : cause.message) : String(cause);
    terminal.stderr(
      `footing: this is a bug in Footing, not in your data: ${text}\nfooting: FOOTING_DEBUG=1 shows where; please report it\n`,
    );
    return EXIT.bug;
  }
}

function wrongUsage(message: string, terminal: Terminal): number {
  terminal.stderr(`footing: ${message}\nfooting --help lists commands and options\n`);
  return EXIT.usage;
}

const version = (): string => {
  const file = fileURLToPath(new URL("../package.json", import.meta.url));
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly version: string }).version;
};

async function work(args: Arguments, terminal: Terminal): Promise<number> {
  const epoch = terminal.env["SOURCE_DATE_EPOCH"];
  const host = openHost({ ...args, ...(epoch === undefined ? {} : { epoch }) });
  if (host.list("templates") === undefined)
    return wrongUsage(`there is no folder ${relative(terminal.cwd, args.templates)} of templates`, terminal);
  const display = displayFor(args, terminal, host);
  const known = briefsIn(host).value ?? [];
  if (known.length === 0)
    return wrongUsage(
      `no brief is in ${relative(terminal.cwd, args.data) || "."}: a brief is a folder with a brief.yaml`,
      terminal,
    );
  const unknown = args.briefs.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const near = nearest(unknown, known);
    return wrongUsage(
      `there is no brief ${unknown}${near ? `: did you mean ${near}?` : `: there are ${known.join(", ")}`}`,
      terminal,
    );
  }
  const briefs = args.briefs.length > 0 ? [...new Set(args.briefs)] : known;
  const refused = args.verb === "build" ? refusedOutput(args, briefs) : undefined;
  if (refused !== undefined) return wrongUsage(refused, terminal);
  const reports: Report[] = [];
  for (const id of briefs) {
    const start = performance.now();
    const report = await buildBrief(id, host, { strict: args.strict, write: args.verb === "build" });
    reports.push(report);
    tell(report, (performance.now() - start) / 1000, args, display, terminal);
  }
  if (args.json) terminal.stdout(summaryJson(reports));
  return reports.every((report) => report.passed) ? EXIT.built : EXIT.problems;
}

/** Makes the output folder fit to be written to, or says why it must not be. */
function refusedOutput(args: Arguments, briefs: readonly string[]): string | undefined {
  const inside = (folder: string, other: string): boolean => `${folder}${sep}`.startsWith(`${other}${sep}`);
  for (const folder of [args.data, args.templates]) {
    if (inside(args.out, folder) || inside(folder, args.out))
      return `--out ${args.out} would write among the data or templates`;
  }
  for (const brief of briefs) {
    const why = refusal(args.out, brief);
    if (why !== undefined) return `${why}: name another folder with --out`;
  }
  recover(args.out);
  return undefined;
}

function displayFor(args: Arguments, terminal: Terminal, host: Host): Display {
  const decoder = new TextDecoder();
  const plain = terminal.env["NO_COLOR"] !== undefined && terminal.env["NO_COLOR"] !== "";
  return {
    folders: args,
    cwd: terminal.cwd,
    colour: terminal.colour && !plain,
    source: (file) => {
      const bytes = host.read(file);
      return bytes && decoder.decode(bytes);
    },
  };
}

function tell(report: Report, seconds: number, args: Arguments, display: Display, terminal: Terminal): void {
  const print = (form: (problem: Problem, display: Display) => string): string =>
    report.problems.map((problem) => form(problem, display)).join(args.json ? "" : "\n");
  if (args.json) return terminal.stdout(print(problemJson));
  if (report.problems.length > 0) terminal.stderr(`${print(problemText)}\n`);
  if (terminal.env["GITHUB_ACTIONS"] === "true")
    terminal.stderr(report.problems.map((problem) => problemAnnotation(problem, display)).join(""));
  terminal.stdout(`${summaryLine(report, seconds, args, terminal)}\n`);
}

function summaryLine(report: Report, seconds: number, args: Arguments, terminal: Terminal): string {
  const errors = report.problems.filter((problem) => problem.level === "error").length;
  const warnings = report.problems.length - errors;
  const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
  const doubts = warnings > 0 ? `, ${plural(warnings, "warning")}` : "";
  if (!report.passed || !report.coverage)
    return `${report.brief}: ${plural(errors, "error")}${doubts}; nothing written`;
  const { data, derived, literature, untraced } = report.coverage;
  const traced = data + derived + literature;
  const where =
    args.verb === "build" ? `written to ${relative(terminal.cwd, join(args.out, report.brief))}` : "checked";
  return `${report.brief}: ${where}, ${plural(report.figures, "figure")}, ${traced} of ${traced + untraced} shown numbers and words traced${doubts}, ${seconds.toFixed(1)} s`;
}

function summaryJson(reports: readonly Report[]): string {
  const briefs = reports.map(({ brief, passed, figures, coverage, problems }) => ({
    brief,
    passed,
    figures,
    coverage,
    problems: countByCode(problems),
  }));
  return `${JSON.stringify({ summary: { passed: reports.every((report) => report.passed), briefs } })}\n`;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) {
  process.exitCode = await run(process.argv.slice(2), {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    env: process.env,
    cwd: process.cwd(),
    colour: process.stderr.isTTY,
  });
}
