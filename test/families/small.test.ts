import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openFamilyFolder, type FamilyFolder } from "./family-folder.ts";

/** A family of four regions, built for real: what stops a member, what stops all, and which folders go. */

const CASE = join(import.meta.dirname, "..", "cases", "family");
const REGIONS = "data/regions/regions.yaml";
const ALL = ["hills", "islands", "north-coast", "south"];
const BESIDE = ["figures.json", "index.html", "manifest.json", "members.json"];

let family: FamilyFolder;
beforeEach(() => {
  family = openFamilyFolder(CASE);
});
afterEach(() => family.remove());

const written = (members: readonly string[]): readonly string[] => [...BESIDE, ...members].toSorted();
const listed = (): readonly string[] =>
  (JSON.parse(family.text("out/regions/members.json")) as { members: readonly { name: string }[] }).members.map(
    ({ name }) => name,
  );

describe("a member with a row that can't be true", () => {
  test("is stopped alone, by its name, and the others are written and listed", async () => {
    family.edit(
      "data/regions/rates.yaml",
      "{ region: hills, year: 2025, rate: 65 }",
      "{ region: hills, year: 2025, rate: 165 }",
    );
    const { exit, said } = await family.footing("build");
    expect(exit).toBe(1);
    expect(said).toMatch(/cell\/out-of-range[\s\S]*In regions\/hills: /);
    expect(said).toContain("regions/hills: nothing written");
    expect(said).not.toMatch(/In regions\/(?!hills)/);
    expect(family.list("out/regions")).toEqual(written(ALL.filter((name) => name !== "hills")));
    expect(listed()).toEqual(["north-coast", "islands", "south"]);
  });

  test("keeps the brief that was written when its row was right", async () => {
    await family.footing("build");
    const before = family.text("out/regions/hills/index.html");
    family.edit(
      "data/regions/rates.yaml",
      "{ region: hills, year: 2025, rate: 65 }",
      "{ region: hills, year: 2025, rate: 165 }",
    );
    await family.footing("build");
    expect(family.text("out/regions/hills/index.html")).toBe(before);
    expect(listed()).not.toContain("hills");
  });

  test("stops all where the rule is one of the whole column", async () => {
    family.edit(REGIONS, "people: 410000", "people: 420000");
    const { exit, said } = await family.footing("build");
    expect(exit).toBe(1);
    expect(said).toContain("shares/do-not-add-up");
    expect(() => family.list("out/regions")).toThrow("ENOENT");
  });
});

describe("the folder of a family", () => {
  test("loses a member that was taken out when all are built, and keeps it when one is", async () => {
    await family.footing("build");
    expect(family.list("out/regions")).toEqual(written(ALL));
    family.edit(REGIONS, "  - { region: islands, label: The Islands, people: 120000, rank: 4 }\n", "");
    family.edit(REGIONS, "total: { value: 1000000,", "total: { value: 880000,");
    family.edit("data/regions/rates.yaml", "  - { region: islands, year: 2023, rate: 70 }\n", "");
    family.edit("data/regions/rates.yaml", "  - { region: islands, year: 2024, rate: 71 }\n", "");
    family.edit("data/regions/rates.yaml", "  - { region: islands, year: 2025, rate: 70 }\n", "");
    expect(await family.footing("build", "regions/south")).toMatchObject({ exit: 0 });
    expect(family.list("out/regions")).toEqual(written(ALL));
    expect(await family.footing("build")).toMatchObject({ exit: 0 });
    expect(family.list("out/regions")).toEqual(written(ALL.filter((name) => name !== "islands")));
  });

  test("is refused where it is not Footing's, and nothing in it is touched", async () => {
    mkdirSync(join(family.folder, "out", "regions"), { recursive: true });
    writeFileSync(join(family.folder, "out", "regions", "thesis.txt"), "years of work");
    const { exit, said } = await family.footing("build");
    expect(exit).toBe(2);
    expect(said).toContain("was not written by Footing");
    expect(family.list("out/regions")).toEqual(["thesis.txt"]);
  });

  test("has the same bytes of a member, whether it is built alone or with all", async () => {
    await family.footing("build", "regions/south");
    expect(family.list("out/regions")).toEqual(["manifest.json", "south"]);
    const alone = family.list("out/regions/south").filter((name) => name.includes("."));
    const bytes = alone.map((name) => family.text(`out/regions/south/${name}`));
    await family.footing("build");
    expect(alone.map((name) => family.text(`out/regions/south/${name}`))).toEqual(bytes);
  });
});

describe("a member's ledger", () => {
  test("has what its figures rest on in another member's row, and nothing else of that row", async () => {
    family.edit(
      REGIONS,
      "  - { range: people, from: 0, to: 900000 }\n",
      "derive: { each: { lead: north_coast.people - people } }\n",
    );
    expect(await family.footing("build", "regions/hills")).toMatchObject({ exit: 0 });
    const { figures } = JSON.parse(family.text("out/regions/hills/figures.json")) as { readonly figures: object };
    expect(Object.keys(figures).filter((id) => id.startsWith("regions."))).toEqual([
      "regions.hills.lead",
      "regions.hills.people",
      "regions.hills.rank",
      "regions.north_coast.people",
      "regions.total",
    ]);
  });
});

describe("what is asked by a member's name", () => {
  test("is told when the family has no such member", async () => {
    const { exit, said } = await family.footing("check", "regions/moon");
    expect(exit).toBe(1);
    expect(said).toContain("regions has no member moon");
  });

  test("has the problems of a family that cannot be read", async () => {
    family.edit(REGIONS, "title: People at work by region", "tittle: People at work by region");
    const { exit, said } = await family.footing("check", "regions/hills");
    expect(exit).toBe(1);
    expect(said).toContain("shape/unknown-key");
    expect(said).not.toContain("has no members");
  });
});
