/* oxlint-disable max-params -- pdfmake's own shapes and names */
// What render/pdf uses of pdfmake 0.3.11, its inner classes included; test/render/pdf/internals.test.ts holds each of them.
// The modules are CommonJS: some loaders hand out the class, some an object that holds it.

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
}

interface PdfmakeOutlineItem {
  readonly id?: string;
  readonly parentId?: string;
  readonly text: string;
}

interface PdfmakeLine {
  inlines: readonly PdfmakeInline[];
  _outline?: PdfmakeOutlineItem | undefined;
  getHeight(): number;
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
    buildNextLine(node: PdfmakeNode): PdfmakeLine | null;
  }
  const holder: typeof LayoutBuilder | { readonly default: typeof LayoutBuilder };
  export default holder;
}

declare module "pdfmake/js/Renderer.js" {
  import type { PdfDocument } from "pdfmake/js/PDFDocument.js";
  export class Renderer {
    constructor(document: PdfDocument);
    readonly pdfDocument: PdfDocument;
    renderPages(pages: readonly PdfmakePage[]): void;
    renderLine(line: PdfmakeLine, x: number, y: number): void;
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
    readonly page: { readonly width: number; readonly height: number };
    provideFont(family: string, bold: boolean, italics: boolean): PdfmakeFont;
    link(x: number, y: number, width: number, height: number, url: string): void;
    goTo(x: number, y: number, width: number, height: number, destination: string): void;
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
