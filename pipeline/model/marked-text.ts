import { plainText, type Inline } from "./inline.ts";
import { remembering } from "./remembered.ts";

/**
 * A text with what a reader sees of it beside its words: emphasis, where links lead, marks of notes and of
 * discrepancies. It is kept in one string, so that it can be cut into sentences like any other.
 */
export type MarkedText = string;

/** How a marked text reads. */
export interface Readings {
  /** The words alone. */
  readonly text: string;
  /** What is compared: with the names of what is referred to, whose numbers may be others in another edition. */
  readonly key: string;
  /** The words with their marks, as Markdown has them; a mark of a note or discrepancy as its number or letter: [3], [a]. */
  readonly shown: string;
  /** The same, with what each note or discrepancy is of: [3: Railway accounts, 2025]. */
  readonly long: string;
  /** The words with the marks of notes and discrepancies alone. */
  readonly cited: string;
  /** The marks alone. */
  readonly marks: readonly Mark[];
}

/** A mark of a text, and the words that it stands around, if any. */
export interface Mark {
  readonly sign: string;
  readonly words: string;
}

// A mark is KEY … WORDS … SHOWN … LONG … END: what stands for it in each reading. No text may hold these characters.
const [KEY, WORDS, SHOWN, LONG, END] = ["\uE010", "\uE011", "\uE012", "\uE014", "\uE013"];

// Stands for blanks within a mark, where no sentence ends.
const BLANK = "\uE015";

const mark = (key: string, words: string, shown: string, long = shown): MarkedText =>
  `${KEY}${key.replaceAll(/\s+/g, "_")}${WORDS}${words}${SHOWN}${shown}${LONG}${long.replaceAll(/\s+/g, BLANK)}${END}`;

/** What notes and discrepancies are, by the ids of their entries. */
export type MarkNames = ReadonlyMap<string, MarkName>;

export interface MarkName {
  /** What is compared; none where the other edition has no such note or discrepancy, so that all is said of it elsewhere. */
  readonly name: string;
  /** Its number or letter. */
  readonly label: string;
  /** What it says. */
  readonly text: string;
}

/** Inlines as a marked text. */
export function markedText(inlines: readonly Inline[], names: MarkNames): MarkedText {
  return inlines.map((inline) => markedInline(inline, names)).join("");
}

function markedInline(inline: Inline, names: MarkNames): MarkedText {
  const around = (sign: string, after: string): MarkedText =>
    "children" in inline ? mark(sign, "", sign) + markedText(inline.children, names) + mark(after, "", after) : "";
  const reference = (target: string): MarkedText => {
    const found = names.get(target);
    if (found === undefined) return "";
    const { name, label, text } = found;
    return mark(name === "" ? "" : `[${name}]`, "", `[${label}]`, `[${label}: ${text}]`);
  };
  switch (inline.kind) {
    case "emphasis":
      return around("*", "*");
    case "strong":
      return around("**", "**");
    case "link":
      return around("[", `](${inline.href})`);
    case "crossReference":
      return mark(inline.target, inline.text, inline.text);
    case "noteReference":
      return reference(inline.note);
    case "discrepancyReference":
      return reference(inline.target);
    default:
      return "children" in inline ? markedText(inline.children, names) : plainText([inline]);
  }
}

const MARK = /\uE010([^\uE011]*)\uE011([^\uE012]*)\uE012([^\uE014]*)\uE014([^\uE013]*)\uE013/g;

/** How a marked text, or a sentence of one, reads. */
export function readings(text: MarkedText): Readings {
  if (!text.includes(KEY)) {
    const key = text.replaceAll("\u00A0", " ");
    return { text, key, shown: text, long: text, cited: text, marks: NONE };
  }
  return known(text, () => markedReadings(text));
}

const NONE: readonly Mark[] = [];

/** So many texts with marks are remembered as read, those of some briefs. */
const MOST = 2000;
const known = remembering<Readings>(MOST);

function markedReadings(text: MarkedText): Readings {
  return {
    text: text.replaceAll(MARK, "$2"),
    key: text.replaceAll(MARK, "$1").replaceAll("\u00A0", " "),
    shown: text.replaceAll(MARK, "$3"),
    long: text.replaceAll(MARK, "$4").replaceAll(BLANK, " "),
    cited: text.replaceAll(MARK, (_, key: string, words: string, shown: string) =>
      key === "" || (key.startsWith("[") && key.endsWith("]")) ? shown : words,
    ),
    marks: marksOf(text),
  };
}

const OPENING = new Set(["*", "**", "["]);
/** The words of a text, and the marks that add none. */
const PIECE = /\uE010([^\uE011]*)\uE011\uE012[^\uE013]*\uE013|(?:[^\uE010]|\uE010[^\uE011]*\uE011[^\uE012])+/g;

function marksOf(text: MarkedText): readonly Mark[] {
  const marks: Mark[] = [];
  const open: { readonly sign: string; words: string }[] = [];
  for (const [piece, sign] of text.matchAll(PIECE)) {
    if (sign === undefined) for (const each of open) each.words += piece.replaceAll(MARK, "$2");
    else if (sign === "") continue;
    else if (open.at(-1)?.sign === sign || sign.startsWith("](")) marks.push({ sign, words: open.pop()?.words ?? "" });
    else if (OPENING.has(sign)) open.push({ sign, words: "" });
    else marks.push({ sign, words: "" });
  }
  // A sentence may begin or end within emphasis.
  return [...marks, ...open];
}

// A full stop after a single capital is one of a name: John P. Holdren. Signs that add no words may stand on either side.
const WORDLESS = String.raw`\uE010[^\uE011]*\uE011\uE012[^\uE013]*\uE013`;
const STOP = new RegExp(
  String.raw`(?<=[.!?…](?:["”’»)\]]|${WORDLESS})*)(?<!(?:^|\s)\p{Lu}\.)\s+(?=(?:["“‘«([]|${WORDLESS})*(?:[\p{Lu}\p{N}]|\uE010[^\uE011]*\uE011[^\uE012]))`,
  "u",
);

/** A marked text, cut into its sentences. */
export const sentencesOf = (text: MarkedText): readonly MarkedText[] => text.split(STOP);
