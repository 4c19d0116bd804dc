/* oxlint-disable no-underscore-dangle -- pdfmake's own names */
import { Renderer } from "./pdfmake-classes.ts";

interface Target {
  readonly link: string | undefined;
  readonly destination: string | undefined;
}

interface Area extends Target {
  readonly x: number;
  readonly width: number;
}

/**
 * pdfmake's pen, which draws one link for a whole run of words where pdfmake draws one a word, names spots inside a
 * line, and sets bookmarks at the height of their headings.
 */
export class LinkingRenderer extends Renderer {
  readonly #bookmarks = new Map<string, ReturnType<typeof this.pdfDocument.outline.addItem>>();

  override renderLine(line: PdfmakeLine, x: number, y: number): void {
    const { inlines } = line;
    this.#bookmark(line, y);
    line.inlines = inlines.map(({ link: _link, linkToDestination: _destination, ...rest }) => rest);
    super.renderLine(line, x, y);
    line.inlines = inlines;
    for (const inline of inlines) {
      if (inline.destination !== undefined)
        this.pdfDocument.addNamedDestination(inline.destination, "XYZ", x + inline.x, y, null);
    }
    const height = line.getHeight();
    for (const area of linkAreas(inlines)) {
      if (area.link !== undefined) this.pdfDocument.link(x + area.x, y, area.width, height, area.link);
      else if (area.destination !== undefined)
        this.pdfDocument.goTo(x + area.x, y, area.width, height, area.destination);
    }
  }

  #bookmark(line: PdfmakeLine, y: number): void {
    const item = line._outline;
    if (item === undefined) return;
    line._outline = undefined;
    const { outline, page } = this.pdfDocument;
    const parent = (item.parentId === undefined ? undefined : this.#bookmarks.get(item.parentId)) ?? outline;
    // pdfkit counts `left` from the right edge.
    const entry = parent.addItem(item.text, { top: Math.max(y - 8, 0), left: page.width, expanded: true });
    if (item.id !== undefined) this.#bookmarks.set(item.id, entry);
  }
}

/** Neighbouring words with one target make one link. */
function linkAreas(inlines: readonly PdfmakeInline[]): Area[] {
  const areas: Area[] = [];
  let before: Target | undefined;
  for (const inline of inlines) {
    const target: Target = { link: inline.link ?? undefined, destination: inline.linkToDestination ?? undefined };
    const last = areas.at(-1);
    const end = inline.x + inline.width - (inline.trailingCut ?? 0);
    if (target.link !== undefined || target.destination !== undefined) {
      if (last !== undefined && before !== undefined && same(before, target))
        areas[areas.length - 1] = { ...last, width: end - last.x };
      else areas.push({ ...target, x: inline.x, width: end - inline.x });
    }
    before = target;
  }
  return areas;
}

const same = (a: Target, b: Target): boolean => a.link === b.link && a.destination === b.destination;
