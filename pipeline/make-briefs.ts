import { join } from "node:path";
import type { Prepared, Report } from "./build.ts";
import { openCache } from "./host/cache.ts";
import { keepMember, keptMember, memberKeys } from "./kept-member.ts";
import type { Cache, Host } from "./model/stage.ts";
import { agree } from "./host/trace.ts";
import { makeBrief } from "./make-brief.ts";
import { makeInWorkers, workersFor } from "./pool.ts";
import { openProgress } from "./host/progress.ts";
import type { Telling } from "./telling.ts";
import { addTimings } from "./timings.ts";

/** The most members that are kept between builds, each in a small file of its own. */
const MOST_MEMBERS = { before: 120_000, after: 100_000 };

/** Makes briefs whose numbers are worked out: in this process, or in workers where there are many. The reports keep their order. */
export async function makeBriefs(
  briefs: readonly Prepared[],
  host: Host,
  telling: Telling,
  tell: (report: Report) => void,
): Promise<readonly Report[]> {
  const { args, terminal } = telling;
  const kept = memberCache(telling);
  const key = memberKeys(host, args);
  const reports = new Map<Prepared, Report>();
  const progress = openProgress(briefs.length, { terminal, quiet: args.quiet || args.json });
  const done = (brief: Prepared, report: Report, isKept: boolean): void => {
    if (kept && brief.isMember && !isKept) keepMember(brief, report, key, args.out, kept);
    reports.set(brief, report);
    progress.step();
  };
  const left = new Map<string, Prepared>();
  for (const brief of briefs) {
    const before = kept && brief.isMember ? keptMember(brief, key, args.out, kept) : undefined;
    if (before) done(brief, before, true);
    // What stops a brief before it is made needs no worker, and may be that it has the name of another.
    else if (brief.isStopped) done(brief, await makeBrief(brief, host, args, terminal), true);
    else left.set(brief.id, brief);
  }
  const workers = workersFor(left.size, args);
  // A file that changes while workers start is read by them as another: what they make of it is kept for no one.
  let stale = false;
  if (workers > 0)
    await makeInWorkers([...left.keys()], workers, telling, ({ report, stderr, timings, read }) => {
      const own = telling.trace?.();
      if (read && own && !agree(read, own)) stale = true;
      terminal.stderr(stderr);
      if (timings) addTimings(timings);
      const brief = left.get(report.brief);
      if (brief) done(brief, stale ? { ...report, stale } : report, stale);
    });
  else for (const brief of left.values()) done(brief, await makeBrief(brief, host, args, terminal), false);
  progress.end();
  // Told in the order of the rows, whoever made them, and however fast.
  const inOrder = briefs.flatMap((brief) => reports.get(brief) ?? []);
  inOrder.forEach(tell);
  return inOrder;
}

/** Where members of families are kept: nowhere, unless they are written. */
function memberCache({ args, terminal }: Telling): Cache | undefined {
  const folder = args.cacheFolder ?? terminal.cache;
  return args.cache && args.verb === "build" && folder !== undefined
    ? openCache(join(folder, "members"), MOST_MEMBERS)
    : undefined;
}
