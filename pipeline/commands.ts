import type { Arguments } from "./arguments.ts";
import { failed } from "./failed.ts";
import type { Terminal } from "./terminal.ts";
import type { Made, PoolRun } from "./worker.ts";

/** Does what the command line asks, and owns up to what goes wrong. */
export async function work(args: Arguments, terminal: Terminal): Promise<number> {
  try {
    return await command(args, terminal);
  } catch (cause) {
    return failed(cause, terminal);
  }
}

/** Only the command that is asked for is loaded. */
async function command(args: Arguments, terminal: Terminal): Promise<number> {
  switch (args.verb) {
    case "build":
    case "check":
      return args.watch
        ? (await import("./watch-briefs.ts")).watchBriefs(args, terminal)
        : (await import("./build-briefs.ts")).buildBriefs(args, terminal);
    case "why":
      return (await import("./why-figure.ts")).whyFigure(args, terminal);
    case "diff":
      return (await import("./diff-files.ts")).diffFiles(args, terminal);
    case "merge":
      return (await import("./merge-pieces.ts")).mergePieces(args, terminal);
    case "publish":
      return (await import("./publish-brief.ts")).publishBrief(args, terminal);
    case "verify":
      return (await import("./verify-site.ts")).verifySite(args, terminal);
    case "rebuild-lists":
      return (await import("./verify-site.ts")).rebuildSite(args, terminal);
    case "refresh":
      return (await import("./refresh-briefs.ts")).refreshBriefs(args, terminal);
    case "regenerate":
      return (await import("./regenerate-briefs.ts")).regenerateBriefs(args, terminal);
  }
}

/** What a worker of a pool does: makes one brief of a run. */
export const makeForPool = async (id: string, run: PoolRun): Promise<Made> =>
  (await import("./worker.ts")).makeForPool(id, run);
