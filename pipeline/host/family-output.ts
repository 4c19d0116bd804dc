import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { byCodeUnit } from "../model/id.ts";
import { onFile } from "./disk.ts";
import { recover } from "./output.ts";

/** What marks a folder as Footing's own. */
const MANIFEST = "manifest.json";

/** Makes out/FAMILY ready for its members: what a killed build left in it is finished or undone. */
export function openFamilyFolder(out: string, family: string): void {
  const folder = join(out, family);
  mkdirSync(folder, { recursive: true });
  recover(folder);
  const manifest = join(folder, MANIFEST);
  // Known as Footing's own before it is whole, so that a build that is cut off can be taken up again.
  if (!existsSync(manifest)) put(manifest, new TextEncoder().encode("{}\n"));
}

/**
 * Writes what stands beside the members of a family. `members` names their folders; those of a whole family, and no
 * others, are left.
 */
export function closeFamilyFolder(
  out: string,
  family: string,
  files: ReadonlyMap<string, Uint8Array>,
  members: ReadonlySet<string> | undefined,
): void {
  const folder = join(out, family);
  for (const [path, bytes] of files) put(join(folder, path), bytes);
  if (members === undefined) return;
  for (const entry of readdirSync(folder)) {
    if (!members.has(entry) && !files.has(entry)) rmSync(join(folder, entry), { recursive: true, force: true });
  }
}

/** Has the manifest of a brief that was written list these inputs, and leaves everything else as it is. */
export function renewInputs(folder: string, inputs: ReadonlyMap<string, string>): void {
  const path = join(folder, MANIFEST);
  const manifest = JSON.parse(readFileSync(path, "utf8")) as object;
  const sorted = [...inputs].toSorted(([a], [b]) => byCodeUnit(a, b));
  const text = `${JSON.stringify({ ...manifest, inputs: Object.fromEntries(sorted) }, null, 2)}\n`;
  put(path, new TextEncoder().encode(text));
}

/** A file in place of the one that was there, whole at every moment. */
function put(path: string, bytes: Uint8Array): void {
  const beside = `${path}.footing-new`;
  onFile(path, () => writeFileSync(beside, bytes, { flush: true }));
  renameSync(beside, path);
}
