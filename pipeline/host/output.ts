import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { onFile } from "./disk.ts";
import { byCodeUnit } from "../model/id.ts";

// A brief's folder is built as .NAME.footing-new, the old one steps aside as .NAME.footing-old, and the new one takes
// its place. The endings are ours alone, so that nothing else in the folder is ever touched.
const fresh = (out: string, name: string): string => join(out, `.${name}.footing-new`);
const former = (out: string, name: string): string => join(out, `.${name}.footing-old`);

/** Finishes or undoes what a killed build left behind: a half-written folder goes, a set-aside one comes back. */
export function recover(out: string): void {
  if (!existsSync(out)) return;
  for (const entry of readdirSync(out)) {
    const name = /^\.(.+)\.footing-(new|old)$/.exec(entry)?.[1];
    if (name === undefined) continue;
    if (entry.endsWith("-old") && !existsSync(join(out, name))) renameSync(join(out, entry), join(out, name));
    else rmSync(join(out, entry), { recursive: true, force: true });
  }
}

/** Why a brief may not be written to out/NAME, or undefined when it may: only Footing's own folders are replaced. */
export function refusal(out: string, name: string): string | undefined {
  const target = join(out, name);
  if (existsSync(out) && !statSync(out).isDirectory()) return `${out} is a file, not a folder`;
  if (!existsSync(target)) return undefined;
  if (!lstatSync(target).isDirectory()) return `${target} is not a folder`;
  if (readdirSync(target).length === 0 || existsSync(join(target, "manifest.json"))) return undefined;
  return `${target} was not written by Footing (it has no manifest.json), and is left alone`;
}

function write(path: string, bytes: Uint8Array, isFlushed: boolean): void {
  onFile(path, () => {
    const file = openSync(path, "w", 0o644);
    try {
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
      if (isFlushed) fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
}

/**
 * Puts these files, and no others, into out/NAME, or out/FAMILY/MEMBER: all together, or not at all, whenever the program
 * is killed. Flushed, they are on the disk before they are put there, even if the power fails: what is published must be,
 * and what a build makes can be made again.
 */
export function replaceFolder(
  folder: string,
  brief: string,
  files: ReadonlyMap<string, Uint8Array>,
  { isFlushed }: { readonly isFlushed: boolean },
): void {
  const out = join(folder, dirname(brief));
  const name = basename(brief);
  const target = join(out, name);
  rmSync(fresh(out, name), { recursive: true, force: true });
  rmSync(former(out, name), { recursive: true, force: true });
  try {
    const sorted = [...files].toSorted(([a], [b]) => byCodeUnit(a, b));
    for (const inner of new Set(sorted.map(([path]) => dirname(path))))
      mkdirSync(join(fresh(out, name), inner), { recursive: true });
    for (const [path, bytes] of sorted) write(join(fresh(out, name), path), bytes, isFlushed);
    if (existsSync(target)) renameSync(target, former(out, name));
    renameSync(fresh(out, name), target);
  } catch (cause) {
    recover(out);
    throw cause;
  }
  rmSync(former(out, name), { recursive: true, force: true });
}
