import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { byCodeUnit } from "../model/id.ts";
import { onFile } from "./disk.ts";
import { recover, replaceFolder } from "./output.ts";

/** What is being published, noted in the site before anything is written, so that a killed publish is finished or undone. */
export interface Underway {
  readonly brief: string;
  readonly edition: string;
}

const LOCK = ".footing-lock";
const UNDERWAY = ".footing-publishing";

/** Takes the site for this process alone; gives the way to let it go, or undefined where another process has it. */
export function lockSite(site: string): (() => void) | undefined {
  const file = join(site, LOCK);
  mkdirSync(site, { recursive: true });
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      const lock = openSync(file, "wx");
      try {
        onFile(file, () => writeFileSync(lock, `${process.pid}${WHOLE}`));
      } catch (cause) {
        rmSync(file, { force: true });
        throw cause;
      } finally {
        closeSync(lock);
      }
      return () => rmSync(file, { force: true });
    } catch (cause) {
      if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw cause;
      if (isAlive(ownerOf(file))) return undefined;
      // Whoever had it was killed.
      rmSync(file, { force: true });
    }
  }
  return undefined;
}

/** What ends the number in a lock: without it, whoever wrote it was killed half way, or is still at it. */
const WHOLE = "\n";
const A_MOMENT = 200;

/** The process that has a lock; 0 where whoever took it did not live to say so. */
function ownerOf(file: string): number {
  const isWhole = (text: string | undefined): boolean => text === undefined || text.endsWith(WHOLE);
  if (!isWhole(readText(file))) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, A_MOMENT);
  const text = readText(file);
  return isWhole(text) ? Number(text ?? 0) : 0;
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Notes what is being published, or that nothing is; then a note that was only half written goes too. */
export function noteUnderway(site: string, underway: Underway | undefined): void {
  const note = join(site, UNDERWAY);
  if (underway) writeWhole(note, `${JSON.stringify(underway)}\n`);
  else for (const file of [note, beside(note)]) rmSync(file, { force: true });
}

/** What a killed publish left unfinished. */
export function readUnderway(site: string): Underway | undefined {
  const text = readText(join(site, UNDERWAY));
  return text === undefined ? undefined : (JSON.parse(text) as Underway);
}

/** The folder of an edition's frozen files, and that of its record. */
export const frozenFolder = (site: string, brief: string): string => join(site, brief, "editions");
const recordFolder = (data: string, brief: string): string => join(data, brief, "editions");

/** What is put down of an edition: its files in the site, and what the data keep of it with its record. */
export interface EditionParts {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly kept: ReadonlyMap<string, Uint8Array>;
  readonly record: string;
}

/** Freezes an edition: its files into the site, what "what changed" needs into the data, and last its record. */
export function freeze(
  { brief, edition }: Underway,
  folders: { readonly site: string; readonly data: string },
  parts: EditionParts,
): void {
  replaceFolder(frozenFolder(folders.site, brief), edition, parts.files, { isFlushed: true });
  const kept = recordFolder(folders.data, brief);
  replaceFolder(kept, edition, parts.kept, { isFlushed: true });
  // The edition is published from here on.
  writeWhole(join(kept, edition, "record.yaml"), parts.record);
}

/** Takes the record of an edition away again, so that it was never published. */
export function withdrawRecord({ brief, edition }: Underway, folders: { readonly data: string }): void {
  rmSync(join(recordFolder(folders.data, brief), edition, "record.yaml"), { force: true });
}

/** Undoes what a killed publish wrote before its record was there; says whether the record is. */
export function recoverEdition(
  { brief, edition }: Underway,
  folders: { readonly site: string; readonly data: string },
): boolean {
  const [frozen, kept] = [frozenFolder(folders.site, brief), recordFolder(folders.data, brief)];
  recover(frozen);
  recover(kept);
  if (existsSync(join(kept, edition, "record.yaml"))) return true;
  rmSync(join(frozen, edition), { recursive: true, force: true });
  rmSync(join(kept, edition), { recursive: true, force: true });
  return false;
}

/**
 * Every file below a folder, by its path there with forward slashes. A link is not followed: it counts as a file that says
 * where it leads.
 */
export const filesBelow = (folder: string): ReadonlyMap<string, Uint8Array> =>
  new Map(pathsBelow(folder).map((name) => [name, bytesOf(join(folder, name))]));

function pathsBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => !lstatSync(join(folder, name)).isDirectory())
    .toSorted(byCodeUnit);
}

const bytesOf = (path: string): Uint8Array =>
  new Uint8Array(lstatSync(path).isFile() ? readFileSync(path) : Buffer.from(`link to ${readlinkSync(path)}`));

/** Every file of a site; those at its top whose names begin with a point are others' or Footing's own. */
export const filesOfSite = (site: string): ReadonlyMap<string, Uint8Array> =>
  new Map([...filesBelow(site)].filter(([path]) => !path.startsWith(".")));

/** The name of the file in which an edition in the site says what it is. */
const FACTS = /^([^/.][^/]*)\/editions\/([^/.][^/]*)\/edition\.json$/;

/** The editions that stand in a site, by what they say of themselves there. */
export const editionsInSite = (site: string): readonly Underway[] =>
  pathsBelow(site).flatMap((path) => {
    const [, brief, edition] = FACTS.exec(path) ?? [];
    return brief === undefined || edition === undefined ? [] : [{ brief, edition }];
  });

/** Whether a folder may become a site, or is one: a folder of other files would lose them to the site's lists. */
export function maybeSite(site: string): boolean {
  if (existsSync(site) && !lstatSync(site).isDirectory()) return true;
  const paths = pathsBelow(site);
  const isOther = (path: string): boolean => !path.startsWith(".");
  if (!paths.some(isOther) || paths.some((path) => path === UNDERWAY || FACTS.test(path))) return true;
  // Others have sums of their files too.
  const sums = paths.includes("SHA256SUMS") ? bytesOf(join(site, "SHA256SUMS")) : new Uint8Array();
  const names = new Set(
    new TextDecoder()
      .decode(sums)
      .split("\n")
      .map((line) => line.slice(66)),
  );
  return ["index.html", "feed.xml"].every((name) => names.has(name));
}

/** The files of an edition as they are now, in the site and in the data. */
export const filesOfEdition = (
  { brief, edition }: Underway,
  folders: { readonly site: string; readonly data: string },
): Record<"frozen" | "kept", ReadonlyMap<string, Uint8Array>> => ({
  frozen: filesBelow(join(frozenFolder(folders.site, brief), edition)),
  kept: filesBelow(join(recordFolder(folders.data, brief), edition)),
});

/**
 * Writes files into a folder, and takes away others that stood there before. Each is written beside and takes its place
 * when all have been, so that a disk that fills changes none of them; what stands there already is not written again.
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>, gone: readonly string[]): void {
  const other = [...files].filter(([path, bytes]) => !isThere(join(folder, path), bytes));
  try {
    for (const [path, bytes] of other) writeBeside(join(folder, path), bytes);
    for (const [path] of other) renameSync(beside(join(folder, path)), join(folder, path));
  } finally {
    for (const [path] of other) rmSync(beside(join(folder, path)), { force: true });
  }
  for (const path of gone) rmSync(join(folder, path), { force: true });
}

const isThere = (path: string, bytes: Uint8Array): boolean => existsSync(path) && readFileSync(path).equals(bytes);

function writeWhole(path: string, content: string | Uint8Array): void {
  try {
    writeBeside(path, content);
    renameSync(beside(path), path);
  } finally {
    rmSync(beside(path), { force: true });
  }
}

const beside = (path: string): string => `${path}.footing-new`;

function writeBeside(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  onFile(path, () => {
    const file = openSync(beside(path), "w", 0o644);
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
}

const readText = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, "utf8") : undefined);
