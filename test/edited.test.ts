import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { run } from "../pipeline/cli.ts";
import { layInput } from "./case-runner/input.ts";

// A process that builds a brief again and again keeps what did not change of it; nobody may be able to tell.

/** What an author does to the brief between one build and the next, each to what the last one left. */
const EDITS: readonly (readonly [what: string, file: string, from: string, to: string])[] = [
  ["a figure", "data/rail/budget.yaml", "total_2025: { value: 452", "total_2025: { value: 470"],
  ["a row that is drawn", "data/rail/budget.yaml", "label: Towns", "label: Cities"],
  ["a mistake", "data/rail/budget.yaml", "share_2024: 33", "share_2024: 3 3"],
  ["lines that move it", "data/rail/budget.yaml", "title: Railway", "# Checked in March.\n\ntitle: Railway"],
  ["it mended", "data/rail/budget.yaml", "share_2024: 3 3", "share_2024: 33"],
  ["a number that may not be typed", "templates/rail/prose.md.hbs", "## Lines", "## Lines of 1999"],
  ["the years that may be", "data/rail/brief.yaml", "dates: [2024, 2025]", "dates: [2024, 2025, 1999]"],
  ["a word of the language", "templates/house/languages/en.yaml", "chart: Figure", "chart: Chart"],
  ["the language's land", "data/rail/brief.yaml", "language: en-GB", "language: en-US"],
  ["a colour", "templates/house/theme.yaml", 'accent: "#0', 'accent: "#1'],
  ["a helper that is not there", "templates/rail/prose.md.hbs", '{{chart "shift"}}', "{{nothing}}"],
  ["a template left open", "templates/rail/prose.md.hbs", "{{nothing}}", "{{nothing"],
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "footing-edited-"));
  layInput(join(import.meta.dirname, "cases", "small"), folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Run = typeof run;

/** A program that has built nothing yet. */
async function fresh(): Promise<Run> {
  vi.resetModules();
  return (await import("../pipeline/cli.ts")).run;
}

/** All that a build says and writes. */
async function built(run: Run): Promise<Readonly<Record<string, string>>> {
  let said = "";
  const tell = (text: string): void => void (said += text);
  const terminal = { cwd: folder, colour: false, env: {}, stdout: tell, stderr: tell };
  const exit = await run(["build", "--no-cache"], terminal);
  const out = join(folder, "out");
  const files = exit === 0 ? readdirSync(out, { recursive: true, withFileTypes: true }) : [];
  const paths = files.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = paths.map((path) => [path, readFileSync(path).toString("latin1")] as const);
  rmSync(out, { recursive: true, force: true });
  return { exit: String(exit), said: said.replaceAll(/, \d+\.\d s$/gm, ""), ...Object.fromEntries(texts) };
}

const textOf = (file: string): string => readFileSync(join(folder, file), "utf8");

test("a brief that is edited between two builds is as one that a new program builds, files and problems alike", async () => {
  const before: Readonly<Record<string, string>>[] = [];
  const program = await fresh();
  const originals = new Map(EDITS.map(([, file]) => [file, textOf(file)]));
  const edit = (file: string, from: string, to: string): void => {
    expect(textOf(file)).toContain(from);
    writeFileSync(join(folder, file), textOf(file).replace(from, to));
  };
  before.push(await built(program));
  for (const [, file, from, to] of EDITS) {
    edit(file, from, to);
    before.push(await built(program));
  }
  // And back, which is what the process knows best.
  for (const [file, text] of originals) writeFileSync(join(folder, file), text);
  before.push(await built(program));

  const alone: Readonly<Record<string, string>>[] = [await built(await fresh())];
  for (const [, file, from, to] of EDITS) {
    edit(file, from, to);
    alone.push(await built(await fresh()));
  }
  const names = ["nothing", ...EDITS.map(([what]) => what)];
  expect(names.filter((_, index) => JSON.stringify(before[index]) !== JSON.stringify(alone[index]))).toEqual([]);
  expect(JSON.stringify(before.at(-1))).toBe(JSON.stringify(alone[0]));
  // Each of them shows.
  const told = before.map((each) => JSON.stringify(each));
  expect(names.filter((_, index) => index > 0 && told[index] === told[index - 1])).toEqual([]);
  expect(new Set(before.map(({ exit }) => exit))).toEqual(new Set(["0", "1"]));
}, 240_000);
