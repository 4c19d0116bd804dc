import { remembering } from "../../model/remembered.ts";
import { stampOf } from "../../model/edition-labels.ts";
import type { Content } from "./content/content.ts";
import { blockContent, textColumn } from "./content/blocks.ts";
import { contentsContent } from "./content/contents.ts";
import { coverContent, runningFoot, runningHead } from "./content/cover.ts";
import { discrepanciesContent, notesById } from "./content/notes.ts";
import { drawerFor } from "./file/drawing/drawer.ts";
import { editionDate, openFile } from "./file/file.ts";
import { printFonts } from "./file/fonts.ts";
import { Pen } from "./file/pen.ts";
import { ARTIFACT, documentElement, type StructureElement } from "./file/structure.ts";
import { stacked } from "./layout/column.ts";
import { galleyOf, piecesOf } from "./layout/galley.ts";
import { hyphenation } from "./layout/hyphens.ts";
import { keptLines } from "./layout/kept-lines.ts";
import { afterMentions } from "./layout/mentions.ts";
import { pagesOf } from "./layout/pages.ts";
import { withPageNumbers } from "./layout/page-numbers.ts";
import { moved, type Mark, type Strip } from "./layout/piece.ts";
import { linesOf, type Press } from "./layout/press.ts";
import type { Setting } from "./setting.ts";
import { stylesFor } from "./styles.ts";

/** Lays a brief out and draws it: content → galley → pages → file. */
export async function print(setting: Setting): Promise<Uint8Array> {
  const { page, doc } = setting;
  const { tree, pages } = await layOut(setting);
  const file = openFile(setting);
  const pen = new Pen(file, await drawerFor(pages, file));
  for (const marks of pages) pen.page([page.width, page.height], marks);
  file.writeStructure(tree, editionDate(doc));
  return file.finished();
}

/** A brief on its pages, before it is drawn. */
export interface LaidOut {
  readonly tree: StructureElement;
  readonly pages: readonly (readonly Mark[])[];
}

/** A brief has some dozens of kinds of text. */
const MOST_FACES = 1000;

/** Lays a brief out: where each line, rule and drawing stands, on which page, and what it is to a reader. */
export async function layOut(setting: Setting): Promise<LaidOut> {
  const { page, theme, doc, palette } = setting;
  const [left, top] = page.margins;
  const press: Press = {
    fonts: printFonts(setting.typefaces),
    faces: remembering(MOST_FACES),
    kept: keptLines(setting.typefaces),
    styles: stylesFor(theme),
    language: doc.language,
    hyphenate: theme.type.hyphens ? await hyphenation(doc.language) : undefined,
    justified: theme.type.alignment === "justified",
    smallCaps: theme.type.smallCaps,
    notes: notesById(setting),
    width: page.full,
    depth: page.depth,
  };
  const tree = documentElement();
  const galley = afterMentions(galleyOf(briefContent(setting), tree, press), setting.anchors("page_editions"));
  const pages = withPageNumbers(pagesOf(galley, { left, top, depth: page.depth, rule: palette.muted }));
  return {
    tree,
    pages: pages.map((marks, i) => [
      ...stamp(setting, press),
      ...marks,
      ...furniture(i + 1, pages.length, setting, press),
    ]),
  };
}

/** The whole brief from cover to citation, as nodes that follow each other down the pages. */
export function briefContent(setting: Setting): Content[] {
  const column = textColumn(setting);
  const { doc } = setting;
  return [
    ...coverContent(setting),
    ...contentsContent(setting),
    ...(doc.notice ? blockContent(doc.notice, column, setting) : []),
    ...doc.body.flatMap((section) => blockContent(section, column, setting)),
    ...discrepanciesContent(setting),
    ...(doc.changes ? blockContent(doc.changes, column, setting) : []),
  ];
}

const EMPTY: Strip = { height: 0, marks: [] };
// The least space between the edge of the paper, head and text, in points.
const EDGE = 6;

/** The head and the foot of a page, which nobody reads aloud. */
function furniture(number: number, pages: number, setting: Setting, press: Press): Mark[] {
  const { page } = setting;
  const [left, top, , bottom] = page.margins;
  const head = runningHead(number, setting);
  const foot = runningFoot(number, pages, setting);
  const strip = (content: Content | undefined): Strip =>
    content === undefined ? EMPTY : stacked(piecesOf(content, page.full, ARTIFACT, press));
  const [above, below] = [strip(head), strip(foot)];
  // In a narrow margin they stand nearer to the edge of the paper than to the text.
  const y = Math.max(EDGE, Math.min(top * 0.5, top - above.height - EDGE));
  const end = Math.min(page.height - bottom * 0.6, page.height - below.height - EDGE);
  return [...above.marks.map((mark) => moved(mark, left, y)), ...below.marks.map((mark) => moved(mark, left, end))];
}

/** "Draft" across the page, where the edition has not been published. */
function stamp({ doc, page, language }: Setting, press: Press): Mark[] {
  const label = stampOf(doc.cover.edition);
  if (label === undefined) return [];
  const [line] = linesOf(
    { text: [{ text: language.labels[label].toUpperCase() }], style: "draft" },
    page.height,
    press,
  );
  if (line === undefined) return [];
  return [{ kind: "stamp", x: page.width / 2, y: page.height / 2, line, angle: Math.atan2(page.height, page.width) }];
}
