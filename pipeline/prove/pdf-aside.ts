import type { Composed } from "../model/brief.ts";
import { stampOf } from "../model/edition-labels.ts";
import { plainText } from "../model/inline.ts";
import { allBlocks } from "../model/doc-walk.ts";
import { error, type Problem } from "../model/problem.ts";
import { HINT } from "./follow.ts";
import { passageOf, type Passage } from "./passages.ts";
import type { PdfPage, PdfText } from "./pdf-text.ts";
import { bare } from "./reading.ts";

/** What a PDF prints and nobody hears is the furniture of its pages, and no more. */
export function asideProblems(pdf: PdfText, brief: Composed): readonly Problem[] {
  const [, top, , bottom] = brief.theme.paper.margins;
  const inText = ({ height }: PdfPage, base: number): boolean => base > bottom && base < height - top;
  const aside = (within: boolean): readonly string[][] =>
    pdf.pages.map((page) => page.artifacts.filter(({ base }) => inText(page, base) === within).map((run) => run.text));
  return [
    ...unmarkedProblems(pdf, brief),
    ...againProblems(aside(true), brief),
    ...marginProblems(aside(false), brief),
  ];
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
    const all = bare(texts.join(""));
    const mark = stampText(brief);
    if (!all.startsWith(mark)) return [draftProblem(i, brief)];
    let left = all.slice(mark.length);
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

/** What lies across the pages of an edition that has not been published. */
function stampText({ doc, language }: Composed): string {
  const label = stampOf(doc.cover.edition);
  return label === undefined ? "" : bare(language.labels[label].toUpperCase());
}

const draftProblem = (page: number, brief: Composed): Problem =>
  error("proof/text", brief.settings.place, `Page ${page + 1} of the PDF does not say that it is a draft`, {
    hint: HINT,
  });

const wordsIn = (passage: Passage): string => passage.atoms.map(({ text }) => text).join("");

/** Above and below the text of each page stand title, series, institution and the number of the page, no more. */
function marginProblems(margins: readonly (readonly string[])[], brief: Composed): readonly Problem[] {
  const { cover } = brief.doc;
  const { paper } = brief.theme;
  const pattern = brief.language.labels.pageOf;
  return margins.flatMap((texts, i) => {
    const number = pattern.replace("{page}", String(i + 1)).replace("{pages}", String(margins.length));
    const head = i === 0 && !paper.firstHead ? [] : [plainText(cover.title), seriesOf(brief)];
    const foot = i === 0 && !paper.firstFoot ? [] : [cover.institution, number];
    const wanted = [...head, ...foot];
    const said = texts.join(" ").trim();
    if (saysAll(bare(said), wanted.map(bare))) return [];
    return [
      error("proof/text", brief.settings.place, `Page ${i + 1} of the PDF has another head or foot: "${said}"`, {
        arithmetic: `it should say: "${wanted.join(" ")}"`,
        hint: HINT,
      }),
    ];
  });
}

const ELLIPSIS = bare("…");
// What is cut short says so much at least.
const LEAST = 6;

/** Whether a text says these words in order; words that are too long for their line may end early, with an ellipsis. */
function saysAll(text: string, wanted: readonly string[]): boolean {
  const [first, ...others] = wanted;
  if (first === undefined) return text === "";
  if (text.startsWith(first) && saysAll(text.slice(first.length), others)) return true;
  const end = text.indexOf(ELLIPSIS);
  return end >= LEAST && first.startsWith(text.slice(0, end)) && saysAll(text.slice(end + ELLIPSIS.length), others);
}

/** Series and number, as the head of a page has them. */
export function seriesOf({ doc, language }: Composed): string {
  const { series, number } = doc.cover;
  return [series, number === undefined ? undefined : `${language.labels.number} ${number}`]
    .filter((part) => part !== undefined)
    .join(" · ");
}
