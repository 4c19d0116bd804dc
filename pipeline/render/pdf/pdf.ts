import { hasErrors, type Problem } from "../../model/problem.ts";
import type { Outcome } from "../../model/stage.ts";
import { tooWide } from "./content/tables.ts";
import { settingFor, type PdfInput } from "./setting.ts";

/**
 * Draws a brief as a PDF: cover, text, tables, charts, notes, discrepancies. The same input gives the same bytes.
 * A problem where the page has no room for a table. Throws only where an earlier stage let something through: a chart
 * without a drawing, or one that reaches outside itself.
 */
export async function renderPdf(input: PdfInput): Promise<Outcome<Uint8Array>> {
  const setting = settingFor(input);
  const problems: readonly Problem[] = tooWide(input.doc, setting);
  if (hasErrors(problems)) return { problems };
  // pdfmake is heavy, and not needed where the PDF is already known.
  const { print } = await import("./printer.ts");
  return { value: await print(setting), problems };
}
