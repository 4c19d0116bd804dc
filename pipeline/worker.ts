import type { BuildArguments } from "./arguments.ts";
import { openBrief, type Prepared, type Report } from "./build.ts";
import { tracing, type Trace } from "./host/trace.ts";
import { makeBrief } from "./make-brief.ts";
import type { Host } from "./model/stage.ts";
import { hostFor } from "./open-briefs.ts";
import { timingsNow, timingsSince, type Timings } from "./timings.ts";
import type { Terminal } from "./terminal.ts";

/** What a worker is told once, of the run that it works for. */
export interface PoolRun {
  readonly args: BuildArguments;
  readonly terminal: Pick<Terminal, "env" | "cwd" | "cache" | "colour">;
}

/** What became of a brief in a worker, what is to be printed of an exception, and what making it took. */
export interface Made {
  readonly report: Report;
  readonly stderr: string;
  readonly timings?: Timings;
  /** What the worker read of the folder, with the first brief that it makes of it. */
  readonly read?: Trace;
}

type Make = (id: string) => Promise<Made>;
let make: Make | undefined;

/** Makes one brief, as the program itself would. A worker works for one run, and works out the numbers of a folder once. */
export const makeForPool = (id: string, run: PoolRun): Promise<Made> => (make ??= makerFor(run))(id);

function makerFor({ args, terminal }: PoolRun): Make {
  const host = hostFor(args, terminal);
  const folders = new Map<string, ReturnType<typeof openFolder>>();
  return async (id) => {
    const before = timingsNow();
    const [folder = ""] = id.split("/");
    let stderr = "";
    const told: Terminal = { ...terminal, stdout: () => undefined, stderr: (text) => void (stderr += text) };
    const first = !folders.has(folder);
    const known = folders.get(folder) ?? openFolder(folder, host);
    folders.set(folder, known);
    const { briefs, read } = await known;
    const prepared = briefs.get(id);
    if (prepared === undefined) throw new Error(`no brief ${id}`);
    const report = await makeBrief(prepared, host, args, told);
    return { report, stderr, timings: timingsSince(before), ...(first ? { read } : {}) };
  };
}

interface Opened {
  readonly briefs: ReadonlyMap<string, Prepared>;
  readonly read: Trace;
}

async function openFolder(folder: string, host: Host): Promise<Opened> {
  const traced = tracing(host);
  const { briefs } = await openBrief(folder, traced.host);
  return { briefs: new Map(briefs.map((brief) => [brief.id, brief])), read: traced.trace() };
}
