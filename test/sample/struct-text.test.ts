import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { builtSample } from "./built.ts";
import { heardPdf, PDFINFO } from "./heard.ts";

const EXPECTED = new URL("struct-text.txt", import.meta.url);
const found = spawnSync(PDFINFO, ["-v"]).error === undefined;
if (!found) console.warn("skipped: the PDF as poppler hears it, because there is no pdfinfo (Debian: poppler-utils)");

// A change of the sample's text changes this file too: `npm run sample:write`.
test.skipIf(!found)(
  "the sample's PDF is heard as it is read: in order, notes with their marks",
  async () => {
    const built = await builtSample();
    const pdf = built.files.get("belt-and-road-science.pdf") ?? new Uint8Array();
    expect(heardPdf(pdf)).toBe(readFileSync(EXPECTED, "utf8"));
  },
  120_000,
);
