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

describe("why of a member's figure", () => {
  test("takes the words of its text for the name of its row", async () => {
    const plain = await family.footing("why", "regions/hills", "regions.hills.people");
    expect(plain).toMatchObject({ exit: 0, said: expect.stringContaining("= 290000 count of people") as string });
    expect(await family.footing("why", "regions/hills", "regions.member.people")).toEqual(plain);
    const rate = await family.footing("why", "regions/hills", "rates.member_2024.rate");
    expect(rate).toMatchObject({ exit: 0, said: expect.stringContaining("rates.hills_2024.rate = 66 %") as string });
  });

  test("names figures that there are, where it is told none or a wrong one", async () => {
    expect(await family.footing("why", "regions/hills")).toMatchObject({
      exit: 2,
      said: expect.stringMatching(/footing why regions\/hills \w+\.\w+\.\w+/) as string,
    });
    expect(await family.footing("why", "regions/hills", "regions.member.peple")).toMatchObject({
      exit: 2,
      said: expect.stringContaining("did you mean regions.hills.people") as string,
    });
  });
});

describe("--timings", () => {
  const stages = ["load", "validate", "derive", "chart", "compose", "editions", "render", "publish"];

  test("tells what each stage took, those of workers too, and the long ways", async () => {
    for (const jobs of [[], ["--jobs", "2"]]) {
      const { exit, said } = await family.footing("build", "--no-cache", "--timings", ...jobs);
      const lines = said.split("\n").filter((line) => / \d+ ms$/.test(line));
      expect([exit, lines.map((line) => line.trim().split(" ")[0])]).toEqual([0, stages]);
      expect(said).toContain("no long way was gone");
    }
  });

  test("says so where nothing had to be made, and is a part of --json", async () => {
    const cache = ["--cache", join(family.folder, "kept")];
    const { said } = await family.footing("build", "--json", "--timings", ...cache);
    const { summary } = JSON.parse(said.trim().split("\n").at(-1) ?? "") as {
      summary: { timings: { stages: Record<string, number>; slow: object } };
    };
    expect(Object.keys(summary.timings.stages)).toEqual(stages);
    expect(Object.values(summary.timings.stages).every((ms) => ms > 0)).toBe(true);
    expect(summary.timings.slow).toEqual({});
    expect((await family.footing("build", "--timings", ...cache)).said).toContain("nothing has changed");
  });
});
