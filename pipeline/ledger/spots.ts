import type { Composed } from "../model/brief.ts";
import type { Block } from "../model/doc.ts";
import { allBlocks } from "../model/doc-walk.ts";
import type { Place } from "../model/place.ts";

/** A spot of the brief that can show a figure: what it is, and where the author wrote it. */
export interface Spot {
  readonly kind: string;
  readonly place: Place;
}

const KINDS: Readonly<Partial<Record<Block["kind"], string>>> = {
  definitions: "definition list",
  keyFigures: "key figures",
};

/** Every spot that the ledger may name under `where`, by its id. */
export function spotsOf({ doc, settings }: Composed): ReadonlyMap<string, Spot> {
  const spots = new Map<string, Spot>([["cover", { kind: "cover", place: settings.title.place }]]);
  for (const block of allBlocks(doc)) {
    spots.set(block.id, { kind: KINDS[block.kind] ?? block.kind, place: block.place });
    if (block.kind !== "table") continue;
    for (const note of block.notes) spots.set(note.id, { kind: "table note", place: note.place });
  }
  for (const { id, place } of doc.discrepancies) spots.set(id, { kind: "discrepancy", place });
  for (const { id, place } of doc.notes) spots.set(id, { kind: "note", place });
  return spots;
}
