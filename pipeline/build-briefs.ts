import { sep } from "node:path";
import type { BuildArguments } from "./arguments.ts";
import { buildBrief, type Report } from "./build.ts";
import { exemptJson, exemptText, problemAnnotation, problemJson, problemText, type Display } from "./host/display.ts";
import { recover, refusal } from "./host/output.ts";
import { openBriefs } from "./open-briefs.ts";
import { summaryJson, summaryLine } from "./summary.ts";
import { EXIT, failed, wrongUsage, type Terminal } from "./terminal.ts";

/** Builds or checks the briefs that a command line names, all of them if it names none; one's trouble stops no other. */
export async function buildBriefs(args: BuildArguments, terminal: Terminal): Promise<number> {
  const open = openBriefs(args, args.briefs, terminal);
  if (typeof open === "string") return wrongUsage(open, terminal);
  const briefs = args.briefs.length > 0 ? [...new Set(args.briefs)] : open.known;
  const write = args.verb === "build";
  const refused = write ? refusedOutput(args, briefs) : undefined;
  if (refused !== undefined) return wrongUsage(refused, terminal);
  const reports: Report[] = [];
  let bugs = 0;
  for (const id of briefs) {
    const start = performance.now();
    try {
      const report = await buildBrief(id, open.host, { strict: args.strict, prove: args.prove, write });
      reports.push(report);
      tell(report, (performance.now() - start) / 1000, args, open.display, terminal);
    } catch (cause) {
      reports.push({ brief: id, problems: [], passed: false, figures: 0, exempt: [] });
      if (failed(cause, terminal, id) === EXIT.bug) bugs += 1;
    }
  }
  if (args.json) terminal.stdout(summaryJson(reports));
  if (bugs > 0) return EXIT.bug;
  return reports.every((report) => report.passed) ? EXIT.done : EXIT.problems;
}

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

function tell(report: Report, seconds: number, args: BuildArguments, display: Display, terminal: Terminal): void {
  const exempt = args.exempt ? report.exempt : [];
  const { problems } = report;
  if (args.json) {
    for (const problem of problems) terminal.stdout(problemJson(problem, display));
    for (const each of exempt) terminal.stdout(exemptJson(each, display));
    return;
  }
  if (problems.length > 0) terminal.stderr(`${problems.map((each) => problemText(each, display)).join("\n")}\n`);
  if (terminal.env["GITHUB_ACTIONS"] === "true")
    terminal.stderr(problems.map((problem) => problemAnnotation(problem, display)).join(""));
  for (const each of exempt) terminal.stdout(exemptText(each, display));
  terminal.stdout(`${summaryLine(report, seconds, args, terminal)}\n`);
}
