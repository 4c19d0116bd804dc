import type { Block, Doc, FrozenDrawing, RedrawnChart } from "./doc.ts";
import type { Inline } from "./inline.ts";

/** Every block of a Doc, outer before inner, in the order of reading. */
export const allBlocks = ({ body }: Pick<Doc, "body">): readonly Block[] => body.flatMap(withInner);

function withInner(node: Block): readonly Block[] {
  switch (node.kind) {
    case "section":
    case "quote":
    case "language":
    case "callout":
      return [node, ...node.blocks.flatMap(withInner)];
    case "list":
      return [node, ...node.items.flat().flatMap(withInner)];
    case "paragraph":
    case "definitions":
    case "keyFigures":
    case "table":
    case "chart":
    case "redrawn":
      return [node];
  }
}

/** Calls back for every inline of a Doc, with the block that shows it, in the order of reading. */
export function eachInline(
  doc: Pick<Doc, "cover" | "body" | "discrepancies" | "notes">,
  visit: (inline: Inline, where: string) => void,
): void {
  const inlines = (list: readonly Inline[], where: string): void => {
    for (const inline of list) {
      visit(inline, where);
      if ("children" in inline) inlines(inline.children, where);
    }
  };
  inlines(doc.cover.title, "cover");
  inlines(doc.cover.subtitle, "cover");
  for (const section of doc.body) block(section, inlines);
  for (const entry of doc.discrepancies) inlines([...entry.says, ...entry.resolution], entry.id);
  for (const note of doc.notes) inlines(note.inlines, note.id);
}

/** The charts that an edition draws otherwise than the one before it, or no longer. */
export const redrawnCharts = ({ changes }: Pick<Doc, "changes">): readonly RedrawnChart[] =>
  (changes ? withInner(changes) : []).flatMap((each) => (each.kind === "redrawn" ? [each] : []));

/** The drawings of before and now, in that order. */
export const drawingsOf = ({ before, now }: RedrawnChart): readonly FrozenDrawing[] => [before, ...(now ? [now] : [])];

type Visit = (list: readonly Inline[], where: string) => void;

function block(node: Block, inlines: Visit): void {
  const all = (list: readonly Inline[]): void => inlines(list, node.id);
  switch (node.kind) {
    case "section":
      all(node.heading);
      return node.blocks.forEach((each) => block(each, inlines));
    case "paragraph":
      return all(node.inlines);
    case "list":
      return node.items.flat().forEach((each) => block(each, inlines));
    case "quote":
    case "language":
      return node.blocks.forEach((each) => block(each, inlines));
    case "callout":
      all(node.heading);
      return node.blocks.forEach((each) => block(each, inlines));
    case "definitions":
      return node.entries.forEach((entry) => all([...entry.term, ...entry.description]));
    case "keyFigures":
      return node.entries.forEach((entry) => all([...entry.number, ...entry.label]));
    case "table":
      all(node.caption);
      node.headers.flat().forEach((cell) => all(cell.inlines));
      node.rows.forEach((row) => row.cells.forEach((cell) => all(cell.inlines)));
      node.notes.forEach((note) => block(note, inlines));
      return all(node.source);
    case "chart":
      [node.title, node.subtitle, node.alt, node.description, node.labels, node.source].forEach(all);
      node.data.headers.flat().forEach((cell) => all(cell.inlines));
      return node.data.rows.forEach((row) => row.cells.forEach((cell) => all(cell.inlines)));
    case "redrawn":
      all(node.term);
      return drawingsOf(node).forEach(({ words, labels }) => all([...words, ...labels]));
  }
}
