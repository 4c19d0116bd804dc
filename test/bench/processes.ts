import { fork, spawnSync, type ChildProcess } from "node:child_process";
import type { Task, Told } from "./subject.mjs";

/** A process that makes the brief again and again, as it is asked. */
export interface Subject {
  ask(task: Task): Promise<Told>;
  end(): void;
}

/** A process of its own; whatever it keeps in memory from one task to the next, it keeps. */
export function opened(script: string, args: readonly string[]): Subject {
  const child = fork(script, args, { execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  return { ask: (task) => answered(child, task), end: () => child.disconnect() };
}

function answered(child: ChildProcess, task: Task): Promise<Told> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error(`${child.spawnargs[1]} ended early`));
    child.once("exit", ended);
    child.once("message", (told: Told) => {
      child.off("exit", ended);
      resolve(told);
    });
    child.send(task);
  });
}

/** How long Node takes for a script, from the start of its process to its end. */
export function timed(args: readonly string[], cwd: string): number {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - from;
}

/** Each thing in turn, so many times round, so that what else the machine does meets all alike: medians. */
export async function inTurn(
  times: number,
  things: readonly ((turn: number) => number | Promise<number>)[],
): Promise<readonly number[]> {
  const seen = things.map((): number[] => []);
  for (let turn = 0; turn < times; turn += 1)
    for (const [at, thing] of things.entries()) seen[at]?.push(await thing(turn));
  return seen.map(median);
}

/** The middle of some numbers. */
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}
