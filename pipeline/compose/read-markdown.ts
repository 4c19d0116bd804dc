import { fromMarkdown } from "mdast-util-from-markdown";
import type { Root, RootContent } from "mdast";
import { remembering } from "../model/remembered.ts";

// Letters, and signs that mean nothing in Markdown wherever they stand, and the marks of helpers; a letter or a mark comes
// first, since lists, headings and quotes begin with other things, and no space last, which Markdown takes off.
const FIRST = String.raw`[\p{L}\ue000-\ue002\ue010-\ue019“‘(]`;
const LATER = String.raw`\p{L}\p{N}\ue000-\ue002\ue010-\ue019\u00a0,.;:()’‘“”'"/%–—−\-`;
const PLAIN = new RegExp(`^${FIRST}(?:[${LATER} ]*[${LATER}])?$`, "u");
// Addresses, should a reader of Markdown ever link them by itself.
const ADDRESS = /:\/\/|www\./u;

// Quotes and lists in each other, more than which no reader follows; the parser goes down into each, and gives up at some.
const DEEP = /^[ \t]*(?:>[ \t]*|(?:[-*+]|\d{1,9}[.)])[ \t]+){31}/mu;

const TOO_DEEP = "quotes and lists within each other";

/** What stands in for Markdown that is nested too deep: a kind that no brief has, and that is refused by this name. */
function tooDeep(text: string, at: number): RootContent {
  const line = text.slice(0, at).split("\n").length;
  const point = { line, column: 1, offset: at };
  return { type: TOO_DEEP as "html", value: "", position: { start: point, end: point } };
}

/** So many characters of Markdown are remembered with their trees: the prose of some dozens of briefs. */
const MOST_CHARACTERS = 300_000;
const trees = remembering<Pick<Root, "children"> & { readonly size: number }>(MOST_CHARACTERS, ({ size }) => size);

/**
 * Reads Markdown; a line of plain words, as most captions and cells are, without the parser. Numbers and bound words are
 * marks in it, so that the prose of a brief is mostly the same when a figure is another. Nobody may write into a tree.
 */
export function readMarkdown(text: string): Pick<Root, "children"> {
  const deep = text.search(DEEP);
  if (deep >= 0) return { children: [tooDeep(text, deep)] };
  if (!PLAIN.test(text) || ADDRESS.test(text))
    return trees(text, () => ({ children: fromMarkdown(text).children, size: text.length }));
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: text.length + 1, offset: text.length },
  };
  return { children: [{ type: "paragraph", children: [{ type: "text", value: text, position }], position }] };
}
