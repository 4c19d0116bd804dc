import type { Block, Doc } from "../../../pipeline/model/doc.ts";
import { drawingsOf } from "../../../pipeline/model/doc-walk.ts";
import { plainText, type Inline } from "../../../pipeline/model/inline.ts";
import { headGrid } from "../../../pipeline/model/table-heads.ts";

/** Every stretch of words that a Doc holds, in the order of reading; the notes apart. */
export const docWords = (doc: Doc): string[] => [
  plainText(doc.cover.title),
  ...said(doc.cover.subtitle),
  ...doc.cover.authors,
  doc.cover.edition.dateText,
  doc.cover.citation,
  ...doc.body.flatMap(listedHeadings),
  ...doc.body.flatMap(blockWords),
  ...doc.discrepancies.flatMap((each) => [...said(each.says), ...said(each.resolution)]),
];

/** The headings of the table of contents. */
const listedHeadings = (block: Block): string[] =>
  block.kind !== "section"
    ? []
    : [...(block.level <= 2 ? [plainText(block.heading)] : []), ...block.blocks.flatMap(listedHeadings)];

/** The words of the notes, each as one. */
export const noteWords = (doc: Doc): string[] => doc.notes.map((note) => said(note.inlines).join(""));

function blockWords(block: Block): string[] {
  switch (block.kind) {
    case "section":
      return [...said(block.heading), ...block.blocks.flatMap(blockWords)];
    case "paragraph":
      return said(block.inlines);
    case "list":
      return block.items.flat().flatMap(blockWords);
    case "quote":
    case "language":
      return block.blocks.flatMap(blockWords);
    case "callout":
      return [...said(block.heading), ...block.blocks.flatMap(blockWords)];
    case "definitions":
      return block.entries.flatMap((entry) => [...said(entry.term), ...said(entry.description)]);
    case "keyFigures":
      return block.entries.flatMap((entry) => [...said(entry.number), ...said(entry.label)]);
    case "table": {
      const grid = headGrid(block.headers);
      const heads = grid.flatMap((row, r) =>
        row.filter((cell, c) => cell !== undefined && row[c - 1] !== cell && grid[r + 1]?.[c] !== cell),
      );
      return [
        ...said(block.caption),
        ...heads.flatMap((cell) => said(cell?.inlines ?? [])),
        ...block.rows.flatMap((row) => row.cells.flatMap((cell) => said(cell.inlines))),
        ...block.notes.flatMap(blockWords),
        ...said(block.source),
      ];
    }
    case "redrawn":
      return [
        ...said(block.term),
        ...drawingsOf(block).flatMap(({ words, labels }) => [...said(words), ...said(labels)]),
      ];
    case "chart":
      return [...said(block.title), ...said(block.subtitle), ...said(block.source)];
  }
}

/** Inlines as printed, marks included. */
const said = (inlines: readonly Inline[]): string[] => inlines.flatMap(inlineWords);

function inlineWords(inline: Inline): string[] {
  switch (inline.kind) {
    case "emphasis":
    case "strong":
    case "deleted":
    case "inserted":
    case "link":
    case "language":
      return inline.children.flatMap(inlineWords);
    case "noteReference":
      return [String(inline.number)];
    case "discrepancyReference":
      return [inline.letter];
    case "break":
      return [];
    case "text":
    case "figure":
    case "word":
    case "abbreviation":
    case "crossReference":
      return [inline.text];
  }
}
