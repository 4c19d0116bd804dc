import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { layInput } from "../case-runner/input.ts";
import { USAGE } from "../../pipeline/usage.ts";

const root = join(import.meta.dirname, "..", "..");
const inputs = ["--data", join(root, "data"), "--templates", join(root, "templates")];
const VERSION = `${(JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version}\n`;
const WAYS = ["bundle", "tsx", ...("typescript" in process.features && process.features.typescript ? ["native"] : [])];

/** An installation of Footing of its own: the sources copied, the packages linked. */
function installed(packages: readonly string[]): string {
  const tool = mkdtempSync(join(tmpdir(), "footing-start-"));
  cpSync(join(root, "pipeline"), join(tool, "pipeline"), { recursive: true });
  cpSync(join(root, "package.json"), join(tool, "package.json"));
  mkdirSync(join(tool, "node_modules"));
  for (const name of packages) symlinkSync(join(root, "node_modules", name), join(tool, "node_modules", name));
  return tool;
}

interface Ran {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function node(tool: string, args: readonly string[], way?: string): Ran {
  const env = { PATH: process.env["PATH"], ...(way === undefined ? {} : { FOOTING_START: way }) };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: tool, env, encoding: "utf8" });
  return { exit: status, stdout, stderr };
}

const footing = (tool: string, args: readonly string[], way?: string): Ran =>
  node(tool, [join("pipeline", "start", "start.mjs"), ...args], way);

const makeBundle = (tool: string): Ran => node(tool, ["--import", "tsx", join("pipeline", "start", "write-bundle.ts")]);

const bundled = (tool: string): string => join(tool, "node_modules", ".cache", "footing", "bundle");

const filesOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length), readFileSync(file, "base64")]),
  );

let tool: string;
beforeAll(() => {
  tool = installed(readdirSync(join(root, "node_modules")).filter((name) => name !== ".cache"));
  const { exit, stderr } = makeBundle(tool);
  if (exit !== 0) throw new Error(stderr);
});
afterAll(() => rmSync(tool, { recursive: true, force: true }));

test("the same files are written, whichever way Footing started, and from code that V8 kept", () => {
  const built = [...WAYS, "bundle"].map((way, at) => {
    const out = join(tool, `out-${at}`);
    const { exit, stderr } = footing(tool, ["build", ...inputs, "--no-cache", "--out", out], way);
    expect([way, exit, stderr]).toEqual([way, 0, ""]);
    return filesOf(out);
  });
  expect(readdirSync(bundled(tool))).toHaveLength(3);
  expect(built[0]?.size).toBeGreaterThan(10);
  for (const files of built) expect(files).toEqual(built[0]);
}, 240_000);

test("a process loads its bundle once, however many briefs it makes", () => {
  const script = `
    import vm from "node:vm";
    import { syncBuiltinESMExports } from "node:module";
    let loaded = 0;
    vm.Script = class extends vm.Script {
      constructor(...args) {
        super(...args);
        loaded += 1;
      }
    };
    syncBuiltinESMExports();
    const { program } = await import("./pipeline/start/program.mjs");
    const terminal = { stdout() {}, stderr: console.error, env: {}, cwd: process.cwd(), colour: false };
    for (let made = 0; made < 3; made += 1)
      process.exitCode ||= await (await program()).run(${JSON.stringify(["check", ...inputs])}, terminal);
    console.log(loaded, "parts");`;
  expect(node(tool, ["--input-type=module", "-e", script], "bundle")).toEqual({
    exit: 0,
    stdout: "2 parts\n",
    stderr: "",
  });
}, 60_000);

test("code that V8 compiled in a long run is taken by the next start", () => {
  const kept = (): readonly string[] => readdirSync(bundled(tool)).filter((name) => name.includes(process.version));
  for (const name of kept()) rmSync(join(bundled(tool), name));
  // Whatever waits for a run to be long does not wait.
  const script = `
    import vm from "node:vm";
    import { syncBuiltinESMExports } from "node:module";
    const later = setTimeout;
    globalThis.setTimeout = (done, _, ...more) => later(done, 0, ...more);
    const rejected = [];
    vm.Script = class extends vm.Script {
      constructor(...args) {
        super(...args);
        if (args[1]?.cachedData) rejected.push(this.cachedDataRejected);
      }
    };
    syncBuiltinESMExports();
    const { program } = await import("./pipeline/start/program.mjs");
    const terminal = { stdout() {}, stderr: console.error, env: {}, cwd: process.cwd(), colour: false };
    process.exitCode = await (await program()).run(${JSON.stringify(["check", ...inputs])}, terminal);
    await new Promise((done) => later(done, 100));
    console.log("rejected:", ...rejected);`;
  const ran = (): Ran => node(tool, ["--input-type=module", "-e", script, "package.json", "build"], "bundle");
  expect(ran()).toEqual({ exit: 0, stdout: "rejected:\n", stderr: "" });
  expect(kept()).toHaveLength(1);
  expect(ran()).toEqual({ exit: 0, stdout: "rejected: false\n", stderr: "" });
}, 60_000);

test("members of a family are made by workers of a bundle as by those of the sources", () => {
  const family = join(tool, "family");
  layInput(join(root, "test", "cases", "family"), family);
  const [data, templates] = [join(family, "data"), join(family, "templates")];
  const [bundle, tsx] = ["bundle", "tsx"].map((way) => {
    const out = join(family, way);
    const asked = ["build", "--data", data, "--templates", templates, "--out", out, "--jobs", "1", "--no-cache"];
    expect([way, footing(tool, asked, way)]).toMatchObject([way, { exit: 0, stderr: "" }]);
    return filesOf(out);
  });
  expect(bundle?.size).toBeGreaterThan(10);
  expect(bundle).toEqual(tsx);
}, 120_000);

test.each(WAYS)("what was wrong ends the program the same way: %s", (way) => {
  const asked = footing(tool, ["build", "nowhere", ...inputs], way);
  expect([asked.exit, asked.stdout]).toEqual([2, ""]);
  expect(asked.stderr).toContain("there is no brief nowhere");
  expect(footing(tool, ["sing"], way).exit).toBe(2);
});

test("a way that this Node lacks is named", () => {
  const { exit, stderr } = footing(tool, ["--version"], "steam");
  expect(exit).not.toBe(0);
  expect(stderr).toContain("FOOTING_START=steam is no way");
});

describe("a bundle is not run", () => {
  const usage = (): string => footing(tool, ["--help"]).stdout;
  const refused = (): boolean => footing(tool, ["--help"], "bundle").exit !== 0;
  const source = (): string => join(tool, "pipeline", "usage.ts");

  test("when a source says something else than when it was made", () => {
    expect(refused()).toBe(false);
    const before = readFileSync(source(), "utf8");
    writeFileSync(source(), before.replace("has been checked", "has been weighed"));
    expect(refused()).toBe(true);
    expect(usage()).toContain("has been weighed");
    writeFileSync(source(), before);
    expect(refused()).toBe(false);
  });

  test("when a source is gone, or other packages are installed", () => {
    const file = join(tool, "pipeline", "summary.ts");
    const before = readFileSync(file, "utf8");
    rmSync(file);
    expect(refused()).toBe(true);
    writeFileSync(file, before);
    const list = join(tool, "node_modules", ".package-lock.json");
    const packages = readFileSync(list);
    rmSync(list);
    writeFileSync(list, `${packages.toString()} `);
    expect(refused()).toBe(true);
    rmSync(list);
    writeFileSync(list, packages);
    expect(refused()).toBe(false);
  });

  test("when one of its parts is cut off or missing", () => {
    for (const name of readdirSync(bundled(tool)).filter((each) => each.endsWith(".cjs"))) {
      const file = join(bundled(tool), name);
      const whole = readFileSync(file);
      truncateSync(file, whole.length - 10);
      expect([name, refused()]).toEqual([name, true]);
      rmSync(file);
      expect([name, refused()]).toEqual([name, true]);
      expect(usage()).toContain("footing build");
      writeFileSync(file, whole);
    }
    expect(refused()).toBe(false);
  });
});

test("what V8 kept is not used once it is cut off or altered", () => {
  const kept = readdirSync(bundled(tool)).find((name) => name.includes(process.version)) ?? "";
  const file = join(bundled(tool), kept);
  const whole = readFileSync(file);
  for (const spoilt of [whole.subarray(0, 1000), Buffer.alloc(0), Buffer.from("not code")]) {
    writeFileSync(file, spoilt);
    expect(footing(tool, ["check", ...inputs], "bundle").exit).toBe(0);
  }
  writeFileSync(file, whole);
}, 120_000);

test("neither --version nor --help loads what only commands need", () => {
  const bare = installed(["tsx", "esbuild", "@esbuild", "get-tsconfig", "resolve-pkg-maps"].filter(isThere));
  try {
    cpSync(bundled(tool), bundled(bare), { recursive: true });
    cpSync(join(root, "node_modules", ".package-lock.json"), join(bare, "node_modules", ".package-lock.json"));
    for (const way of WAYS) {
      expect([way, footing(bare, ["--version"], way)]).toEqual([way, { exit: 0, stdout: VERSION, stderr: "" }]);
      expect([way, footing(bare, ["--help"], way)]).toEqual([way, { exit: 0, stdout: USAGE, stderr: "" }]);
      // Without their packages, commands would fail: so none was loaded.
      expect([way, footing(bare, ["check", ...inputs], way).exit]).not.toEqual([way, 0]);
    }
  } finally {
    rmSync(bare, { recursive: true, force: true });
  }
}, 120_000);

const isThere = (name: string): boolean => readdirSync(join(root, "node_modules")).includes(name);
