import type { Block, Doc } from "../model/doc.ts";
import type { Inline } from "../model/inline.ts";
import type { Place } from "../model/place.ts";

/** What a reader takes in at once: a paragraph, an item of a list, a callout, a caption with its notes, a chart's words. */
export interface Passage {
  readonly place: Place;
  /** What it is, for a message. */
  readonly name: string;
  /** Its lines; a sentence does not run from one into the next. */
  readonly lines: readonly (readonly Inline[])[];
}

/** The passages of a brief in the order of reading. Headings and the bodies of tables are none. */
export const passagesOf = (doc: Doc): readonly Passage[] => doc.body.flatMap(ofBlock);

/** The lines of a brief that are no part of a passage: title, headings, discrepancies. */
export const otherLines = (doc: Doc): readonly (readonly Inline[])[] => [
  doc.cover.title,
  doc.cover.subtitle,
  ...headings(doc.body),
  ...doc.discrepancies.flatMap(({ says, resolution }) => [says, resolution]),
];

const headings = (blocks: readonly Block[]): readonly (readonly Inline[])[] =>
  blocks.flatMap((block) => (block.kind === "section" ? [block.heading, ...headings(block.blocks)] : []));

function ofBlock(block: Block): readonly Passage[] {
  const { place } = block;
  switch (block.kind) {
    case "section":
    case "quote":
    case "language":
      return block.blocks.flatMap(ofBlock);
    case "list":
      return block.items.flatMap((item) => {
        const [first] = item;
        return first ? [{ place: first.place, name: "item", lines: item.flatMap(linesOf) }] : [];
      });
    case "paragraph":
      return [{ place, name: "paragraph", lines: linesOf(block) }];
    case "callout":
      return [{ place, name: "callout", lines: linesOf(block) }];
    case "keyFigures":
      return [{ place, name: "list of key figures", lines: linesOf(block) }];
    case "redrawn":
      return [];
    case "definitions":
      return [{ place, name: "list", lines: linesOf(block) }];
    case "table":
      return [{ place: block.caption[0]?.place ?? place, name: "caption", lines: linesOf(block) }];
    case "chart":
      return [{ place: block.alt[0]?.place ?? place, name: "chart", lines: linesOf(block) }];
  }
}

function linesOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case "section":
    case "callout":
      return [block.heading, ...block.blocks.flatMap(linesOf)];
    case "quote":
    case "language":
      return block.blocks.flatMap(linesOf);
    case "list":
      return block.items.flat().flatMap(linesOf);
    case "paragraph":
      return [block.inlines];
    case "keyFigures":
      return block.entries.map(({ number, label }) => [
        ...number,
        { kind: "text", text: " ", place: block.place },
        ...label,
      ]);
    case "definitions":
      return block.entries.flatMap((entry) => [entry.term, entry.description]);
    case "redrawn":
      return [];
    case "table":
      return [block.caption, ...block.notes.flatMap(linesOf)];
    case "chart":
      return [block.title, block.subtitle, block.alt];
  }
}
