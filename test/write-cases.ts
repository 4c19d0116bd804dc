import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "../pipeline/cli.ts";
import { expectedOf, resultOf, type Result } from "./case-runner/case.ts";

// Writes what the named cases give now into their expected/: npm run cases:write -- NAME…
// Only by hand, case by case, and read before it is committed: a test that rewrites itself checks nothing.

// A case fixes standard output where it has an expected/stdout.txt, if only an empty one.
const NOTHING: Result = { exit: 1, problems: "", out: {}, touched: [] };

function expectedOr(folder: string): Result {
  try {
    return expectedOf(folder);
  } catch {
    return NOTHING;
  }
}

async function write(name: string): Promise<void> {
  const folder = join(import.meta.dirname, "cases", name);
  const { exit, problems, stdout, out, touched } = await resultOf(folder, expectedOr(folder), run);
  if (touched.length > 0) throw new Error(`${name}: something was written of ${touched.join(", ")}`);
  const files = { exit: `${exit}\n`, "problems.txt": problems, "stdout.txt": stdout, ...prefixed(out) };
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, "expected", file);
    mkdirSync(dirname(path), { recursive: true });
    if (text !== undefined) writeFileSync(path, text, file.endsWith(".pdf") ? "latin1" : "utf8");
  }
}

const prefixed = (out: Result["out"]): Result["out"] =>
  Object.fromEntries(Object.entries(out).map(([name, text]) => [`out/${name}`, text]));

if (process.env["CI"] !== undefined || process.env["VITEST"] !== undefined)
  throw new Error("cases are written by hand, never by a test run");
const names = process.argv.slice(2);
if (names.length === 0) throw new Error("name the cases to write");
for (const name of names) await write(name);
