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
function advance(operands: readonly string[], widths: readonly number[]): number {
  return operands.reduce((sum, operand) => {
    if (operand === "[" || operand === "]") return sum;
    if (!operand.startsWith("<")) return sum - Number(operand);
    const codes = operand.slice(1, -1).match(/.{4}/gu) ?? [];
    return sum + codes.reduce((all, code) => all + (widths[parseInt(code, 16)] ?? 0), 0);
  }, 0);
}

function widthsOf(name: string, page: FilePage, { get }: PdfFile): readonly number[] {
  const font = page.fonts.get(name);
  const kids = font === undefined ? undefined : get(font, "DescendantFonts");
  const [first] = kids instanceof PDFArray ? kids.asArray() : [];
  const inner = first === undefined ? undefined : font?.context.lookup(first);
  const w = inner instanceof PDFDict ? get(inner, "W") : undefined;
  const list = w instanceof PDFArray ? w.lookup(1) : undefined;
  return list instanceof PDFArray
    ? list.asArray().map((each) => (each instanceof PDFNumber ? each.asNumber() : 0))
    : [];
}
