import type { Block, Chart, Doc, FrozenDrawing, Note, RedrawnChart, Section, Table } from "../model/doc.ts";
import { drawingsOf } from "../model/doc-walk.ts";
import type { Inline } from "../model/inline.ts";
import { isInTable } from "../model/text-alternative.ts";
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
  /** Where the drawing of before stands of a chart that is drawn otherwise now: beside the chart, or in the list of changes. */
  readonly before: "beside" | "listed";
  /** The charts that are drawn otherwise now. */
  readonly redrawn: readonly RedrawnChart[];
  /** The notes that are read after a passage, as those at the foot of a page are after the first that refers to them. */
  readonly notesAfter: (inlines: readonly Inline[]) => readonly Note[];
}

/** Passages of inlines in a row, each followed by its notes. */
const said = (medium: Medium, place: Place, ...all: readonly (readonly Inline[])[]): readonly Expected[] =>
  all.flatMap((inlines) => [...inOrder(passageOf(inlines, place)), ...notesSaid(medium.notesAfter(inlines), medium)]);

/** What a section says, its heading first. */
export function sectionExpected(section: Section, medium: Medium): readonly Expected[] {
  const heading = said(medium, section.place, section.heading);
  return [...heading, ...section.blocks.flatMap((block) => blockExpected(block, medium))];
}

/** What the notes say. */
export const notesSaid = (notes: readonly Note[], medium: Medium): readonly Expected[] =>
  notes.flatMap(({ number, inlines, place }) => [
    ...(medium.printsMarks ? inOrder(wordsOf(String(number), place)) : []),
    ...said(medium, place, inlines),
  ]);

/** What a notice at the top says. */
export const noticeExpected = ({ notice }: Doc, medium: Medium): readonly Expected[] =>
  notice ? blockExpected(notice, medium) : [];

/** What the list of discrepancies says. */
export const discrepanciesExpected = (doc: Doc, medium: Medium): readonly Expected[] =>
  doc.discrepancies.flatMap(({ letter, says, resolution, foundText, place }) => [
    ...inOrder(
      ...(medium.printsMarks ? [wordsOf(letter, place)] : []),
      passageOf(says, place),
      passageOf(resolution, place),
      // The PDF sets an entry as running text, with a full stop at its end.
      wordsOf(medium.printsMarks ? `${foundText}.` : foundText, place),
    ),
    ...notesSaid(medium.notesAfter([...says, ...resolution]), medium),
  ]);

function blockExpected(block: Block, medium: Medium): readonly Expected[] {
  const { place } = block;
  switch (block.kind) {
    case "section":
      return sectionExpected(block, medium);
    case "paragraph":
      return said(medium, place, block.inlines);
    case "list":
      return block.items.flatMap((item, i) => [
        ...(block.ordered && medium.printsMarks ? inOrder(wordsOf(`${(block.start ?? 1) + i}.`, place)) : []),
        ...item.flatMap((each) => blockExpected(each, medium)),
      ]);
    case "quote":
    case "language":
      return block.blocks.flatMap((each) => blockExpected(each, medium));
    case "callout":
      return [...said(medium, place, block.heading), ...block.blocks.flatMap((each) => blockExpected(each, medium))];
    case "definitions":
      return block.entries.flatMap(({ term, description }) => said(medium, place, term, description));
    case "keyFigures":
      return block.entries.flatMap(({ number, label }) => [
        together([number, label], place),
        ...notesSaid(medium.notesAfter([...number, ...label]), medium),
      ]);
    case "table":
      return tableExpected(block, medium);
    case "chart":
      return chartExpected(block, medium);
    case "redrawn":
      return redrawnExpected(block, medium);
  }
}

/** Passages that stand side by side, in an order of the medium's own. */
const together = (all: readonly (readonly Inline[])[], place: Place): Expected => ({
  kind: "any",
  passages: all.map((inlines) => passageOf(inlines, place)),
});

/** The notes to which a table refers stand under it. */
function tableExpected(table: Table, medium: Medium): readonly Expected[] {
  const { caption, headers, rows, notes, source, place } = table;
  const cells = [...headers.flat(), ...rows.flatMap((row) => row.cells)].flatMap(({ inlines }) => inlines);
  return [
    ...inOrder(passageOf(caption, place)),
    ...gridExpected(table, place),
    ...inOrder(...notes.map((note) => passageOf(note.inlines, note.place)), passageOf(source, place)),
    ...notesSaid(
      medium.notesAfter([...caption, ...cells, ...notes.flatMap(({ inlines }) => inlines), ...source]),
      medium,
    ),
  ];
}

const gridExpected = ({ headers, rows }: Chart["data"], place: Place): readonly Expected[] => [
  together(
    headers.flat().map(({ inlines }) => inlines),
    place,
  ),
  ...rows.flatMap((row) => inOrder(...row.cells.map(({ inlines }): Passage => passageOf(inlines, place)))),
];

/** What stands below a chart: what its figures say, then its rows, or the way to the table that has them. */
function dataExpected(chart: Chart): readonly Expected[] {
  const { place, description, title, whereData } = chart;
  if (isInTable(chart)) return inOrder(passageOf(description, place), passageOf(whereData, place));
  return [
    ...inOrder(passageOf(description, place), passageOf(title, place, false)),
    ...gridExpected(chart.data, place),
  ];
}

function chartExpected(chart: Chart, medium: Medium): readonly Expected[] {
  const { place } = chart;
  const drawn = medium.drawn(chart.chart).map((text) => wordsOf(text, place));
  const data = medium.showsData && chart.data.rows.length > 0;
  return [
    ...said(medium, place, chart.title, chart.subtitle),
    ...inOrder(...drawn),
    ...besideExpected(chart, medium),
    ...said(medium, place, chart.source, ...(medium.showsData ? [] : [chart.whereData])),
    ...(data ? dataExpected(chart) : []),
  ];
}

/** Under a chart, the one of before. */
const besideExpected = ({ id }: Chart, { before, redrawn }: Medium): readonly Expected[] =>
  redrawn
    .filter(({ now }) => before === "beside" && now?.chart === id)
    .flatMap((each) => inOrder(wordsOf(each.name, each.place), ...printedIn(each.before)));

function redrawnExpected(block: RedrawnChart, medium: Medium): readonly Expected[] {
  const { term, now, place } = block;
  const drawsHere = medium.before === "listed" || now === undefined;
  return [
    ...said(medium, place, term),
    ...drawingsOf(block).flatMap((drawing) => [
      ...said(medium, place, drawing.words),
      ...(drawsHere ? inOrder(...printedIn(drawing)) : []),
    ]),
  ];
}

const printedIn = ({ labels }: FrozenDrawing): readonly Passage[] =>
  labels.map(({ text, place }) => wordsOf(text, place));
