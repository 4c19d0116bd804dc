/* oxlint-disable no-underscore-dangle -- pdfmake's own names */
import { LayoutBuilder } from "./pdfmake-classes.ts";
import { ARTIFACT, childOf, documentElement, type Marked, type StructureElement, type Tag } from "./structure.ts";
import type { StyleName } from "./styles.ts";

// What a text is, by how it is set; the text of a cell belongs to the cell.
const TAGS: Readonly<Record<StyleName, Tag | "cell" | "artifact">> = {
  text: "P",
  quote: "P",
  series: "P",
  title: "H1",
  subtitle: "P",
  imprint: "P",
  heading1: "H2",
  heading2: "H3",
  heading3: "H4",
  calloutHeading: "P",
  caption: "P",
  subcaption: "P",
  source: "P",
  cell: "cell",
  headCell: "cell",
  totalCell: "cell",
  note: "P",
  noteNumber: "Lbl",
  keyNumber: "P",
  keyLabel: "P",
  running: "artifact",
};

/** pdfmake's layout, which builds the structure tree as it goes and stamps each line with the element it belongs to. */
export class TaggingLayout extends LayoutBuilder {
  readonly tree: StructureElement = documentElement();
  /** While a node is laid out only to be measured. */
  protected measuring = false;
  readonly #open: Marked[] = [this.tree];
  #heads: boolean | undefined;

  override processNode(node: PdfmakeNode, isVerticalAlignmentAllowed?: boolean): void {
    const element = this.measuring ? undefined : this.#elementFor(node, isVerticalAlignmentAllowed === true);
    const go = (): void => super.processNode(node, isVerticalAlignmentAllowed);
    if (element === undefined) go();
    else this.#within(element, go);
  }

  override processRow(row: PdfmakeRow): unknown {
    const table = this.#top();
    const { tableNode, rowIndex = 0 } = row;
    if (this.measuring || tableNode?.grid !== true || table.kind === "artifact") return super.processRow(row);
    const isHead = rowIndex < (tableNode.table?.headerRows ?? 0);
    const outer = this.#heads;
    this.#heads = isHead;
    try {
      return this.#within(childOf(partOf(table, isHead ? "THead" : "TBody"), "TR"), () => super.processRow(row));
    } finally {
      this.#heads = outer;
    }
  }

  override buildNextLine(node: PdfmakeNode): PdfmakeLine | null {
    const line = super.buildNextLine(node);
    if (line !== null) line.element = this.#top();
    return line;
  }

  #top(): Marked {
    return this.#open.at(-1) ?? ARTIFACT;
  }

  #within<Result>(element: Marked, go: () => Result): Result {
    this.#open.push(element);
    try {
      return go();
    } finally {
      this.#open.pop();
    }
  }

  /** The element that a node opens; undefined where its content belongs to the one around it. */
  #elementFor(node: PdfmakeNode, inCell: boolean): Marked | undefined {
    const top = this.#top();
    if (top.kind === "artifact" || node._span === true) return undefined;
    if (top.tag === "TR" && inCell) return this.#cell(node, top);
    if (top.tag === "L") return listItem(node, top);
    if (node.tag !== undefined) return childOf(top, node.tag, node.tagId === undefined ? {} : { id: node.tagId });
    if (node.ul !== undefined) return childOf(top, "L", { numbering: "Disc" });
    if (node.ol !== undefined) return childOf(top, "L", { numbering: "Decimal" });
    if (node.svg !== undefined) return (node.element = childOf(top, "Figure", { alternative: node.alternative ?? "" }));
    if (node.text === undefined || typeof node.style !== "string") return undefined;
    const tag = TAGS[node.style];
    if (tag === "cell") return undefined;
    return tag === "artifact" ? ARTIFACT : childOf(top, tag);
  }

  #cell(node: PdfmakeNode, row: StructureElement): StructureElement {
    const { colSpan: columnSpan = 1 } = node;
    // An empty head leaves room for the one beneath it, and heads nothing.
    if (this.#heads === true && Array.isArray(node.text) && node.text.length === 0) return childOf(row, "TD");
    if (this.#heads === true) return childOf(row, "TH", { scope: "Column", columnSpan });
    return node.rowHead === true
      ? childOf(row, "TH", { scope: "Row", columnSpan })
      : childOf(row, "TD", { columnSpan });
  }
}

/** The head or the body of a table, made when its first row comes. */
function partOf(table: StructureElement, tag: "THead" | "TBody"): StructureElement {
  const known = table.kids.find((kid) => kid.kind === "element" && kid.tag === tag);
  return known?.kind === "element" ? known : childOf(table, tag);
}

/** An item, whose number is read and whose bullet is not: that a list has bullets is said of the list. */
function listItem(node: PdfmakeNode, list: StructureElement): StructureElement {
  const item = childOf(list, "LI");
  const [number] = node.listMarker?._inlines ?? [];
  if (number !== undefined) number.element = childOf(item, "Lbl");
  return childOf(item, "LBody");
}
