import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../pipeline/cli.ts";
import type { ChartDesign } from "../../pipeline/model/template.ts";
import { HARVESTS, isEnd } from "./fixture.ts";
import { GALLERY } from "./gallery.ts";

const root = join(import.meta.dirname, "..", "..");
const SAMPLE = "belt-and-road-science";

/** The gallery as a brief of its own over the sample's data, built from files as an author's is, and proved. */
export async function builtGallery(): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), "footing-gallery-"));
  try {
    cpSync(join(root, "templates", "house"), join(folder, "templates", "house"), { recursive: true });
    const data = join(folder, "data", SAMPLE);
    mkdirSync(data, { recursive: true });
    for (const file of ["brief.yaml", "sources.yaml", "anso.yaml", "students.yaml"])
      cpSync(join(root, "data", SAMPLE, file), join(data, file));
    writeFileSync(join(data, "harvest.yaml"), harvestFile(HARVESTS));
    writeFileSync(join(data, "ends.yaml"), harvestFile(HARVESTS.filter(isEnd)));
    const charts = join(folder, "templates", SAMPLE, "charts");
    mkdirSync(charts, { recursive: true });
    writeFileSync(join(folder, "templates", SAMPLE, "prose.md.hbs"), prose());
    for (const design of GALLERY) {
      writeFileSync(join(charts, `${design.id}.vl.json`), design.spec.text);
      writeFileSync(join(charts, `${design.id}.yaml`), wordsFile(design));
    }
    return await build(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function build(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  let problems = "";
  const terminal = { stdout: () => undefined, stderr: (text: string) => (problems += text) };
  const exit = await run(["build", "--prove"], { ...terminal, env: {}, cwd: folder, colour: false });
  if (exit !== 0) throw new Error(problems);
  const out = join(folder, "out", SAMPLE);
  return new Map(
    readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(out.length + 1), new Uint8Array(readFileSync(path))] as const;
      }),
  );
}

/** The first chart stands in the tinted summary, the second in a tinted box. */
function prose(): string {
  const [first = "", second = "", ...others] = GALLERY.map(({ id }) => `{{chart "${id}"}}\n`);
  return [
    '## Summary {{section "summary" role="summary"}}\n',
    `A gallery of charts.\n\n${first}\nIt goes on below.\n`,
    "## Charts\n",
    `{{#callout "In a box"}}\nWords above.\n\n${second}{{/callout}}\n`,
    ...others,
  ].join("\n");
}

const named = (id: string): string => id.replaceAll("-", " ");

function wordsFile({ id, words }: ChartDesign): string {
  const fields = [...words.fields].map(
    ([field, { column, format }]) => `  ${field}: { column: ${column}, decimals: ${format.decimals ?? 0} }\n`,
  );
  const text = `title: The ${named(id)}\nsubtitle: Made to be read back\nalt: A chart of the kind ${named(id)}\n`;
  return fields.length === 0 ? text : `${text}fields:\n${fields.join("")}`;
}

function harvestFile(rows: typeof HARVESTS): string {
  const lines = rows.map(({ name, label, amount }) => {
    const [crop = "", year = ""] = name.split(".");
    return `  - { crop: ${crop}, year: ${year}, label: ${label}, tonnes: ${amount} }\n`;
  });
  return `title: Harvests, invented
source: moe-2019
class: data
rounding: half-up
columns:
  crop: { type: id }
  year: { type: period }
  label: { type: text }
  tonnes: { unit: count of tonnes }
rows:
${lines.join("")}`;
}
