import type { Block, Paragraph, Section } from "../../../pipeline/model/doc.ts";
import type { Inline } from "../../../pipeline/model/inline.ts";
import type { BlockId, FigureId } from "../../../pipeline/model/id.ts";

/** Small makers of Doc nodes, for the brief in fixture.ts. */

export const place = { file: "templates/x/prose.md.hbs", line: 1, column: 1 };
// Ids are branded, and only load makes them; a test has to say so.
export const block = (id: string): BlockId => id as BlockId;
const figureId = (id: string): FigureId => id as FigureId;

export const text = (words: string): Inline => ({ kind: "text", text: words, place });
export const emphasis = (words: string): Inline => ({ kind: "emphasis", children: [text(words)], place });
export const strong = (words: string): Inline => ({ kind: "strong", children: [text(words)], place });
export const figure = (words: string): Inline => ({
  kind: "figure",
  figure: figureId("anso.x"),
  text: words,
  value: "1",
  show: "number",
  class: "data",
  place,
});
export const word = (words: string): Inline => ({
  kind: "word",
  says: "up",
  figure: figureId("anso.x"),
  text: words,
  value: "1",
  class: "data",
  place,
});
export const noteRef = (number: number): Inline => ({
  kind: "noteReference",
  number,
  note: block(`note-${number}`),
  id: block(`ref-${number}`),
  place,
});
export const see = (target: string, words: string): Inline => ({
  kind: "crossReference",
  target: block(target),
  text: words,
  place,
});
export const doubt = (letter: string): Inline => ({
  kind: "discrepancyReference",
  letter,
  target: block(`discrepancy-${letter}`),
  id: block(`discrepancy-ref-${letter}`),
  place,
});

let ordinal = 0;
export const paragraph = (...inlines: Inline[]): Paragraph => ({
  kind: "paragraph",
  id: block(`p-${(ordinal += 1)}`),
  inlines,
  place,
});
export const section = (
  id: string,
  level: 1 | 2 | 3,
  heading: string,
  role: Section["role"],
  ...blocks: Block[]
): Section => ({
  kind: "section",
  id: block(id),
  level,
  role,
  heading: heading === "" ? [] : [text(heading)],
  blocks,
  place,
});
