import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../pipeline/cli.ts";
import { argumentsOf, layInput } from "../case-runner/input.ts";

const root = join(import.meta.dirname, "..", "..");

/** A folder for pages while tests look at them. */
export const openFolder = (): string => mkdtempSync(join(tmpdir(), "footing-pages-"));
export const closeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Builds the sample, or a case by its name, inside a folder, and gives the path of the one page that it makes. */
export async function builtPage(name: string, folder: string): Promise<string> {
  const target = join(folder, name);
  const input = join(root, "test", "cases", name);
  if (name === "sample") {
    mkdirSync(target, { recursive: true });
    for (const part of ["data", "templates"]) cpSync(join(root, part), join(target, part), { recursive: true });
  } else layInput(input, target);
  let problems = "";
  const exit = await run(["build", ...(name === "sample" ? [] : argumentsOf(input))], {
    stdout: () => undefined,
    stderr: (text) => (problems += text),
    env: {},
    cwd: target,
    colour: false,
  });
  if (exit !== 0) throw new Error(`${name}: ${problems}`);
  const [brief = ""] = readdirSync(join(target, "out"));
  return join(target, "out", brief, "index.html");
}
