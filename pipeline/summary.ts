import { join, relative } from "node:path";
import type { Report } from "./build.ts";
import { countByCode } from "./host/display.ts";
import type { Coverage } from "./model/figure.ts";
import type { Terminal } from "./terminal.ts";
import type { Timings } from "./timings.ts";

/** Whether briefs were written, and where. */
export interface SummaryArguments {
  readonly verb: "build" | "check";
  readonly out: string;
  /** Whether nothing has changed since it was written, and it stands as it was. */
  readonly kept?: boolean;
}

/** One line a brief: what became of it, how much of it is traced to what, what doubts are left. */
export function summaryLine(report: Report, seconds: number, args: SummaryArguments, terminal: Terminal): string {
  const errors = report.problems.filter((problem) => problem.level === "error").length;
  const warnings = report.problems.length - errors;
  const doubts = warnings > 0 ? [counted(warnings, "warning")] : [];
  if (!report.passed || !report.coverage)
    return `${report.brief}: ${[counted(errors, "error"), ...doubts].join(", ")}; nothing written`;
  const where = whereOf(report.brief, args, terminal);
  const proof = report.proof ? [`proved: ${report.proof.page} in the page, ${report.proof.pdf} in the PDF`] : [];
  const parts = [where, counted(report.figures, "figure"), traced(report.coverage), ...proof, ...doubts];
  return `${report.brief}: ${parts.join(", ")}, ${seconds.toFixed(1)} s`;
}

/** One line a family: how many of its members were made, and how many were not. */
export function familyLine(
  family: string,
  reports: readonly Report[],
  seconds: number,
  args: SummaryArguments,
  terminal: Terminal,
): string {
  const made = reports.filter(({ passed }) => passed).length;
  const where = whereOf(family, args, terminal);
  const doubts = reports.reduce(
    (sum, { problems }) => sum + problems.filter(({ level }) => level === "warning").length,
    0,
  );
  const parts = [
    `${made} of ${counted(reports.length, "member")} ${where}`,
    ...(made === reports.length ? [] : [`${reports.length - made} with errors`]),
    ...(doubts > 0 ? [counted(doubts, "warning")] : []),
  ];
  return `${family}: ${parts.join(", ")}, ${seconds.toFixed(1)} s`;
}

function whereOf(brief: string, { verb, out, kept }: SummaryArguments, { cwd }: Terminal): string {
  const folder = relative(cwd, join(out, brief));
  return verb !== "build" ? "checked" : kept === true ? `unchanged in ${folder}` : `written to ${folder}`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** Coverage by class: where the shown numbers and words come from, and how many from nowhere. */
function traced({ data, derived, literature, untraced }: Coverage): string {
  const bound = data + derived + literature;
  const all = bound + untraced;
  return `${bound} of ${all} shown numbers and words traced (${data} data, ${derived} derived, ${literature} literature)`;
}

/** The last line of --json: what became of each brief, and with --timings what each stage took. */
export function summaryJson(reports: readonly Report[], timings: Timings | undefined): string {
  const briefs = reports.map(({ brief, passed, figures, coverage, proof, exempt, problems }) => ({
    brief,
    passed,
    figures,
    coverage,
    proof,
    exempt: exempt.length,
    problems: countByCode(problems),
  }));
  return `${JSON.stringify({ summary: { passed: reports.every((report) => report.passed), briefs, timings } })}\n`;
}
