import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { edited, pictures } from "./draw.mjs";
import { subject } from "./subject.mjs";

/**
 * What is used of Typst's compiler.
 * @typedef {object} Compiler
 * @property {(path: string, content: Buffer) => void} mapShadow
 * @property {(age: number) => void} evictCache
 * @property {(main: { mainFileContent: string }) => { result: object | null }} compile
 * @property {(document: object, options: object) => Buffer} pdf
 */

const [folder = "", modules = "", once] = process.argv.slice(2);
const require = createRequire(join(modules, "package.json"));
const { NodeCompiler } = /** @type {{ NodeCompiler: { create: (options: object) => Compiler } }} */ (
  require("@myriaddreamin/typst-ts-node-compiler")
);
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [join(folder, "fonts")] }] });

await subject(async (task) => {
  if (!task.kept) compiler.evictCache(0);
  for (const [id, svg] of Object.entries(await pictures(folder, task)))
    compiler.mapShadow(join(folder, "charts", `${id}.svg`), Buffer.from(svg));
  const mainFileContent = edited(readFileSync(join(folder, "brief.typ"), "utf8"), task.number);
  const { result } = compiler.compile({ mainFileContent });
  if (result === null) throw new Error("Typst refuses the brief");
  const pdf = compiler.pdf(result, { pdfStandard: "ua-1", creationTimestamp: 0 });
  writeFileSync(join(folder, "typst.pdf"), pdf);
  return pdf;
}, once);
