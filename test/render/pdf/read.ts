import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a reader finds in a finished PDF. */
export interface ReadBack {
  readonly pages: readonly ReadPage[];
  readonly outline: readonly Bookmark[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly xml: string;
  readonly language: string | null;
  readonly destinations: ReadonlyMap<string, Spot>;
}

export interface ReadPage {
  readonly text: string;
  readonly items: readonly { readonly text: string; readonly x: number; readonly y: number; readonly size: number }[];
  readonly links: readonly {
    readonly url: string | undefined;
    readonly destination: string | undefined;
    readonly x: number;
    readonly y: number;
    readonly width: number;
  }[];
}

export interface Bookmark {
  readonly title: string;
  readonly page: number;
  readonly items: readonly Bookmark[];
}

/** A page, counted from 1, and a height on it. */
export interface Spot {
  readonly page: number;
  readonly y: number;
}

export async function readBack(bytes: Uint8Array): Promise<ReadBack> {
  // pdfjs takes the buffer away from whoever hands it over.
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent();
    const items = content.items.flatMap((item) =>
      "str" in item
        ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]), size: item.height }]
        : [],
    );
    const annotations: readonly Annotation[] = await page.getAnnotations();
    const links = annotations.map((each) => ({
      url: each.url,
      destination: each.dest,
      x: each.rect[0],
      y: each.rect[1],
      width: each.rect[2] - each.rect[0],
    }));
    pages.push({ text: items.map((item) => item.text).join(""), items, links });
  }
  const spot = async (target: readonly unknown[]): Promise<Spot> => {
    const [page, , , y] = target;
    return { page: 1 + (await pdf.getPageIndex(page as Parameters<typeof pdf.getPageIndex>[0])), y: Number(y) };
  };
  const bookmarks = async (items: readonly OutlineItem[]): Promise<Bookmark[]> => {
    const made: Bookmark[] = [];
    for (const item of items) {
      const at = Array.isArray(item.dest) ? await spot(item.dest) : { page: 0 };
      made.push({ title: item.title, page: at.page, items: await bookmarks(item.items) });
    }
    return made;
  };
  const destinations = new Map<string, Spot>();
  for (const [name, target] of await destinationsOf(pdf)) destinations.set(name, await spot(target));
  const outline = await bookmarks((await pdf.getOutline()) ?? []);
  const metadata = await pdf.getMetadata();
  const xml = metadata.metadata === null ? "" : String(metadata.metadata.getRaw());
  const info: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(metadata.info));
  const language = typeof info["Language"] === "string" ? info["Language"] : null;
  await task.destroy();
  return { pages, outline, info, xml, language, destinations };
}

interface Annotation {
  readonly url?: string;
  readonly dest?: string;
  readonly rect: readonly [number, number, number, number];
}
interface OutlineItem {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items: readonly OutlineItem[];
}

async function destinationsOf(pdf: {
  getDestinations(): Promise<object>;
}): Promise<readonly (readonly [string, readonly unknown[]])[]> {
  const found = await pdf.getDestinations();
  return (found instanceof Map ? [...found.entries()] : Object.entries(found)) as [string, readonly unknown[]][];
}
