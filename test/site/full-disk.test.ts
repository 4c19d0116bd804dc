import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EditionParts } from "../../pipeline/host/site.ts";
import { putEdition } from "../../pipeline/put-edition.ts";
import { footing, openFolder, publish, texts, verify } from "./house.ts";
import { folderBeforeSecond } from "./kills.ts";
import { folderWithSecond, opened, partsOfSecond, SECOND } from "./second.ts";
import { refusing, type Refusal } from "./refusing.ts";

/** A disk that refuses while an edition is published: it is named, nothing is lost, and the site is as it was. */

// With FULL_DISK=every each change is tried, which takes minutes.
const STEP = process.env["FULL_DISK"] === "every" ? 1 : 8;
let before = "";
let parts: EditionParts;
beforeAll(async () => {
  before = await folderBeforeSecond();
  const folder = await folderWithSecond(before);
  parts = partsOfSecond(folder);
  rmSync(folder, { recursive: true });
}, 120_000);
afterAll(() => rmSync(before, { recursive: true, force: true }));

const all = (folder: string): ReadonlyMap<string, string> =>
  new Map([
    ...texts(folder, "data"),
    ...[...texts(folder, "site")].map(([path, text]) => [`site/${path}`, text] as const),
  ]);

/** Puts the second edition down on a disk that refuses its n-th change. */
async function put(folder: string, change: number, how: Refusal): Promise<boolean> {
  const { folders, host } = opened(folder);
  const { refused } = await refusing(change, how, () => {
    try {
      putEdition(SECOND, folders, host, parts);
    } catch (cause) {
      if (!String(cause).includes("ENOSPC")) throw cause;
    }
  });
  return refused;
}

/** What is not as it was; where the edition was put down after all, what is not as its record has it. */
async function harm(folder: string, refused: boolean, whole: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const now = all(folder);
  const left = readdirSync(join(folder, "site")).filter((name) => name.startsWith(".footing"));
  if (!refused || now.has("rail/editions/2026-04-01/record.yaml")) {
    const { exit, problems } = await verify(folder);
    return exit === 0 ? left : [...left, problems];
  }
  const other = [...new Set([...now.keys(), ...whole.keys()])].filter((path) => whole.get(path) !== now.get(path));
  return [...left, ...other];
}

test.each(["one", "full"] as const)(
  "%s: refused at any change, it was never begun",
  { timeout: 300_000 },
  async (how) => {
    const whole = all(before);
    let changes = 0;
    for (let refused = true; refused; changes += STEP) {
      const folder = `${before}-${how}-${changes}`;
      cpSync(before, folder, { recursive: true });
      refused = await put(folder, changes, how);
      expect(await harm(folder, refused, whole), `at ${changes}`).toEqual([]);
      rmSync(folder, { recursive: true });
    }
    expect(changes).toBeGreaterThan(60);
  },
);

test("all: a disk that refuses to undo it as well is set right at the next start", { timeout: 300_000 }, async () => {
  let refused = true;
  for (let change = 0; refused; change += 3 * STEP) {
    const folder = `${before}-all-${change}`;
    cpSync(before, folder, { recursive: true });
    const first = texts(folder, "site/rail/editions/2026-03-01");
    refused = await put(folder, change, "all");
    const next = await footing(folder, "publish", "--rebuild-lists", "--site", "site");
    expect([next.exit, (await verify(folder)).exit], `at ${change}`).toEqual([0, 0]);
    expect(texts(folder, "site/rail/editions/2026-03-01")).toEqual(first);
    rmSync(folder, { recursive: true });
  }
});

test.each([0, 1, 2, 4, 20])("the command names it, at change %i", { timeout: 60_000 }, async (change) => {
  const folder = openFolder();
  const data = texts(folder, "data");
  const { value } = await refusing(change, "full", () => publish(folder, "first", "2026-03-01"));
  expect(value).toMatchObject({ exit: 1, out: "" });
  expect(value.problems).toMatch(
    /error file\/not-written\n {2}The disk refuses (?:data|site)[^\n]*: the disk is full\n {2}hint: make room/,
  );
  expect(texts(folder, "data")).toEqual(data);
  // A note may stay there, for the next start to look at what is left.
  expect([...texts(folder, "site").keys()].filter((path) => path !== ".footing-publishing")).toEqual([]);
  expect((await publish(folder, "first", "2026-03-01")).exit).toBe(0);
  expect((await verify(folder)).exit).toBe(0);
  rmSync(folder, { recursive: true });
});
