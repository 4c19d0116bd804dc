import type { Composed } from "../model/brief.ts";
import { allBlocks, redrawnCharts } from "../model/doc-walk.ts";
import type { Place } from "../model/place.ts";
import { error, type Problem } from "../model/problem.ts";
import { drawnTexts } from "./drawn-texts.ts";
import { discrepanciesExpected, noticeExpected, notesSaid, sectionExpected, type Medium } from "./expected.ts";
import { follow, HINT, type Followed } from "./follow.ts";
import { furnitureOf } from "./furniture.ts";
import { drawingProblems } from "./page-drawings.ts";
import { headProblems } from "./page-head.ts";
import { aloneProblems, strayProblems } from "./page-alone.ts";
import { lineageExpected } from "./lineage-expected.ts";
import { attribute, elementsIn, readElement, type Element } from "./page-tree.ts";
import type { Expected } from "./passages.ts";
import { outlineProblems } from "./page-outline.ts";
import { shellProblems } from "./page-shell.ts";

/** Reads a finished page back and holds it against the brief: every text, every number, every text alternative. */
export async function provePage(html: string, brief: Composed): Promise<Followed> {
  const { parse } = await import("parse5");
  const { doc } = brief;
  const tree = parse(html);
  const elements = elementsIn(tree);
  const medium = await pageMedium(brief);
  const parts: readonly (readonly [id: string, place: Place, expected: readonly Expected[]])[] = [
    ...doc.body.map((section) => [section.id, section.place, sectionExpected(section, medium)] as const),
    ["page_discrepancies", brief.settings.place, discrepanciesExpected(doc, medium)],
    ["page_notes", brief.settings.place, notesSaid(doc.notes, medium)],
    ["page_numbers", brief.settings.place, lineageExpected(doc.lineage)],
    ["page_editions", brief.settings.place, doc.changes ? sectionExpected(doc.changes, medium) : []],
    ["page_notice", brief.settings.place, noticeExpected(doc, medium)],
  ];
  const problems: Problem[] = [];
  const read = new Set<Element>();
  let found = 0;
  const finished = { name: "The page", furniture: furnitureOf(brief) };
  for (const [id, place, expected] of parts) {
    if (expected.length === 0) continue;
    const [element, ...more] = elements.filter((each) => attribute(each, "id") === id);
    if (element === undefined || more.length > 0) {
      problems.push(
        error("proof/text", place, `The page has ${more.length > 0 ? "two elements" : "no element"} ${id}`, {
          hint: HINT,
        }),
      );
      continue;
    }
    read.add(element);
    const followed = follow(expected, readElement(element), finished);
    problems.push(...followed.problems);
    found += followed.found;
  }
  problems.push(...blockIdProblems(brief, elements));
  problems.push(...(await drawingProblems(doc, elements)));
  problems.push(
    ...(problems.length === 0 ? strayProblems(elements) : []),
    ...outlineProblems(elements),
    ...aloneProblems(tree),
    ...headProblems(elements, brief),
    ...shellProblems(elements, read, brief),
  );
  return { problems, found };
}

/** A page shows each drawing twice, wide and narrow, and the rows behind it below. */
async function pageMedium({ doc, drawings }: Composed): Promise<Medium> {
  const texts = new Map(
    await Promise.all(
      [...drawings].map(
        async ([id, { wide, narrow }]) =>
          [id, [...(await drawnTexts(wide.svg)), ...(await drawnTexts(narrow.svg))]] as const,
      ),
    ),
  );
  return {
    printsMarks: false,
    showsData: true,
    drawn: (chart) => texts.get(chart) ?? [],
    before: "beside",
    redrawn: redrawnCharts(doc),
    notesAfter: () => [],
  };
}

/** Every block of the brief has an element of its own, found under the id that ledger and diff name it by. */
function blockIdProblems({ doc }: Composed, elements: readonly Element[]): readonly Problem[] {
  const ids = new Set(elements.map((element) => attribute(element, "id")));
  return [...allBlocks(doc), ...doc.notes, ...doc.discrepancies]
    .filter(({ id }) => !ids.has(id))
    .map(({ id, place }) => error("proof/text", place, `The page has no element ${id}`, { hint: HINT }));
}
