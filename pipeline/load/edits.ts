import { byCodeUnit } from "../model/id.ts";
import type { Place } from "../model/place.ts";
import type { Host } from "../model/stage.ts";
import type { Upstream } from "../model/upstream.ts";

/** A change of one value in a file: what stands at a place becomes another text, or a text is put in behind it. */
export interface Edit {
  readonly place: Place;
  readonly text: string;
  /** Put in behind the value, in the style of its map: keys in lines of their own, or behind commas. */
  readonly keys?: readonly (readonly [key: string, value: string])[];
}

/** The day and the hash of a retrieval, written into its dataset: over what stands there, or as new keys. */
export function stamped({ url, retrieved, sha256 }: Upstream, day: string, hash: string): readonly Edit[] {
  const keys = [
    ...(retrieved === undefined ? [["retrieved", day] as const] : []),
    ...(sha256 === undefined ? [["sha256", hash] as const] : []),
  ];
  return [
    ...(retrieved === undefined ? [] : [{ place: retrieved.place, text: day }]),
    ...(sha256 === undefined ? [] : [{ place: sha256.place, text: hash }]),
    ...(keys.length === 0 ? [] : [{ place: url.place, text: "", keys }]),
  ];
}

/** The files that edits change, as they are to be written: all else in them stays as it is, to the byte. */
export function replaced(edits: readonly Edit[], host: Host): ReadonlyMap<string, string> {
  const files = [...new Set(edits.map(({ place }) => place.file))].toSorted(byCodeUnit);
  return new Map(
    files.map((file) => {
      const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(host.read(file));
      const own = edits
        .filter(({ place }) => place.file === file)
        .map((edit) => ({ edit, at: offsetOf(edit.place, before) }));
      // From the end, so that what comes before stays where it is.
      const after = own.toSorted((a, b) => b.at - a.at).reduce((text, { edit, at }) => changed(text, at, edit), before);
      return [file, after] as const;
    }),
  );
}

function offsetOf({ line, column }: Place, text: string): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf("\n", start) + 1;
  return start + column - 1;
}

function changed(text: string, at: number, { place, text: value, keys }: Edit): string {
  const end = at + (place.length ?? 1);
  if (keys === undefined) return text.slice(0, at) + quoted(value, text.slice(at, end), place.file) + text.slice(end);
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const indent = /^(\s*)[\w-]+:\s*$/.exec(line)?.[1];
  const written = keys.map(([key, item]) => `${key}: ${item}`);
  if (indent === undefined) return text.slice(0, end) + written.map((each) => `, ${each}`).join("") + text.slice(end);
  const found = text.indexOf("\n", end);
  const rest = found < 0 ? text.length : found;
  const newline = text[rest - 1] === "\r" ? "\r\n" : "\n";
  const lines = written.map((each) => `${newline}${indent}${each}`).join("");
  const stop = newline === "\n" ? rest : rest - 1;
  return text.slice(0, stop) + lines + text.slice(stop);
}

/** A value in the quotation marks of what it replaces; in some where it needs them. */
function quoted(value: string, before: string, file: string): string {
  const isPlain = /^[-+]?[\w.-]+(?: [a-z]+)?$/.test(value);
  if (file.endsWith(".csv")) return /[",\r\n]/.test(value) || before.startsWith('"') ? `"${value}"` : value;
  if (/^["']/.test(before)) return before.charAt(0) + value + before.charAt(0);
  return isPlain ? value : `"${value}"`;
}
