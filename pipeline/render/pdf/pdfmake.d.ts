/* oxlint-disable max-params, typescript/consistent-type-imports -- pdfmake's own shapes and names; ambient declarations cannot import */
// What render/pdf uses of pdfmake 0.3.11, its inner classes included; test/render/pdf/internals.test.ts holds each of them.
// The modules are CommonJS: some loaders hand out the class, some an object that holds it.

/** An object of the file in the making. */
interface PdfkitReference {
  readonly data: Record<string, unknown>;
  end(): void;
}

interface PdfmakeFont {
  lineHeight(size: number): number;
}

interface PdfmakeInline {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly trailingCut?: number;
  readonly link?: string;
  readonly linkToDestination?: string;
  /** Ours: the name under which links find this spot. */
  readonly destination?: string;
  /** Ours: what this stretch is within its line. */
  readonly part?: import("./structure.ts").Part;
  /** Ours: what the number of a list's item belongs to. */
  element?: import("./structure.ts").StructureElement;
}

interface PdfmakeOutlineItem {
  readonly id?: string;
  readonly parentId?: string;
  readonly text: string;
}

interface PdfmakeLine {
  inlines: readonly PdfmakeInline[];
  _outline?: PdfmakeOutlineItem | undefined;
  /** Ours: what its words belong to. */
  element?: import("./structure.ts").Marked;
  getHeight(): number;
}

interface PdfmakeDrawing {
  readonly x: number;
  readonly y: number;
  readonly _width: number;
  readonly _height: number;
  /** Ours: the element it is. */
  readonly element?: import("./structure.ts").StructureElement;
}

interface PdfmakeRow {
  readonly tableNode?: PdfmakeNode;
  readonly rowIndex?: number;
}

interface PdfmakePage {
  readonly items: readonly { readonly type: string; readonly item: object }[];
  readonly pageMargins: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly pageSize: { readonly width: number; readonly height: number };
}

interface PdfmakeContext {
  y: number;
  availableHeight: number;
  readonly availableWidth: number;
  /** One for each group of columns or table row that is being laid out. */
  readonly snapshots: readonly unknown[];
  getCurrentPage(): PdfmakePage;
}

interface PdfmakeWriter {
  /** Above 0 while an unbreakable block is gathered. */
  readonly transactionLevel: number;
  context(): PdfmakeContext;
  pushContext(width: number, height: number): void;
  popContext(): void;
  moveToNextPage(): void;
}

/** A node after measuring. */
interface PdfmakeNode {
  readonly text?: unknown;
  readonly stack?: readonly PdfmakeNode[];
  readonly ul?: readonly PdfmakeNode[];
  readonly ol?: readonly PdfmakeNode[];
  readonly table?: {
    body: readonly (readonly PdfmakeNode[])[];
    readonly headerRows?: number;
    keepWithHeaderRows?: number;
    dontBreakRows?: boolean;
  };
  /** Ours: what this node may not be parted from. */
  readonly keep?: "together" | "withNext";
  /** Ours: what it is to a reader who hears it. */
  readonly tag?: import("./structure.ts").Tag;
  readonly tagId?: string;
  readonly grid?: boolean;
  readonly rowHead?: boolean;
  readonly alternative?: string;
  element?: import("./structure.ts").StructureElement;
  readonly style?: import("./styles.ts").StyleName;
  readonly svg?: string;
  readonly colSpan?: number;
  /** A cell that another covers. */
  readonly _span?: boolean;
  readonly listMarker?: { readonly _inlines?: readonly PdfmakeInline[] };
  readonly positions: unknown[];
  /** Left, top, right, bottom. */
  _margin?: readonly [number, number, number, number] | null;
  readonly _inlines?: readonly PdfmakeInline[];
  /** How tall it came out; only after layout. */
  readonly __height?: number;
}

declare module "pdfmake/js/LayoutBuilder.js" {
  export class LayoutBuilder {
    constructor(
      pageSize: { readonly width: number; readonly height: number; readonly orientation: "portrait" | "landscape" },
      pageMargins: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
      svgMeasure: object,
    );
    readonly writer: PdfmakeWriter;
    linearNodeList: unknown[];
    registerTableLayouts(layouts: object): void;
    layoutDocument(
      content: object,
      document: object,
      styles: object,
      defaultStyle: object,
      background: undefined,
      header: (page: number, pages: number) => object | null,
      footer: (page: number, pages: number) => object | null,
    ): readonly PdfmakePage[];
    processNode(node: PdfmakeNode, isVerticalAlignmentAllowed?: boolean): void;
    processVerticalContainer(node: PdfmakeNode): void;
    processTable(node: PdfmakeNode): void;
    processLeaf(node: PdfmakeNode): void;
    processRow(row: PdfmakeRow): unknown;
    buildNextLine(node: PdfmakeNode): PdfmakeLine | null;
  }
  const holder: typeof LayoutBuilder | { readonly default: typeof LayoutBuilder };
  export default holder;
}

declare module "pdfmake/js/Renderer.js" {
  import type { PdfDocument } from "pdfmake/js/PDFDocument.js";
  export class Renderer<File extends PdfDocument = PdfDocument> {
    constructor(document: File);
    readonly pdfDocument: File;
    renderPages(pages: readonly PdfmakePage[]): void;
    renderLine(line: PdfmakeLine, x: number, y: number): void;
    renderVector(vector: object): void;
    renderSVG(drawing: PdfmakeDrawing): void;
  }
  const holder: typeof Renderer | { readonly default: typeof Renderer };
  export default holder;
}

declare module "pdfmake/js/SVGMeasure.js" {
  export class SVGMeasure {
    measureSVG(svg: string): { readonly width: number; readonly height: number };
  }
  const holder: typeof SVGMeasure | { readonly default: typeof SVGMeasure };
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
    info: Readonly<Record<string, unknown>>;
    readonly outline: Outline;
    readonly page: {
      readonly width: number;
      readonly height: number;
      readonly structParentTreeKey: number;
      readonly dictionary: PdfkitReference;
      readonly annotations: readonly PdfkitReference[];
      write(operators: string): void;
    };
    ref(data: object): PdfkitReference;
    appendXML(xml: string): void;
    text(words: string, x: number, y: number, options: object): this;
    addPage(options: object): this;
    annotate(x: number, y: number, width: number, height: number, options: object): void;
    getStructTreeRoot(): PdfkitReference;
    getStructParentTree(): {
      get(key: number): PdfkitReference[];
      add(key: number, reference: PdfkitReference): void;
    };
    createStructParentTreeNextKey(): number;
    endMarkings(): void;
    provideFont(family: string, bold: boolean, italics: boolean): PdfmakeFont;
    addNamedDestination(name: string, kind: "XYZ", left: number, top: number, zoom: null): void;
    on(event: "data", listener: (chunk: Uint8Array) => void): void;
    on(event: "end", listener: () => void): void;
    on(event: "error", listener: (error: Error) => void): void;
    end(): void;
    _addInfo(): void;
  }
  const holder: typeof PdfDocument | { readonly default: typeof PdfDocument };
  export default holder;
}
