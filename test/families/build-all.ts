import { mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { run } from "../../pipeline/cli.ts";
import { layInput } from "../case-runner/input.ts";

// Lays the family of 300 into an empty folder and builds all of it: npm run family -- FOLDER

const [named] = process.argv.slice(2);
if (named === undefined) throw new Error("name an empty folder to build in");
const folder = resolve(named);
mkdirSync(folder, { recursive: true });
if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);
layInput(import.meta.dirname, folder);
process.exitCode = await run(["build"], {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  env: {},
  cwd: folder,
  colour: false,
});
