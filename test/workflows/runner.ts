import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { filled, holds, workflow, type Lookup } from "./workflow.ts";

const root = join(import.meta.dirname, "..", "..");

/** A remote repository with the tool and these inputs on its branch main, and a place for runners beside it. */
export interface Remote {
  readonly folder: string;
  git(...args: readonly string[]): string;
}

/** Puts the tool and a folder of inputs into a new remote repository. */
export function openRemote(inputs: string): Remote {
  const folder = mkdtempSync(join(tmpdir(), "footing-remote-"));
  const work = join(folder, "work");
  cpSync(inputs, work, { recursive: true });
  for (const part of ["pipeline", "package.json", ".gitignore", ".gitattributes"])
    cpSync(join(root, part), join(work, part), { recursive: true });
  const plain = git(work);
  plain("init", "--quiet", "--initial-branch=main");
  plain("add", "--all");
  plain("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--message=Begin");
  plain("clone", "--quiet", "--bare", ".", join(folder, "origin.git"));
  rmSync(work, { recursive: true });
  return { folder, git: git(join(folder, "origin.git")) };
}

const ENV = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null", GIT_TERMINAL_PROMPT: "0" };

const git =
  (cwd: string) =>
  (...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync("git", args, {
      cwd,
      encoding: "utf8",
      env: { ...process.env, ...ENV },
    });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
    return stdout;
  };

/** What a job did: which of its steps failed, what it gave out, wrote to its summary, and asked of `gh`. */
export interface Done {
  readonly failed: string | undefined;
  readonly outputs: ReadonlyMap<string, string>;
  readonly summary: string;
  readonly gh: readonly string[];
}

const GH = `#!/usr/bin/env bash
for file in "$@"; do if [[ $seen == --body-file ]]; then body=$(< "$file"); fi; seen=$file; done
printf '%s\\0' "$*" >> "$GH_LOG"
[[ -z $body ]] || printf '%s\\0' "body: $body" >> "$GH_LOG"
if [[ "$1 $2" == "$GH_OPEN list" ]]; then echo 7; fi
`;

/**
 * Runs the commands of a job's steps as a runner does, in a new clone, with a `gh` that only notes what is asked of it.
 * Steps that use an action, and those that install packages, have been done before.
 */
export async function runJob(
  remote: Remote,
  [name, job]: readonly [workflow: string, job: string],
  given: Readonly<Record<string, string>>,
  open: "pr" | "issue" | "none" = "none",
): Promise<Done> {
  const home = mkdtempSync(join(remote.folder, "runner-"));
  const file = (each: string): string => join(home, each);
  git(home)("clone", "--quiet", join(remote.folder, "origin.git"), file("clone"));
  symlinkSync(join(root, "node_modules"), file("clone/node_modules"), "junction");
  for (const each of ["output", "summary", "gh.log"]) writeFileSync(file(each), "");
  mkdirSync(file("bin"));
  writeFileSync(file("bin/gh"), GH);
  chmodSync(file("bin/gh"), 0o755);
  const { steps, env: jobEnv = {} } = workflow(name).jobs[job] ?? { steps: [] };
  const known = new Map(Object.entries(given));
  const lookup: Lookup = (expression) => {
    const value = known.get(expression) ?? (expression.startsWith("steps.") ? "" : undefined);
    if (value === undefined) throw new Error(`the test gives no ${expression}`);
    return value;
  };
  let failed: string | undefined;
  for (const { id = "", name: title, if: condition, run, env = {}, ...step } of steps) {
    if (run === undefined || run === "npm ci" || !holds(condition, lookup, failed !== undefined)) continue;
    const values = Object.entries({ ...jobEnv, ...env }).map(([key, text]) => [key, filled(text, lookup)] as const);
    const exit = await bash(run, file("clone"), {
      ...Object.fromEntries(values),
      PATH: [file("bin"), process.env["PATH"]].join(delimiter),
      RUNNER_TEMP: home,
      GITHUB_OUTPUT: file("output"),
      GITHUB_STEP_SUMMARY: file("summary"),
      GH_LOG: file("gh.log"),
      GH_OPEN: open,
    });
    known.set(`steps.${id}.outcome`, exit === 0 ? "success" : "failure");
    for (const [key, value] of outputsIn(file("output"))) known.set(`steps.${id}.outputs.${key}`, value);
    if (exit !== 0 && step["continue-on-error"] !== true) failed ??= title ?? run;
  }
  return {
    failed,
    outputs: outputsIn(file("output")),
    summary: readFileSync(file("summary"), "utf8"),
    gh: readFileSync(file("gh.log"), "utf8").split("\0").slice(0, -1),
  };
}

/** Runs commands as `shell: bash` of a workflow does. */
function bash(commands: string, cwd: string, env: Readonly<Record<string, string>>): Promise<number> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_|GITHUB_|npm_)/.test(name));
  const script = join(cwd, "..", "step.sh");
  writeFileSync(script, commands);
  const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
    cwd,
    env: { ...Object.fromEntries(inherited), ...ENV, ...env },
    stdio: "ignore",
  });
  return new Promise((ended) => child.on("close", (code) => ended(code ?? 1)));
}

function outputsIn(file: string): ReadonlyMap<string, string> {
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return new Map(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}
