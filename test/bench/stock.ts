import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Content, Run, TextContent } from "../../pipeline/render/pdf/content/content.ts";
import { fontFamilies } from "../../pipeline/render/pdf/file/fonts.ts";
import { briefContent } from "../../pipeline/render/pdf/printer.ts";
import { settingFor, type PdfInput } from "../../pipeline/render/pdf/setting.ts";
import { stylesFor, type Styles } from "../../pipeline/render/pdf/styles.ts";

/** What is used of pdfmake as it comes. */
export interface Stock {
  setFonts(fonts: object): void;
  setLocalAccessPolicy(policy: (path: string) => boolean): void;
  setUrlAccessPolicy(policy: (url: string) => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
}

/** The same words, tables and drawings set by pdfmake as it comes: no tags, no notes, no floats, no keeps. */
export async function stockPdf(input: PdfInput, stock: Stock, fonts: object): Promise<Uint8Array> {
  stock.setFonts(fonts);
  stock.setLocalAccessPolicy(() => true);
  stock.setUrlAccessPolicy(() => false);
  return stock.createPdf({ ...stockDefinition(input), footer: stockFooter }).getBuffer();
}

const stockFooter = (number: number, pages: number): object => ({
  text: `${number} of ${pages}`,
  style: "running",
  alignment: "right",
});

/** What pdfmake takes, but for the foot of the page. */
export function stockDefinition(input: PdfInput): object {
  const setting = settingFor(input);
  const { page, theme } = setting;
  const styles = stylesFor(theme);
  return {
    pageSize: { width: page.width, height: page.height },
    pageMargins: page.margins,
    content: briefContent(setting).map((node) => stockNode(node, styles)),
    defaultStyle: { font: theme.type.text },
    styles: Object.fromEntries(
      Object.entries(styles).map(([name, style]) => [name, { ...style, lineHeight: undefined }]),
    ),
  };
}

/** The house's fonts as files in a folder. */
export const stockFonts = (input: PdfInput, folder: string): object =>
  Object.fromEntries(Object.entries(fontFamilies(input.typefaces)).map((family) => fontFiles(family, folder)));

/** pdfmake as it comes takes fonts, those of drawings too, from the disk alone. */
function fontFiles([family, faces]: readonly [string, object], folder: string): readonly [string, object] {
  const files = Object.entries(faces).map(([face, bytes]: readonly [string, Uint8Array]) => {
    const file = join(folder, `${family} ${face}.ttf`);
    writeFileSync(file, bytes);
    return [face, file] as const;
  });
  return [family, Object.fromEntries(files)];
}

const run = ({ text, italics, bold, color, fontFeatures, link }: Run): object => ({
  text,
  ...Object.fromEntries(
    Object.entries({ italics, bold, color, fontFeatures, link }).filter(([, value]) => value !== undefined),
  ),
});

/** pdfmake counts line heights in those of the font, of about 1.3. */
const text = (
  { text: runs, style, alignment = "left" }: Pick<TextContent, "text" | "style" | "alignment">,
  styles: Styles,
) => ({
  text: runs.map(run),
  style,
  alignment,
  lineHeight: styles[style].lineHeight / styles[style].fontSize / 1.3,
});

function stockNode(node: Content, styles: Styles): object {
  const margin = node.margin === undefined ? {} : { margin: [...node.margin] };
  const all = (nodes: readonly Content[]): object[] => nodes.map((each) => stockNode(each, styles));
  switch (node.kind) {
    case "text":
      return { ...text(node, styles), ...margin };
    case "stack":
      return { stack: all(node.stack), ...margin };
    case "list":
      return { [node.ordered ? "ol" : "ul"]: all(node.items), ...margin };
    case "frame":
      return {
        table: { widths: ["*"], body: [[{ stack: all(node.stack), fillColor: node.fill }]] },
        layout: "noBorders",
        ...margin,
      };
    case "columns":
      return {
        columns: node.columns.map(({ width, content }) => ({ width, stack: [stockNode(content, styles)] })),
        columnGap: node.gap,
        ...margin,
      };
    case "drawing":
      return { svg: node.svg, width: node.width, font: node.font, ...margin };
    case "rule":
      return {
        canvas: [{ type: "line", x1: 0, y1: 0, x2: node.width, y2: 0, lineWidth: node.weight, lineColor: node.color }],
        ...margin,
      };
    case "grid": {
      const cell = (each: (typeof node.heads)[number][number]) => ({ ...text(each, styles), colSpan: each.span });
      const body = [...node.heads.map((row) => row.map(cell)), ...node.rows.map((row) => row.cells.map(cell))];
      return {
        table: { headerRows: node.heads.length, widths: [...node.widths], body },
        layout: "lightHorizontalLines",
        ...margin,
      };
    }
  }
}
