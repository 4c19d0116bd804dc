import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Terminal } from "../../pipeline/terminal.ts";
import { argumentsOf, layInput, verbOf } from "./input.ts";

/** What a case fixes: exit code, all that stands on standard error, and the files that it names. */
export interface Result {
  readonly exit: number;
  readonly problems: string;
  /** All that stands on standard output, seconds left out; only where the case fixes it. */
  readonly stdout?: string;
  /** Files that `expected/out` names, as text; undefined where a build wrote none. */
  readonly out: Readonly<Record<string, string | undefined>>;
  /** Briefs of which nothing is to be written, but something was. */
  readonly touched: readonly string[];
}

/** Runs Footing in this process: pipeline/cli.ts's `run`, or a stand-in that the tests of the runner plant. */
export type Run = (argv: readonly string[], terminal: Terminal) => Promise<number>;

const filesUnder = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .replaceAll("\\", "/"),
        )
        .toSorted()
    : [];

// latin1 keeps every byte apart, so a binary file is compared to the byte and a text file still reads well.
const bytes = (file: string): string => readFileSync(file).toString(file.endsWith(".pdf") ? "latin1" : "utf8");

/** What the case folder expects. */
export function expectedOf(folder: string): Result {
  const expected = join(folder, "expected");
  const [problems, stdout] = [join(expected, "problems.txt"), join(expected, "stdout.txt")];
  const out = filesUnder(join(expected, "out"));
  return {
    exit: Number(readFileSync(join(expected, "exit"), "utf8")),
    problems: existsSync(problems) ? readFileSync(problems, "utf8") : "",
    ...(existsSync(stdout) ? { stdout: readFileSync(stdout, "utf8") } : {}),
    out: Object.fromEntries(out.map((name) => [name, bytes(join(expected, "out", name))])),
    touched: [],
  };
}

// A build that failed must leave this as it was.
const EARLIER = "an earlier build\n";
const SOWN = ["index.html", "manifest.json"];

function sow(target: string): void {
  for (const brief of readdirSync(join(target, "data"))) {
    for (const name of SOWN) {
      const file = join(target, "out", brief, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, EARLIER);
    }
  }
}

const untouched = (target: string, brief: string): boolean => {
  const folder = join(target, "out", brief);
  return (
    filesUnder(folder).join() === SOWN.join() &&
    SOWN.every((name) => readFileSync(join(folder, name), "utf8") === EARLIER)
  );
};

async function runIn(target: string, folder: string, wanted: Result, run: Run): Promise<Result> {
  layInput(folder, target);
  const fails = wanted.exit !== 0;
  if (fails) sow(target);
  let [problems, stdout] = ["", ""];
  const exit = await run([verbOf(folder), ...argumentsOf(folder)], {
    stdout: (text) => (stdout += text),
    stderr: (text) => (problems += text),
    env: {},
    cwd: target,
    colour: false,
  });
  const wanting = Object.keys(wanted.out);
  const out = wanting.map((name) => [name, join(target, "out", name)] as const);
  const failed = fails
    ? readdirSync(join(target, "data")).filter((brief) => !wanting.some((name) => name.startsWith(`${brief}/`)))
    : [];
  return {
    exit,
    problems,
    ...(wanted.stdout === undefined ? {} : { stdout: stdout.replaceAll(/, \d+\.\d s$/gm, "") }),
    out: Object.fromEntries(out.map(([name, file]) => [name, existsSync(file) ? bytes(file) : undefined])),
    touched: failed.filter((brief) => !untouched(target, brief)),
  };
}

/** Builds a case in a folder of its own and gives what came of it, in the terms of what is wanted. */
export async function resultOf(folder: string, wanted: Result, run: Run): Promise<Result> {
  const target = realpathSync(mkdtempSync(join(tmpdir(), "footing-case-")));
  try {
    return await runIn(target, folder, wanted, run);
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}
