import { readStructure } from "./pdf-tree.ts";

/** The text of a PDF, as a reader program finds it. */
export interface PdfText {
  /** What is read aloud, in the order of reading. */
  readonly read: readonly string[];
  /** What stands for each figure where it is not seen, in the order of reading. */
  readonly alternatives: readonly string[];
  readonly pages: readonly PdfPage[];
  readonly title: string;
  /** The bookmarks, outer before inner. */
  readonly bookmarks: readonly PdfBookmark[];
}

export interface PdfBookmark {
  readonly title: string;
  /** The page that it leads to, from 1; 0 where it leads to none. */
  readonly page: number;
}

export interface PdfPage {
  /** In points. */
  readonly height: number;
  /** What is printed and not read: the heads of pages, and those of tables that go on. */
  readonly artifacts: readonly PdfRun[];
  /** What is printed and neither read nor marked as not to be. */
  readonly unmarked: readonly string[];
}

/** A piece of text with the height of its base line above the foot of the page, in points. */
export interface PdfRun {
  readonly text: string;
  readonly base: number;
}

/** Reads a PDF back; undefined where it can't be read at all. */
export async function readPdf(bytes: Uint8Array): Promise<PdfText | undefined> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  // pdf.js takes the bytes that it is given for its own.
  const task = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    stopAtErrors: true,
  });
  try {
    const file = await task.promise;
    const texts = new Map<string, string>();
    const pages: PdfPage[] = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true, includeMarkedContent: true });
      pages.push({ height: page.view[3] ?? 0, ...sorted(items, texts) });
    }
    const { info } = await file.getMetadata();
    const title = "Title" in info && typeof info.Title === "string" ? info.Title : "";
    const { stretches, alternatives } = await readStructure(bytes);
    const read = stretches.map(({ key }) => texts.get(key) ?? "");
    const bookmarks: PdfBookmark[] = [];
    for (const { title: name, dest } of flat(await file.getOutline())) {
      const target: unknown = Array.isArray(dest) ? dest[0] : undefined;
      const page = isReference(target) ? 1 + (await file.getPageIndex(target)) : 0;
      bookmarks.push({ title: name, page });
    }
    return { read, alternatives, pages, title, bookmarks };
  } catch {
    return undefined;
  } finally {
    await task.destroy();
  }
}

type Item =
  | { readonly type: string; readonly tag?: string | undefined; readonly id?: string | undefined }
  | { readonly str: string; readonly dir: string; readonly transform: readonly unknown[] };

/**
 * A piece of text as it stands in the file, which is in the order of reading: pdf.js takes what runs from right to left
 * to stand in the order of its places, and turns it round, all but numerals.
 */
const asWritten = ({ str, dir }: { readonly str: string; readonly dir: string }): string =>
  dir === "rtl" && !/\p{N}/u.test(str) ? Array.from(str).toReversed().join("") : str;

/** Sorts a page's text by what it is marked as. */
function sorted(items: readonly Item[], texts: Map<string, string>): Pick<PdfPage, "artifacts" | "unmarked"> {
  const artifacts: PdfRun[] = [];
  const unmarked: string[] = [];
  const open: { readonly tag: string; readonly id: string | undefined }[] = [];
  for (const item of items) {
    if (!("str" in item)) {
      if (item.type === "endMarkedContent") open.pop();
      else open.push({ tag: item.tag ?? "", id: item.id });
      continue;
    }
    const text = asWritten(item);
    const inner = open.at(-1);
    const id = open.findLast((mark) => mark.id !== undefined)?.id;
    if (id !== undefined) texts.set(id, (texts.get(id) ?? "") + text);
    else if (inner?.tag === "Artifact") artifacts.push({ text, base: Number(item.transform[5]) });
    else if (text.trim() !== "") unmarked.push(text);
  }
  return { artifacts, unmarked };
}

interface Bookmark {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly Bookmark[];
}

const flat = (bookmarks: readonly Bookmark[] | null): readonly Bookmark[] =>
  (bookmarks ?? []).flatMap((bookmark) => [bookmark, ...flat(bookmark.items)]);

const isReference = (thing: unknown): thing is { readonly num: number; readonly gen: number } =>
  typeof thing === "object" && thing !== null && "num" in thing && "gen" in thing;
