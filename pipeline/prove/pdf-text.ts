/** The text of a PDF, page by page, as a reader program finds it. */
export interface PdfText {
  readonly pages: readonly PdfPage[];
  readonly title: string;
  /** The titles of the bookmarks, outer before inner. */
  readonly bookmarks: readonly string[];
}

export interface PdfPage {
  /** In points. */
  readonly height: number;
  readonly runs: readonly PdfRun[];
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
    const pages: PdfPage[] = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      const runs = items.flatMap((item) =>
        "str" in item ? [{ text: item.str, base: Number(item.transform[5]) }] : [],
      );
      pages.push({ height: page.view[3] ?? 0, runs });
    }
    const { info } = await file.getMetadata();
    const title = "Title" in info && typeof info.Title === "string" ? info.Title : "";
    return { pages, title, bookmarks: titlesOf(await file.getOutline()) };
  } catch {
    return undefined;
  } finally {
    await task.destroy();
  }
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

const titlesOf = (bookmarks: readonly Bookmark[] | null): readonly string[] =>
  (bookmarks ?? []).flatMap(({ title, items }) => [title, ...titlesOf(items)]);
