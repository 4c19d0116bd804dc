import module from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";

/** @typedef {typeof import("../cli.ts")} Program */

const TOOL = fileURLToPath(new URL("../../", import.meta.url));
const CACHE = join(TOOL, "node_modules", ".cache", "footing");

/** Node strips the types itself, and keeps what it made of the sources where it can. */
const native = async () =>
  "typescript" in process.features && process.features.typescript ? import("../cli.ts") : undefined;

/** What `npm run bundle` made of the very sources that stand here now. */
const bundle = async () => (await import("./run-bundle.mjs")).runBundle(TOOL, CACHE);

/** Slow, and there wherever npm has installed. */
const tsx = async () => {
  const { register } = await import("tsx/esm/api");
  register();
  return import("../cli.ts");
};

/** @type {Readonly<Record<string, () => Promise<Program | undefined>>>} */
const WAYS = { native, bundle, tsx };

/** @type {Promise<Program> | undefined} */
let loaded;

/**
 * Footing's program, loaded the first way that this Node has: FOOTING_START names another. Loaded once a process: what it
 * keeps between two briefs is what makes the second one fast.
 * @returns {Promise<Program>}
 */
export const program = () => (loaded ??= load());

/** @returns {Promise<Program>} */
async function load() {
  keepCompiled();
  staySmall();
  const named = process.env["FOOTING_START"];
  for (const [way, start] of Object.entries(WAYS)) {
    const started = named === undefined || named === way ? await start() : undefined;
    if (started) return started;
  }
  throw new Error(`FOOTING_START=${named} is no way in which Footing can start here: native, bundle or tsx`);
}

/** The flags of later V8s are not known yet, and one that they lack would be told of on the terminal. */
const KNOWN = Number.parseInt(process.versions.v8, 10) < 14;

/**
 * Has V8 look for what nobody needs any more when as much was made as there was, not four times as much as on a large
 * machine: a process that builds a thousand briefs stays as small as Typst's. And has it compile WebAssembly once and not
 * twice: what cuts typefaces runs for some tenths of a second, and to optimise it takes 70 MB and the other core.
 */
function staySmall() {
  setFlagsFromString("--heap-growing-percent=100");
  if (KNOWN) setFlagsFromString("--liftoff-only");
}

/** Node keeps what it compiled since 22.8; an earlier one compiles everything anew. */
function keepCompiled() {
  const { enableCompileCache } = /** @type {{ readonly enableCompileCache?: (folder: string) => unknown }} */ (
    /** @type {unknown} */ (module)
  );
  enableCompileCache?.(join(CACHE, "code"));
}
