import { join, resolve } from "node:path";
import type { BuildArguments } from "./arguments.ts";
import type { Report } from "./build.ts";
import { areAsStamped, stampsOf, type Stamps } from "./host/stamps.ts";
import { holds, type Trace } from "./host/trace.ts";
import type { Problem } from "./model/problem.ts";
import type { Host } from "./model/stage.ts";

/** What a folder of data came to: its reports, and of a family what its members have in common. */
export interface FolderReport {
  readonly reports: readonly Report[];
  readonly family?: { readonly problems: readonly Problem[] };
}

interface KeptFolder extends FolderReport {
  readonly trace: Trace;
  readonly stamps: Stamps;
}

/**
 * What a folder of data came to the last time, where nothing has changed since: not what was read, nor what was written.
 * Nothing heavy is loaded to find that out.
 */
export function keptFolder(folder: string, args: BuildArguments, host: Host): FolderReport | undefined {
  const text = host.cache?.read(inputsText(folder, args, host));
  if (text === undefined) return undefined;
  const { trace, stamps, ...report } = JSON.parse(text) as KeptFolder;
  return holds(trace, host) && areAsStamped(join(args.out, folder), stamps) ? report : undefined;
}

/** Keeps what a folder of data came to, where all of it was written. */
export function keepFolder(folder: string, report: FolderReport, trace: Trace, args: BuildArguments, host: Host): void {
  if (args.verb !== "build" || !report.reports.every(({ passed, stale }) => passed && stale !== true)) return;
  const stamps = stampsOf(join(args.out, folder));
  if (stamps === undefined) return;
  const kept: KeptFolder = { ...report, trace, stamps };
  host.cache?.write(inputsText(folder, args, host), JSON.stringify(kept));
}

/** All that decides about a build besides the files that it reads. */
const inputsText = (folder: string, args: BuildArguments, { dateFlag, dateFromEpoch, today }: Host): string =>
  JSON.stringify([
    "folder",
    folder,
    resolve(args.out),
    args.verb,
    args.strict,
    args.prove,
    args.exempt,
    args.shard ?? "",
    [dateFlag, dateFromEpoch, today].map((day) => day ?? ""),
  ]);
