import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { edit, footing, openFolder, publish, texts, verify } from "./house.ts";

/** The life of a brief: its first edition, a revision, a correction and a withdrawal, and what may go wrong on the way. */

const BUDGET = "data/rail/budget.yaml";
const FROZEN = "site/rail/editions";

let published = "";
let first: ReadonlyMap<string, string>;
beforeAll(async () => {
  published = openFolder();
  await publish(published, "first", "2026-03-01", "The accounts are out");
  first = texts(published, `${FROZEN}/2026-03-01`);
  edit(published, BUDGET, "share_2025: 57", "share_2025: 56");
  edit(published, BUDGET, "share_2025: 36", "share_2025: 37");
  await publish(published, "revision", "2026-04-01", "The accounts were revised");
}, 60_000);
afterAll(() => rmSync(published, { recursive: true, force: true }));

/** A copy of the folder with two editions published, to do harm to. */
let folder = "";
beforeEach(() => {
  folder = `${published}-copy`;
  cpSync(published, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a site with two editions", () => {
  test("holds each edition, the latest one under the brief's name, lists and feeds, and is verified", async () => {
    const site = texts(folder, "site");
    for (const path of [
      "index.html",
      "feed.xml",
      "404.html",
      "SHA256SUMS",
      "rail/index.html",
      "rail/rail.pdf",
      "rail/feed.xml",
      "rail/editions/index.html",
      "rail/editions/2026-03-01/index.html",
      "rail/editions/2026-04-01/edition.json",
    ])
      expect([...site.keys()]).toContain(path);
    expect(site.get("rail/rail.pdf")).toBe(site.get("rail/editions/2026-04-01/rail.pdf"));
    expect(await verify(folder)).toMatchObject({ exit: 0, problems: "" });
    // Without an address of the site, nothing invents one.
    expect([...site.keys()].filter((path) => /sitemap|robots/.test(path))).toEqual([]);
    expect(site.get("feed.xml")?.match(/<entry>/g)).toHaveLength(2);
    expect(site.get("feed.xml")).toMatch(/2026-04-01T00:00:00Z[\s\S]*2026-03-01T00:00:00Z/);
  });

  test("changes no byte of the first edition by the second", () => {
    expect(texts(folder, `${FROZEN}/2026-03-01`)).toEqual(first);
  });

  test("tells in the second what it changed, and leads from each to the others", () => {
    const second = texts(folder, `${FROZEN}/2026-04-01`).get("index.html") ?? "";
    expect(second).toContain("The accounts were revised");
    expect(second).toContain('href="../2026-03-01/"');
    expect(second).toMatch(/State, share_2025<\/dt><dd><del>57[\s\S]{0,220}>56/);
    expect(first.get("index.html")).toContain('href="../../"');
    const latest = texts(folder, "site").get("rail/index.html") ?? "";
    expect(latest).toContain('href="editions/2026-03-01/"');
    expect(latest).not.toContain('href="../');
    expect(texts(folder, "site").get("rail/editions/index.html")).toContain("The accounts are out");
  });

  test("has no draft mark, and page and PDF of a draft have one", async () => {
    await footing(folder, "build");
    const [draft, frozen] = [texts(folder, "out"), texts(folder, FROZEN)];
    expect(draft.get("rail/rail.pdf")).not.toBe(frozen.get("2026-04-01/rail.pdf"));
    expect(draft.get("rail/index.html")).toContain('<li class="stamp">Draft</li>');
    expect(frozen.get("2026-04-01/index.html")).not.toContain("stamp");
  });

  test("is the same to the byte, published again elsewhere", async () => {
    const elsewhere = openFolder();
    await publish(elsewhere, "first", "2026-03-01", "The accounts are out");
    expect(texts(elsewhere, `${FROZEN}/2026-03-01`)).toEqual(first);
    rmSync(elsewhere, { recursive: true, force: true });
  }, 20_000);

  test("has its lists made anew from the records", async () => {
    const before = texts(folder, "site");
    for (const path of ["index.html", "feed.xml", "rail/index.html", "SHA256SUMS"]) rmSync(join(folder, "site", path));
    writeFileSync(join(folder, "site", "stray.html"), "stray");
    expect((await verify(folder)).exit).toBe(1);
    expect(await footing(folder, "publish", "--rebuild-lists", "--site", "site")).toMatchObject({ exit: 0 });
    expect(texts(folder, "site")).toEqual(before);
    expect(await verify(folder)).toMatchObject({ exit: 0 });
  });

  test("has addresses, a sitemap and robots.txt once the house names its address", async () => {
    writeFileSync(
      join(folder, "templates", "house", "site.yaml"),
      "language: en-GB\nbase_url: https://rail.example.org/briefs\n",
    );
    await footing(folder, "publish", "--rebuild-lists", "--site", "site");
    const site = texts(folder, "site");
    expect(site.get("sitemap.xml")).toContain("<loc>https://rail.example.org/briefs/rail/editions/2026-03-01/</loc>");
    expect(site.get("robots.txt")).toContain("Sitemap: https://rail.example.org/briefs/sitemap.xml");
    expect(await verify(folder)).toMatchObject({ exit: 0 });
  });
});

describe("harm", () => {
  const path = (name: string): string => join(folder, "site", "rail", "editions", "2026-03-01", name);
  test.each<[string, () => void, string]>([
    [
      "a frozen file altered",
      () => writeFileSync(path("figures.json"), "{}"),
      "figures.json is not as it was published",
    ],
    ["a frozen file missing", () => rmSync(path("rail.pdf")), "rail.pdf is missing"],
    ["a frozen file added", () => writeFileSync(path("more.html"), "more"), "more.html was not published"],
    [
      "a record edited by hand",
      () => edit(folder, "data/rail/editions/2026-03-01/record.yaml", "The accounts are out", "The accounts are in"),
      "The record says otherwise than rail/editions/2026-03-01/edition.json: reason",
    ],
    ["a hidden file added", () => writeFileSync(path(".more"), "more"), ".more was not published"],
    ["a link added", () => symlinkSync("index.html", path("link")), "link was not published"],
    [
      "a link in place of a file",
      () => {
        renameSync(path("rail.pdf"), join(folder, "rail.pdf"));
        symlinkSync(join(folder, "rail.pdf"), path("rail.pdf"));
      },
      "rail.pdf is not as it was published",
    ],
    [
      "a kept ledger edited by hand",
      () => edit(folder, "data/rail/editions/2026-03-01/figures.json", '"57"', '"58"'),
      "data/rail/editions/2026-03-01/figures.json is not as it was published",
    ],
    [
      "a record that cannot be read",
      () => edit(folder, "data/rail/editions/2026-03-01/record.yaml", "schema: 1", "schema: : 1"),
      "data/rail/editions/2026-03-01/record.yaml:1:9: error yaml/syntax",
    ],
    [
      "a record of no kind",
      () => edit(folder, "data/rail/editions/2026-03-01/record.yaml", '"first"', '"banana"'),
      "kind is not what it should be",
    ],
    [
      "a text that is kept for the next edition altered",
      () => edit(folder, "data/rail/editions/2026-04-01/doc.json", "Who pays", "Who gets"),
      "doc.json is not as it was published",
    ],
    [
      "an edition that no record knows",
      () => {
        mkdirSync(join(folder, FROZEN, "2025-01-01"));
        writeFileSync(join(folder, FROZEN, "2025-01-01", "index.html"), "");
      },
      "belongs to no edition that has a record",
    ],
    ["the site gone", () => renameSync(join(folder, "site"), join(folder, "gone")), "is missing"],
  ])("%s is named, and nothing is published over it", async (_, harm, words) => {
    harm();
    const found = await verify(folder);
    expect([found.exit, found.problems]).toEqual([1, expect.stringContaining(words)]);
    if (words.includes("no edition")) return;
    const before = texts(folder, "data");
    expect((await publish(folder, "correction", "2026-05-01")).exit).toBe(1);
    expect(texts(folder, "data")).toEqual(before);
  });

  test.each<[string, string, string, string]>([
    ["a second first edition", "first", "2026-05-01", "was published already"],
    ["an edition before the last one", "revision", "2026-03-15", "is later than this one"],
  ])("%s is refused", async (_, kind, date, words) => {
    const before = texts(folder, "site");
    const { exit, problems } = await publish(folder, kind, date);
    expect([exit, problems]).toEqual([1, expect.stringContaining(words)]);
    expect(texts(folder, "site")).toEqual(before);
  });

  test("a revision of nothing is refused, and so is an edition without a reason", async () => {
    const fresh = openFolder();
    expect(await publish(fresh, "revision", "2026-03-01")).toMatchObject({ exit: 1 });
    expect(await publish(fresh, "first", "2026-03-01", " ")).toMatchObject({ exit: 2 });
    expect(readdirSync(fresh)).not.toContain("out");
    rmSync(fresh, { recursive: true, force: true });
  });

  test("an error in the data publishes nothing", async () => {
    edit(folder, BUDGET, "share_2025: 56", "share_2025: 65");
    const [data, site] = [texts(folder, "data"), texts(folder, "site")];
    expect((await publish(folder, "correction", "2026-05-01")).exit).toBe(1);
    expect([texts(folder, "data"), texts(folder, "site")]).toEqual([data, site]);
  });

  test("of two publishes at a time the second is refused, and a lock whose process is gone is not heeded", async () => {
    writeFileSync(join(folder, "site", ".footing-lock"), `${process.pid}\n`);
    expect(await publish(folder, "correction", "2026-05-01")).toMatchObject({ exit: 2 });
    writeFileSync(join(folder, "site", ".footing-lock"), "999999999\n");
    expect(await publish(folder, "correction", "2026-05-01")).toMatchObject({ exit: 0 });
  });

  test("a lock that was cut off while it was written is not heeded, whoever has the number that is left of it", async () => {
    writeFileSync(join(folder, "site", ".footing-lock"), String(process.pid));
    expect(await publish(folder, "correction", "2026-05-01")).toMatchObject({ exit: 0 });
  });

  test("two editions of one day are told apart by a number", async () => {
    const { exit, out } = await publish(folder, "correction", "2026-04-01", "A slip");
    expect([exit, out]).toEqual([
      0,
      expect.stringMatching(
        /^rail: published as 2026-04-01-2, \d+ files; .*; 2026-04-01 has an edition already: .*edition\.date.*\n$/,
      ),
    ]);
    expect(await publish(folder, "withdrawal", "2026-04-01", "The accounts were false")).toMatchObject({ exit: 0 });
    expect(readdirSync(join(folder, FROZEN)).toSorted()).toEqual([
      "2026-03-01",
      "2026-04-01",
      "2026-04-01-2",
      "2026-04-01-3",
      "index.html",
    ]);
    const latest = texts(folder, "site").get("rail/index.html") ?? "";
    expect(latest).toContain("The accounts were false");
    expect(latest).toContain('"datePublished":"2026-03-01","dateModified":"2026-04-01"');
    expect(latest).toContain(
      '{"@type":"CorrectionComment","datePublished":"2026-04-01","text":"The accounts were false"}',
    );
    expect(latest).toContain('{"@type":"CorrectionComment","datePublished":"2026-04-01","text":"A slip"}');
    expect(latest).toContain('"creativeWorkStatus":"Withdrawn"');
    expect(await publish(folder, "first", "2026-04-02")).toMatchObject({
      exit: 1,
      problems: expect.stringContaining("published already, on 2026-03-01") as string,
    });
    expect(await verify(folder)).toMatchObject({ exit: 0 });
  }, 30_000);
});
