import type { Doc } from "../../../pipeline/model/doc.ts";
import { renderPdf } from "../../../pipeline/render/pdf/pdf.ts";
import type { PdfInput } from "../../../pipeline/render/pdf/setting.ts";
import { drawings, language, theme, typefaces } from "./house.ts";

/** A Doc as a PDF of the house; what is given otherwise is taken otherwise. */
export async function printed(doc: Doc, otherwise: Partial<PdfInput> = {}): Promise<Uint8Array> {
  const house = { doc, drawings: drawings(), data: new Map(), theme, language, typefaces: await typefaces() };
  const { value, problems } = await renderPdf({ ...house, ...otherwise });
  if (value === undefined) throw new Error(problems.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return value;
}
