import { existsSync, lstatSync, readFileSync, readdirSync, realpathSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
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

/** Whether a path, links followed, still lies in the folder that it was asked from. */
function inside(path: string, folder: string): boolean {
  const away = relative(realpathSync(folder), realpathSync(path));
  return away !== ".." && !away.startsWith(`..${sep}`) && !isAbsolute(away);
}

function open(file: string, folders: Folders): string | undefined {
  const path = realPath(file, folders);
  if (path === undefined || !existsSync(path)) return undefined;
  return inside(path, file.startsWith("data") ? folders.data : folders.templates) ? path : undefined;
}

/** The bytes of a plain file, or undefined. */
export function readLogical(file: string, folders: Folders): Uint8Array | undefined {
  const path = open(file, folders);
  return path !== undefined && lstatSync(realpathSync(path)).isFile() ? new Uint8Array(readFileSync(path)) : undefined;
}

/** The names in a folder, in code unit order, or undefined. */
export function listLogical(folder: string, folders: Folders): readonly string[] | undefined {
  const path = open(folder, folders);
  return path !== undefined && lstatSync(realpathSync(path)).isDirectory()
    ? readdirSync(path).toSorted(byCodeUnit)
    : undefined;
}
