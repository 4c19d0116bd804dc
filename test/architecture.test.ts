import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CODES } from "../pipeline/model/codes.ts";
import { breaches, MAY_IMPORT, OWNERS, type Breach } from "./architecture/rules.ts";
import type { SourceFile } from "./architecture/source-file.ts";

const root = join(import.meta.dirname, "..");

const pipeline: readonly SourceFile[] = readdirSync(join(root, "pipeline"), { recursive: true, encoding: "utf8" })
  .map((name) => `pipeline/${name.replaceAll("\\", "/")}`)
  .filter((path) => /\.m?[jt]s$/.test(path))
  .toSorted()
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

const words = (found: readonly Breach[]): readonly string[] =>
  found.map(({ rule, path, what }) => `${rule}: ${path}: ${what}`);

/** A file that breaks a rule, and the rule that must see it. */
const PLANTED: readonly (readonly [rule: Breach["rule"], path: string, text: string])[] = [
  ["import", "pipeline/load/x.ts", `import { check } from "../validate/check.ts";`],
  ["import", "pipeline/chart/x.ts", `import type { A } from "../compose/a.ts";`],
  ["import", "pipeline/compose/deep/x.ts", `const f = async () => import("../../derive/a.ts");`],
  ["import", "pipeline/derive/x.ts", `type A = import("../load/a.ts").A;`],
  ["import", "pipeline/render/html/x.ts", `import { a } from "../pdf/a.ts";`],
  ["import", "pipeline/render/pdf/x.ts", `import { a } from "../html/a.ts";`],
  ["import", "pipeline/render/pdf/x.ts", `import { render } from "../render.ts";`],
  ["import", "pipeline/render/x.ts", `import { a } from "../compose/a.ts";`],
  ["import", "pipeline/model/x.ts", `import { measure } from "../type/measure.ts";`],
  ["import", "pipeline/type/x.ts", `import { a } from "../chart/a.ts";`],
  ["import", "pipeline/host/x.ts", `import { a } from "../load/a.ts";`],
  ["import", "pipeline/load/x.ts", `import { build } from "../build.ts";`],
  ["import", "pipeline/load/x.ts", `import { a } from "../../test/a.ts";`],
  ["import", "pipeline/build.ts", `import { a } from "../test/a.ts";`],
  ["import", "pipeline/elsewhere/x.ts", `export const a = 1;`],
  ["node", "pipeline/load/x.ts", `import { readFileSync } from "node:fs";`],
  ["node", "pipeline/publish/x.ts", `export const f = async () => import("node:fs");`],
  ["node", "pipeline/model/x.ts", `import type { Stats } from "node:fs";`],
  ["owner", "pipeline/load/x.ts", `import { readFileSync } from "fs";`],
  ["owner", "pipeline/compose/x.ts", `import { parse } from "yaml";`],
  ["owner", "pipeline/build.ts", `import { z } from "zod";`],
  ["owner", "pipeline/chart/x.ts", `import * as acorn from "acorn";`],
  ["owner", "pipeline/render/html/x.ts", `export const f = async () => import("vega");`],
  ["owner", "pipeline/render/pdf/x.ts", `import { compile } from "vega-lite/build/src/index.js";`],
  ["owner", "pipeline/render/pdf/x.ts", `import Handlebars from "handlebars";`],
  ["owner", "pipeline/render/html/x.ts", `import { fromMarkdown } from "mdast-util-from-markdown";`],
  ["owner", "pipeline/render/html/x.ts", `import pdfmake from "pdfmake";`],
  ["owner", "pipeline/render/pdf/x.ts", `import * as fontkit from "fontkit";`],
  ["owner", "pipeline/render/html/x.ts", `import subset from "subset-font";`],
  ["owner", "pipeline/type/x.ts", `import fonts from "@expo-google-fonts/source-sans-3";`],
  ["owner", "pipeline/load/x.ts", `import yaml = require("js-yaml");`],
  ["owner", "pipeline/host/x.ts", `import { build } from "esbuild";`],
  ["import", "pipeline/start/x.ts", `import { load } from "../load/load.ts";`],
  ["import", "pipeline/host/x.mjs", `import { program } from "../start/program.mjs";`],
  ["hidden-import", "pipeline/load/x.ts", `export const f = async (name: string) => import(name);`],
  ["machine", "pipeline/load/x.ts", `export const a = process.cwd();`],
  ["machine", "pipeline/chart/x.ts", `export const a = Buffer.from("a");`],
  ["machine", "pipeline/type/x.ts", `export const a = process.env["A"];`],
  ["machine", "pipeline/compose/x.ts", `export const a = new Date();`],
  ["machine", "pipeline/publish/x.ts", `export const a = globalThis.process;`],
  ["reexport", "pipeline/load/x.ts", `export { a } from "./a.ts";`],
  ["reexport", "pipeline/load/x.ts", `export * from "./a.ts";`],
  ["reexport", "pipeline/model/x.ts", `export type { A } from "./a.ts";`],
  ["default", "pipeline/load/x.ts", `export default 1;`],
  ["size", "pipeline/load/x.ts", "export {};\n".repeat(301)],
  ["name", "pipeline/load/utils.ts", `export const a = 1;`],
];

const LAWFUL: readonly (readonly [path: string, text: string])[] = [
  [
    "pipeline/load/x.ts",
    `import { parse } from "yaml"; import { a } from "./deep/a.ts"; import type { B } from "../model/b.ts";`,
  ],
  ["pipeline/load/deep/x.ts", `import { a } from "../a.ts"; import { b } from "../../type/b.ts";`],
  [
    "pipeline/load/y.ts",
    `// import "vega"\nexport const text = 'import "vega"; process.cwd()'; const named = { process: 1 };`,
  ],
  ["pipeline/host/x.ts", `import { readFileSync } from "node:fs"; export const a = process.cwd();`],
  ["pipeline/build.ts", `import { load } from "./load/load.ts"; import { join } from "node:path";`],
  ["pipeline/compose/x.ts", `import type { Root } from "mdast"; export const epoch = new Date(0);`],
  ["pipeline/render/pdf/pdfmake.d.ts", `declare module "pdfmake" { const a: string; export default a; }`],
  ["pipeline/type/x.ts", `export const a = Buffer.from("a");`],
  ["pipeline/load/long.ts", "export {};\n".repeat(300)],
];

describe("the rules can fail", () => {
  it.each(PLANTED)("%s: %s: %s", (rule, path, text) => {
    expect(breaches([{ path, text }]).map((breach) => breach.rule)).toContain(rule);
  });

  it.each(LAWFUL)("leaves %s alone", (path, text) => {
    expect(words(breaches([{ path, text }]))).toEqual([]);
  });
});

describe("the pipeline", () => {
  it("keeps the rules", () => {
    expect(pipeline.length).toBeGreaterThan(15);
    expect(words(breaches(pipeline))).toEqual([]);
  });

  it("has files in the folders of the table, and in no others", () => {
    const empty = Object.keys(MAY_IMPORT).filter(
      (folder) => !pipeline.some(({ path }) => path.startsWith(`pipeline/${folder}/`)),
    );
    // prove is a stage to come.
    expect(empty.filter((folder) => folder !== "prove")).toEqual([]);
  });

  it("uses every package that it depends on, and gives each an owner", () => {
    const given: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const dependencies =
      typeof given === "object" && given !== null && "dependencies" in given ? given.dependencies : {};
    // The typefaces are read as files, by path.
    const unowned = Object.keys(dependencies ?? {}).filter(
      (name) => OWNERS[name] === undefined && !name.startsWith("@expo-google-fonts/"),
    );
    expect(unowned).toEqual([]);
  });

  it("reports every code of the list somewhere", () => {
    const rest = pipeline.filter(({ path }) => path !== "pipeline/model/codes.ts").map(({ text }) => text);
    expect(Object.keys(CODES).filter((code) => !rest.some((text) => text.includes(`"${code}"`)))).toEqual([]);
  });
});
