import type { Block, Doc } from "../model/doc.ts";
import { plainText } from "../model/inline.ts";
import type { BlockId } from "../model/id.ts";
import type { Language } from "../model/language.ts";
import type { RowLineage } from "../model/lineage.ts";

type Spot = RowLineage["shownIn"][number];

/** Names blocks as a reader would: Table 1, Figure 2, Note 3, else the heading that they stand under. Each name once, in the order of reading. */
export function spotWords(
  doc: Pick<Doc, "body" | "notes" | "discrepancies">,
  { labels }: Language,
): (blocks: ReadonlySet<BlockId>) => readonly Spot[] {
  const words = new Map<BlockId, string>();
  const walk = (block: Block, heading: string): void => {
    const own = ownWords(block, heading, labels);
    words.set(block.id, own);
    if (block.kind === "table") block.notes.forEach(({ id }) => words.set(id, own));
    else if (block.kind === "list") block.items.flat().forEach((each) => walk(each, own));
    else if ("blocks" in block) block.blocks.forEach((each) => walk(each, own));
  };
  for (const section of doc.body) walk(section, labels.introduction);
  for (const { id, number } of doc.notes) words.set(id, `${labels.note} ${number}`);
  for (const { id, letter } of doc.discrepancies) words.set(id, `${labels.discrepancy} ${letter}`);
  return (blocks) => {
    const named = new Map<string, BlockId>();
    for (const [block, name] of words) if (blocks.has(block) && !named.has(name)) named.set(name, block);
    return [...named].map(([name, block]) => ({ block, words: name }));
  };
}

function ownWords(block: Block, heading: string, labels: Language["labels"]): string {
  if (block.kind === "table") return `${labels.table} ${block.number}`;
  if (block.kind === "chart") return `${labels.chart} ${block.number}`;
  return block.kind === "section" && block.heading.length > 0 ? plainText(block.heading) : heading;
}
