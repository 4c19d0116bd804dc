import type { Block, Doc, Note } from "../../model/doc.ts";
import { plainText } from "../../model/inline.ts";

// In a column of a third of the text's width, set in three quarters of its size, notes take about 2.2 times the
// height that they would take in the text. Beyond this share of the text they would run past its end.
const SHARE = 0.4;

/** Whether the notes have room in the margin beside the text. */
export function hasMarginNotes({ notes, body }: Doc): boolean {
  const length = notes.reduce((sum, note) => sum + 40 + plainText(note.inlines).length, 0);
  return notes.length > 0 && length <= SHARE * textLength(body);
}

/**
 * The style that sets each note in the margin beside its reference, or under the note before it where that one
 * reaches further down (CSS Anchor Positioning 1). Browsers that don't know anchors show the notes at the end.
 */
export function marginNotesCss(notes: readonly Note[]): string {
  const rules = notes.map(
    ({ id, referenceId, number }) => `#${referenceId} { anchor-name: --r${number} }\n#${id} { --r: --r${number} }`,
  );
  // Of all that bear one name, an anchor is the last before what is set by it (CSS Anchor Positioning 1, 2.3).
  const all =
    ".notes li { anchor-name: --n; top: max(anchor(var(--r) top), calc(anchor(--n bottom, -9rem) + 0.7rem)) }";
  return `@media screen and (min-width: 76rem) {\n@supports (top: max(anchor(--a top), 1px)) {\n${all}\n${rules.join("\n")}\n}\n}\n`;
}

function textLength(blocks: readonly Block[]): number {
  const lengths = blocks.map((block): number => {
    switch (block.kind) {
      case "section":
        return block.role === "about" || block.role === "disclaimer" ? 0 : textLength(block.blocks);
      case "quote":
      case "language":
      case "callout":
        return textLength(block.blocks);
      case "list":
        return textLength(block.items.flat());
      case "paragraph":
        return plainText(block.inlines).length;
      case "keyFigures":
      case "definitions":
        return block.entries.length * 60;
      // About as high as so many characters of text, sixty to a line.
      case "table":
        return block.rows.length * 90 + 300;
      case "chart":
        return 900;
      case "redrawn":
        return 0;
    }
  });
  return lengths.reduce((sum, length) => sum + length, 0);
}
