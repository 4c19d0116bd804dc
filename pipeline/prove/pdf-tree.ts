import type { PDFDict, PDFObject } from "@cantoo/pdf-lib";

/** A piece of the structure of a PDF in the order of reading: a stretch of marked content. */
export interface Stretch {
  /** The element around it, as P or TD. */
  readonly tag: string;
  /** The number of the page's object, and of the stretch on that page. */
  readonly key: string;
}

/** What a PDF's structure tree holds, in the order of reading. */
export interface Structure {
  readonly stretches: readonly Stretch[];
  /** What stands for each figure where it is not seen. */
  readonly alternatives: readonly string[];
}

/** The name of a stretch of marked content, as pdf.js has it too. */
const stretchKey = (page: number, content: number): string => `p${page}R_mc${content}`;

/** Reads the structure tree of a PDF from its root to its leaves (ISO 32000-1, 14.7), in the order of reading. */
export async function readStructure(bytes: Uint8Array): Promise<Structure> {
  const lib = await import("@cantoo/pdf-lib");
  const { PDFArray, PDFDict: Dict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } = lib;
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const found: Stretch[] = [];
  const alternatives: string[] = [];

  const pageOf = (dict: PDFDict, above: number): number => {
    const page = dict.get(PDFName.of("Pg"));
    return page instanceof PDFRef ? page.objectNumber : above;
  };
  const walk = (kid: PDFObject | undefined, tag: string, page: number): void => {
    const node = file.context.lookup(kid);
    if (node instanceof PDFNumber) found.push({ tag, key: stretchKey(page, node.asNumber()) });
    else if (node instanceof PDFArray) for (const each of node.asArray()) walk(each, tag, page);
    else if (node instanceof Dict) {
      const here = pageOf(node, page);
      const content = node.get(PDFName.of("MCID"));
      const own = node.get(PDFName.of("S"));
      const said = file.context.lookup(node.get(PDFName.of("Alt")));
      if (said instanceof PDFString || said instanceof PDFHexString) alternatives.push(said.decodeText());
      if (content !== undefined) walk(content, tag, here);
      else walk(node.get(PDFName.of("K")), own instanceof PDFName ? own.decodeText() : tag, here);
    }
  };
  const root = file.context.lookup(file.catalog.get(PDFName.of("StructTreeRoot")));
  if (root instanceof Dict) walk(root.get(PDFName.of("K")), "", 0);
  return { stretches: found, alternatives };
}
