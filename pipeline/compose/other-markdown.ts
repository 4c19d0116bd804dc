import type { Place } from "../model/place.ts";
import { error, type Problem } from "../model/problem.ts";

/** Markdown that others read and a brief has other means for: it would be printed as it was typed. */
interface OtherMarkdown {
  readonly pattern: RegExp;
  /** Whether what has the pattern is such. */
  readonly isMeant?: (found: string) => boolean;
  readonly what: string;
  readonly hint: string;
}

const FOOTNOTE = {
  what: "A footnote in Markdown",
  hint: 'cite a source with {{note "SOURCE"}}; where the signs are meant themselves, write \\[^',
};

// The row of dashes under the head of a table; words struck out; a footnote or its mark. Behind a \ a sign means itself.
const OTHERS: readonly OtherMarkdown[] = [
  {
    pattern: /^[-|: \t>]+$/gm,
    isMeant: isRule,
    what: "A table in Markdown",
    hint: 'describe it in tables/NAME.yaml of the template, and show it with {{table "NAME"}}',
  },
  {
    pattern: /(?<![\\~])~~(?!~)[^~]+~~(?!~)/g,
    what: "What is struck out",
    hint: "leave it out: an edition tells by itself what it changed",
  },
  { pattern: /(?<!\\)\[\^[^\][\s]+\]/g, ...FOOTNOTE },
];

/** What is wrong with text as it was typed, where it holds Markdown that is not read. */
export const otherMarkdown = (typed: string, place: (at: number, length: number) => Place): readonly Problem[] =>
  OTHERS.flatMap(({ pattern, what, hint, isMeant = () => true }) =>
    [...typed.matchAll(pattern)]
      .filter(([found]) => isMeant(found))
      .map(({ index, 0: found }) =>
        refused(what, hint, place(index + found.search(/[^\s>]/), found.replace(/^[\s>]+/, "").trimEnd().length)),
      ),
  );

/** A problem for a kind of Markdown that a brief has no use for, such as HTML and images. */
export function refusal({ type, label }: { readonly type: string; readonly label?: unknown }, place: Place): Problem {
  // A mark of a footnote with one word is read as a link to an address that is given elsewhere.
  if (typeof label === "string" && label.startsWith("^")) return refused(FOOTNOTE.what, FOOTNOTE.hint, place);
  return refused(
    `Markdown of this kind (${type})`,
    "paragraphs, ## and ### headings, lists, quotes, emphasis and links do",
    place,
  );
}

const refused = (what: string, hint: string, place: Place): Problem =>
  error("template/not-allowed", place, `${what} has no place in a brief`, { hint });

/** Whether a line is a row of dashes between bars: `| --- | :-: |`, or `--- | ---`. */
function isRule(line: string): boolean {
  const [first = "", ...rest] = line
    .replace(/^[ \t>]+/, "")
    .trim()
    .split("|");
  const cells = [...(first === "" ? [] : [first]), ...(rest.at(-1) === "" ? rest.slice(0, -1) : rest)];
  return rest.length > 0 && cells.length > 0 && cells.every((cell) => /^:?-+:?$/.test(cell.trim()));
}
