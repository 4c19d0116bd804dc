import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readArguments } from "./read-arguments.ts";
import { CACHE_FOLDER, TOOL } from "./host/tool.ts";
import { EXIT, wrongUsage, type Terminal } from "./terminal.ts";
import { USAGE } from "./usage.ts";
import type { Made, PoolRun } from "./worker.ts";

/**
 * Runs Footing with these arguments and gives the exit code: 0 done, 1 problems, 2 wrong usage, 3 a fetch failed, 10 figures moved,
 * 70 our bug.
 */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const asked = readArguments(argv, terminal.cwd);
  if ("wrong" in asked) return wrongUsage(asked.wrong, terminal);
  if ("print" in asked) {
    terminal.stdout(asked.print === "help" ? USAGE : `${version()}\n`);
    return EXIT.done;
  }
  const { work } = await import("./commands.ts");
  return work(asked.work, terminal);
}

/** Runs Footing as the command line of this process asks. */
export async function main(): Promise<void> {
  // Whoever reads may stop, as head does: then there is nobody to tell anything.
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code !== "EPIPE") throw cause;
      // oxlint-disable-next-line unicorn/no-process-exit -- as the signal would that Node keeps from it
      process.exit();
    });
  process.exitCode = await run(process.argv.slice(2), {
    until: untilStopped,
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    env: process.env,
    cwd: process.cwd(),
    cache: CACHE_FOLDER,
    colour: process.stderr.isTTY,
    interactive: process.stderr.isTTY,
  });
}

/** The first Ctrl-C ends the watching after what is being written, the second everything. */
function untilStopped(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}

/** What a worker of a pool does: makes one brief of a run. */
export const makeForPool = async (id: string, poolRun: PoolRun): Promise<Made> =>
  (await import("./commands.ts")).makeForPool(id, poolRun);

const version = (): string =>
  (JSON.parse(readFileSync(join(TOOL, "package.json"), "utf8")) as { readonly version: string }).version;

// start/start.mjs is the way in; what runs TypeScript may run this file too.
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url)))
  void main();
