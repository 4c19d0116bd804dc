import { spawn } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { edit, footing, isSame, openFolder, publish, texts, verify } from "./house.ts";

const root = join(import.meta.dirname, "..", "..");
const FIRST = "site/rail/editions/2026-03-01";

/** A folder with a first edition published, and data that wait to be published as the second. */
export async function folderBeforeSecond(): Promise<string> {
  const folder = openFolder();
  const { exit, problems } = await publish(folder, "first", "2026-03-01");
  if (exit !== 0) throw new Error(problems);
  edit(folder, "data/rail/budget.yaml", "share_2025: 57", "share_2025: 56");
  edit(folder, "data/rail/budget.yaml", "share_2025: 36", "share_2025: 37");
  return folder;
}

/** What became of a publish that was killed at its n-th change to the disk. */
export interface Killed {
  /** Whether it was killed at all: it may have been through before. */
  readonly killed: boolean;
  /** What is wrong afterwards; nothing, where all is well. */
  readonly wrong: string | undefined;
}

/** Kills the publish of a second edition at its n-th change to the disk, in a copy of a folder, and looks at what is left. */
export async function killedAt(change: number, from: string): Promise<Killed> {
  const folder = `${from}-${change}`;
  cpSync(from, folder, { recursive: true });
  try {
    const first = texts(folder, FIRST);
    const killed = await publishKilled(folder, change);
    if (!isSame(texts(folder, FIRST), first)) return { killed, wrong: "an earlier file changed" };
    // Passes, or the next start finishes the work.
    if ((await verify(folder)).exit !== 0) {
      const next = await footing(folder, "publish", "--rebuild-lists", "--site", "site");
      const then = await verify(folder);
      if (next.exit !== 0 || then.exit !== 0) return { killed, wrong: next.problems + then.problems };
    }
    // And publishing goes on.
    const after = await publish(folder, "correction", "2026-05-01");
    const last = await verify(folder);
    if (after.exit !== 0 || last.exit !== 0) return { killed, wrong: after.problems + last.problems };
    return { killed, wrong: isSame(texts(folder, FIRST), first) ? undefined : "an earlier file changed" };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function publishKilled(folder: string, change: number): Promise<boolean> {
  const command = ["publish", "rail", "--kind", "revision", "--reason", "x", "--date", "2026-04-01", "--site", "site"];
  const hooks = ["--import", import.meta.resolve("tsx"), "--import", import.meta.resolve("./killing.ts")];
  const child = spawn(process.execPath, [...hooks, join(root, "pipeline", "cli.ts"), ...command], {
    cwd: folder,
    env: { ...process.env, KILL_AT: String(change), KILL_UNDER: folder, NODE_OPTIONS: "", NODE_PATH: "" },
    stdio: "ignore",
  });
  return new Promise((ended) => child.on("exit", (_, signal) => ended(signal === "SIGKILL")));
}
