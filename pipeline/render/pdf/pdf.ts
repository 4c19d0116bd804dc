import { settingFor, type PdfInput } from "./setting.ts";

/**
 * Draws a brief as a PDF: cover, text, tables, charts, discrepancies, notes, how to cite. The same input gives the
 * same bytes. Throws only where an earlier stage let something through: a chart without a drawing, or one that
 * reaches outside itself.
 */
export async function renderPdf(input: PdfInput): Promise<Uint8Array> {
  // pdfmake is heavy, and not needed where the PDF is already known.
  const { print } = await import("./printer.ts");
  return print(settingFor(input));
}
