import { join, relative } from "node:path";
import { diskFailure } from "./host/disk.ts";
import { problemText } from "./host/display.ts";
import { error, type Problem } from "./model/problem.ts";
import { UnreadableSite } from "./model/unreadable.ts";
import { EXIT, type Terminal } from "./terminal.ts";

/** Tells of an exception: what cannot be read or written is a problem with its path; anything else is our bug. */
export function failed(cause: unknown, terminal: Terminal, brief?: string): number {
  const problems = cause instanceof UnreadableSite ? cause.problems : refused(cause, terminal);
  if (problems.length === 0) return ownBug(cause, terminal, brief);
  const folders = { data: join(terminal.cwd, "data"), templates: join(terminal.cwd, "templates") };
  const display = { folders, cwd: terminal.cwd, colour: false, source: () => undefined };
  terminal.stderr(`${problems.map((each) => problemText(each, display)).join("\n")}\n`);
  return EXIT.problems;
}

/** What the disk refused, where that is what an exception is of. */
function refused(cause: unknown, { cwd }: Terminal): readonly Problem[] {
  const disk = diskFailure(cause);
  if (disk === undefined) return [];
  const file = disk.path === "" ? "." : relative(cwd, disk.path).replaceAll("\\", "/") || ".";
  const hint = "make room, or name another folder, and run it again: what was there before is as it was";
  return [error("file/not-written", { file, line: 1, column: 1 }, `The disk refuses ${file}: ${disk.why}`, { hint })];
}

/** Owns up to an exception: it is never the author's doing. */
function ownBug(cause: unknown, terminal: Terminal, brief?: string): number {
  const text = cause instanceof Error ? (terminal.env["FOOTING_DEBUG"] ? cause.stack : cause.message) : String(cause);
  const where = brief === undefined ? "" : `${brief}: `;
  terminal.stderr(
    `footing: ${where}this is a bug in Footing, not in your data: ${text}\nfooting: FOOTING_DEBUG=1 shows where; please report it\n`,
  );
  return EXIT.bug;
}
