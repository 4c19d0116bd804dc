/** What a piece of a PDF is to a reader who hears it: standard structure types of ISO 32000-1, 14.8.4. */
export type Tag =
  | "Document"
  | "BlockQuote"
  | "TOC"
  | "TOCI"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "Caption"
  | "Figure"
  | "Note"
  | "Reference"
  | "Link"
  | "Span";

/** What is said of an element beside its type. */
export interface Attributes {
  readonly id?: string;
  readonly alternative?: string;
  readonly language?: string;
  /** What an abbreviation stands for. */
  readonly expansion?: string;
  readonly scope?: "Column" | "Row";
  readonly columnSpan?: number;
  readonly numbering?: "Disc" | "Decimal";
  /** What a link's annotation says of it. */
  readonly contents?: string;
}

/** A stretch of marked content on a page, or an annotation. */
export type Leaf =
  | { readonly kind: "content"; readonly id: number; readonly page: PdfkitReference }
  | { readonly kind: "annotation"; readonly annotation: PdfkitReference; readonly page: PdfkitReference };

/** A file that goes along inside the PDF. */
export interface Attachment {
  readonly name: string;
  /** As `text/csv`. */
  readonly type: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** An element of the structure tree (ISO 32000-1, 14.7.2); layout makes it, the pen fills it. */
export interface StructureElement {
  readonly kind: "element";
  readonly tag: Tag;
  readonly attributes: Attributes;
  readonly kids: (StructureElement | Leaf)[];
  /** The file that goes along as its data. */
  attachment?: Attachment;
  /** Left, bottom, right, top of a drawing, in points from the page's lower left corner. */
  box?: readonly [number, number, number, number];
}

/** What a stretch within a line is, where it is more than the text around it; all runs of one link share one. */
export interface Part {
  readonly tag: "Link" | "Span";
  readonly attributes: Attributes;
  /** Whether it refers to a note. */
  readonly reference?: true;
}

/** What is printed and not read: running heads, rules, head rows that come again. */
export const ARTIFACT = { kind: "artifact" } as const;
export type Marked = StructureElement | typeof ARTIFACT;

/** The whole brief. */
export const documentElement = (): StructureElement => ({ kind: "element", tag: "Document", attributes: {}, kids: [] });

/** Puts a new element under another, after what is there. */
export function childOf(parent: StructureElement, tag: Tag, attributes: Attributes = {}): StructureElement {
  const child: StructureElement = { kind: "element", tag, attributes, kids: [] };
  parent.kids.push(child);
  return child;
}
