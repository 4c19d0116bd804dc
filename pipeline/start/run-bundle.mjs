import { randomUUID } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { isMainThread } from "node:worker_threads";
import { bytesOf, soundBundle } from "./bundle-file.mjs";

/** @typedef {typeof import("../cli.ts")} Program */
/** @typedef {(module: { exports: unknown }, require: NodeJS.Require, own: string, outside: Import) => void} Wrapped */
/** @typedef {(name: string) => Promise<unknown>} Import */

/** Commands that use nearly all of the program: what V8 compiled for them is worth keeping. */
const WHOLE = new Set(["build", "publish", "regenerate"]);

/**
 * The program out of its bundle; nothing where there is none, or one of other sources.
 * @param {string} tool
 * @param {string} cache
 * @returns {Program | undefined}
 */
export function runBundle(tool, cache) {
  const bundle = soundBundle(tool, cache);
  if (bundle === undefined) return undefined;
  setBudget(BUDGET.first);
  if (isMainThread) setTimeout(() => setBudget(BUDGET.later), FIRST).unref();
  const own = pathToFileURL(join(tool, "pipeline", "host", "tool.ts")).href;
  /** @type {unknown} */
  let commands;
  /** @type {Import} */
  const outside = async (name) => {
    if (name !== "./commands.ts") return import(name);
    // Once a process, as a module: all that the program keeps between two builds hangs on it.
    commands ??= loadCommands();
    return commands;
  };
  const loadCommands = () => {
    const { file, text } = bundle.commands();
    // A thread may begin when the budget has changed, and V8 takes compiled code only under the flags it was kept with.
    setBudget(BUDGET.first);
    const exports = run(keptScript(file, text), file, own, outside);
    // What has threads makes many briefs.
    if (!isMainThread) setBudget(BUDGET.later);
    return exports;
  };
  const { file, text } = bundle.front;
  return /** @type {Program} */ (run(new Script(text, { filename: file }), file, own, outside));
}

/** How long the first brief of a process may take, in milliseconds. */
const FIRST = 5000;

/**
 * How long V8 runs a function before it optimises it, in bytes of its code; later as by itself. In one build of a brief,
 * most of what it would optimise hardly runs again, and the other core has better things to do.
 */
const BUDGET = { first: 1_200_000, later: 67_584 };

/**
 * Sets the budget of all threads. A later V8 has no such flag, and no need of it.
 * @param {number} budget
 */
function setBudget(budget) {
  if (process.versions.v8.startsWith("11.")) setFlagsFromString(`--interrupt-budget=${budget}`);
}

/**
 * What a script exports, to which this file's address is that of the source which asks for it.
 * @param {Script} script
 * @param {string} file
 * @param {string} own
 * @param {Import} outside
 * @returns {unknown}
 */
function run(script, file, own, outside) {
  /** @type {{ exports: unknown }} */
  const holder = { exports: undefined };
  const wrapped = /** @type {Wrapped} */ (script.runInThisContext());
  wrapped(holder, createRequire(file), own, outside);
  return holder.exports;
}

/**
 * A script with what V8 compiled of it in an earlier run.
 * @param {string} file
 * @param {string} text
 */
function keptScript(file, text) {
  const compiled = `${file}.${process.version}-${process.arch}`;
  const cachedData = bytesOf(compiled);
  const script = new Script(text, { filename: file, ...(cachedData ? { cachedData } : {}) });
  const found = cachedData !== undefined && script.cachedDataRejected !== true;
  if (!found && isMainThread && WHOLE.has(process.argv[2] ?? "")) keepAtExit(script, compiled);
  return script;
}

/**
 * Keeps what V8 compiled in a run that went through most of the program, and found nothing wrong.
 * @param {Script} script
 * @param {string} file
 */
function keepAtExit(script, file) {
  process.once("exit", (code) => {
    if (code !== 0) return;
    const own = `${file}.${randomUUID()}`;
    try {
      // Under the flags that it will be read with.
      setBudget(BUDGET.first);
      writeFileSync(own, script.createCachedData());
      renameSync(own, file);
    } catch {
      // A folder that cannot be written keeps nothing, and the next start is as slow as this one.
    }
  });
}
