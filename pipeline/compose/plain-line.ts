import { fromMarkdown } from "mdast-util-from-markdown";
import type { Root } from "mdast";

// Letters, and signs that mean nothing in Markdown wherever they stand, and the marks of helpers; a letter or a mark comes
// first, since lists, headings and quotes begin with other things, and no space last, which Markdown takes off.
const FIRST = String.raw`[\p{L}\ue000-\ue002\ue010-\ue019“‘(]`;
const LATER = String.raw`\p{L}\p{N}\ue000-\ue002\ue010-\ue019\u00a0,.;:()’‘“”'"/%–—−\-`;
const PLAIN = new RegExp(`^${FIRST}(?:[${LATER} ]*[${LATER}])?$`, "u");
// Addresses, should a reader of Markdown ever link them by itself.
const ADDRESS = /:\/\/|www\./u;

/** Reads Markdown; a line of plain words, as most captions and cells are, without the parser. */
export function readMarkdown(text: string): Pick<Root, "children"> {
  if (!PLAIN.test(text) || ADDRESS.test(text)) return fromMarkdown(text);
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: text.length + 1, offset: text.length },
  };
  return { children: [{ type: "paragraph", children: [{ type: "text", value: text, position }], position }] };
}
