import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject,
} from "@cantoo/pdf-lib";
import { operatorsOf, type Operator } from "./operators.ts";

/** A finished PDF as its objects are, for tests. */
export interface PdfFile {
  readonly catalog: PDFDict;
  readonly pages: readonly FilePage[];
  readonly tree: TreeNode | undefined;
  /** What the parent tree says of a key: elements by number of marked content, or the one of an annotation. */
  readonly parents: ReadonlyMap<number, readonly (string | undefined)[] | string>;
  readonly get: (dict: PDFDict, ...keys: readonly string[]) => PDFObject | undefined;
  readonly xml: string;
}

/** A stretch of content, and the fonts that it names. */
interface Content {
  readonly ref: string;
  readonly operators: readonly Operator[];
  readonly fonts: ReadonlyMap<string, PDFDict>;
}

export interface FilePage extends Content {
  readonly dict: PDFDict;
  /** What it shows that stands in the file by itself: drawings. */
  readonly forms: readonly Content[];
  readonly annotations: readonly { readonly ref: string; readonly dict: PDFDict }[];
}

/** An element of the structure tree. */
export interface TreeNode {
  readonly ref: string;
  readonly tag: string;
  readonly dict: PDFDict;
  readonly kids: readonly (TreeNode | TreeLeaf)[];
}
export type TreeLeaf =
  | { readonly leaf: "content"; readonly page: string; readonly id: number }
  | { readonly leaf: "annotation"; readonly page: string; readonly ref: string };

export const isElement = (kid: TreeNode | TreeLeaf): kid is TreeNode => "tag" in kid;

/** All elements of a tree, outer before inner. */
export const everyElement = (node: TreeNode): TreeNode[] => [
  node,
  ...node.kids.filter(isElement).flatMap(everyElement),
];

/** A value of a dictionary as text: a name, a string, a number. */
export function textOf(value: PDFObject | undefined): string | undefined {
  if (value instanceof PDFName || value instanceof PDFString || value instanceof PDFHexString)
    return value.decodeText();
  return value === undefined ? undefined : value.toString();
}

/** Opens a PDF with a reader that is not pdfkit's. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = file;
  const get: PdfFile["get"] = (dict, ...keys) => {
    let found: PDFObject | undefined = dict;
    for (const key of keys) found = found instanceof PDFDict ? context.lookup(found.get(PDFName.of(key))) : undefined;
    return found;
  };
  const streamText = (object: PDFObject | undefined): string =>
    object instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(object).decode()).toString("latin1") : "";
  const list = (object: PDFObject | undefined): PDFObject[] => (object instanceof PDFArray ? object.asArray() : []);

  const fontsOf = (dict: PDFDict): ReadonlyMap<string, PDFDict> => {
    const fonts = get(dict, "Resources", "Font");
    const keys = fonts instanceof PDFDict ? fonts.keys() : [];
    return new Map(
      keys.flatMap((key) => {
        const font = fonts instanceof PDFDict ? context.lookup(fonts.get(key)) : undefined;
        return font instanceof PDFDict ? [[key.decodeText(), font] as const] : [];
      }),
    );
  };
  const formsOf = (dict: PDFDict): Content[] => {
    const forms = get(dict, "Resources", "XObject");
    const keys = forms instanceof PDFDict ? forms.keys() : [];
    return keys.flatMap((key) => {
      const ref = forms instanceof PDFDict ? forms.get(key) : undefined;
      const form = context.lookup(ref);
      if (!(form instanceof PDFRawStream)) return [];
      return [{ ref: String(ref), operators: operatorsOf(streamText(form)), fonts: fontsOf(form.dict) }];
    });
  };

  const pages = file.getPages().map((page): FilePage => {
    const dict = page.node;
    const contents = get(dict, "Contents");
    const streams = contents instanceof PDFArray ? contents.asArray().map((each) => context.lookup(each)) : [contents];
    const annotations = list(get(dict, "Annots")).flatMap((ref) => {
      const annotation = context.lookup(ref);
      return annotation instanceof PDFDict ? [{ ref: ref.toString(), dict: annotation }] : [];
    });
    return {
      ref: page.ref.toString(),
      dict,
      operators: operatorsOf(streams.map(streamText).join("\n")),
      fonts: fontsOf(dict),
      forms: formsOf(dict),
      annotations,
    };
  });

  const kidsOf = (kids: PDFObject | undefined, page: string): (TreeNode | TreeLeaf)[] => {
    const node = context.lookup(kids);
    if (node instanceof PDFNumber) return [{ leaf: "content", page, id: node.asNumber() }];
    if (node instanceof PDFArray) return node.asArray().flatMap((each) => kidsOf(each, page));
    if (!(node instanceof PDFDict)) return [];
    const own = node.get(PDFName.of("Pg"))?.toString() ?? page;
    const type = textOf(node.get(PDFName.of("Type")));
    if (type === "MCR") return kidsOf(node.get(PDFName.of("MCID")), own);
    if (type === "OBJR") return [{ leaf: "annotation", page: own, ref: node.get(PDFName.of("Obj"))?.toString() ?? "" }];
    const tag = textOf(node.get(PDFName.of("S"))) ?? "";
    return [{ ref: kids?.toString() ?? "", tag, dict: node, kids: kidsOf(node.get(PDFName.of("K")), own) }];
  };
  const tree = kidsOf(get(catalog, "StructTreeRoot", "K"), "").find(isElement);

  const nums = list(get(catalog, "StructTreeRoot", "ParentTree", "Nums"));
  const parents = new Map<number, readonly (string | undefined)[] | string>();
  for (let i = 0; i + 1 < nums.length; i += 2) {
    const key = nums[i];
    const value = nums[i + 1];
    if (!(key instanceof PDFNumber)) continue;
    const entry = context.lookup(value);
    const refs =
      entry instanceof PDFArray
        ? entry.asArray().map((each) => each.toString())
        : value instanceof PDFRef
          ? value.toString()
          : "";
    parents.set(key.asNumber(), refs);
  }
  return { catalog, pages, tree, parents, get, xml: utf8(streamText(get(catalog, "Metadata"))) };
}

const utf8 = (latin1: string): string => Buffer.from(latin1, "latin1").toString("utf8");
