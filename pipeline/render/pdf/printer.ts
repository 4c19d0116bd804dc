import { blockContent, textColumn } from "./blocks.ts";
import type { Content } from "./content.ts";
import { coverContent, pageNumber, runningHead } from "./cover.ts";
import { finished, naturalHeights, openFile } from "./file.ts";
import { KeepingLayout } from "./keeps.ts";
import { citationContent, discrepanciesContent, notesContent } from "./notes.ts";
import { TaggingRenderer } from "./pen.ts";
import { SvgMeasure } from "./pdfmake-classes.ts";
import type { Setting } from "./setting.ts";
import { stylesFor } from "./styles.ts";

/** Lays a brief out and draws it: pdfmake's own printer, without what reaches for disk and net, and with our classes. */
export function print(setting: Setting): Promise<Uint8Array> {
  const { page, theme } = setting;
  const [left, top, right, bottom] = page.margins;
  const file = openFile(setting.doc, page, setting.typefaces);
  const styles = stylesFor(theme, naturalHeights(file));
  const orientation = page.width > page.height ? "landscape" : "portrait";
  const layout = new KeepingLayout(
    { width: page.width, height: page.height, orientation },
    { left, top, right, bottom },
    new SvgMeasure(),
  );
  const content: Content = { stack: briefContent(setting) };
  const pages = layout.layoutDocument(content, file, styles, {}, undefined, runningHead(setting), pageNumber(setting));
  file.tree = layout.tree;
  new TaggingRenderer(file).renderPages(pages);
  return finished(file);
}

/** The whole brief from cover to citation, as nodes that follow each other down the pages. */
function briefContent(setting: Setting): Content[] {
  const column = textColumn(setting);
  return [
    ...coverContent(setting),
    ...setting.doc.body.flatMap((section) => blockContent(section, column, setting)),
    ...discrepanciesContent(setting),
    ...notesContent(setting),
    ...citationContent(setting),
  ];
}
