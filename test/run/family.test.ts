import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "../../pipeline/cli.ts";
import { layInput } from "../case-runner/input.ts";

const MEMBERS = ["hills", "islands", "north-coast", "south"];

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "footing-family-"));
  layInput("test/cases/family", cwd);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function footing(...argv: readonly string[]): Promise<Ran> {
  let [stdout, stderr] = ["", ""];
  const code = await run(argv, {
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    env: {},
    cwd,
    cache: join(cwd, "cache"),
    colour: false,
  });
  return { code, stdout, stderr };
}

/** Every file below a folder, with its bytes. */
function bytesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(join(cwd, folder), { recursive: true, encoding: "utf8", withFileTypes: true });
  const files = names.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  return new Map(
    files.toSorted().map((file) => [file.slice(join(cwd, folder).length), readFileSync(file).toString("base64")]),
  );
}

function edit(file: string, from: string, to: string): void {
  const path = join(cwd, file);
  const text = readFileSync(path, "utf8");
  expect(text.split(from)).toHaveLength(2);
  writeFileSync(path, text.replace(from, to));
}

const folders = (): readonly string[] =>
  readdirSync(join(cwd, "out/regions"), { withFileTypes: true }).flatMap((each) =>
    each.isDirectory() ? [each.name] : [],
  );

test("is the same to the byte whoever makes it: the program, a worker, two, or four pieces that are merged", async () => {
  expect((await footing("build", "--no-cache")).code).toBe(0);
  const alone = bytesOf("out");
  expect(folders()).toEqual(MEMBERS);
  for (const jobs of ["1", "2"]) {
    expect((await footing("build", "--no-cache", "--out", `jobs-${jobs}`, "--jobs", jobs)).stderr).toBe("");
    expect(bytesOf(`jobs-${jobs}`)).toEqual(alone);
  }
  const pieces = ["1", "2", "3", "4"].map((piece) => `piece-${piece}`);
  for (const piece of pieces)
    expect((await footing("build", "--no-cache", "--out", piece, "--shard", `${piece.slice(-1)}/4`)).code).toBe(0);
  const whole = await footing("merge", ...pieces, "--out", "merged");
  expect(whole).toEqual({ code: 0, stdout: "regions: 4 of 4 merged into merged/regions\n", stderr: "" });
  expect(bytesOf("merged")).toEqual(alone);
  const lacking = await footing("merge", ...pieces.slice(1), "--out", "merged");
  expect([lacking.code, lacking.stderr.split("\n")[0]]).toEqual([2, "footing: piece 1 of 4 is missing"]);
}, 300_000);

test("makes again what shows a number that changed, and nothing where nothing did", async () => {
  await footing("build");
  const before = bytesOf("out");
  expect((await footing("build")).stdout).toMatch(/^regions: 4 of 4 members unchanged in out\/regions, /);
  edit("data/regions/rates.yaml", "year: 2025, rate: 65 }", "year: 2025, rate: 61 }");
  const drawn = statsOf("out/regions/south/south.pdf");
  expect((await footing("build")).stdout).toMatch(/^regions: 4 of 4 members written to out\/regions, /);
  const after = bytesOf("out");
  const changed = [...after].filter(([path, bytes]) => before.get(path) !== bytes).map(([path]) => path);
  // The hash of the file that changed stands in all manifests.
  const others = changed.filter((path) => !path.startsWith("/regions/hills/") && !path.endsWith("manifest.json"));
  expect(others.toSorted()).toEqual(["/regions/figures.json", "/regions/index.html", "/regions/members.json"]);
  expect(changed).toContain("/regions/hills/hills.pdf");
  expect(changed).toContain("/regions/south/manifest.json");
  expect(statsOf("out/regions/south/south.pdf")).toEqual(drawn);
  expect((await footing("build", "--no-cache", "--out", "anew")).code).toBe(0);
  expect(bytesOf("anew")).toEqual(after);
});

test("makes again the member whose number changed, and no other, where no text asks for ranks", async () => {
  const prose = "templates/region/prose.md.hbs";
  edit(prose, ", the {{figure regions.member.rank ordinal=true}} of all regions", "");
  edit(prose, ` {{says "No region has more people at work." regions.member.people "rank 1" otherwise=""}}`, "");
  await footing("build");
  const before = bytesOf("out");
  const filesOf = (member: string): readonly number[] =>
    [`${member}.pdf`, "index.html"].map((file) => statSync(join(cwd, "out/regions", member, file)).ino);
  const first = MEMBERS.map(filesOf);
  edit("data/regions/rates.yaml", "year: 2025, rate: 65 }", "year: 2025, rate: 61 }");
  await footing("build");
  const second = MEMBERS.map(filesOf);
  expect(MEMBERS.filter((_, i) => first[i]?.join(" ") !== second[i]?.join(" "))).toEqual(["hills"]);
  const after = bytesOf("out");
  expect(after.get("/regions/hills/figures.json")).not.toBe(before.get("/regions/hills/figures.json"));
  expect((await footing("build", "--no-cache", "--out", "anew")).code).toBe(0);
  expect(bytesOf("anew")).toEqual(after);
});

test("makes again what was altered, cut off or taken away since", async () => {
  await footing("build");
  const before = bytesOf("out");
  writeFileSync(join(cwd, "out/regions/hills/index.html"), "altered");
  rmSync(join(cwd, "out/regions/south"), { recursive: true });
  for (const kept of readdirSync(join(cwd, "cache")).filter((name) => name.endsWith(".kept")))
    writeFileSync(join(cwd, "cache", kept), readFileSync(join(cwd, "cache", kept), "utf8").slice(0, 100));
  expect((await footing("build")).code).toBe(0);
  expect(bytesOf("out")).toEqual(before);
});

test("stops the member whose row is wrong, writes the others, and leaves what was there of it", async () => {
  await footing("build");
  const before = bytesOf("out/regions/south");
  edit("data/regions/rates.yaml", "year: 2025, rate: 63 }", "year: 2025, rate: 163 }");
  edit("data/regions/regions.yaml", "label: The Hills", "label: High Hills");
  const { code, stdout, stderr } = await footing("build");
  expect(code).toBe(1);
  expect(stderr).toContain("In regions/south: rates.south_2025.rate is 163");
  expect(stdout).toMatch(/^regions: 3 of 4 members written to out\/regions, 1 with errors, /);
  expect(bytesOf("out/regions/south")).toEqual(before);
  expect(readFileSync(join(cwd, "out/regions/index.html"), "utf8")).toContain("High Hills");
  expect(readFileSync(join(cwd, "out/regions/index.html"), "utf8")).not.toContain("The South");
});

test("takes away the folder of a member that is no more, and only where the whole family is built", async () => {
  await footing("build");
  edit("data/regions/regions.yaml", "  - { region: islands, label: The Islands, people: 120000, rank: 4 }\n", "");
  edit("data/regions/regions.yaml", "total: { value: 1000000", "total: { value: 880000");
  for (const year of ["2023, rate: 70", "2024, rate: 71", "2025, rate: 70"])
    edit("data/regions/rates.yaml", `  - { region: islands, year: ${year} }\n`, "");
  expect((await footing("build", "regions/hills")).stdout).toMatch(/^regions: 1 of 1 member written/);
  expect(folders()).toEqual(MEMBERS);
  expect((await footing("build")).code).toBe(0);
  expect(folders()).toEqual(["hills", "north-coast", "south"]);
});

test("writes over no folder that is not its own", async () => {
  cpSync(join(cwd, "data"), join(cwd, "out/regions"), { recursive: true });
  const { code, stderr } = await footing("build");
  expect([code, existsSync(join(cwd, "out/regions/regions/regions.yaml"))]).toEqual([2, true]);
  expect(stderr).toContain("was not written by Footing");
});

test("names what is no member", async () => {
  const { code, stderr } = await footing("build", "regions/atlantis");
  expect([code, stderr]).toEqual([1, "footing: regions has no member atlantis\n"]);
});

function statsOf(file: string): string {
  return readFileSync(join(cwd, file)).toString("base64");
}

test("is built and proved by the schedule, whose other briefs go on, and is no edition yet", async () => {
  const { code, stdout, stderr } = await footing("regenerate", "--today", "2026-04-01");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("regions: 4 of 4 members written to out/regions");
  for (const brief of ["regions", "regions/hills"]) {
    const refused = await footing("publish", brief, "--kind", "first", "--reason", "x", "--site", "site");
    expect([refused.code, refused.stderr.split("\n")[0]]).toEqual([
      2,
      "footing: the briefs of a family are built, and can't be published as editions yet",
    ]);
  }
  expect([existsSync(join(cwd, "site")), existsSync(join(cwd, "data/regions/hills"))]).toEqual([false, false]);
}, 120_000);
