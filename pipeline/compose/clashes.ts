import type { Doc } from "../model/doc.ts";
import { allBlocks } from "../model/doc-walk.ts";
import type { Place } from "../model/place.ts";
import { error, type Problem } from "../model/problem.ts";

interface Spot {
  readonly id: string;
  readonly place: Place;
}

/** Finds blocks, notes and discrepancies that bear one id: a link to it could not tell them apart. */
export function clashingIds(doc: Doc): readonly Problem[] {
  const spots = (place: Place, ...ids: readonly string[]): readonly Spot[] => ids.map((id) => ({ id, place }));
  const blocks = allBlocks(doc);
  const named: readonly Spot[] = [
    ...doc.notes.flatMap((note) => spots(note.place, note.id, note.referenceId)),
    ...doc.discrepancies.flatMap(({ id, letter, place }) => spots(place, id, `discrepancy-ref-${letter}`)),
    ...blocks.filter((block) => block.kind !== "section"),
    // Sections come last, since their ids are what an author can change.
    ...blocks.filter((block) => block.kind === "section"),
  ];
  const seen = new Set<string>();
  return named.flatMap(({ id, place }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      error("name/taken", place, `Something else in the brief already has the id ${id}`, {
        hint: 'give this section another id: {{section "…"}} on its heading',
      }),
    ];
  });
}
