import { entriesText, toldEntries, type ToldEntries, type Versus } from "./entries.ts";
import { eachInline } from "./doc-walk.ts";
import type { Block, Doc, HeaderCell, Section, Table, TableRow } from "./doc.ts";
import { plainText, type Inline } from "./inline.ts";
import { FLAGS, type Ledger } from "./figure.ts";
import type { ChartId } from "./id.ts";
import type { Label, Language } from "./language.ts";
import type { DatasetLineage, NumberLineage, RowLineage } from "./lineage.ts";
import type { EditionRecord } from "./record.ts";
import { markedText, readings, sentencesOf, type MarkedText, type Readings } from "./marked-text.ts";
import { headGrid } from "./table-heads.ts";
import { onceFor, remembering, type Remembered } from "./remembered.ts";

/** What of a Doc is text that a reader may compare with that of another edition. */
export interface DocText extends Pick<Doc, "cover" | "body" | "notes" | "discrepancies"> {
  /** Records that are older than this have none. */
  readonly lineage?: readonly NamedData[];
}

/** What of the lineage of numbers is words: what the datasets and rows are called, and how the sources are cited. */
export interface NamedData extends Pick<DatasetLineage, "dataset" | "title"> {
  readonly rows: readonly NamedRow[];
}
export interface NamedRow extends Pick<RowLineage, "title" | "sources"> {
  readonly numbers: readonly Pick<NumberLineage, "figure" | "sources">[];
}

/** A published edition as it is kept beside its record: the one that what changed is told from. */
export interface EditionBefore {
  readonly record: EditionRecord;
  readonly ledger: Ledger;
  readonly text: DocText;
  /** Its charts, as the SVG files that were published. */
  readonly charts: ReadonlyMap<ChartId, string>;
}

/** A sentence of a Doc, and the section, table, chart, note or discrepancy that holds it. */
export interface Sentence extends Readings {
  /** Whether it is one of a table, a chart or a discrepancy, of which the block says what it is of. */
  readonly exhibit: boolean;
  /** The spot that it says all of, as the authors are one: what stands there in another edition is the same, reworded. */
  readonly fact?: string;
  /** What part it is: what heads a row, a column or a section; or a cell, or the section that a table or chart stands in. */
  readonly part?: "row" | "column" | "section" | "cell" | "place";
  /** What the list of all such parts is called, where that is not the spot. */
  readonly list?: string;
  /** How it is told of where the other edition has nothing there: a row by all of its words. */
  readonly alone?: string;
  readonly block: string;
  /** That in words. */
  readonly where: string;
}

/** The spot of a page that has its title, and what else its cover says. */
export const COVER = "page_title";

const SPACE: Inline = { kind: "text", text: " ", place: { file: "", line: 1, column: 1 } };

type Labels = Language["labels"];
type Spot = Pick<Sentence, "block" | "where">;

/** What the sentences of a Doc are told with. */
interface Told extends ToldEntries {
  readonly labels: Labels;
}

/** All sentences of the earlier or the later of two editions in the order of reading; numbers alone in the cells of tables are none. */
export const sentencesIn = (doc: DocText, labels: Labels, versus: Versus<DocText>): readonly Sentence[] =>
  versus.since === undefined
    ? allSentences(doc, labels, versus)
    : published(doc)(JSON.stringify(labels) + entriesText(versus.other), () => allSentences(doc, labels, versus));

/** An edition that is published stays as it is, however often the next one is built. */
const published = onceFor<DocText, Remembered<readonly Sentence[]>>(() => remembering(1));

function allSentences(doc: DocText, labels: Labels, versus: Versus<DocText>): readonly Sentence[] {
  const told: Told = { labels, ...toldEntries(doc, versus) };
  return [
    ...coverSentences(doc.cover, told),
    ...doc.body.flatMap((section) => sectionSentences(section, undefined, told)),
    ...doc.discrepancies.flatMap(({ id, says, resolution, foundText }) => {
      const { id: block, label } = told.spotOf(id);
      const spot = { block, where: `${labels.discrepancy} ${label}` };
      return exhibits([...cut(told, spot, says, resolution), sentence(spot, `${labels.found} ${foundText}`)]);
    }),
    ...abbreviationsIn(doc, labels).map(([short, long]) =>
      fact({ block: COVER, where: short }, long, `abbreviation ${short}`),
    ),
    ...doc.notes.flatMap(({ id, inlines }) => {
      const { id: block, label } = told.spotOf(id);
      // A reference is one statement, however many full stops it has.
      return spotFact(told, { block, where: `${labels.note} ${label}` }, "note", inlines);
    }),
  ];
}

/** The abbreviations that a Doc explains, with all that they stand for; the symbols of cells are told where they stand. */
function abbreviationsIn(doc: DocText, labels: Labels): readonly (readonly [short: string, long: string])[] {
  const symbols = new Set(SYMBOLS.map((each) => labels[each]));
  const found = new Map<string, Set<string>>();
  eachInline(doc, (inline) => {
    if (inline.kind !== "abbreviation" || symbols.has(inline.title)) return;
    found.set(inline.text, (found.get(inline.text) ?? new Set()).add(inline.title));
  });
  return [...found].map(([short, long]) => [short, [...long].join("; ")]);
}

/** What the symbols and letters in cells stand for. */
const SYMBOLS = [...FLAGS, "missing", "confidential", "notApplicable"] as const satisfies readonly Label[];

/** Title and subtitle, and what the cover says of the brief: each part of that is one statement. */
function coverSentences(cover: DocText["cover"], told: Told): readonly Sentence[] {
  const { title, subtitle, series, number, authors, institution, keywords, licence } = cover;
  const { labels } = told;
  const spot = (where: string): Spot => ({ block: COVER, where });
  const facts: readonly (readonly [where: string, text: string | undefined])[] = [
    [labels.series, [series, number && `${labels.number} ${number}`].filter((each) => each !== undefined).join(", ")],
    [labels.authors, authors.join(", ")],
    [labels.institution, institution],
    [labels.keywords, keywords.join(", ")],
    [labels.licence, licence],
  ];
  return [
    ...spotFact(told, spot(labels.title), "title", title),
    ...spotFact(told, spot(labels.title), "subtitle", subtitle),
    ...facts.flatMap(([where, text = ""]) => (text === "" ? [] : [fact(spot(where), spaced(text))])),
  ];
}

function sectionSentences(section: Section, outer: Spot | undefined, told: Told): readonly Sentence[] {
  const heading = plainText(section.heading);
  const spot =
    heading === ""
      ? (outer ?? { block: section.id, where: told.labels.introduction })
      : { block: section.id, where: heading };
  const headings = spotFact(told, spot, "heading", section.heading).map((made): Sentence => ({
    ...made,
    part: "section",
    list: told.labels.contents,
  }));
  return [...headings, ...section.blocks.flatMap((block) => blockSentences(block, spot, told))];
}

function blockSentences(block: Block, spot: Spot, told: Told): readonly Sentence[] {
  const inner = (blocks: readonly Block[]): readonly Sentence[] =>
    blocks.flatMap((each) => blockSentences(each, spot, told));
  switch (block.kind) {
    case "section":
      return sectionSentences(block, spot, told);
    case "paragraph":
      return cut(told, spot, block.inlines);
    case "list":
      return inner(block.items.flat());
    case "quote":
    case "language":
      return inner(block.blocks);
    case "callout":
      return [...cut(told, spot, block.heading), ...inner(block.blocks)];
    case "definitions":
      return block.entries.flatMap(({ term, description }) => cut(told, spot, term, description));
    case "keyFigures":
      return block.entries.flatMap(({ number, label }) => cut(told, spot, [...number, SPACE, ...label]));
    case "redrawn":
      return [];
    case "table":
      return tableSentences(block, { block: block.id, where: `${told.labels.table} ${block.number}` }, spot, told);
    case "chart": {
      const chart = { block: block.id, where: `${told.labels.chart} ${block.number}` };
      return exhibits([
        ...spotFact(told, chart, "title", block.title),
        ...spotFact(told, chart, "subtitle", block.subtitle),
        ...spotFact(told, chart, "source", block.source),
        ...cut(told, chart, block.alt),
        placeOf(chart, spot),
      ]);
    }
  }
}

/** The section that a table or chart stands in. */
const placeOf = (exhibit: Spot, section: Spot): Sentence => ({
  ...fact(exhibit, section.where, "place"),
  key: section.block,
  part: "place",
});

function tableSentences(table: Table, spot: Spot, section: Spot, told: Told): readonly Sentence[] {
  const { caption, notes, source } = table;
  return exhibits([
    ...spotFact(told, spot, "caption", caption),
    ...headSentences(table, spot, told),
    ...table.rows.flatMap((row) => rowSentences(table, row, spot, told)),
    ...cut(told, spot, ...notes.map(({ inlines }) => inlines)),
    ...spotFact(told, spot, "source", source),
    placeOf(spot, section),
  ]);
}

/**
 * What stands above the columns: groups, each known by the first of its columns, then the heads of the columns, and under
 * which group each stands.
 */
function headSentences({ headers, columns }: Table, spot: Spot, told: Told): readonly Sentence[] {
  const keys = columnKeys(columns);
  const grid = headGrid(headers);
  const own = grid.at(-1) ?? [];
  const groups = grid.length > 1 ? (grid[0] ?? []) : [];
  const firstOf = (cell: HeaderCell | undefined): string =>
    cell?.scope === "columnGroup" ? (keys[groups.indexOf(cell)] ?? "") : "";
  return keys.flatMap((key, i): readonly Sentence[] => {
    const [cell, group] = [own[i], groups[i]];
    const head = spotFact(told, spot, `column ${key}`, cell?.inlines ?? []);
    const first = firstOf(group);
    const above = first === key ? spotFact(told, spot, `group ${key}`, group?.inlines ?? []) : [];
    const name = [first === "" ? [] : (group?.inlines ?? []), cell?.inlines ?? []].map((each) =>
      spaced(plainText(each)),
    );
    const under = fact(spot, name.filter((each) => each !== "").join(": "), `under ${key}`);
    return [
      ...above,
      ...head.map((made): Sentence => ({ ...made, part: "column" })),
      { ...under, key: `under ${first}`, part: "cell" },
    ];
  });
}

/** What heads a row, and its cells that hold a text or the symbol of what is missing; a number is told of its figure. */
function rowSentences(table: Table, row: TableRow, spot: Spot, told: Told): readonly Sentence[] {
  const { row: id = "total", period = "", cells } = row;
  const keys = columnKeys(table.columns);
  const heads = headGrid(table.headers).at(-1) ?? [];
  const label = cells.find(({ head }) => head)?.inlines ?? [];
  const named = cells.filter(
    ({ inlines }) => !inlines.some(({ kind }) => kind === "figure" || kind === "abbreviation"),
  );
  const alone = named.map(({ inlines }) => spaced(plainText(inlines))).join(", ");
  return cells.flatMap(({ inlines, head }, i) => {
    if (inlines.some(({ kind }) => kind === "figure")) return [];
    const name = `row ${id} ${keys[i] ?? ""}`;
    const year = plainText(label).includes(period) ? [] : [period];
    const there = { ...spot, where: [spot.where, ...year].join(", ") };
    if (head)
      return spotFact(told, there, name, inlines).map((made): Sentence => ({
        ...made,
        part: "row",
        alone,
        list: spot.where,
      }));
    const words = [spot.where, plainText(label), ...year, plainText(heads[i]?.inlines ?? [])].map(spaced);
    const where = words.filter((each) => each !== "").join(", ");
    return spotFact(told, { ...spot, where }, name, inlines).map((made): Sentence => ({ ...made, part: "cell" }));
  });
}

/** The columns by their names, told apart where one is shown twice. */
const columnKeys = (columns: Table["columns"]): readonly string[] =>
  columns.map(({ column }, i) => {
    const before = columns.slice(0, i).filter((each) => each.column === column).length;
    return before === 0 ? column : `${column} ${before + 1}`;
  });

const exhibits = (sentences: readonly Sentence[]): readonly Sentence[] =>
  sentences.map((each) => ({ ...each, exhibit: true }));

/** Text with one space in a row; where no line may end, none may end when it is told of. */
const spaced = (text: string): string =>
  text.replaceAll(/\s+/g, (spaces) => (spaces.includes("\u00A0") ? "\u00A0" : " ")).trim();

function sentence({ block, where }: Spot, marked: MarkedText): Sentence {
  const { text, key, shown, long, cited, marks } = readings(marked);
  return { block, where, text, key, shown, long, cited, marks, exhibit: false };
}

/** What a spot says, all of it; without a name, the words for the spot are one. */
const fact = (spot: Spot, text: MarkedText, name = spot.where): Sentence => ({
  ...sentence(spot, text),
  fact: `${spot.block} ${name}`,
});

/** What a part of the brief says, all of it; nothing where it says nothing. */
const spotFact = ({ names }: Told, spot: Spot, name: string, inlines: readonly Inline[]): readonly Sentence[] => {
  const said = fact(spot, spaced(markedText(inlines, names)), name);
  return said.text === "" ? [] : [said];
};

/** So many texts are remembered as cut, those of some briefs. */
const MOST = 2000;
const sentences = remembering<readonly MarkedText[]>(MOST);

const cut = ({ names }: Told, spot: Spot, ...all: readonly (readonly Inline[])[]): readonly Sentence[] =>
  all.flatMap((inlines) => {
    const text = spaced(markedText(inlines, names));
    return sentences(text, () => sentencesOf(text))
      .map((part) => sentence(spot, part))
      .filter((each) => each.text !== "");
  });
