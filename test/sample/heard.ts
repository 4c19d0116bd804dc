import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The program that says what a PDF's structure holds (Debian: poppler-utils). */
export const PDFINFO = "pdfinfo";

/** A PDF as poppler hears it, `pdfinfo -struct-text`, without the numbers of objects. */
export function heardPdf(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "footing-struct-"));
  try {
    const file = join(folder, "sample.pdf");
    writeFileSync(file, pdf);
    const said = execFileSync(PDFINFO, ["-struct-text", file], { encoding: "utf8" });
    return said.replaceAll(/^ *Object \d+ \d+\n/gmu, "");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
