import type { BuildArguments } from "./arguments.ts";
import { buildBriefs } from "./build-briefs.ts";
import { failed } from "./failed.ts";
import { watching } from "./host/watching.ts";
import { EXIT, type Terminal } from "./terminal.ts";

/**
 * Builds or checks briefs, and does it again whenever something in their data or templates changes: in one process, which
 * makes again only what the change is part of. It ends when the program is stopped, or at once where the command line is
 * wrong; problems in a brief are told, and what is there of it stays as it was.
 */
export async function watchBriefs(args: BuildArguments, terminal: Terminal): Promise<number> {
  // Seen before the first build, so that nothing changes unseen while it runs.
  const changes = watching([args.data, args.templates], terminal.until?.());
  let exit = await buildBriefs(args, terminal);
  if (exit === EXIT.usage) return exit;
  if (!args.quiet && !args.json)
    terminal.stderr("footing: waiting for changes in data and templates; Ctrl-C ends it\n");
  while (await changes.next()) {
    try {
      exit = await buildBriefs(args, terminal);
    } catch (cause) {
      exit = failed(cause, terminal);
    }
  }
  return exit;
}
