import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { layInput } from "./case-runner/input.ts";

// What a process keeps from one brief may make the next faster, and nothing else.

const BRIEFS = { arabic: "page-with-right-to-left-quotations", german: "page-in-german", gap: "chart-told-with-a-gap" };
let folder: string;

/** Lays cases of one brief each side by side, each under a name of its own. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "footing-order-"));
  for (const [name, of] of Object.entries(BRIEFS)) {
    const laid = mkdtempSync(join(tmpdir(), "footing-laid-"));
    layInput(join(import.meta.dirname, "cases", of), laid);
    for (const part of ["data", "templates"])
      cpSync(join(laid, part, "rail"), join(folder, part, name), { recursive: true });
    cpSync(join(laid, "templates", "house"), join(folder, "templates", "house"), { recursive: true });
    const settings = join(folder, "data", name, "brief.yaml");
    writeFileSync(settings, readFileSync(settings, "utf8").replace("template: rail", `template: ${name}`));
    rmSync(laid, { recursive: true });
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Every file of briefs that one process builds one after another, with nothing kept from before. */
async function built(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  vi.resetModules();
  const { run } = await import("../pipeline/cli.ts");
  const stderr = vi.fn<(text: string) => void>();
  const terminal = { cwd: folder, colour: false, env: {}, stdout: () => undefined, stderr };
  expect([await run(["build", ...names, "--no-cache"], terminal), stderr.mock.calls]).toEqual([0, []]);
  const out = join(folder, "out");
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  const made = new Map(paths.map((path) => [path, readFileSync(path).toString("latin1")]));
  rmSync(out, { recursive: true });
  return made;
}

test("briefs are the same to the byte alone, and after others in whatever order", async () => {
  const names = Object.keys(BRIEFS);
  const alone = new Map<string, string>();
  for (const name of names) for (const [path, text] of await built([name])) alone.set(path, text);
  expect([...alone.keys()].filter((path) => path.endsWith(".pdf") || path.endsWith("index.html"))).toHaveLength(6);
  for (const order of [names, names.toReversed()]) {
    const together = await built(order);
    expect([...alone].filter(([path, text]) => together.get(path) !== text).map(([path]) => path)).toEqual([]);
  }
}, 120_000);
