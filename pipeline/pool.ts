import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { BuildArguments } from "./arguments.ts";
import type { Report } from "./build.ts";
import { TOOL } from "./host/tool.ts";
import { error } from "./model/problem.ts";
import { nothingOf, type Telling } from "./telling.ts";
import type { Made, PoolRun } from "./worker.ts";

/** What one brief may take, where the command line does not say: seconds, and megabytes. */
const BOUNDS = { seconds: 120, megabytes: 2048 };

/** From so many briefs on, they are made in a worker, so that one that never ends does not hold up the others. */
const BOUNDED_FROM = 8;

/** From so many on, a second worker gains more than it costs to start. */
const PAYS_FROM = 150;

/** How many workers make so many briefs; 0 where the program makes them itself. */
export function workersFor(count: number, { jobs, seconds, megabytes }: BuildArguments): number {
  const isAsked = jobs !== undefined || seconds !== undefined || megabytes !== undefined;
  if (count === 0 || (count < BOUNDED_FROM && !isAsked)) return 0;
  return Math.min(count, jobs ?? (count < PAYS_FROM ? 1 : availableParallelism()));
}

/** Makes briefs in workers; `done` hears of each as it is made, in no order. */
export async function makeInWorkers(
  ids: readonly string[],
  workers: number,
  { args, terminal }: Telling,
  done: (made: Made) => void,
  filename = workerFile(),
): Promise<void> {
  const { Piscina } = await import("piscina");
  const { env, cwd, cache, colour } = terminal;
  const { SOURCE_DATE_EPOCH, FOOTING_DEBUG } = env;
  const workerData: PoolRun = {
    args,
    terminal: { env: { SOURCE_DATE_EPOCH, FOOTING_DEBUG }, cwd, colour, ...(cache === undefined ? {} : { cache }) },
  };
  const bounds = { seconds: args.seconds ?? BOUNDS.seconds, megabytes: args.megabytes ?? BOUNDS.megabytes };
  const pool = new Piscina<string, Made>({
    filename,
    workerData,
    minThreads: workers,
    maxThreads: workers,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes },
  });
  // A worker that died has been told as the brief's problem.
  pool.on("error", () => undefined);
  const left = ids.values();
  const work = async (): Promise<void> => {
    for (const id of left) done(await bounded(id, pool, bounds));
  };
  await Promise.all(Array.from({ length: workers }, work));
  await pool.destroy();
}

interface Pool {
  run(id: string, options: { readonly signal: AbortSignal; readonly name: "make" }): Promise<Made>;
}

/** Makes one brief, and has what takes too long or too much of the machine be a problem of that brief alone. */
async function bounded(id: string, pool: Pool, { seconds, megabytes }: typeof BOUNDS): Promise<Made> {
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), seconds * 1000);
  try {
    return await pool.run(id, { signal: clock.signal, name: "make" });
  } catch (cause) {
    if (clock.signal.aborted) return { report: stopped(id, "run/too-long", `${seconds} seconds`), stderr: "" };
    const isMemory = cause instanceof Error && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
    if (isMemory) return { report: stopped(id, "run/too-large", `${megabytes} megabytes of memory`), stderr: "" };
    const why = cause instanceof Error ? cause.message : String(cause);
    return { report: stopped(id, "run/ended", why), stderr: "" };
  } finally {
    clearTimeout(timer);
  }
}

const MESSAGES = {
  "run/too-long": (what: string) => `This brief took more than ${what}, and was given up`,
  "run/too-large": (what: string) => `This brief took more than ${what}, and was given up`,
  "run/ended": (what: string) => `The worker that made this brief ended: ${what}`,
};

const HINTS = {
  "run/too-long": "make it smaller, or give each brief more time with --seconds",
  "run/too-large": "make it smaller, or give each brief more memory with --megabytes",
  "run/ended": "build it again, by its name alone",
};

function stopped(id: string, code: keyof typeof MESSAGES, what: string): Report {
  const [folder = ""] = id.split("/");
  const place = { file: `data/${folder}/brief.yaml`, line: 1, column: 1 };
  return { ...nothingOf(id), problems: [error(code, place, MESSAGES[code](what), { hint: HINTS[code] })] };
}

/** The program that a worker runs: it starts Footing as a command line would. */
const workerFile = (): string => join(TOOL, "pipeline", "start", "worker.mjs");
