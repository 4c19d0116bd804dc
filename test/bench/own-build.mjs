import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { program } from "../../pipeline/start/program.mjs";
import { subject } from "./subject.mjs";

const [folder = "", , brief = ""] = process.argv.slice(2);
const { run } = await program();
const file = join(folder, "data", brief, "students.yaml");
const sample = readFileSync(file, "utf8");
/** @type {string[]} */
const said = [];
const terminal = {
  stdout: () => {},
  stderr: (/** @type {string} */ text) => void said.push(text),
  env: {},
  cwd: folder,
  cache: join(folder, "kept"),
  colour: false,
};

// All that `footing build` does, text checked and page, ledger and tables written, in a folder of its own.
await subject(async ({ number, kept }) => {
  writeFileSync(file, sample.replace(/\b11784\b/, String(number)));
  said.length = 0;
  const exit = await run(["build", ...(kept ? [] : ["--no-cache"])], terminal);
  if (exit !== 0) throw new Error(said.join(""));
  return readFileSync(join(folder, "out", brief, `${brief}.pdf`));
}, undefined);
