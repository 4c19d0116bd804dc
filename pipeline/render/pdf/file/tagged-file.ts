/* oxlint-disable no-underscore-dangle -- pdfkit's own names */
import { onceFor } from "../../../model/remembered.ts";
import { FAMILIES } from "../../../model/theme.ts";
import type { Typefaces } from "../../../type/typefaces.ts";
import type { FaceFamily } from "../../../type/faces.ts";
import { SCRIPT_FAMILIES } from "../../../type/scripts.ts";
import { putCheckSum } from "./check-sum.ts";
import { faceOf, fontFamilies, type PrintFont } from "./fonts.ts";
import { linkText, type LinkArea } from "./link.ts";
import { escaped } from "./metadata.ts";
import { PdfDocument } from "./pdfmake-classes.ts";
import { PrintedFace } from "./printed-face.ts";
import { Output } from "./output.ts";
import { streaming, type Deflate } from "./streams.ts";
import { writeTree } from "./structure-tree.ts";
import type { Marked, StructureElement } from "./structure.ts";
import { TextState, textOperators, type Typed } from "./text.ts";

/** A PDF file in the making, of which everything printed is either read or marked as not to be read. */
export class TaggedFile extends PdfDocument {
  readonly #typefaces: Typefaces;
  readonly #deflate: Deflate | undefined;
  readonly #references = new Map<StructureElement, PdfkitReference>();
  readonly #attached = new Map<StructureElement, PdfkitReference>();
  readonly #fonts = new Map<string, PrintedFace>();
  readonly #faces = new Map<PrintFont, PrintedFace>();
  #marked: Marked | undefined;
  #state = new TextState();

  constructor(typefaces: Typefaces, options: object, deflate?: Deflate) {
    super(fontFamilies(typefaces), {}, {}, {}, options, null, () => false);
    this.#typefaces = typefaces;
    this.#deflate = deflate;
  }

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

  /** Prints a text with its base line at a height, level or rising at an angle in radians. */
  type(typed: Typed, x: number, base: number, angle = 0): void {
    const font = this.#faceOf(typed.look.font);
    this.page.fonts[font.id] ??= font.ref();
    this.page.write(textOperators(typed, { x, base, angle }, font, this.#state));
  }

  /** Lays a link over its words (ISO 14289-1, 7.18.5). */
  addLink(element: StructureElement, area: LinkArea): void {
    const key = this.createStructParentTreeNextKey();
    this.getStructParentTree().add(key, this.#referenceOf(element));
    const annotation = this.ref({});
    const contents = element.attributes.contents ?? area.link ?? "";
    this.#put(annotation, linkText(area, { paper: this.page.height, key, contents }));
    this.page.annotations.push(annotation);
    element.kids.push({ kind: "annotation", annotation, page: this.page.dictionary });
  }

  /** Writes the structure tree, and the files that go along with its elements; nothing may be printed after. */
  writeStructure(tree: StructureElement, date: Date): void {
    this.unmark();
    this.#attachAll(tree, date);
    writeTree(tree, this.getStructTreeRoot(), {
      ref: (data) => this.ref(data),
      put: (reference, text) => this.#put(reference, text),
      referenceOf: (element) => this.#referenceOf(element),
      attachedTo: (element) => this.#attached.get(element),
    });
  }

  /** Numbers the pages for readers' programs as they are printed, from 1. */
  numberPages(): void {
    const labels = this.ref({ Nums: [0, this.ref({ S: "D" })] });
    for (const reference of [labels, ...(labels.data["Nums"] as readonly unknown[])])
      if (typeof reference === "object" && reference !== null && "end" in reference)
        (reference as PdfkitReference).end();
    this._root.data["PageLabels"] = labels;
  }

  override ref(data: object = {}): PdfkitReference {
    putCheckSum(data);
    const made = super.ref(data);
    // pdfkit makes its first ones before this file has its own fields.
    return streaming(made, #deflate in this ? this.#deflate : undefined);
  }

  /** Instead of handing it out piece by piece. */
  override _write(data: string | Uint8Array): void {
    this._offset += outputOf(this).add(data);
  }

  /** Nobody listens, and a stream that is told something holds its file until the program rests. */
  override push(): boolean {
    return true;
  }

  /** Ends the file and gives its bytes. */
  finished(): Uint8Array {
    this.end();
    return new Uint8Array(outputOf(this).bytes());
  }

  override addPage(options: object): this {
    // pdfkit has no page yet when the first is added.
    if (this.#marked !== undefined) this.unmark();
    this.#state = new TextState();
    return super.addPage(options);
  }

  override fillColor(color: string, opacity: number): this {
    this.#state.forgetColor();
    return super.fillColor(color, opacity);
  }

  /** The font of a face, as all of the file has it. */
  override provideFont(family: FaceFamily, bold: boolean, italics: boolean): PrintedFace {
    const key = keyOf(family, bold, italics);
    const known = this.#fonts.get(key);
    if (known !== undefined) return known;
    const face = faceOf(family, bold, italics);
    const font = new PrintedFace(this, {
      // By its face alone, so that a text is printed by the same operators in every file.
      id: `F${ALL.findIndex((each) => each === key) + 1}`,
      program: this.#typefaces.program(face),
      shaper: (features) => this.#typefaces.shaper(face, features),
    });
    // pdfkit writes all that stand here at the end of the file.
    this._fontFamilies[font.name] = font;
    this.#fonts.set(key, font);
    return font;
  }

  override font(source: unknown, ...more: readonly unknown[]): this {
    // Drawings ask for a font by its file, at every word.
    const asked = this.#fontOf(source);
    if (asked === undefined) return super.font(source, ...more);
    this._font = asked;
    return this;
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

  /** Puts files inside, each as the data of its element (ISO 19005-3, 6.8). */
  #attachAll(element: StructureElement, date: Date): void {
    if (element.attachment !== undefined) {
      const { bytes, ...about } = element.attachment;
      const options = { ...about, relationship: "Data", creationDate: date, modifiedDate: date };
      this.#attached.set(element, this.file(Buffer.from(bytes), options));
    }
    for (const kid of element.kids) if (kid.kind === "element") this.#attachAll(kid, date);
  }

  #put(reference: PdfkitReference, text: string): void {
    reference.offset = this._offset;
    this._write(`${reference.id} 0 obj\n${text}\nendobj`);
    this._refEnd(reference);
  }

  /** The face whose file this is: drawings know faces by nothing else, and all of them are this file's own. */
  #fontOf(source: unknown): PrintedFace | undefined {
    for (const family of FAMILIES)
      for (const [bold, italics] of FACES)
        if (this.#typefaces.file(faceOf(family, bold, italics)) === source)
          return this.provideFont(family, bold, italics);
    return undefined;
  }

  /** The same as this file has it, of a font that text is set in. */
  #faceOf(font: PrintFont): PrintedFace {
    const known = this.#faces.get(font);
    if (known !== undefined) return known;
    const face = this.provideFont(font.family, font.bold, font.italics);
    this.#faces.set(font, face);
    return face;
  }

  #referenceOf(element: StructureElement): PdfkitReference {
    const known = this.#references.get(element);
    if (known !== undefined) return known;
    const made = this.ref({});
    this.#references.set(element, made);
    return made;
  }
}

/** pdfkit begins to write before a file has its own fields. */
const outputOf = onceFor<TaggedFile, Output>(() => new Output());

const FACES = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
] as const;

const keyOf = (family: FaceFamily, bold: boolean, italics: boolean): string =>
  `${family} ${String(bold)} ${String(italics)}`;

const ALL = [...FAMILIES, ...SCRIPT_FAMILIES].flatMap((family) =>
  FACES.map(([bold, italics]) => keyOf(family, bold, italics)),
);
