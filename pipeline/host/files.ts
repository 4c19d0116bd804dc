import {
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { onFile } from "./disk.ts";
import { byCodeUnit } from "../model/id.ts";

/** The folders that stand behind the logical paths `data/…` and `templates/…`. */
export interface Folders {
  readonly data: string;
  readonly templates: string;
}

/** The path on this machine of a logical path; undefined for one that leads out of the two folders. */
export function realPath(file: string, folders: Folders): string | undefined {
  const [top, ...rest] = file.split("/");
  if (rest.some((part) => part === ".." || part === "." || part.includes("\\") || part.includes("\0")))
    return undefined;
  if (top === "data") return join(folders.data, ...rest);
  if (top === "templates") return join(folders.templates, ...rest);
  return undefined;
}

/** A file or folder of the two folders: where it is asked for, and where it is when links are followed. */
interface Found {
  readonly path: string;
  readonly real: string;
}

/** What is there and, links followed, still lies in the folder that it was asked from. */
function open(file: string, folders: Folders): Found | undefined {
  const path = realPath(file, folders);
  return path === undefined || !existsSync(path) ? undefined : whileThere(() => inside(path, file, folders));
}

/** What can be made of a file or folder; undefined where it is taken away meanwhile. */
function whileThere<Thing>(make: () => Thing): Thing | undefined {
  try {
    return make();
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "ENOTDIR"))
      return undefined;
    throw cause;
  }
}

function inside(path: string, file: string, folders: Folders): Found | undefined {
  const real = realpathSync.native(path);
  const away = relative(realpathSync.native(file.startsWith("data") ? folders.data : folders.templates), real);
  const isInside = away !== ".." && !away.startsWith(`..${sep}`) && !isAbsolute(away);
  return isInside ? { path, real } : undefined;
}

/** The bytes of a plain file, or undefined. */
export function readLogical(file: string, folders: Folders): Uint8Array | undefined {
  const found = open(file, folders);
  return (
    found && whileThere(() => (lstatSync(found.real).isFile() ? new Uint8Array(readFileSync(found.path)) : undefined))
  );
}

/**
 * Writes files of the two folders: each is written beside and takes its place when all have been, so that a disk that
 * fills changes none of them.
 */
export function writeLogical(files: ReadonlyMap<string, string>, folders: Folders): void {
  const ready = [...files].flatMap(([file, text]) => {
    const path = open(file, folders)?.path;
    if (path === undefined) throw new Error(`there is no file ${file} to write`);
    return [{ path, beside: `${path}.footing-new`, text }];
  });
  try {
    for (const { path, beside, text } of ready) onFile(path, () => writeFileSync(beside, text, { flush: true }));
    for (const { path, beside } of ready) renameSync(beside, path);
  } finally {
    for (const { beside } of ready) rmSync(beside, { force: true });
  }
}

/** The names in a folder, in code unit order, or undefined. */
export function listLogical(folder: string, folders: Folders): readonly string[] | undefined {
  const found = open(folder, folders);
  return (
    found &&
    whileThere(() => (lstatSync(found.real).isDirectory() ? readdirSync(found.path).toSorted(byCodeUnit) : undefined))
  );
}
