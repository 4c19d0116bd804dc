import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

type Step = (...given: readonly unknown[]) => unknown;

/** How a disk refuses: one write alone, every write from then on (it is full), or every change (it can only be read). */
export type Refusal = "one" | "full" | "all";

const WRITES = ["mkdirSync", "openSync", "writeFileSync", "writeSync", "fsyncSync"] as const;
const CHANGES = [...WRITES, "renameSync", "rmSync"] as const;

/** Runs work on a disk that refuses its n-th change; says whether it came to that. */
export async function refusing<Value>(
  change: number,
  how: Refusal,
  work: () => Value | Promise<Value>,
): Promise<{ readonly refused: boolean; readonly value: Value }> {
  let left = change;
  let refused = false;
  const real = new Map(CHANGES.map((name) => [name, fs[name] as unknown as Step]));
  for (const [name, step] of real) {
    const isWrite = (WRITES as readonly string[]).includes(name);
    const counting: Step = (...given) => {
      const [path, flags = "r"] = given;
      if (name === "openSync" && !/[wa+]/.test(String(flags))) return step(...given);
      left -= 1;
      const refuses = how === "one" ? left === -1 : left < 0 && (isWrite || how === "all");
      if (!refuses) return step(...given);
      refused = true;
      throw Object.assign(new Error(`ENOSPC: no space left on device, ${name}`), {
        code: how === "all" ? "EROFS" : "ENOSPC",
        syscall: name,
        ...(typeof path === "string" ? { path } : {}),
      });
    };
    Reflect.set(fs, name, counting);
  }
  syncBuiltinESMExports();
  try {
    return { value: await work(), refused };
  } finally {
    for (const [name, step] of real) Reflect.set(fs, name, step);
    syncBuiltinESMExports();
  }
}
