import { readFileSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readArguments, type Arguments } from "./arguments.ts";
import { buildBriefs } from "./build-briefs.ts";
import { diffFiles } from "./diff-files.ts";
import { CACHE_FOLDER } from "./host/cache.ts";
import { publishBrief } from "./publish-brief.ts";
import { refreshBriefs } from "./refresh-briefs.ts";
import { regenerateBriefs } from "./regenerate-briefs.ts";
import { EXIT, failed, wrongUsage, type Terminal } from "./terminal.ts";
import { USAGE } from "./usage.ts";
import { rebuildSite, verifySite } from "./verify-site.ts";
import { whyFigure } from "./why-figure.ts";

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

async function work(args: Arguments, terminal: Terminal): Promise<number> {
  switch (args.verb) {
    case "build":
    case "check":
      return buildBriefs(args, terminal);
    case "why":
      return whyFigure(args, terminal);
    case "diff":
      return diffFiles(args, terminal);
    case "publish":
      return publishBrief(args, terminal);
    case "verify":
      return verifySite(args, terminal);
    case "rebuild-lists":
      return rebuildSite(args, terminal);
    case "refresh":
      return refreshBriefs(args, terminal);
    case "regenerate":
      return regenerateBriefs(args, terminal);
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
  });
}
