import type { BuildArguments } from "./arguments.ts";
import { buildBriefs } from "./build-briefs.ts";
import { watching } from "./host/watching.ts";
import { EXIT, type Terminal } from "./terminal.ts";

/**
 * Builds or checks briefs, and does it again whenever something in their data or templates changes: in one process, which
 * makes again only what the change is part of. It ends when the program is stopped, or at once where the command line is
 * wrong; problems in a brief are told, and what is there of it stays as it was.
 */
export async function watchBriefs(args: BuildArguments, terminal: Terminal): Promise<number> {
  // Before the first build, so that nothing changes unseen while it runs.
  const changes = await watching([args.data, args.templates], terminal.until);
  try {
    let exit = await buildBriefs(args, terminal);
    if (exit === EXIT.usage) return exit;
    if (!args.quiet && !args.json)
      terminal.stderr("footing: waiting for changes in data and templates; Ctrl-C ends it\n");
    while (await changes.next()) exit = await buildBriefs(args, terminal);
    const trouble = changes.trouble();
    if (trouble === undefined) return exit;
    terminal.stderr(`footing: this machine cannot watch the folders: ${trouble}; build without --watch\n`);
    return EXIT.problems;
  } finally {
    await changes.end();
  }
}
