import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Cache } from "../model/stage.ts";
import { TOOL } from "./tool.ts";

/** After so many files that are written, a folder is looked at again. */
const TIDIED_EACH = 1000;

/** The most files that are kept; past it the ones longest unused go, until there are so many. */
const MOST = { before: 4000, after: 3000 };
type Most = typeof MOST;

/**
 * Things kept in a folder between builds, by all that went into them: Footing's own sources and the installed packages
 * too. A file that is cut off or altered is no longer found; a folder that can't be written keeps nothing.
 */
export function openCache(folder: string, most: Most = MOST): Cache {
  let written = 0;
  const fileOf = (inputs: string): string => join(folder, `${sha256(toolHash(), inputs)}.kept`);
  const found = (inputs: string): Buffer | undefined => attempt(() => sound(fileOf(inputs)));
  return {
    read: (inputs) => found(inputs)?.toString(),
    readBytes: (inputs) => {
      const kept = found(inputs);
      return kept && new Uint8Array(kept);
    },
    use: (inputs) =>
      attempt(() => {
        markUsed(fileOf(inputs));
        return true;
      }) ?? false,
    write: (inputs, kept) => {
      attempt(() => {
        const file = fileOf(inputs);
        mkdirSync(folder, { recursive: true });
        // Another build may write the same file at the same time: each writes its own, and the last one stays.
        const own = `${file}.${randomUUID()}`;
        const bytes = Buffer.from(kept);
        writeFileSync(own, Buffer.concat([Buffer.from(`${hashOf(bytes)}\n`), bytes]));
        renameSync(own, file);
        if (written % TIDIED_EACH === 0) tidyUp(folder, most);
        written += 1;
      });
    },
  };
}

/** What a file that is as it was written keeps; undefined for any other. */
function sound(file: string): Buffer | undefined {
  const whole = readFileSync(file);
  const at = whole.indexOf("\n");
  const kept = whole.subarray(at + 1);
  if (at < 0 || whole.toString("latin1", 0, at) !== hashOf(kept)) return undefined;
  markUsed(file);
  return kept;
}

/** For whoever tidies up; the day itself is never read. */
function markUsed(file: string): void {
  const { atime } = statSync(file);
  utimesSync(file, atime, new Date());
}

/** What makes one installation of Footing another: its sources, and the packages that npm put beside them. */
const toolHash = (): string => (tool ??= hashOfTool());

/** Worked out once a process: what it runs is what it loaded, whatever becomes of the files. */
let tool: string | undefined;

function hashOfTool(): string {
  const sources = readdirSync(join(TOOL, "pipeline"), { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.m?[jt]s$/.test(file),
  );
  const files = sources.toSorted().map((file) => join("pipeline", file));
  const listed = [...files, "package.json", join("node_modules", ".package-lock.json")];
  return sha256(...listed.map((file) => `${file}\n${attempt(() => readFileSync(join(TOOL, file), "utf8")) ?? ""}`));
}

function tidyUp(folder: string, most: Most): void {
  const files = readdirSync(folder).flatMap((name) => (name.endsWith(".kept") ? [join(folder, name)] : []));
  if (files.length <= most.before) return;
  const used = files.map((file) => ({ file, at: statSync(file).mtimeMs }));
  used.sort((a, b) => b.at - a.at);
  for (const { file } of used.slice(most.after)) rmSync(file, { force: true });
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function sha256(...texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}\n`).update(text);
  return hash.digest("hex");
}

/** What a step gives, or nothing where the machine refuses: a build never fails for its cache. */
function attempt<Value>(step: () => Value): Value | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}
