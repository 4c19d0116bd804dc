import { posix } from "node:path";
import { findings, type Findings, type SourceFile } from "./source-file.ts";

/** Which folders of the pipeline a folder may import from, besides itself. "" stands for the top files. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  type: ["model"],
  load: ["model", "type"],
  validate: ["model", "type"],
  derive: ["model", "type"],
  chart: ["model", "type"],
  compose: ["model", "type"],
  "render/html": ["model", "type"],
  "render/pdf": ["model", "type"],
  // Joins the drawings of both, which know nothing of each other.
  render: ["model", "type", "render/html", "render/pdf"],
  prove: ["model", "type"],
  publish: ["model", "type"],
  ledger: ["model"],
  // What changed is told by the comparison of ledgers, in letters that the typefaces have.
  editions: ["model", "type", "ledger"],
  // The list of a family's members looks as those of a site do.
  families: ["model", "editions"],
  host: ["model"],
  // Loads the program in one way or another.
  start: ["host", ""],
};

/** Which folders own an outside package; no other may import it. */
export const OWNERS: Readonly<Record<string, readonly string[]>> = {
  yaml: ["load"],
  zod: ["load"],
  acorn: ["derive"],
  vega: ["chart"],
  "vega-lite": ["chart"],
  "vega-interpreter": ["chart"],
  handlebars: ["compose", "render/html"],
  mdast: ["compose"],
  "mdast-util-from-markdown": ["compose"],
  pdfmake: ["render/pdf"],
  linebreak: ["render/pdf"],
  hyphen: ["render/pdf"],
  "bidi-js": ["render/pdf"],
  fontkit: ["type"],
  // In start, as a thread that does the work of type beside the program.
  "subset-font": ["type", "start"],
  parse5: ["prove"],
  "pdfjs-dist": ["prove"],
  "@cantoo/pdf-lib": ["prove"],
  piscina: [""],
  tsx: ["start"],
  esbuild: ["start"],
};

/** Folders that may touch the machine; the top files may as well. */
const MACHINE = new Set(["host", "start", ""]);

/** Where a script is run that cannot import for itself. */
const ANY_IMPORT = new Set(["start"]);

/** Where a library takes nothing but Node's Buffer: fontkit and subset-font, pdfkit. */
const BUFFER = new Set(["type", "render/pdf"]);

const MOST_LINES = 300;
const EMPTY_NAMES = new Set(["index", "util", "utils", "common", "misc", "shared"]);

/** A break of a rule: which rule, in which file, and what stands there. */
export interface Breach {
  readonly rule: "import" | "node" | "owner" | "hidden-import" | "machine" | "reexport" | "default" | "size" | "name";
  readonly path: string;
  readonly what: string;
}

/** The folder of the table that a file belongs to, "" for the top files, or undefined when no line names it. */
function folderOf(path: string): string | undefined {
  const inside = path.replace(/^pipeline\//, "");
  if (!inside.includes("/")) return "";
  return Object.keys(MAY_IMPORT).find((folder) => inside.startsWith(`${folder}/`));
}

const packageOf = (target: string): string => target.split("/", target.startsWith("@") ? 2 : 1).join("/");

function importBreach(path: string, folder: string, target: string): Breach | undefined {
  if (target.startsWith("node:")) return MACHINE.has(folder) ? undefined : { rule: "node", path, what: target };
  if (!target.startsWith(".")) {
    const owners = OWNERS[packageOf(target)] ?? [];
    return owners.includes(folder) ? undefined : { rule: "owner", path, what: target };
  }
  const resolved = posix.join(posix.dirname(path), target);
  const other = resolved.startsWith("pipeline/") ? folderOf(resolved) : undefined;
  if (other !== undefined && (folder === "" || other === folder)) return undefined;
  const allowed = other !== undefined && (MAY_IMPORT[folder] ?? []).includes(other);
  return allowed ? undefined : { rule: "import", path, what: target };
}

function shapeBreaches({ path, text }: SourceFile, found: Findings): readonly Breach[] {
  const lines = text.trimEnd().split("\n").length;
  const stem = posix.basename(path).replace(/(\.d)?\.m?[jt]s$/, "");
  const seen: Breach[] = [];
  if (lines > MOST_LINES) seen.push({ rule: "size", path, what: `${lines} lines` });
  if (EMPTY_NAMES.has(stem)) seen.push({ rule: "name", path, what: stem });
  if (found.reexports > 0) seen.push({ rule: "reexport", path, what: "export … from" });
  // Outside packages have default exports, and their declarations must say so.
  if (found.defaultExports > 0 && !path.endsWith(".d.ts")) seen.push({ rule: "default", path, what: "export default" });
  return seen;
}

/** Every break of the rules in these files of the pipeline. */
export function breaches(files: readonly SourceFile[]): readonly Breach[] {
  return files.flatMap((file) => {
    const { path } = file;
    const found = findings(file);
    const folder = folderOf(path);
    if (folder === undefined) return [{ rule: "import", path, what: "a folder that the table does not name" } as const];
    const hidden: readonly Breach[] =
      found.hiddenImports > 0 && !ANY_IMPORT.has(folder)
        ? [{ rule: "hidden-import", path, what: "import(…) of a computed name" }]
        : [];
    const reached = found.machine.filter((what) => !MACHINE.has(folder) && !(what === "Buffer" && BUFFER.has(folder)));
    const machine = reached.map((what) => ({ rule: "machine", path, what }) as const);
    const imports = found.imports.map((target) => importBreach(path, folder, target));
    return [...imports.filter((breach) => breach !== undefined), ...hidden, ...machine, ...shapeBreaches(file, found)];
  });
}
