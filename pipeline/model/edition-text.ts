import { eachInline } from "./doc-walk.ts";
import type { Block, Doc, Section, Table } from "./doc.ts";
import { plainText, type Inline } from "./inline.ts";
import type { Ledger } from "./figure.ts";
import type { ChartId } from "./id.ts";
import type { Language } from "./language.ts";
import type { EditionRecord } from "./record.ts";
import { remembering } from "./remembered.ts";

/** What of a Doc is text that a reader may compare with that of another edition. */
export type DocText = Pick<Doc, "cover" | "body" | "notes" | "discrepancies">;

/** A published edition as it is kept beside its record: the one that what changed is told from. */
export interface EditionBefore {
  readonly record: EditionRecord;
  readonly ledger: Ledger;
  readonly text: DocText;
  /** Its charts, as the SVG files that were published. */
  readonly charts: ReadonlyMap<ChartId, string>;
}

/** A sentence of a Doc, and the section, table, chart, note or discrepancy that holds it. */
export interface Sentence {
  readonly text: string;
  /** The text with the names of what it refers to, in place of their numbers: "Table 2" may become "Table 3". */
  readonly key: string;
  /** Whether it is one of a table or a chart. */
  readonly exhibit: boolean;
  /** Whether it is all that its spot says, as the authors are: what stands there in another edition is the same, reworded. */
  readonly isFact?: true;
  readonly block: string;
  /** That in words. */
  readonly where: string;
}

/** The spot of a page that has its title, and what else its cover says. */
export const COVER = "page_title";

const SPACE: Inline = { kind: "text", text: " ", place: { file: "", line: 1, column: 1 } };

type Labels = Language["labels"];
type Spot = Pick<Sentence, "block" | "where">;

/** All sentences of a Doc in the order of reading; numbers alone in the cells of tables are none. */
export function sentencesIn(doc: DocText, labels: Labels): readonly Sentence[] {
  return [
    ...coverSentences(doc.cover, labels),
    ...doc.body.flatMap((section) => sectionSentences(section, undefined, labels)),
    ...doc.discrepancies.flatMap(({ id, letter, says, resolution, foundText }) => {
      const spot = { block: id, where: `${labels.discrepancy} ${letter}` };
      return [...cut(spot, says, resolution), sentence(spot, `${labels.found} ${foundText}`)];
    }),
    ...abbreviationsIn(doc).map(([short, long]): Sentence => ({
      ...sentence({ block: COVER, where: short }, long),
      isFact: true,
    })),
    ...doc.notes.flatMap(({ id, number, inlines }) =>
      // A reference is one statement, however many full stops it has.
      whole({ block: id, where: `${labels.note} ${number}` }, inlines),
    ),
  ];
}

/** The abbreviations that a Doc explains, each once, with what they stand for. */
function abbreviationsIn(doc: DocText): readonly (readonly [short: string, long: string])[] {
  const found = new Map<string, string>();
  eachInline(doc, (inline) => {
    if (inline.kind === "abbreviation" && !found.has(inline.text)) found.set(inline.text, inline.title);
  });
  return [...found];
}

/** Title and subtitle, and what the cover says of the brief: each part of that is one statement. */
function coverSentences(cover: DocText["cover"], labels: Labels): readonly Sentence[] {
  const { title, subtitle, series, number, authors, institution, keywords, licence } = cover;
  const spot = (where: string): Spot => ({ block: COVER, where });
  const facts: readonly (readonly [where: string, text: string | undefined])[] = [
    [labels.series, series === undefined || number === undefined ? series : `${series}, ${labels.number} ${number}`],
    [labels.authors, authors.join(", ")],
    [labels.institution, institution],
    [labels.keywords, keywords.join(", ")],
    [labels.licence, licence],
  ];
  return [
    ...cut(spot(labels.title), title, subtitle),
    ...facts.flatMap(([where, text = ""]) =>
      text === "" ? [] : [{ ...sentence(spot(where), spaced(text)), isFact: true as const }],
    ),
  ];
}

function sectionSentences(section: Section, outer: Spot | undefined, labels: Labels): readonly Sentence[] {
  const heading = plainText(section.heading);
  const spot =
    heading === ""
      ? (outer ?? { block: section.id, where: labels.introduction })
      : { block: section.id, where: heading };
  return [...cut(spot, section.heading), ...section.blocks.flatMap((block) => blockSentences(block, spot, labels))];
}

function blockSentences(block: Block, spot: Spot, labels: Labels): readonly Sentence[] {
  const inner = (blocks: readonly Block[]): readonly Sentence[] =>
    blocks.flatMap((each) => blockSentences(each, spot, labels));
  switch (block.kind) {
    case "section":
      return sectionSentences(block, spot, labels);
    case "paragraph":
      return cut(spot, block.inlines);
    case "list":
      return inner(block.items.flat());
    case "quote":
    case "language":
      return inner(block.blocks);
    case "callout":
      return [...cut(spot, block.heading), ...inner(block.blocks)];
    case "definitions":
      return block.entries.flatMap(({ term, description }) => cut(spot, term, description));
    case "keyFigures":
      return block.entries.flatMap(({ number, label }) => cut(spot, [...number, SPACE, ...label]));
    case "redrawn":
      return [];
    case "table":
      return tableSentences(block, { block: block.id, where: `${labels.table} ${block.number}` });
    case "chart": {
      const chart = { block: block.id, where: `${labels.chart} ${block.number}` };
      return exhibits(cut(chart, block.title, block.subtitle, block.source, block.alt));
    }
  }
}

function tableSentences({ caption, headers, rows, notes, source }: Table, spot: Spot): readonly Sentence[] {
  const heads = headers.flat().map(({ inlines }) => inlines);
  const cells = rows.flatMap((row) => row.cells.map(({ inlines }) => inlines));
  const texts = [
    ...heads,
    ...cells.filter((inlines) => !inlines.some(({ kind }) => kind === "figure") && isText(inlines)),
  ];
  return exhibits([
    ...cut(spot, caption),
    ...texts.flatMap((inlines) => whole(spot, inlines)),
    ...cut(spot, ...notes.map(({ inlines }) => inlines), source),
  ]);
}

/** Whether a cell says more than a symbol of what is missing: what became of a number is told of the number. */
const isText = (inlines: readonly Inline[]): boolean => /\p{L}\p{L}/u.test(plainText(inlines));

const exhibits = (sentences: readonly Sentence[]): readonly Sentence[] =>
  sentences.map((sentence) => ({ ...sentence, exhibit: true }));

// Around the name and the words of a reference, until both are read: characters that no text may hold.
const [NAME, WORDS, END] = ["\uE010", "\uE011", "\uE012"];

/** What inlines say, with what they refer to before its words. */
const marked = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline): string => {
      if (inline.kind === "crossReference") return `${NAME}${inline.target}${WORDS}${inline.text}${END}`;
      return "children" in inline ? marked(inline.children) : plainText([inline]);
    })
    .join("");

/** Text with one space in a row; where no line may end, none may end when it is told of. */
const spaced = (text: string): string =>
  text.replaceAll(/\s+/g, (spaces) => (spaces.includes("\u00A0") ? "\u00A0" : " ")).trim();

function whole(spot: Spot, inlines: readonly Inline[]): readonly Sentence[] {
  const text = spaced(marked(inlines));
  return text === "" ? [] : [sentence(spot, text)];
}

const sentence = (spot: Spot, text: string): Sentence => ({
  ...spot,
  text: text.replaceAll(/\uE010[^\uE011]*\uE011|\uE012/g, ""),
  key: text.replaceAll(/\uE011[^\uE012]*\uE012/g, "").replaceAll("\u00A0", " "),
  exhibit: false,
});

// A full stop after a single capital is one of a name: John P. Holdren.
const STOP = /(?<=[.!?…]["”’»)\]]*)(?<!(?:^|\s)\p{Lu}\.)\s+(?=["“‘«([]*[\p{Lu}\p{N}\uE010])/u;

/** So many texts are remembered as cut, those of some briefs. */
const MOST = 2000;
const sentences = remembering<readonly string[]>(MOST);

const cut = (spot: Spot, ...all: readonly (readonly Inline[])[]): readonly Sentence[] =>
  all.flatMap((inlines) => {
    const text = spaced(marked(inlines));
    return text === "" ? [] : sentences(text, () => text.split(STOP)).map((part) => sentence(spot, part));
  });
