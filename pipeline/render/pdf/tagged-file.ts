/* oxlint-disable no-underscore-dangle -- pdfkit's own name */
import { escaped } from "./metadata.ts";
import { PdfDocument } from "./pdfmake-classes.ts";
import { textString, writeTree } from "./structure-tree.ts";
import type { Marked, StructureElement } from "./structure.ts";

/** Where a link leads, and the part of the page that leads there, in points from the upper left. */
export interface LinkArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly link: string | undefined;
  readonly destination: string | undefined;
}

/** A PDF file in the making, of which everything printed is either read or marked as not to be read. */
export class TaggedFile extends PdfDocument {
  tree: StructureElement | undefined;
  readonly #references = new Map<StructureElement, PdfkitReference>();
  #marked: Marked | undefined;
  #coming: (() => Marked) | undefined;

  /** Begins or goes on with the marked content of an element (ISO 32000-1, 14.7.4.2), or with what is not read. */
  mark(marked: Marked): void {
    if (this.#marked === marked) return;
    this.unmark();
    this.#marked = marked;
    if (marked.kind === "artifact") {
      this.page.write("/Artifact BMC");
      return;
    }
    const parents = this.getStructParentTree().get(this.page.structParentTreeKey);
    const id = parents.length;
    parents.push(this.#referenceOf(marked));
    marked.kids.push({ kind: "content", id, page: this.page.dictionary });
    this.page.write(`/${marked.tag} <</MCID ${id}>> BDC`);
  }

  /** Ends the marked content that is open. */
  unmark(): void {
    if (this.#marked === undefined) return;
    this.page.write("EMC");
    this.#marked = undefined;
  }

  /** Draws a line, and asks for each of its inlines what it belongs to when its turn comes. */
  drawMarked(markOf: (at: number) => Marked, draw: () => void): void {
    // pdfkit sets the colour of a line by painting an empty path.
    this.mark(markOf(0));
    let at = 0;
    this.#coming = () => markOf(at++);
    draw();
    this.#coming = undefined;
  }

  /** Lays a link over its words (ISO 14289-1, 7.18.5). */
  addLink(element: StructureElement, area: LinkArea): void {
    const { link, destination } = area;
    const action =
      destination === undefined
        ? this.ref({ S: "URI", URI: textString(link ?? "") })
        : this.ref({ S: "GoTo", D: textString(destination) });
    action.end();
    const key = this.createStructParentTreeNextKey();
    this.getStructParentTree().add(key, this.#referenceOf(element));
    const Contents = textString(element.attributes.contents ?? link ?? "");
    this.annotate(area.x, area.y, area.width, area.height, {
      Subtype: "Link",
      A: action,
      Contents,
      StructParent: key,
    });
    const annotation = this.page.annotations.at(-1);
    if (annotation !== undefined) element.kids.push({ kind: "annotation", annotation, page: this.page.dictionary });
  }

  override text(words: string, x: number, y: number, options: object): this {
    if (this.#coming !== undefined) this.mark(this.#coming());
    return super.text(words, x, y, options);
  }

  override addPage(options: object): this {
    // pdfkit has no page yet when the first is added.
    if (this.#marked !== undefined) this.unmark();
    return super.addPage(options);
  }

  override endMarkings(): void {
    const referenceOf = (element: StructureElement): PdfkitReference => this.#referenceOf(element);
    if (this.tree !== undefined)
      writeTree(this.tree, this.getStructTreeRoot(), { ref: (data) => this.ref(data), referenceOf });
    super.endMarkings();
  }

  override _addInfo(): void {
    // pdfkit writes these into the XML of the metadata as they are.
    const raw = this.info;
    this.info = Object.fromEntries(
      Object.entries(raw).map(([key, value]) => [key, typeof value === "string" ? escaped(value) : value]),
    );
    super._addInfo();
    this.info = raw;
  }

  #referenceOf(element: StructureElement): PdfkitReference {
    const known = this.#references.get(element);
    if (known !== undefined) return known;
    const made = this.ref({});
    this.#references.set(element, made);
    return made;
  }
}
