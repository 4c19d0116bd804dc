import { workerData } from "node:worker_threads";
import type { BuildArguments } from "./arguments.ts";
import { finishBrief, openBrief, type Prepared, type Report } from "./build.ts";
import { hostFor } from "./open-briefs.ts";
import { nothingOf } from "./telling.ts";
import { EXIT, failed, type Terminal } from "./terminal.ts";

/** What a worker is told once, of the run that it works for. */
export interface WorkerData {
  readonly args: BuildArguments;
  readonly terminal: Pick<Terminal, "env" | "cwd" | "cache" | "colour">;
}

/** What became of a brief in a worker, and what is to be printed of an exception. */
export interface Made {
  readonly report: Report;
  readonly stderr: string;
}

// A pool hands its workers a list, of which the second part is the run's own.
const { args, terminal } = (Array.isArray(workerData) ? workerData[1] : workerData) as WorkerData;
const host = hostFor(args, terminal);
const folders = new Map<string, Promise<ReadonlyMap<string, Prepared>>>();

/** Makes one brief, as the program itself would. The numbers of its folder are worked out once. */
export async function make(id: string): Promise<Made> {
  const [folder = ""] = id.split("/");
  let stderr = "";
  const told: Terminal = { ...terminal, stdout: () => undefined, stderr: (text) => void (stderr += text) };
  try {
    const known = folders.get(folder) ?? openFolder(folder);
    folders.set(folder, known);
    const prepared = (await known).get(id);
    if (prepared === undefined) throw new Error(`no brief ${id}`);
    const options = { strict: args.strict, prove: args.prove, write: args.verb === "build" };
    return { report: await finishBrief(prepared, host, options), stderr };
  } catch (cause) {
    const bug = failed(cause, told, id) === EXIT.bug;
    return { report: { ...nothingOf(id), bug }, stderr };
  }
}

async function openFolder(folder: string): Promise<ReadonlyMap<string, Prepared>> {
  const { briefs } = await openBrief(folder, host);
  return new Map(briefs.map((brief) => [brief.id, brief]));
}
