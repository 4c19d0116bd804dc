import type { HeaderCell, Paragraph, Block, Section, TableRow } from "../../../pipeline/model/doc.ts";
import type { FigureInline, Inline } from "../../../pipeline/model/inline.ts";
import type { BlockId, BriefId, ChartId, EditionId, FigureId, SourceId, TableId } from "../../../pipeline/model/id.ts";

// Ids are made in load alone; a test is in its place here.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the place where it is used says which id it is
export const id = <Id extends BlockId | BriefId | ChartId | EditionId | FigureId | SourceId | TableId>(
  text: string,
): Id => text as Id;
export const place = { file: "templates/test/prose.md.hbs", line: 1, column: 1 };

export const HOSTILE = `<script>document.title = "broken"</script> "><img src=x onerror="document.title='broken'"> \`{{title}}\` \u202egnp.exe`;

export const text = (words: string): Inline => ({ kind: "text", text: words, place });
export const figure = (name: string, words: string, value: string, spoken?: string): FigureInline => ({
  kind: "figure",
  figure: id(name),
  text: words,
  value,
  show: "number",
  class: "data",
  place,
  ...(spoken === undefined ? {} : { spoken }),
});
export const note = (number: number): Inline => ({
  kind: "noteReference",
  number,
  note: id(`note-${number}`),
  id: id(`ref-${number}`),
  place,
});
export const doubt = (letter: string, first: boolean): Inline => ({
  kind: "discrepancyReference",
  letter,
  target: id(`discrepancy-${letter}`),
  place,
  ...(first ? { id: id(`discrepancy-ref-${letter}`) } : {}),
});
export const link = (href: string, words: string): Inline => ({ kind: "link", href, children: [text(words)], place });
export const emphasis = (words: string): Inline => ({ kind: "emphasis", children: [text(words)], place });
export const see = (target: string, words: string): Inline => ({
  kind: "crossReference",
  target: id(target),
  text: words,
  place,
});

export const paragraph = (name: string, ...inlines: readonly Inline[]): Paragraph => ({
  kind: "paragraph",
  id: id(name),
  inlines,
  place,
});
export const section = (
  name: string,
  role: Section["role"],
  heading: string,
  ...blocks: readonly Block[]
): Section => ({
  kind: "section",
  id: id(name),
  level: 1,
  role,
  heading: heading === "" ? [] : [text(heading)],
  blocks,
  place,
});

export const head = (words: string, more: Partial<HeaderCell> = {}): HeaderCell => ({
  inlines: words === "" ? [] : [text(words)],
  scope: "column",
  columnSpan: 1,
  rowSpan: 1,
  align: "end",
  ...more,
});
export const cell = (...inlines: readonly Inline[]): TableRow["cells"][number] => ({
  inlines,
  head: false,
  align: "end",
});
export const rowHead = (words: string): TableRow["cells"][number] => ({
  inlines: [text(words)],
  head: true,
  align: "start",
});
