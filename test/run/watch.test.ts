import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "../../pipeline/cli.ts";
import { layInput } from "../case-runner/input.ts";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "footing-watch-"));
  layInput("test/cases/small", cwd);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

/** A program that watches, and what it says, each piece as soon as it is said. */
interface Watch {
  /** What it says from now on until a text comes. */
  readonly heard: (text: string) => Promise<string>;
  /** Ends it and gives its exit code. */
  readonly ended: () => Promise<number>;
}

function footing(...argv: readonly string[]): Watch {
  const end = new AbortController();
  let said = "";
  let listen = (): void => undefined;
  const tell = (text: string): void => {
    said += text;
    listen();
  };
  const terminal = { cwd, colour: false, env: {}, cache: join(cwd, "cache"), stdout: tell, stderr: tell };
  const exit = run(argv, { ...terminal, until: () => end.signal });
  return {
    heard: (text) =>
      new Promise((resolve) => {
        listen = () => {
          if (!said.includes(text)) return;
          resolve(said);
          said = "";
          listen = () => undefined;
        };
        listen();
      }),
    ended: async () => {
      end.abort();
      return exit;
    },
  };
}

const budget = (): string => join(cwd, "data", "rail", "budget.yaml");
const replace = (file: string, from: string, to: string): void => {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
};
const ledger = (): string => readFileSync(join(cwd, "out", "rail", "figures.json"), "utf8");

test("each change of data or templates is built, mistakes are told and nothing is lost by them, until it is stopped", async () => {
  const { heard, ended } = footing("build", "--watch");
  expect(await heard("Ctrl-C ends it\n")).toContain("rail: written to out/rail");
  const first = ledger();
  replace(budget(), "total_2025: { value: 452", "total_2025: { value: 4x2");
  expect(await heard("nothing written\n")).toContain("data/rail/budget.yaml:");
  expect(ledger()).toBe(first);
  replace(budget(), "total_2025: { value: 4x2", "total_2025: { value: 470");
  await heard("rail: written");
  expect(ledger()).not.toBe(first);
  replace(join(cwd, "templates", "rail", "prose.md.hbs"), "## Lines", "## Rails");
  await heard("rail: written");
  expect(readFileSync(join(cwd, "out", "rail", "index.html"), "utf8")).toContain("Rails");
  // A brief of its own, of which nothing is there yet.
  mkdirSync(join(cwd, "data", "roads"));
  writeFileSync(join(cwd, "data", "roads", "brief.yaml"), "title: Roads\n");
  expect(await heard("roads: ")).toContain("data/roads/brief.yaml");
  rmSync(join(cwd, "data", "roads"), { recursive: true });
  await heard("rail: unchanged");
  expect(await ended()).toBe(0);
}, 60_000);

test("it says what the last build came to, and checks without writing", async () => {
  const { heard, ended } = footing("check", "--watch");
  await heard("Ctrl-C ends it\n");
  replace(budget(), "total_2025: { value: 452", "total_2025: { value: 4x2");
  await heard("rail: 1 error");
  expect(await ended()).toBe(1);
  expect(existsSync(join(cwd, "out"))).toBe(false);
}, 60_000);

test("a wrong command line ends it, and a piece of the work is not watched", async () => {
  const wrong = footing("build", "--watch", "nowhere");
  expect(await wrong.heard("--help")).toContain("nowhere");
  expect(await wrong.ended()).toBe(2);
  expect(await footing("build", "--watch", "--shard", "1/2").ended()).toBe(2);
}, 60_000);
