import { sep } from "node:path";
import type { BuildArguments } from "./arguments.ts";
import type { Report } from "./build.ts";
import { failed } from "./failed.ts";
import { recover, refusal } from "./host/output.ts";
import { keepFolder, keptFolder, type FolderReport } from "./kept-folder.ts";
import { tracing } from "./host/trace.ts";
import { openBriefs } from "./open-briefs.ts";
import { writeShardFile } from "./shard.ts";
import { familyLine, summaryJson, summaryLine } from "./summary.ts";
import { EXIT, wrongUsage, type Terminal } from "./terminal.ts";
import { timingsNow, timingsSince, timingsText, type Timings } from "./timings.ts";
import { nothingOf, tellAll, type Telling } from "./telling.ts";

/** Builds or checks the briefs that a command line names, all of them if it names none; one's trouble stops no other. */
export async function buildBriefs(args: BuildArguments, terminal: Terminal): Promise<number> {
  const open = openBriefs(args, args.briefs, terminal);
  if (typeof open === "string") return wrongUsage(open, terminal);
  const wanted = wantedOf(args.briefs, open.known);
  const refused = refusedCache(args) ?? (args.verb === "build" ? refusedOutput(args, [...wanted.keys()]) : undefined);
  if (refused !== undefined) return wrongUsage(refused, terminal);
  const telling: Telling = { args, display: open.display, terminal, told: new Map() };
  const reports: Report[] = [];
  const before = timingsNow();
  let bugs = 0;
  for (const [folder, members] of wanted) {
    const start = performance.now();
    const traced = tracing(open.host);
    try {
      const kept = members === undefined ? keptFolder(folder, args, open.host) : undefined;
      const made =
        kept ??
        (await (
          await import("./build-folder.ts")
        ).buildFolder(folder, members, traced.host, {
          ...telling,
          trace: () => traced.trace(),
        }));
      if (kept) tellAll(folder, kept, telling);
      else if (members === undefined) keepFolder(folder, made, traced.trace(), args, open.host);
      reports.push(...made.reports);
      // One that is in another piece of the work is nothing to tell of.
      const isHere = made.family !== undefined || made.reports.length > 0;
      if (!args.json && isHere)
        terminal.stdout(`${lineOf(folder, made, { start, kept: kept !== undefined, telling })}\n`);
    } catch (cause) {
      reports.push(nothingOf(folder));
      if (failed(cause, terminal, folder) === EXIT.bug) bugs += 1;
    }
  }
  if (args.shard !== undefined && args.verb === "build") writeShardFile(args.out, args.shard);
  terminal.stdout(ending(reports, args, timingsSince(before)));
  if (bugs > 0 || reports.some(({ bug }) => bug === true)) return EXIT.bug;
  return reports.every((report) => report.passed) ? EXIT.done : EXIT.problems;
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

/** What is said when all briefs are done. */
function ending(reports: readonly Report[], args: BuildArguments, timings: Timings): string {
  if (args.json) return summaryJson(reports, args.timings ? timings : undefined);
  return args.timings ? timingsText(timings) : "";
}

interface Line {
  readonly start: number;
  readonly kept: boolean;
  readonly telling: Telling;
}

function lineOf(folder: string, { reports, family }: FolderReport, { start, kept, telling }: Line): string {
  const seconds = (performance.now() - start) / 1000;
  const summary = { ...telling.args, kept };
  const [own] = reports;
  return family === undefined && own !== undefined
    ? summaryLine(own, seconds, summary, telling.terminal)
    : familyLine(folder, reports, seconds, summary, telling.terminal);
}

const isInside = (folder: string, other: string): boolean => `${folder}${sep}`.startsWith(`${other}${sep}`);

/** Why nothing may be kept where the command line has it, or undefined. */
const refusedCache = ({ cacheFolder, data, templates }: BuildArguments): string | undefined =>
  cacheFolder !== undefined && (isInside(cacheFolder, data) || isInside(cacheFolder, templates))
    ? `--cache ${cacheFolder} would write among the data or templates`
    : undefined;

/** Makes the output folder fit to be written to, or says why it must not be. */
function refusedOutput(args: BuildArguments, briefs: readonly string[]): string | undefined {
  for (const folder of [args.data, args.templates]) {
    if (isInside(args.out, folder) || isInside(folder, args.out))
      return `--out ${args.out} would write among the data or templates`;
  }
  for (const brief of briefs) {
    const why = refusal(args.out, brief);
    if (why !== undefined) return `${why}: name another folder with --out`;
  }
  recover(args.out);
  return undefined;
}
