import type { BuildArguments } from "./arguments.ts";
import type { Report } from "./build.ts";
import { exemptJson, exemptText, problemAnnotation, problemJson, problemText, type Display } from "./host/display.ts";
import type { Trace } from "./host/trace.ts";
import { hasErrors } from "./model/problem.ts";
import type { FolderReport } from "./kept-folder.ts";
import type { Terminal } from "./terminal.ts";

/** How the problems of one run reach whoever asked for it. */
export interface Telling {
  readonly args: BuildArguments;
  readonly display: Display;
  readonly terminal: Terminal;
  /** How often each kind of problem was met in members of a family. */
  readonly told: Map<string, number>;
  /** What was read so far of the folder that is being made. */
  readonly trace?: () => Trace;
}

/** What is known of a brief that could not be made. */
export const nothingOf = (brief: string): Report => ({
  brief,
  problems: [],
  passed: false,
  figures: 0,
  exempt: [],
});

/** Prints the problems of a brief, and what stands in it unbound, where that was asked. */
export function tell({ problems, exempt: all }: Report, { args, display, terminal }: Telling): void {
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
export function tellMember(report: Report, telling: Telling): void {
  const { args, told, terminal } = telling;
  if (args.json) return tell(named(report), telling);
  const problems = report.problems.filter(({ code, place }) => {
    const kind = `${place.file}:${place.line}:${place.column}: ${code}`;
    const count = (told.get(kind) ?? 0) + 1;
    told.set(kind, count);
    return count <= MOST_TOLD;
  });
  tell(named({ ...report, problems }), telling);
  if (hasErrors(problems)) terminal.stderr(`${report.brief}: nothing written\n`);
}

const named = (report: Report): Report => ({
  ...report,
  problems: report.problems.map((problem) => ({ ...problem, message: `In ${report.brief}: ${problem.message}` })),
});

/** Prints how many members more have problems that were told of the first few. */
export function tellMore({ args, told, terminal }: Telling): void {
  for (const [kind, count] of args.json ? [] : told) {
    if (count > MOST_TOLD) terminal.stderr(`${kind}: so it is in ${count - MOST_TOLD} more members\n`);
  }
  told.clear();
}

/** Prints again what a folder of data came to, as when it was made. */
export function tellAll(folder: string, { reports, family }: FolderReport, telling: Telling): void {
  if (family === undefined) {
    reports.forEach((report) => tell(report, telling));
    return;
  }
  tell({ ...nothingOf(folder), problems: family.problems }, telling);
  reports.forEach((report) => tellMember(report, telling));
  tellMore(telling);
}
