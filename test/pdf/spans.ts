import { PDFArray, PDFDict, PDFNumber } from "@cantoo/pdf-lib";
import type { FilePage, PdfFile } from "./file.ts";

/** A stretch of text as the file prints it: where it begins, and where its glyphs and the gaps between them end. */
export interface Span {
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly size: number;
}

/** Every level stretch of text of a page, measured by the widths that the file gives for its glyphs. */
export function spansOf(page: FilePage, file: PdfFile): Span[] {
  const spans: Span[] = [];
  let [font, size, x, y, end] = ["", 0, 0, 0, 0];
  for (const { name, operands } of page.operators) {
    if (name === "Tf") [font, size] = [operands[0]?.slice(1) ?? "", Number(operands[1])];
    if (name === "Tm") [x, y, end] = [Number(operands[4]), Number(operands[5]), Number(operands[4])];
    if (name === "TJ") end += (advance(operands, widthsOf(font, page, file)) * size) / 1000;
    if (name === "ET") spans.push({ x, y, end, size });
  }
  return spans;
}

/** How far an array of codes and gaps goes, in thousandths of the size. */
function advance(operands: readonly string[], widths: ReadonlyMap<number, number>): number {
  return operands.reduce((sum, operand) => {
    if (operand === "[" || operand === "]") return sum;
    if (!operand.startsWith("<")) return sum - Number(operand);
    const codes = operand.slice(1, -1).match(/.{4}/gu) ?? [];
    return sum + codes.reduce((all, code) => all + (widths.get(parseInt(code, 16)) ?? 0), 0);
  }, 0);
}

/** The widths of a font by its codes: each list of them stands after the first of its codes (ISO 32000-1, 9.7.4.3). */
function widthsOf(name: string, page: FilePage, { get }: PdfFile): ReadonlyMap<number, number> {
  const font = page.fonts.get(name);
  const kids = font === undefined ? undefined : get(font, "DescendantFonts");
  const [first] = kids instanceof PDFArray ? kids.asArray() : [];
  const inner = first === undefined ? undefined : font?.context.lookup(first);
  const w = inner instanceof PDFDict ? get(inner, "W") : undefined;
  const widths = new Map<number, number>();
  let code = 0;
  for (const each of w instanceof PDFArray ? w.asArray() : []) {
    const found = font?.context.lookup(each);
    if (found instanceof PDFNumber) code = found.asNumber();
    if (!(found instanceof PDFArray)) continue;
    found.asArray().forEach((width, i) => widths.set(code + i, width instanceof PDFNumber ? width.asNumber() : 0));
  }
  return widths;
}
