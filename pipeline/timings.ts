import { slowPaths } from "./model/slow-paths.ts";

/** What making briefs took, and where it went the long way. */
export interface Timings {
  /** Milliseconds by stage; what is read for all members of a family counts once. */
  readonly stages: Readonly<Record<string, number>>;
  /** How often each long way was gone. */
  readonly slow: Readonly<Record<string, number>>;
}

type Counts = Map<string, number>;

const stages: Counts = new Map();
/** Long ways that workers went. */
const elsewhere: Counts = new Map();

const add = (counts: Counts, what: string, more: number): unknown => counts.set(what, (counts.get(what) ?? 0) + more);

/** Does the work of a stage, and notes how long it took. */
export async function timed<Made>(stage: string, work: () => Made | Promise<Made>): Promise<Made> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    add(stages, stage, performance.now() - start);
  }
}

/** All that this process and its workers took until now. */
export function timingsNow(): Timings {
  const slow: Counts = new Map(elsewhere);
  for (const [path, count] of slowPaths()) add(slow, path, count);
  return { stages: Object.fromEntries(stages), slow: Object.fromEntries(slow) };
}

/** What was taken since an earlier moment. */
export function timingsSince(before: Timings): Timings {
  const now = timingsNow();
  const more = (after: Timings["slow"], earlier: Timings["slow"]): Timings["slow"] =>
    Object.fromEntries(
      Object.entries(after).flatMap(([what, count]) => {
        const own = count - (earlier[what] ?? 0);
        return own > 0 ? [[what, own]] : [];
      }),
    );
  return { stages: more(now.stages, before.stages), slow: more(now.slow, before.slow) };
}

/** Counts what a worker took as taken. */
export function addTimings(worker: Timings): void {
  for (const [stage, ms] of Object.entries(worker.stages)) add(stages, stage, ms);
  for (const [path, count] of Object.entries(worker.slow)) add(elsewhere, path, count);
}

/** The lines of --timings: milliseconds by stage, in the order in which stages first ran, then the long ways. */
export function timingsText({ stages: took, slow }: Timings): string {
  const wide = Math.max(0, ...Object.keys(took).map((stage) => stage.length));
  const lines = Object.entries(took).map(([stage, ms]) => `${stage.padEnd(wide)} ${ms.toFixed(0).padStart(8)} ms`);
  const long = Object.entries(slow).map(([path, count]) => `${path}: ${count === 1 ? "once" : `${count} times`}`);
  if (lines.length === 0) return "no stage ran: nothing has changed\n";
  return [...lines, ...(long.length > 0 ? long : ["no long way was gone"])].map((line) => `  ${line}\n`).join("");
}
