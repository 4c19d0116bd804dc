import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * What a bundle says of itself in its first line: the files that it was made of, what they held, and the bytes of its two
 * parts. The front reads the command line and is small, so that little is read for little; the commands are all the rest.
 * @typedef {object} Said
 * @property {readonly string[]} files
 * @property {string} hash
 * @property {number} front
 * @property {number} commands
 */

/** @typedef {{ readonly file: string, readonly text: string }} Part */

/**
 * Where bundles stand.
 * @param {string} cache
 */
export const bundleFolder = (cache) => join(cache, "bundle");

/**
 * The part of a bundle that reads the command line.
 * @param {string} cache
 */
export const frontFile = (cache) => join(bundleFolder(cache), "footing.cjs");

/**
 * The rest of a bundle: named after what it was made of, so that no front meets another's.
 * @param {string} cache
 * @param {string} hash
 */
export const commandsFile = (cache, hash) => join(bundleFolder(cache), `${hash}.cjs`);

/**
 * What these files hold now; a file that is gone counts as one that changed.
 * @param {string} tool
 * @param {readonly string[]} files
 */
export function hashOfFiles(tool, files) {
  const hash = createHash("sha256");
  for (const file of files) {
    const bytes = bytesOf(join(tool, file));
    hash.update(`${file}\n${bytes?.length}\n`).update(bytes ?? "");
  }
  return hash.digest("hex");
}

/**
 * The front of a bundle, if the bundle is whole, and every file that it was made of still holds what it held.
 * @param {string} tool
 * @param {string} cache
 * @returns {{ readonly hash: string, readonly front: Part, readonly commands: () => Part } | undefined}
 */
export function soundBundle(tool, cache) {
  const file = frontFile(cache);
  const bytes = bytesOf(file);
  const said = bytes && spoken(bytes);
  if (!said || said.hash !== hashOfFiles(tool, said.files)) return undefined;
  const rest = commandsFile(cache, said.hash);
  if (statSync(rest, { throwIfNoEntry: false })?.size !== said.commands) return undefined;
  // It is all ASCII.
  const commands = () => ({ file: rest, text: readFileSync(rest, "latin1") });
  return { hash: said.hash, front: { file, text: bytes.toString() }, commands };
}

/**
 * What a front says of itself, if it is as long as it says.
 * @param {Buffer} front
 * @returns {Said | undefined}
 */
function spoken(front) {
  const end = front.indexOf("\n");
  try {
    const said = /** @type {Said} */ (JSON.parse(front.subarray(2, Math.max(end, 2)).toString()));
    return said.front === front.length - end - 1 ? said : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What a file holds, or nothing where it cannot be read.
 * @param {string} file
 */
export function bytesOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
