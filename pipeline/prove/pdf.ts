import type { Composed } from "../model/brief.ts";
import type { Note } from "../model/doc.ts";
import { plainText, type Inline } from "../model/inline.ts";
import { textAlternative } from "../model/text-alternative.ts";
import type { BlockId } from "../model/id.ts";
import { allBlocks, drawingsOf, redrawnCharts } from "../model/doc-walk.ts";
import { EDITION_LABELS } from "../model/edition-labels.ts";
import { error, type Problem } from "../model/problem.ts";
import { drawnTexts } from "./drawn-texts.ts";
import { discrepanciesExpected, noticeExpected, sectionExpected, type Medium } from "./expected.ts";
import { follow, HINT, type Followed } from "./follow.ts";
import { furnitureOf } from "./furniture.ts";
import { inOrder, passageOf, wordsOf, type Expected } from "./passages.ts";
import { asideProblems, seriesOf } from "./pdf-aside.ts";
import { readPdf, type PdfText } from "./pdf-text.ts";
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
  const { problems, found } = follow(await pdfExpected(brief, pdf), reading, finished);
  return {
    problems: [
      ...problems,
      ...asideProblems(pdf, brief),
      ...nameProblems(pdf, brief),
      ...alternativeProblems(pdf, brief),
    ],
    found,
  };
}

async function pdfExpected(brief: Composed, pdf: PdfText): Promise<readonly Expected[]> {
  const { doc, drawings } = brief;
  const texts = new Map(
    await Promise.all([...drawings].map(async ([id, { print }]) => [id, await drawnTexts(print.svg)] as const)),
  );
  const medium: Medium = {
    printsMarks: true,
    showsData: false,
    drawn: (chart) => texts.get(chart) ?? [],
    before: "listed",
    redrawn: redrawnCharts(doc),
    notesAfter: firstReferences(doc.notes),
  };
  return [
    ...coverExpected(brief),
    ...contentsExpected(brief, pdf),
    ...noticeExpected(doc, medium),
    ...doc.body.flatMap((section) => sectionExpected(section, medium)),
    ...discrepanciesExpected(doc, medium),
    ...(doc.changes ? sectionExpected(doc.changes, medium) : []),
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

function coverExpected(brief: Composed): readonly Expected[] {
  const { doc, language, settings } = brief;
  const { title, subtitle, authors, institution, edition, citation, licence, keywords } = doc.cover;
  const { place } = settings;
  const names = [...authors, ...(authors.includes(institution) ? [] : [institution])].join(", ");
  return inOrder(
    wordsOf(seriesOf(brief), place),
    passageOf(title, place),
    passageOf(subtitle, place),
    wordsOf(names, place),
    wordsOf(edition.dateText, place),
    wordsOf(language.labels[EDITION_LABELS[edition.kind]], place),
    ...[citation, licence ?? "", keywords.join(", ")].map((words) => wordsOf(words, place)),
  );
}

/** The headings of the table of contents, each with the page to which its bookmark leads. */
function contentsExpected({ doc, language, settings }: Composed, { bookmarks }: PdfText): readonly Expected[] {
  if (!doc.cover.contents) return [];
  const listed = allBlocks(doc).flatMap((block) =>
    block.kind === "section" && block.level <= 2 && block.heading.length > 0 ? [plainText(block.heading)] : [],
  );
  const titles = [
    ...listed,
    ...(doc.discrepancies.length > 0 ? [language.labels.discrepancies] : []),
    ...(doc.changes ? [language.labels.editions] : []),
  ];
  let from = 0;
  return titles.flatMap((title) => {
    const at = bookmarks.findIndex((bookmark, i) => i >= from && bare(bookmark.title) === bare(title));
    from = Math.max(from, at + 1);
    return inOrder(wordsOf(title, settings.place), wordsOf(String(bookmarks[at]?.page ?? ""), settings.place));
  });
}

/** The file's title and its bookmarks say what the brief says. */
function nameProblems({ title, bookmarks }: PdfText, brief: Composed): readonly Problem[] {
  const { doc, language } = brief;
  const { labels } = language;
  const headings = allBlocks(doc).flatMap((block) => (block.kind === "section" ? [plainText(block.heading)] : []));
  const known = new Set([plainText(doc.cover.title), ...headings, ...Object.values(labels)].map(bare));
  const wrong = bookmarks.flatMap(({ title: name }) => (known.has(bare(name)) ? [] : [name]));
  const wanted = plainText(doc.cover.title);
  return [
    ...wrong.map((bookmark) => `The PDF has a bookmark "${bookmark}", and the brief no such heading`),
    ...(bare(title) === bare(wanted) ? [] : [`The PDF’s title is "${title}", and the brief’s "${wanted}"`]),
  ].map((message) => error("proof/text", brief.settings.place, message, { hint: HINT }));
}

/** Each chart is told in words, the brief's own, to whoever cannot see it; so are drawings of before and now, as they were published. */
function alternativeProblems({ alternatives }: PdfText, { doc }: Composed): readonly Problem[] {
  const told = [
    ...allBlocks(doc).flatMap((block) =>
      block.kind === "chart" ? [{ name: block.chart, wanted: textAlternative(block), place: block.place }] : [],
    ),
    ...redrawnCharts(doc).flatMap((each) =>
      drawingsOf(each).map(({ title, alternative }) => ({
        name: title,
        wanted: `${title}. ${alternative}`,
        place: each.place,
      })),
    ),
  ];
  return told.flatMap(({ name, wanted, place }, index) => {
    const said = alternatives[index] ?? "";
    if (bare(said) === bare(wanted)) return [];
    const message = `The PDF gives the chart ${name} another text alternative: "${said}"`;
    return [error("proof/text", place, message, { arithmetic: `the brief says: "${wanted}"`, hint: HINT })];
  });
}
