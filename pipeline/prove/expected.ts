import type { Block, Chart, Doc, Inline, Section, Table } from "../model/doc.ts";
import type { ChartId } from "../model/id.ts";
import type { Place } from "../model/place.ts";
import { inOrder, passageOf, wordsOf, type Expected, type Passage } from "./passages.ts";

/** How a medium sets what the Doc says. */
export interface Medium {
  /** Whether the marks of list items and notes are part of its text. */
  readonly printsMarks: boolean;
  /** The texts inside the drawings of a chart, in the order of drawing. */
  readonly drawn: (chart: ChartId) => readonly string[];
  /** Whether the rows behind a chart stand below it. */
  readonly showsData: boolean;
}

/** What a section says, its heading first. */
export function sectionExpected(section: Section, medium: Medium): readonly Expected[] {
  const heading = inOrder(passageOf(section.heading, section.place));
  return [...heading, ...section.blocks.flatMap((block) => blockExpected(block, medium))];
}

/** What the notes say. */
export const notesExpected = (doc: Doc, { printsMarks }: Medium): readonly Expected[] =>
  doc.notes.flatMap(({ number, inlines, place }) =>
    inOrder(...(printsMarks ? [wordsOf(String(number), place)] : []), passageOf(inlines, place)),
  );

/** What the list of discrepancies says. */
export const discrepanciesExpected = (doc: Doc, { printsMarks }: Medium): readonly Expected[] =>
  doc.discrepancies.flatMap(({ letter, says, resolution, foundText, place }) =>
    inOrder(
      ...(printsMarks ? [wordsOf(letter, place)] : []),
      passageOf(says, place),
      passageOf(resolution, place),
      // The PDF sets an entry as running text, with a full stop at its end.
      wordsOf(printsMarks ? `${foundText}.` : foundText, place),
    ),
  );

function blockExpected(block: Block, medium: Medium): readonly Expected[] {
  const { place } = block;
  switch (block.kind) {
    case "section":
      return sectionExpected(block, medium);
    case "paragraph":
      return inOrder(passageOf(block.inlines, place));
    case "list":
      return block.items.flatMap((item, i) => [
        ...(block.ordered && medium.printsMarks ? inOrder(wordsOf(`${i + 1}.`, place)) : []),
        ...item.flatMap((each) => blockExpected(each, medium)),
      ]);
    case "quote":
      return block.blocks.flatMap((each) => blockExpected(each, medium));
    case "callout":
      return [
        ...inOrder(passageOf(block.heading, place)),
        ...block.blocks.flatMap((each) => blockExpected(each, medium)),
      ];
    case "definitions":
      return block.entries.flatMap(({ term, description }) =>
        inOrder(passageOf(term, place), passageOf(description, place)),
      );
    case "keyFigures":
      return block.entries.map(({ number, label }) => together([number, label], place));
    case "table":
      return tableExpected(block);
    case "chart":
      return chartExpected(block, medium);
  }
}

/** Passages that stand side by side, in an order of the medium's own. */
const together = (all: readonly (readonly Inline[])[], place: Place): Expected => ({
  kind: "any",
  passages: all.map((inlines) => passageOf(inlines, place)),
});

const tableExpected = (table: Table): readonly Expected[] => [
  ...inOrder(passageOf(table.caption, table.place)),
  ...gridExpected(table, table.place),
  ...inOrder(...table.notes.map((note) => passageOf(note.inlines, note.place)), passageOf(table.source, table.place)),
];

const gridExpected = ({ headers, rows }: Chart["data"], place: Place): readonly Expected[] => [
  together(
    headers.flat().map(({ inlines }) => inlines),
    place,
  ),
  ...rows.flatMap((row) => inOrder(...row.cells.map(({ inlines }): Passage => passageOf(inlines, place)))),
];

function chartExpected(chart: Chart, medium: Medium): readonly Expected[] {
  const { place } = chart;
  const drawn = medium.drawn(chart.chart).map((text) => wordsOf(text, place));
  const data = medium.showsData && chart.data.rows.length > 0;
  return [
    ...inOrder(passageOf(chart.title, place), passageOf(chart.subtitle, place)),
    ...inOrder(...drawn),
    ...inOrder(passageOf(chart.source, place)),
    ...(data ? [...inOrder(passageOf(chart.title, place, false)), ...gridExpected(chart.data, place)] : []),
  ];
}
