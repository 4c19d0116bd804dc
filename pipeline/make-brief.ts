import type { BuildArguments } from "./arguments.ts";
import { finishBrief, type Prepared, type Report } from "./build.ts";
import { failed } from "./failed.ts";
import type { Host } from "./model/stage.ts";
import { nothingOf } from "./telling.ts";
import { EXIT, type Terminal } from "./terminal.ts";

/** A brief as a command line wants it made, or nothing of it where that is our own bug. */
export async function makeBrief(
  brief: Prepared,
  host: Host,
  { strict, prove, verb }: BuildArguments,
  terminal: Terminal,
): Promise<Report> {
  try {
    return await finishBrief(brief, host, { strict, prove, write: verb === "build" });
  } catch (cause) {
    return { ...nothingOf(brief.id), bug: failed(cause, terminal, brief.id) === EXIT.bug };
  }
}
