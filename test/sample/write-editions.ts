import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { layInput } from "../case-runner/input.ts";
import { footing } from "../site/house.ts";
import { builtSample } from "./built.ts";
import { heardPdf } from "./heard.ts";

// Publishes the sample's two editions anew, on their days and for their reasons, when what goes into them has changed:
// npm run sample:write. Their records, their site, and what poppler hears of the PDF are written; read the difference
// before you commit it. A house of its own never does this: what is published stays.

if (process.env["CI"] !== undefined || process.env["VITEST"] !== undefined)
  throw new Error("editions are written by hand, never by a test run");
const root = join(import.meta.dirname, "..", "..");
const SAMPLE = "belt-and-road-science";
const EDITIONS = join(root, "data", SAMPLE, "editions");
const SITE = join(root, "test", "sample", "site");

interface Published {
  readonly kind: string;
  readonly date: string;
  readonly reason: string;
}
const published = (edition: string): Published =>
  parse(readFileSync(join(EDITIONS, edition, "record.yaml"), "utf8")) as Published;

const folder = mkdtempSync(join(tmpdir(), "footing-editions-"));
const inFolder = (...path: readonly string[]): string => join(folder, ...path);

async function publish({ kind, date, reason }: Published): Promise<void> {
  const words = ["publish", SAMPLE, "--kind", kind, "--reason", reason, "--date", date, "--site", "site"];
  const { exit, problems } = await footing(folder, ...words);
  if (exit !== 0) throw new Error(problems);
}

try {
  const [first, second] = [published("2023-06-20"), published("2023-07-04")];
  layInput(join(root, "test", "sample", "first"), folder);
  rmSync(inFolder("data", SAMPLE, "editions"), { recursive: true, force: true });
  await publish(first);
  const made = inFolder("data", SAMPLE, "editions");
  cpSync(made, inFolder("kept"), { recursive: true });
  rmSync(inFolder("data"), { recursive: true });
  rmSync(inFolder("templates"), { recursive: true });
  for (const part of ["data", "templates"]) cpSync(join(root, part), inFolder(part), { recursive: true });
  rmSync(made, { recursive: true });
  cpSync(inFolder("kept"), made, { recursive: true });
  await publish(second);
  for (const [from, to] of [
    [made, EDITIONS],
    [inFolder("site"), SITE],
  ] as const) {
    rmSync(to, { recursive: true });
    cpSync(from, to, { recursive: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const { files } = await builtSample();
const pdf = files.get(`${SAMPLE}.pdf`) ?? new Uint8Array();
writeFileSync(join(root, "test", "sample", "struct-text.txt"), heardPdf(pdf));
