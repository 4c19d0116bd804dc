import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderBeforeSecond, killedAt } from "./kills.ts";

// A few of the moments at which `npm run kills` ends a publish; that tries every one.
let folder = "";
beforeAll(async () => {
  folder = await folderBeforeSecond();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([1, 4, 20, 45, 60, 80])(
  "a publish killed at its change %i to the disk leaves the site as it was, or is finished at the next start",
  async (change) => {
    expect(await killedAt(change, folder)).toEqual({ killed: true, wrong: undefined });
  },
  60_000,
);
