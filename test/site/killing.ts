import fs, { type PathLike } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";

// Loaded before Footing in a process of its own: ends it, as kill -9 does, at the n-th change that it makes to the disk, after
// a part of that change (0, if none is given: before it; 1: after it). Says how many changes there were, if it comes to its end.

type Step = (...given: readonly unknown[]) => unknown;

const real = { ...fs };
const under = process.env["KILL_UNDER"] ?? "";
const at = Number(process.env["KILL_AT"]);
const part = Number(process.env["KILL_PART"] ?? "0");
let changes = 0;
let half: unknown;

const die = (): void => void process.kill(process.pid, "SIGKILL");

/** So much of the change as is done before the end. */
function begin(name: string, given: readonly unknown[]): void {
  const [path] = given;
  if (name === "openSync") {
    // The file is there, and what is written to it next is written in part.
    half = (real.openSync as Step)(...given);
  } else if (name === "rmSync" && fs.existsSync(path as PathLike) && fs.lstatSync(path as PathLike).isDirectory()) {
    const inside = fs.readdirSync(String(path), { recursive: true, encoding: "utf8" });
    const files = inside.map((each) => join(String(path), each)).filter((each) => !fs.lstatSync(each).isDirectory());
    for (const file of files.slice(0, Math.floor(part * files.length))) real.rmSync(file);
    die();
  } else {
    if (part >= 0.5) (real[name as "rmSync"] as Step)(...given);
    die();
  }
}

for (const name of ["mkdirSync", "openSync", "writeFileSync", "renameSync", "rmSync"] as const) {
  const step = real[name] as unknown as Step;
  const counting: Step = (...given) => {
    const [path, flags = "r"] = given;
    if (name === "writeFileSync" && half !== undefined && path === half) writeInPart(given[1]);
    // What is only read is no change.
    const isChange = name !== "openSync" || /[wa+]/.test(String(flags));
    if (!isChange || !String(path).includes(under)) return step(...given);
    changes += 1;
    if (changes <= at) return step(...given);
    if (part === 0) die();
    begin(name, given);
    return half;
  };
  Reflect.set(fs, name, counting);
}

const write = real.writeSync as unknown as Step;
Reflect.set(fs, "writeSync", (...given: readonly unknown[]) => {
  if (half !== undefined && given[0] === half) writeInPart(given[1]);
  return write(...given);
});
syncBuiltinESMExports();

function writeInPart(content: unknown): void {
  const bytes = typeof content === "string" ? Buffer.from(content) : (content as Uint8Array);
  write(half, bytes, 0, Math.floor(part * bytes.length));
  die();
}

process.on("exit", () => real.writeSync(1, `${changes} changes\n`));
