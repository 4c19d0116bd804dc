import type { Composed } from "../model/brief.ts";
import { plainText, type Inline, type Note } from "../model/doc.ts";
import type { BlockId } from "../model/id.ts";
import { allBlocks } from "../model/doc-walk.ts";
import type { EditionKind } from "../model/edition.ts";
import type { Label } from "../model/language.ts";
import { error, type Problem } from "../model/problem.ts";
import { drawnTexts } from "./drawn-texts.ts";
import { discrepanciesExpected, sectionExpected, type Medium } from "./expected.ts";
import { follow, HINT, type Followed } from "./follow.ts";
import { furnitureOf } from "./furniture.ts";
import { inOrder, passageOf, wordsOf, type Expected, type Passage } from "./passages.ts";
import { readPdf, type PdfPage, type PdfText } from "./pdf-text.ts";
import { bare } from "./reading.ts";

/** Reads a finished PDF back and holds it against the brief: every text and number, on every page, bookmarks too. */
export async function provePdf(bytes: Uint8Array, brief: Composed): Promise<Followed> {
  const pdf = await readPdf(bytes);
  if (pdf === undefined) {
    return {
      problems: [error("proof/text", brief.settings.place, "The PDF cannot be read", { hint: HINT })],
      found: 0,
    };
  }
  const reading = { text: bare(pdf.read.join(" ")), spans: undefined };
  const finished = { name: "The PDF", furniture: furnitureOf(brief) };
  const { problems, found } = follow(await pdfExpected(brief), reading, finished);
  const [, top, , bottom] = brief.theme.paper.margins;
  const inText = ({ height }: PdfPage, base: number): boolean => base > bottom && base < height - top;
  const aside = (within: boolean): readonly string[][] =>
    pdf.pages.map((page) => page.artifacts.filter(({ base }) => inText(page, base) === within).map((run) => run.text));
  return {
    problems: [
      ...problems,
      ...unmarkedProblems(pdf, brief),
      ...againProblems(aside(true), brief),
      ...marginProblems(aside(false), brief),
      ...nameProblems(pdf, brief),
    ],
    found,
  };
}

/** Whatever is printed is read, or marked as not to be read. */
const unmarkedProblems = ({ pages }: PdfText, brief: Composed): readonly Problem[] =>
  pages.flatMap(({ unmarked }, i) =>
    unmarked.map((text) =>
      error("proof/text", brief.settings.place, `Page ${i + 1} of the PDF prints "${text}", and nobody hears it`, {
        hint: HINT,
      }),
    ),
  );

/** What stands within the text of a page and is not read is the head of a table that goes on, and no more. */
function againProblems(pages: readonly (readonly string[])[], brief: Composed): readonly Problem[] {
  const { labels } = brief.language;
  const heads = allBlocks(brief.doc).flatMap((block) => {
    if (block.kind !== "table") return [];
    const title = `${labels.table} ${block.number}, ${labels.continued}`;
    return [title, ...block.headers.flat().map(({ inlines }) => wordsIn(passageOf(inlines, block.place)))].map(bare);
  });
  const known = heads.filter((text) => text !== "").toSorted((a, b) => b.length - a.length);
  return pages.flatMap((texts, i) => {
    let left = bare(texts.join(""));
    for (
      let head = known.find((text) => left.startsWith(text));
      head;
      head = known.find((text) => left.startsWith(text))
    )
      left = left.slice(head.length);
    if (left === "") return [];
    const message = `Page ${i + 1} of the PDF prints "${left}", which belongs to no table's head, and nobody hears it`;
    return [error("proof/text", brief.settings.place, message, { hint: HINT })];
  });
}

const wordsIn = (passage: Passage): string => passage.atoms.map(({ text }) => text).join("");

async function pdfExpected(brief: Composed): Promise<readonly Expected[]> {
  const { doc, drawings, settings } = brief;
  const texts = new Map(
    await Promise.all([...drawings].map(async ([id, { print }]) => [id, await drawnTexts(print.svg)] as const)),
  );
  const medium: Medium = {
    printsMarks: true,
    showsData: false,
    drawn: (chart) => texts.get(chart) ?? [],
    notesAfter: firstReferences(doc.notes),
  };
  const { citation, licence, keywords } = doc.cover;
  return [
    ...coverExpected(brief),
    ...doc.body.flatMap((section) => sectionExpected(section, medium)),
    ...discrepanciesExpected(doc, medium),
    ...inOrder(...[citation, licence ?? "", keywords.join(", ")].map((words) => wordsOf(words, settings.place))),
  ];
}

/** Gives each note once, at the first reference to it. */
function firstReferences(notes: readonly Note[]): Medium["notesAfter"] {
  const seen = new Set<BlockId>();
  const ids = (inlines: readonly Inline[]): readonly BlockId[] =>
    inlines.flatMap((inline) => {
      if (inline.kind === "noteReference") return [inline.note];
      return "children" in inline ? ids(inline.children) : [];
    });
  return (inlines) =>
    ids(inlines).flatMap((id) => {
      const note = notes.find((each) => each.id === id);
      if (note === undefined || seen.has(id)) return [];
      seen.add(id);
      return [note];
    });
}

const KINDS: Readonly<Record<EditionKind, Label>> = {
  first: "editionFirst",
  revision: "editionRevision",
  correction: "editionCorrection",
  withdrawal: "editionWithdrawal",
};

function coverExpected(brief: Composed): readonly Expected[] {
  const { doc, language, settings } = brief;
  const { title, subtitle, authors, institution, edition } = doc.cover;
  const { place } = settings;
  const names = [...authors, ...(authors.includes(institution) ? [] : [institution])].join(", ");
  return inOrder(
    wordsOf(seriesOf(brief), place),
    passageOf(title, place),
    passageOf(subtitle, place),
    wordsOf(names, place),
    wordsOf(edition.dateText, place),
    wordsOf(language.labels[KINDS[edition.kind]], place),
  );
}

function seriesOf({ doc, language }: Composed): string {
  const { series, number } = doc.cover;
  return [series, number === undefined ? undefined : `${language.labels.number} ${number}`]
    .filter((part) => part !== undefined)
    .join(" · ");
}

/** Above and below the text of each page stand title, series, institution and the number of the page, no more. */
function marginProblems(margins: readonly (readonly string[])[], brief: Composed): readonly Problem[] {
  const { cover } = brief.doc;
  const pattern = brief.language.labels.pageOf;
  return margins.flatMap((texts, i) => {
    const number = pattern.replace("{page}", String(i + 1)).replace("{pages}", String(margins.length));
    const head = i === 0 ? "" : `${plainText(cover.title)}${seriesOf(brief)}`;
    const wanted = `${head}${cover.institution}${number}`;
    const said = texts.join(" ").trim();
    if (bare(said) === bare(wanted)) return [];
    return [
      error("proof/text", brief.settings.place, `Page ${i + 1} of the PDF has another head or foot: "${said}"`, {
        arithmetic: `it should say: "${wanted}"`,
        hint: HINT,
      }),
    ];
  });
}

/** The file's title and its bookmarks say what the brief says. */
function nameProblems({ title, bookmarks }: PdfText, brief: Composed): readonly Problem[] {
  const { doc, language } = brief;
  const { labels } = language;
  const headings = allBlocks(doc).flatMap((block) => (block.kind === "section" ? [plainText(block.heading)] : []));
  const known = new Set([plainText(doc.cover.title), ...headings, ...Object.values(labels)].map(bare));
  const wrong = bookmarks.filter((bookmark) => !known.has(bare(bookmark)));
  const wanted = plainText(doc.cover.title);
  return [
    ...wrong.map((bookmark) => `The PDF has a bookmark "${bookmark}", and the brief no such heading`),
    ...(bare(title) === bare(wanted) ? [] : [`The PDF’s title is "${title}", and the brief’s "${wanted}"`]),
  ].map((message) => error("proof/text", brief.settings.place, message, { hint: HINT }));
}
