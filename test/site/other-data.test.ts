import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { edit, footing, isSame, openFolder, publish, texts, verify } from "./house.ts";

/** A site, and data that are not those that it was published from: nothing of the site is lost. */

const BUDGET = "data/rail/budget.yaml";
const FROZEN = "site/rail/editions";

let published = "";
beforeAll(async () => {
  published = openFolder();
  await publish(published, "first", "2026-03-01");
  edit(published, BUDGET, "share_2025: 57", "share_2025: 56");
  edit(published, BUDGET, "share_2025: 36", "share_2025: 37");
  await publish(published, "revision", "2026-04-01");
}, 60_000);
afterAll(() => rmSync(published, { recursive: true, force: true }));

let folder = "";
beforeEach(() => {
  folder = `${published}-copy`;
  cpSync(published, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const COMMANDS = [
  ["publish", "--rebuild-lists"],
  ["publish", "rail", "--kind", "first", "--reason", "Because", "--date", "2026-05-01"],
  ["verify"],
];

test.each<[string, string, () => void]>([
  ["another brief", "briefs that the data have no record of: rail;", () => rename("rail", "roads")],
  [
    "the brief without its editions",
    "briefs that the data have no record of: rail;",
    () => rmSync(join(folder, "data/rail/editions"), { recursive: true }),
  ],
  [
    "the brief without its last edition",
    "editions that the data have no record of: rail/editions/2026-04-01;",
    () => rmSync(join(folder, "data/rail/editions/2026-04-01"), { recursive: true }),
  ],
])("%s: one problem says so, and nothing of the site is lost", async (_, words, harm) => {
  harm();
  const before = texts(folder, "site");
  const [name = ""] = readdirSync(join(folder, "data"));
  for (const command of COMMANDS) {
    const named = command.map((word) => (word === "rail" ? name : word));
    const { exit, problems } = await footing(folder, ...named, "--site", "site");
    expect([exit, problems], command.join(" ")).toEqual([1, expect.stringContaining(words)]);
    expect(problems).toContain("data:1:1: error edition/unrecorded");
    // A first edition where others were published is refused for this as well.
    expect(problems.match(/: error /g)).toHaveLength(command.includes("first") && words.includes("editions") ? 2 : 1);
  }
  expect(isSame(texts(folder, "site"), before)).toBe(true);
});

test("what a killed publish left is undone by the data that it was of, and by no others", async () => {
  rmSync(join(folder, "data/rail/editions/2026-04-01/record.yaml"));
  writeFileSync(join(folder, "site", ".footing-publishing"), '{"brief":"rail","edition":"2026-04-01"}\n');
  cpSync(join(folder, "data"), join(folder, "kept"), { recursive: true });
  rename("rail", "roads");
  const before = texts(folder, "site");
  const [rebuild = []] = COMMANDS;
  expect(await footing(folder, ...rebuild, "--site", "site")).toMatchObject({ exit: 1 });
  expect(isSame(texts(folder, "site"), before)).toBe(true);
  expect(await footing(folder, ...rebuild, "--data", "kept", "--site", "site")).toMatchObject({ exit: 0 });
  expect(readdirSync(join(folder, FROZEN))).toEqual(["2026-03-01", "index.html"]);
});

test("a brief whose folder is taken out of the site has left it", async () => {
  rename("rail", "roads");
  rmSync(join(folder, "site", "rail"), { recursive: true });
  expect(await footing(folder, "publish", "--rebuild-lists", "--site", "site")).toMatchObject({ exit: 0 });
  expect(await verify(folder)).toMatchObject({ exit: 0 });
});

test.each([["publish", "--rebuild-lists"], COMMANDS[1] ?? []])(
  "a folder of other files is no site, and loses none: %s %s",
  async (...command) => {
    mkdirSync(join(folder, "downloads"));
    writeFileSync(join(folder, "downloads", "SHA256SUMS"), `${"a".repeat(64)}  disk.iso\n`);
    writeFileSync(join(folder, "downloads", "disk.iso"), "disk");
    const before = texts(folder, ".");
    for (const site of [".", "data", "templates", "downloads"]) {
      const { exit, problems } = await footing(folder, ...command, "--site", site);
      expect([exit, problems]).toEqual([2, expect.stringContaining("holds files and is no site")]);
    }
    expect(isSame(texts(folder, "."), before)).toBe(true);
  },
);

const rename = (from: string, to: string): void => {
  renameSync(join(folder, "data", from), join(folder, "data", to));
  rmSync(join(folder, "data", to, "editions"), { recursive: true });
};
