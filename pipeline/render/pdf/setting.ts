import type { Doc } from "../../model/doc.ts";
import type { Drawing } from "../../model/drawing.ts";
import type { ChartId } from "../../model/id.ts";
import type { Language } from "../../model/language.ts";
import type { Palette, Theme } from "../../model/theme.ts";
import type { Typefaces } from "../../type/typefaces.ts";
import type { Deflate } from "./file/streams.ts";
import { anchorNames, type Anchors } from "./content/anchors.ts";
import { pageFor, type Page } from "./page.ts";

/** What a PDF is made from. */
export interface PdfInput {
  readonly doc: Doc;
  readonly drawings: ReadonlyMap<ChartId, Drawing>;
  /** The rows of tables and charts as CSV, by their paths; they go along inside the PDF. */
  readonly data: ReadonlyMap<string, string>;
  readonly theme: Theme;
  readonly language: Language;
  readonly typefaces: Typefaces;
  /** What compresses streams; without it, pdfkit does. */
  readonly deflate?: Deflate | undefined;
}

/** All that the setting of a block may ask for. */
export interface Setting extends PdfInput {
  readonly page: Page;
  readonly palette: Palette;
  readonly anchors: Anchors;
}

/** The setting of one PDF: its page, its colours, and names for its spots. */
export const settingFor = (input: PdfInput): Setting => ({
  ...input,
  page: pageFor(input.theme),
  palette: input.theme.colour.light,
  anchors: anchorNames(),
});
