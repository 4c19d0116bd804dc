import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

// Loaded before Footing in a process of its own: ends it, as kill -9 does, at the n-th change that it makes to the disk.

type Step = (...given: readonly unknown[]) => unknown;

let left = Number(process.env["KILL_AT"]);
const under = process.env["KILL_UNDER"] ?? "";

for (const name of ["mkdirSync", "openSync", "writeFileSync", "renameSync", "rmSync"] as const) {
  const real = fs[name] as unknown as Step;
  const counting: Step = (...given) => {
    const [path, flags = "r"] = given;
    // What is only read is no change.
    const isChange = name !== "openSync" || /[wa+]/.test(String(flags));
    if (isChange && String(path).includes(under)) {
      left -= 1;
      if (left < 0) process.kill(process.pid, "SIGKILL");
    }
    return real(...given);
  };
  Reflect.set(fs, name, counting);
}
syncBuiltinESMExports();
