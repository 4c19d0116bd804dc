import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { run } from "../../pipeline/cli.ts";
import type * as poolModule from "../../pipeline/pool.ts";
import { agree } from "../../pipeline/host/trace.ts";
import { layInput } from "../case-runner/input.ts";

/** What happens before the workers start, and when they are done. */
const around = vi.hoisted(() => ({ before: (): void => undefined, after: (): void => undefined }));

vi.mock("../../pipeline/pool.ts", async (original) => {
  const real = await original<typeof poolModule>();
  return {
    ...real,
    makeInWorkers: async (...given: Parameters<typeof real.makeInWorkers>) => {
      around.before();
      await real.makeInWorkers(...given);
      around.after();
    },
  };
});

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "footing-stale-"));
  layInput("test/cases/small", cwd);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

async function built(): Promise<string> {
  let said = "";
  const tell = (text: string): void => void (said += text);
  const terminal = { cwd, colour: false, env: {}, cache: join(cwd, "cache"), stdout: tell, stderr: tell };
  expect(await run(["build", "--jobs", "1"], terminal)).toBe(0);
  return said;
}

const total = (): unknown => {
  const text = readFileSync(join(cwd, "out", "rail", "figures.json"), "utf8");
  const { figures } = JSON.parse(text) as { readonly figures: Readonly<Record<string, { readonly value?: string }>> };
  return figures["budget.total_2025"]?.value;
};

test("a brief that a worker made of other files than the program read is not kept under those that it read", async () => {
  const file = join(cwd, "data", "rail", "budget.yaml");
  const text = readFileSync(file, "utf8");
  around.before = () => writeFileSync(file, text.replace("value: 452", "value: 470"));
  // Undone, as by an editor, before the program looks again.
  around.after = () => writeFileSync(file, text);
  await built();
  expect(total()).toBe("470");
  around.before = around.after = () => undefined;
  expect(await built()).toContain("rail: written");
  expect(total()).toBe("452");
  expect(await built()).toContain("rail: unchanged");
}, 60_000);

test("two runs agree where they were answered the same, of what both asked", () => {
  const one = { files: { a: "1", b: "2" }, folders: { d: "3" } };
  expect(agree(one, { files: { a: "1", c: "4" }, folders: {} })).toBe(true);
  expect(agree(one, { files: { b: "5" }, folders: {} })).toBe(false);
  expect(agree(one, { files: {}, folders: { d: "6" } })).toBe(false);
});
