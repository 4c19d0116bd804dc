import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { footing, isSame, texts } from "./house.ts";
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

test("a publish killed while it notes what it is about to do leaves nothing after the next start", async () => {
  const before = texts(folder, "site");
  writeFileSync(join(folder, "site", ".footing-publishing.footing-new"), '{"brief":"ra');
  expect(await footing(folder, "publish", "--rebuild-lists", "--site", "site")).toMatchObject({ exit: 0 });
  expect(isSame(texts(folder, "site"), before)).toBe(true);
});
