/* oxlint-disable no-underscore-dangle -- pdfmake's own names */
import { Renderer } from "./pdfmake-classes.ts";
import { ARTIFACT, childOf, type Marked, type Part, type StructureElement } from "./structure.ts";
import type { TaggedFile } from "./tagged-file.ts";

interface Area {
  readonly element: StructureElement;
  readonly from: number;
  readonly to: number;
  readonly link: string | undefined;
  readonly destination: string | undefined;
}

/**
 * pdfmake's pen, which marks what it draws, draws one link for a whole run of words where pdfmake draws one a word,
 * names spots inside a line, and sets bookmarks at the height of their headings.
 */
export class TaggingRenderer extends Renderer<TaggedFile> {
  readonly #bookmarks = new Map<string, ReturnType<typeof this.pdfDocument.outline.addItem>>();
  readonly #parts = new Map<Part, StructureElement>();
  readonly #drawn = new WeakSet<object>();

  override renderPages(pages: readonly PdfmakePage[]): void {
    super.renderPages(pages);
    this.pdfDocument.unmark();
  }

  override renderVector(vector: object): void {
    this.pdfDocument.mark(ARTIFACT);
    super.renderVector(vector);
  }

  override renderSVG(drawing: PdfmakeDrawing): void {
    const { element, x, y, _width: width, _height: height } = drawing;
    if (element !== undefined) {
      const { height: paper } = this.pdfDocument.page;
      element.box = [x, paper - y - height, x + width, paper - y];
    }
    this.pdfDocument.mark(element ?? ARTIFACT);
    super.renderSVG(drawing);
  }

  override renderLine(line: PdfmakeLine, x: number, y: number): void {
    const { inlines } = line;
    // Head rows that come again on another page share their words with the first.
    const again = this.#drawn.has(inlines);
    this.#drawn.add(inlines);
    const around = again ? ARTIFACT : (line.element ?? inlines[0]?.element ?? ARTIFACT);
    // An element stands after what was drawn before it, so it is made when its turn comes.
    const markOf = (at: number): Marked => this.#partOf(around, inlines[at]?.part);
    this.#bookmark(line, y);
    line.inlines = inlines.map(({ link: _link, linkToDestination: _destination, ...rest }) => rest);
    this.pdfDocument.drawMarked(markOf, () => super.renderLine(line, x, y));
    line.inlines = inlines;
    for (const inline of inlines) {
      if (inline.destination !== undefined && !again)
        this.pdfDocument.addNamedDestination(inline.destination, "XYZ", x + inline.x, y, null);
    }
    const height = line.getHeight();
    for (const { element, from, to, link, destination } of linkAreas(
      inlines,
      inlines.map((_, at) => markOf(at)),
    ))
      this.pdfDocument.addLink(element, { x: x + from, y, width: to - from, height, link, destination });
  }

  /** The element of a stretch within a line; it is made where its first words stand. */
  #partOf(around: Marked, part: Part | undefined): Marked {
    if (part === undefined || around.kind === "artifact") return around;
    const known = this.#parts.get(part);
    if (known !== undefined) return known;
    const element = childOf(part.reference === true ? childOf(around, "Reference") : around, part.tag, part.attributes);
    this.#parts.set(part, element);
    return element;
  }

  #bookmark(line: PdfmakeLine, y: number): void {
    const item = line._outline;
    if (item === undefined) return;
    line._outline = undefined;
    const { outline, page } = this.pdfDocument;
    const parent = (item.parentId === undefined ? undefined : this.#bookmarks.get(item.parentId)) ?? outline;
    // pdfkit counts `left` from the right edge.
    const entry = parent.addItem(item.text, { top: Math.max(y - 8, 0), left: page.width, expanded: true });
    if (item.id !== undefined) this.#bookmarks.set(item.id, entry);
  }
}

/** Neighbouring words of one link make one area. */
function linkAreas(inlines: readonly PdfmakeInline[], marks: readonly Marked[]): Area[] {
  const areas: Area[] = [];
  inlines.forEach((inline, i) => {
    const mark = marks[i];
    if (mark === undefined || mark.kind === "artifact" || mark.tag !== "Link") return;
    const last = areas.at(-1);
    const to = inline.x + inline.width - (inline.trailingCut ?? 0);
    if (last?.element === mark && marks[i - 1] === mark) areas[areas.length - 1] = { ...last, to };
    else
      areas.push({
        element: mark,
        from: inline.x,
        to,
        link: inline.link ?? undefined,
        destination: inline.linkToDestination ?? undefined,
      });
  });
  return areas;
}
