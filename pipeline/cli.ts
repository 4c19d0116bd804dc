import { readFileSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readArguments, type Arguments } from "./arguments.ts";
import { CACHE_FOLDER } from "./host/cache.ts";
import { EXIT, failed, wrongUsage, type Terminal } from "./terminal.ts";
import { USAGE } from "./usage.ts";

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
  try {
    return await work(asked.work, terminal);
  } catch (cause) {
    return failed(cause, terminal);
  }
}

/** Each command is read from disk when it is asked for: what one needs, another does not wait for. */
async function work(args: Arguments, terminal: Terminal): Promise<number> {
  switch (args.verb) {
    case "build":
    case "check":
      return (await import("./build-briefs.ts")).buildBriefs(args, terminal);
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

const version = (): string => {
  const file = fileURLToPath(new URL("../package.json", import.meta.url));
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly version: string }).version;
};

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) {
  process.exitCode = await run(process.argv.slice(2), {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    env: process.env,
    cwd: process.cwd(),
    cache: CACHE_FOLDER,
    colour: process.stderr.isTTY,
    interactive: process.stderr.isTTY,
  });
}
