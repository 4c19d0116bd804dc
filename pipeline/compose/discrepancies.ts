import type { DiscrepancyEntry } from "../model/doc.ts";
import type { BlockId } from "../model/id.ts";
import { warning } from "../model/problem.ts";
import { inlineTemplate } from "./inlines.ts";
import { dateParts, dateText } from "./note-style.ts";
import type { Workshop } from "./workshop.ts";

/** Prepares the list of discrepancies that the text marks, in the order of their letters. */
export function buildDiscrepancies(workshop: Workshop): () => readonly DiscrepancyEntry[] {
  const { discrepancies, language } = workshop.brief;
  for (const each of discrepancies) {
    if (workshop.letters.has(each.id)) continue;
    workshop.problems.push(
      warning("discrepancy/not-shown", each.place, `The discrepancy ${each.id} is shown nowhere in the brief`, {
        hint: `put {{discrepancy "${each.id}"}} where a reader needs it`,
      }),
    );
  }
  const entries = [...workshop.letters].flatMap(([name, letter]) => {
    const found = discrepancies.find((each) => each.id === name);
    if (!found) return [];
    return [
      {
        found,
        letter,
        says: inlineTemplate(found.says, workshop),
        resolution: inlineTemplate(found.resolution, workshop),
      },
    ];
  });
  return () =>
    entries.map(({ found, letter, says, resolution }) => ({
      letter,
      id: `discrepancy-${letter}` as BlockId,
      name: found.id,
      found: found.found,
      foundText: dateText(dateParts(found.found), language),
      says: says(),
      resolution: resolution(),
      place: found.place,
    }));
}
