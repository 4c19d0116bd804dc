import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { byCodeUnit } from "../model/id.ts";

// A brief's folder is built as .NAME.new, the old one steps aside as .NAME.old, and the new one takes its place.
const fresh = (out: string, name: string): string => join(out, `.${name}.new`);
const former = (out: string, name: string): string => join(out, `.${name}.old`);

/** Finishes or undoes what a killed build left behind: a half-written folder goes, a set-aside one comes back. */
export function recover(out: string): void {
  if (!existsSync(out)) return;
  for (const entry of readdirSync(out)) {
    const name = /^\.(.+)\.(new|old)$/.exec(entry)?.[1];
    if (name === undefined) continue;
    if (entry.endsWith(".old") && !existsSync(join(out, name))) renameSync(join(out, entry), join(out, name));
    else rmSync(join(out, entry), { recursive: true, force: true });
  }
}

function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, "w", 0o644);
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Puts these files, and no others, into out/NAME: all together, or not at all. */
export function replaceFolder(out: string, name: string, files: ReadonlyMap<string, Uint8Array>): void {
  const target = join(out, name);
  rmSync(fresh(out, name), { recursive: true, force: true });
  rmSync(former(out, name), { recursive: true, force: true });
  try {
    for (const [path, bytes] of [...files].toSorted(([a], [b]) => byCodeUnit(a, b)))
      write(join(fresh(out, name), path), bytes);
    if (existsSync(target)) renameSync(target, former(out, name));
    renameSync(fresh(out, name), target);
  } catch (cause) {
    recover(out);
    throw cause;
  }
  rmSync(former(out, name), { recursive: true, force: true });
}
