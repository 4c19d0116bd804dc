/* oxlint-disable max-params, typescript/consistent-type-imports -- pdfmake's own shapes and names; ambient declarations cannot import */
// What render/pdf uses of pdfmake 0.3.11 and of pdfkit under it; test/render/pdf/internals.test.ts holds each of them.
// The modules are CommonJS: some loaders hand out the class, some an object that holds it.

/** An object of the file in the making. */
interface PdfkitReference {
  readonly id: number;
  /** Where it begins in the file. */
  offset: number;
  readonly data: Record<string, unknown>;
  /** Whether its stream is to be compressed, and what was written into it. */
  compress: boolean;
  buffer: Uint8Array[];
  write(data: string | Uint8Array): void;
  /** Ends it, after what is given. */
  end(content?: string | Uint8Array): void;
  /** Puts it into the file. */
  finalize(): void;
  /** Its name in the file: `12 0 R`. */
  toString(): string;
}

/** A font of the file in the making; its glyphs are taken in as they are encoded. */
interface PdfkitFont {
  /** The name by which pages ask for it. */
  readonly id: string;
  readonly name: string;
  /** What each of its codes says. */
  readonly unicode: readonly (readonly number[])[];
  /** Left, bottom, right, top, in units of its file. */
  readonly bbox: readonly number[];
  /** Thousandths of its size to one unit of its file. */
  readonly scale: number;
  /** In thousandths of the size. */
  readonly ascender: number;
  readonly descender: number;
  readonly xHeight: number;
  layout: (text: string, features?: readonly string[]) => import("../../../type/shapes.ts").Shape;
  ref(): PdfkitReference;
  /** The codes of a text, and where its glyphs stand. */
  encode(
    text: string,
    features?: readonly string[],
  ): [codes: readonly string[], positions: import("../../../type/shapes.ts").Shape["positions"]];
  widthOfString(text: string, size: number, features?: readonly string[]): number;
  lineHeight(size: number, includeGap?: boolean): number;
  /** Writes it into the file, with what it has printed. */
  finalize(): void;
}

declare module "pdfmake/js/Renderer.js" {
  import type { PdfDocument } from "pdfmake/js/PDFDocument.js";
  export class Renderer<File extends PdfDocument = PdfDocument> {
    constructor(document: File);
    renderSVG(drawing: {
      readonly svg: string;
      readonly x: number;
      readonly y: number;
      readonly _width: number;
      readonly _height: number;
      readonly font: string;
    }): void;
  }
  const holder: typeof Renderer | { readonly default: typeof Renderer };
  export default holder;
}

declare module "pdfmake/js/PDFDocument.js" {
  interface Outline {
    addItem(
      title: string,
      options: { readonly top: number; readonly left: number; readonly expanded: boolean },
    ): Outline;
  }
  export class PdfDocument {
    constructor(
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      virtualFiles: null,
      localAccessPolicy: (path: string) => boolean,
    );
    /** The files of each family, read when it is first asked for. */
    readonly fonts: Record<string, object>;
    info: Readonly<Record<string, unknown>>;
    readonly outline: Outline;
    readonly page: {
      readonly width: number;
      readonly height: number;
      readonly structParentTreeKey: number;
      readonly dictionary: PdfkitReference;
      readonly annotations: PdfkitReference[];
      readonly fonts: Record<string, PdfkitReference>;
      readonly xobjects: Record<string, PdfkitReference>;
      write(operators: string): void;
    };
    readonly _root: PdfkitReference;
    _font: PdfkitFont;
    /** The fonts that are written into the file at its end, by their names. */
    readonly _fontFamilies: Record<string, PdfkitFont>;
    ref(data: object): PdfkitReference;
    appendXML(xml: string): void;
    addPage(options: object): this;
    save(): this;
    restore(): this;
    lineWidth(width: number): this;
    undash(): this;
    lineJoin(join: "miter"): this;
    lineCap(cap: "butt"): this;
    rect(x: number, y: number, width: number, height: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    fillColor(color: string, opacity: number): this;
    strokeColor(color: string, opacity: number): this;
    fill(): this;
    stroke(): this;
    transform(a: number, b: number, c: number, d: number, e: number, f: number): this;
    annotate(x: number, y: number, width: number, height: number, options: object): void;
    file(bytes: Uint8Array, options: object): PdfkitReference;
    font(source: unknown, ...more: readonly unknown[]): this;
    getStructTreeRoot(): PdfkitReference;
    getStructParentTree(): {
      get(key: number): PdfkitReference[];
      add(key: number, reference: PdfkitReference): void;
    };
    createStructParentTreeNextKey(): number;
    provideFont(family: string, bold: boolean, italics: boolean): PdfkitFont;
    addNamedDestination(name: string, kind: "XYZ", left: number, top: number, zoom: null): void;
    /** How many bytes have been written. */
    _offset: number;
    /** Notes that an object is in the file. */
    _refEnd(reference: PdfkitReference): void;
    /** Hands bytes to who reads it as a stream, or null at its end. */
    push(data: Uint8Array | null): boolean;
    /** Writes a line, or bytes. */
    _write(data: string | Uint8Array): void;
    end(): void;
    _addInfo(): void;
  }
  const holder: typeof PdfDocument | { readonly default: typeof PdfDocument };
  export default holder;
}

declare module "linebreak" {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
