import { spawn } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { randomFrom } from "../mutate/random.ts";
import { footing, isSame, texts, verify } from "./house.ts";
import { folderBeforeSecond } from "./kills.ts";
import { folderWithSecond, partsOfSecond, putSecond } from "./second.ts";

/** A moment of a publish: one of its changes to the disk, and how much of that change was done. */
interface Moment {
  readonly change: number;
  readonly part: number;
}

/** What became of publishes that were killed. */
export interface Kills {
  readonly killed: number;
  /** How many left a site that verify passed, and how many one that the next start had to mend. */
  readonly passed: number;
  readonly mended: number;
  /** How many changes to the disk a publish makes. */
  readonly changes: number;
  /** What is wrong after a kill, with its moment. */
  readonly wrong: readonly string[];
}

/** A folder with one edition, and the same with the second. */
interface Folders {
  readonly before: string;
  readonly published: string;
}

/**
 * Kills so many publishes of a second edition, each in a process of its own and at a random moment: at any of its changes to
 * the disk, before it, after it, or with a file half written or a folder half removed. The edition is built once, since
 * building changes nothing on the disk.
 */
export async function killedAtRandom(count: number, seed: number): Promise<Kills> {
  const before = await folderBeforeSecond();
  const published = await folderWithSecond(before);
  const folders = { before, published };
  try {
    const changes = await changesOf(folders);
    const random = randomFrom(seed);
    const moments = Array.from({ length: count }, () => ({
      change: random.whole(changes),
      part: random.whole(101) / 100,
    }));
    const results: Result[] = [];
    const next = moments.values();
    const worker = async (): Promise<void> => {
      for (const moment of next) results.push(await killedAt(moment, folders));
    };
    await Promise.all([worker(), worker()]);
    const all = (what: Result["what"]): number => results.filter((each) => each.what === what).length;
    return {
      killed: results.filter(({ killed }) => killed).length,
      passed: all("passed"),
      mended: all("mended"),
      changes,
      wrong: results.flatMap(({ wrong }) => wrong ?? []),
    };
  } finally {
    for (const folder of [before, published]) rmSync(folder, { recursive: true, force: true });
  }
}

/** How many changes a publish makes that nobody kills; what it puts down must be what the whole command does. */
async function changesOf({ before, published }: Folders): Promise<number> {
  const folder = `${before}-whole`;
  cpSync(before, folder, { recursive: true });
  try {
    const { said } = await put(folder, published, undefined);
    const changes = Number(/(\d+) changes/.exec(said)?.[1]);
    if (!(changes > 0) || !isAsPublished(folder, published)) throw new Error("it does not publish as the command does");
    return changes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Result {
  readonly killed: boolean;
  readonly what?: "passed" | "mended";
  readonly wrong?: string;
}

let copies = 0;

async function killedAt(moment: Moment, { before, published }: Folders): Promise<Result> {
  copies += 1;
  const folder = `${before}-${copies}`;
  cpSync(before, folder, { recursive: true });
  const at = `change ${moment.change}, ${moment.part} of it`;
  try {
    const { killed } = await put(folder, published, moment);
    if (!killed) return { killed, wrong: `${at}: not killed` };
    if (!isEarlierWhole(folder, before)) return { killed, wrong: `${at}: an earlier file changed` };
    const left = await verify(folder);
    const next = await footing(folder, "publish", "--rebuild-lists", "--site", "site");
    const then = await verify(folder);
    if (next.exit !== 0 || then.exit !== 0) return { killed, wrong: `${at}: ${next.problems}${then.problems}` };
    // It is as it was, or published; whoever publishes it then has it as if nothing had been killed.
    if (!isAsPublished(folder, published)) {
      if (!isAsPublished(folder, before)) return { killed, wrong: `${at}: neither as it was nor published` };
      putSecond(folder, partsOfSecond(published));
    }
    if (!isAsPublished(folder, published)) return { killed, wrong: `${at}: published otherwise afterwards` };
    return { killed, what: left.exit === 0 ? "passed" : "mended" };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isEarlierWhole = (folder: string, before: string): boolean =>
  ["site/rail/editions/2026-03-01", "data/rail/editions/2026-03-01"].every((part) =>
    isSame(texts(folder, part), texts(before, part)),
  );

const isAsPublished = (folder: string, published: string): boolean =>
  ["site", "data"].every((part) => isSame(texts(folder, part), texts(published, part)));

function put(
  folder: string,
  published: string,
  moment: Moment | undefined,
): Promise<{ readonly killed: boolean; readonly said: string }> {
  const hooks = ["--import", import.meta.resolve("tsx"), "--import", import.meta.resolve("./killing.ts")];
  const script = fileURLToPath(import.meta.resolve("./put-second.ts"));
  const child = spawn(process.execPath, [...hooks, script, folder, published], {
    env: {
      ...process.env,
      KILL_AT: String(moment?.change ?? Infinity),
      KILL_PART: String(moment?.part ?? 0),
      KILL_UNDER: `${folder}/`,
      NODE_OPTIONS: "",
      NODE_PATH: "",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (text) => (said += String(text)));
  return new Promise((ended) => child.on("close", (_, signal) => ended({ killed: signal === "SIGKILL", said })));
}
