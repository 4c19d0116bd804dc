import type { Loaded } from "../model/brief.ts";
import { byCodeUnit } from "../model/id.ts";
import type { Host } from "../model/stage.ts";

/** The hashes of every file of an edition and of every input that it was made of, as JSON. */
export function manifest(brief: Loaded, files: ReadonlyMap<string, Uint8Array>, host: Host): string {
  const hashes = [...files].map(([path, bytes]) => [path, host.sha256(bytes)] as const);
  const content = {
    schema: 1,
    brief: brief.id,
    edition: brief.settings.edition.id,
    files: sorted(hashes),
    inputs: sorted([...brief.inputs]),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

const sorted = (entries: readonly (readonly [string, string])[]): Readonly<Record<string, string>> =>
  Object.fromEntries(entries.toSorted(([a], [b]) => byCodeUnit(a, b)));
