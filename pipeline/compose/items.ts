import type { Written } from "../model/dataset.ts";
import type { Doc } from "../model/doc.ts";
import { eachInline } from "../model/doc-walk.ts";
import { passItem } from "./lint.ts";
import type { Workshop } from "./workshop.ts";

/** Notes the texts of the data that the brief shows as they are: items of lists and text cells. */
export function passItems(doc: Doc, workshop: Workshop): void {
  const shown = new Set<string>();
  eachInline(doc, (inline) => {
    if (inline.kind === "text") shown.add(inline.text);
  });
  for (const dataset of workshop.brief.datasets.values()) {
    const items: readonly Written[] = [...dataset.lists.values()].flatMap(({ items: own }) => own);
    const cells = dataset.rows.flatMap((row) => [...row.cells.values()]);
    for (const { text, place } of [...items, ...cells]) if (shown.has(text)) passItem(text, place, workshop);
  }
}
