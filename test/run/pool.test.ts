import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readArguments } from "../../pipeline/read-arguments.ts";
import { makeInWorkers, workersFor } from "../../pipeline/pool.ts";
import type { Report } from "../../pipeline/build.ts";
import type { Telling } from "../../pipeline/telling.ts";

const BAD = fileURLToPath(new URL("bad-worker.mjs", import.meta.url));

function telling(...argv: readonly string[]): Telling {
  const asked = readArguments(["build", ...argv], "/nowhere");
  if (!("work" in asked) || asked.work.verb !== "build") throw new Error(JSON.stringify(asked));
  const terminal = { stdout: () => undefined, stderr: () => undefined, env: {}, cwd: "/nowhere", colour: false };
  const display = { folders: asked.work, cwd: "/nowhere", colour: false, source: () => undefined };
  return { args: asked.work, display, terminal, told: new Map() };
}

test("a brief that hangs, fills the memory or ends its worker is a problem with its name, and the others are made", async () => {
  const ids = ["f/a", "f/hang", "f/b", "f/fill", "f/c", "f/end", "f/d"];
  const reports = new Map<string, Report>();
  const asked = telling("--seconds", "15", "--megabytes", "64");
  await makeInWorkers(ids, 2, asked, ({ report }) => reports.set(report.brief, report), BAD);
  expect([...reports.keys()].toSorted()).toEqual(ids.toSorted());
  const codesOf = (id: string): readonly string[] => reports.get(id)?.problems.map(({ code }) => code) ?? [];
  expect(["f/a", "f/b", "f/c", "f/d"].map((id) => reports.get(id)?.passed)).toEqual([true, true, true, true]);
  expect(codesOf("f/hang")).toEqual(["run/too-long"]);
  expect(codesOf("f/fill")).toEqual(["run/too-large"]);
  expect(codesOf("f/end")).toEqual(["run/ended"]);
  for (const id of ["f/hang", "f/fill", "f/end"]) {
    const [problem] = reports.get(id)?.problems ?? [];
    expect(problem?.place.file).toBe("data/f/brief.yaml");
    expect(problem?.hint).toBeTruthy();
  }
}, 60_000);

test("few briefs need no worker, many have several, and the command line has the last word", () => {
  expect(workersFor(1, telling().args)).toBe(0);
  expect(workersFor(7, telling().args)).toBe(0);
  expect(workersFor(8, telling().args)).toBe(1);
  expect(workersFor(10_000, telling().args)).toBeGreaterThanOrEqual(1);
  expect(workersFor(10_000, telling("--jobs", "3").args)).toBe(3);
  expect(workersFor(2, telling("--jobs", "3").args)).toBe(2);
  expect(workersFor(0, telling("--jobs", "3").args)).toBe(0);
});
