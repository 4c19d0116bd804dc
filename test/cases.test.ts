import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../pipeline/cli.ts";
import { CODES } from "../pipeline/model/codes.ts";
import { expectedOf, resultOf } from "./case-runner/case.ts";

const folder = join(import.meta.dirname, "cases");
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted();

describe("cases", () => {
  it.each(names)("%s", async (name) => {
    const wanted = expectedOf(join(folder, name));
    expect(await resultOf(join(folder, name), wanted, run)).toEqual(wanted);
  });

  it("show every code that Footing can report", () => {
    const files = names
      .map((name) => join(folder, name, "expected", "problems.txt"))
      .filter((file) => existsSync(file));
    const shown = new Set(
      files.flatMap((file) =>
        [...readFileSync(file, "utf8").matchAll(/: (?:error|warning) ([a-z]+\/[a-z0-9-]+)$/gm)].map(([, code]) => code),
      ),
    );
    // No case can have a worker hang or run out of memory; test/run/pool.test.ts does.
    const elsewhere = new Set(["run/too-long", "run/too-large", "run/ended"]);
    expect(Object.keys(CODES).filter((code) => !shown.has(code) && !elsewhere.has(code))).toEqual([]);
  });
});
