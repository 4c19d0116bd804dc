import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
import { CACHE_FOLDER, TOOL } from "../host/tool.ts";
import { bundleFolder, commandsFile, frontFile, hashOfFiles, type Said } from "./bundle-file.mjs";

// Makes a bundle of the program for a Node that cannot read TypeScript: npm run bundle.

/** What is seldom needed, finds files of its own beside itself, or gains nothing: it stays in node_modules. */
const OUTSIDE = ["@cantoo/pdf-lib", "hyphen", "parse5", "pdfjs-dist", "piscina", "subset-font"];

/** What fontkit reads WOFF2 with, half as large as all of Footing: every typeface comes as TrueType. */
const withoutBrotli: Plugin = {
  name: "without-brotli",
  setup(bundling) {
    bundling.onResolve({ filter: /^brotli\// }, ({ path }) => ({ path, namespace: "left-out" }));
    bundling.onLoad({ filter: /.*/, namespace: "left-out" }, ({ path }) => ({
      contents: `module.exports = () => { throw new Error("${path} is no part of the bundle") };`,
    }));
  },
};

/** The one package inside that reads files beside itself. */
const PDFKIT = 'const __pdfkit = require("node:path").dirname(require.resolve("pdfkit"));';

/** Files besides the sources that make a bundle another: which packages are installed, and how it is made and run. */
const MORE = ["node_modules/.package-lock.json", "pipeline/start/write-bundle.ts", "pipeline/start/run-bundle.mjs"];

interface Made {
  readonly code: string;
  /** Sources that it was made of, by their path in the repository. */
  readonly files: readonly string[];
}

async function made(entry: string, outside: readonly string[], first = ""): Promise<Made> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: TOOL,
    entryPoints: [`pipeline/${entry}`],
    outdir: bundleFolder(CACHE_FOLDER),
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "cjs",
    target: "node20.19",
    external: [...outside],
    // On Node, vega-canvas waits for a package that draws on bitmaps; nothing here does.
    alias: {
      "vega-canvas": join(TOOL, "node_modules", "vega-canvas", "build", "vega-canvas.browser.js"),
      // pdfkit asks for this one; it would be there twice.
      fontkit: join(TOOL, "node_modules", "fontkit", "dist", "main.cjs"),
    },
    define: { "import.meta.url": "__own", __dirname: "__pdfkit" },
    banner: { js: `(function (module, require, __own, __outside) {${first}` },
    footer: { js: "})" },
    // Names stay, for who reads of an exception; less has to be read at each start.
    minifyWhitespace: true,
    plugins: [withoutBrotli],
    logLevel: "warning",
  });
  const files = Object.keys(metafile.inputs).filter((file) => file.startsWith("pipeline/"));
  return { code: inAscii(withOutside(outputFiles[0]?.text ?? "", metafile)), files };
}

/**
 * A script in ASCII alone, of which V8 keeps each letter in one byte, not two. Strings are so already; what is left
 * stands in regular expressions, which read an escape as the letter.
 */
const inAscii = (text: string): string =>
  text.replaceAll(/[^\0-\u007F]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** A script whose compiled code V8 keeps cannot import: whoever runs it does that for it. */
function withOutside(text: string, { outputs }: Metafile): string {
  const wanted = Object.values(outputs).flatMap((each) => each.imports.filter(({ kind }) => kind === "dynamic-import"));
  let found = 0;
  const changed = text.replaceAll(/\bimport\((?="[^"]+"\))/g, () => {
    found += 1;
    return "__outside(";
  });
  if (found !== wanted.length) throw new Error(`${found} imports of packages were found, not ${wanted.length}`);
  return changed;
}

function put(file: string, text: string): void {
  const own = `${file}.${randomUUID()}`;
  writeFileSync(own, text);
  renameSync(own, file);
}

const [front, commands] = await Promise.all([made("cli.ts", ["./commands.ts"]), made("commands.ts", OUTSIDE, PDFKIT)]);
const files = [...new Set([...front.files, ...commands.files, ...MORE])].toSorted();
const hash = hashOfFiles(TOOL, files);
const lengths = { front: Buffer.byteLength(front.code), commands: Buffer.byteLength(commands.code) };
mkdirSync(bundleFolder(CACHE_FOLDER), { recursive: true });
put(commandsFile(CACHE_FOLDER, hash), commands.code);
put(frontFile(CACHE_FOLDER), `//${JSON.stringify({ files, hash, ...lengths } satisfies Said)}\n${front.code}`);
// What an earlier bundle left goes last, so that there is always one.
const stays = new Set([frontFile(CACHE_FOLDER), commandsFile(CACHE_FOLDER, hash)].map((file) => basename(file)));
for (const name of readdirSync(bundleFolder(CACHE_FOLDER)))
  if (!stays.has(name)) rmSync(join(bundleFolder(CACHE_FOLDER), name), { force: true });
