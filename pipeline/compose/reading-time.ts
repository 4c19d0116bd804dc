import type { Block, Section } from "../model/doc.ts";
import { plainText } from "../model/inline.ts";
import type { Language } from "../model/language.ts";

// Words a minute that adults read of prose that tells facts, in silence (Brysbaert 2019: 238 in English, alike in German).
const WORDS = 238;

/** How long the text takes to read, tables and charts left out: "9 minutes to read". */
export function readingTime(body: readonly Section[], { labels }: Language): string {
  const text = body.filter(({ role }) => role !== "about" && role !== "disclaimer");
  const minutes = Math.max(1, Math.round(text.reduce((sum, section) => sum + wordsIn(section), 0) / WORDS));
  return (minutes === 1 ? labels.minute : labels.minutes).replace("{minutes}", String(minutes));
}

function wordsIn(block: Block): number {
  switch (block.kind) {
    case "section":
    case "quote":
    case "language":
    case "callout":
      return sum(block.blocks);
    case "list":
      return sum(block.items.flat());
    case "paragraph":
      return plainText(block.inlines)
        .split(/\s+/)
        .filter((word) => word !== "").length;
    case "definitions":
    case "keyFigures":
    case "table":
    case "chart":
    case "redrawn":
      return 0;
  }
}

const sum = (blocks: readonly Block[]): number => blocks.reduce((words, block) => words + wordsIn(block), 0);
