import { sep } from "node:path";
import type { BuildArguments } from "./arguments.ts";
import { finishBrief, openBrief, type OpenedFamily, type Report } from "./build.ts";
import { exemptJson, exemptText, problemAnnotation, problemJson, problemText } from "./host/display.ts";
import { closeFamilyFolder, openFamilyFolder } from "./host/family-output.ts";
import { recover, refusal } from "./host/output.ts";
import { hasErrors } from "./model/problem.ts";
import type { Host } from "./model/stage.ts";
import { openBriefs, type OpenBriefs } from "./open-briefs.ts";
import { familyLine, summaryJson, summaryLine } from "./summary.ts";
import { EXIT, failed, wrongUsage, type Terminal } from "./terminal.ts";

/** Builds or checks the briefs that a command line names, all of them if it names none; one's trouble stops no other. */
export async function buildBriefs(args: BuildArguments, terminal: Terminal): Promise<number> {
  const open = openBriefs(args, args.briefs, terminal);
  if (typeof open === "string") return wrongUsage(open, terminal);
  const wanted = wantedOf(args.briefs, open.known);
  const refused = args.verb === "build" ? refusedOutput(args, [...wanted.keys()]) : undefined;
  if (refused !== undefined) return wrongUsage(refused, terminal);
  const run: Run = { args, open, terminal, reports: [], bugs: 0 };
  for (const [folder, members] of wanted) await buildFolder(folder, members, run);
  if (args.json) terminal.stdout(summaryJson(run.reports));
  if (run.bugs > 0) return EXIT.bug;
  return run.reports.every((report) => report.passed) ? EXIT.done : EXIT.problems;
}

/** One run of the command: what it was asked, and what has become of the briefs so far. */
interface Run {
  readonly args: BuildArguments;
  readonly open: OpenBriefs;
  readonly terminal: Terminal;
  readonly reports: Report[];
  bugs: number;
}

/** The folders of data that are wanted, and of families which members; undefined for all. */
function wantedOf(
  named: readonly string[],
  known: readonly string[],
): ReadonlyMap<string, ReadonlySet<string> | undefined> {
  const wanted = new Map<string, Set<string> | undefined>();
  for (const name of named.length > 0 ? named : known) {
    const [folder = "", member] = name.split("/");
    if (member === undefined) wanted.set(folder, undefined);
    else if (!wanted.has(folder)) wanted.set(folder, new Set([member]));
    else wanted.get(folder)?.add(member);
  }
  return wanted;
}

async function buildFolder(folder: string, only: ReadonlySet<string> | undefined, run: Run): Promise<void> {
  const start = performance.now();
  const { host } = run.open;
  try {
    const { briefs, family } = await openBrief(folder, host, only);
    if (family === undefined) {
      const [own] = briefs;
      if (own === undefined) return;
      if (only !== undefined) return noFamily(folder, run);
      const report = await finishBrief(own, host, optionsOf(run));
      run.reports.push(report);
      tell(report, run);
      if (!run.args.json) run.terminal.stdout(`${lineOf(report, start, run)}\n`);
      return;
    }
    await buildFamily(folder, { family, briefs, only, start }, run);
  } catch (cause) {
    bug(folder, cause, run);
  }
}

interface OpenFamily {
  readonly family: OpenedFamily;
  readonly briefs: Awaited<ReturnType<typeof openBrief>>["briefs"];
  readonly only: ReadonlySet<string> | undefined;
  readonly start: number;
}

async function buildFamily(folder: string, { family, briefs, only, start }: OpenFamily, run: Run): Promise<void> {
  const { args, open, terminal } = run;
  const strange = [...(only ?? [])].filter((name) => !briefs.some(({ id }) => id === `${folder}/${name}`));
  for (const name of strange) {
    terminal.stderr(`footing: ${folder} has no member ${name}\n`);
    run.reports.push(nothing(`${folder}/${name}`));
  }
  tell({ ...nothing(folder), problems: family.problems }, run);
  if (args.verb === "build") openFamilyFolder(args.out, folder);
  const made: Report[] = [];
  const told = new Map<string, number>();
  for (const brief of briefs) {
    try {
      const report = await finishBrief(brief, open.host, optionsOf(run));
      made.push(report);
      tellMember(report, told, run);
    } catch (cause) {
      bug(brief.id, cause, run);
    }
  }
  tellMore(told, terminal);
  run.reports.push(...made);
  if (args.verb === "build" && only === undefined) await writeFamily(folder, family, made, open.host, args);
  if (!args.json) terminal.stdout(`${familyLine(folder, made, secondsSince(start), args, terminal)}\n`);
}

async function writeFamily(
  folder: string,
  { brief }: OpenedFamily,
  made: readonly Report[],
  host: Host,
  args: BuildArguments,
): Promise<void> {
  const { familyFiles } = await import("./families/files.ts");
  const listed = made.flatMap((report) => report.listed ?? []);
  const members = new Set(brief.family?.members.map(({ name }) => name));
  closeFamilyFolder(args.out, folder, familyFiles(brief, listed, host), members);
}

const optionsOf = ({ args }: Run): Parameters<typeof finishBrief>[2] => ({
  strict: args.strict,
  prove: args.prove,
  write: args.verb === "build",
});

const nothing = (brief: string): Report => ({ brief, problems: [], passed: false, figures: 0, exempt: [] });

function bug(brief: string, cause: unknown, run: Run): void {
  run.reports.push(nothing(brief));
  if (failed(cause, run.terminal, brief) === EXIT.bug) run.bugs += 1;
}

function noFamily(folder: string, run: Run): void {
  run.terminal.stderr(`footing: ${folder} is one brief, and has no members\n`);
  run.reports.push(nothing(folder));
}

const secondsSince = (start: number): number => (performance.now() - start) / 1000;
const lineOf = (report: Report, start: number, { args, terminal }: Run): string =>
  summaryLine(report, secondsSince(start), args, terminal);

/** Makes the output folder fit to be written to, or says why it must not be. */
function refusedOutput(args: BuildArguments, briefs: readonly string[]): string | undefined {
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

/** Prints the problems of a brief, and what stands in it unbound, where that was asked. */
function tell({ problems, exempt: all }: Report, { args, open, terminal }: Run): void {
  const { display } = open;
  const exempt = args.exempt ? all : [];
  if (args.json) {
    for (const problem of problems) terminal.stdout(problemJson(problem, display));
    for (const each of exempt) terminal.stdout(exemptJson(each, display));
    return;
  }
  if (problems.length > 0) terminal.stderr(`${problems.map((each) => problemText(each, display)).join("\n")}\n`);
  if (terminal.env["GITHUB_ACTIONS"] === "true")
    terminal.stderr(problems.map((problem) => problemAnnotation(problem, display)).join(""));
  for (const each of exempt) terminal.stdout(exemptText(each, display));
}

/** As many members as have one and the same problem told in full. */
const MOST_TOLD = 3;

/** Prints the problems of a member with its name; one that many have is told of the first few, and then counted. */
function tellMember(report: Report, told: Map<string, number>, run: Run): void {
  if (run.args.json) return tell(named(report), run);
  const problems = report.problems.filter(({ code, place }) => {
    const kind = `${place.file}:${place.line}:${place.column}: ${code}`;
    const count = (told.get(kind) ?? 0) + 1;
    told.set(kind, count);
    return count <= MOST_TOLD;
  });
  tell(named({ ...report, problems }), run);
  if (hasErrors(problems)) run.terminal.stderr(`${report.brief}: nothing written\n`);
}

const named = (report: Report): Report => ({
  ...report,
  problems: report.problems.map((problem) => ({ ...problem, message: `In ${report.brief}: ${problem.message}` })),
});

function tellMore(told: ReadonlyMap<string, number>, terminal: Terminal): void {
  for (const [kind, count] of told) {
    if (count > MOST_TOLD) terminal.stderr(`${kind}: so it is in ${count - MOST_TOLD} more members\n`);
  }
}
