import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtSample } from "./built.ts";

const EXPECTED = new URL("struct-text.txt", import.meta.url);
const PROGRAM = "pdfinfo";
const found = spawnSync(PROGRAM, ["-v"]).error === undefined;
if (!found) console.warn("skipped: the PDF as poppler hears it, because there is no pdfinfo (Debian: poppler-utils)");

// A change of the sample's text changes this file too: `pdfinfo -struct-text`, without the numbers of objects.
test.skipIf(!found)(
  "the sample's PDF is heard as it is read: in order, notes with their marks",
  async () => {
    const built = await builtSample();
    const folder = mkdtempSync(join(tmpdir(), "footing-struct-"));
    try {
      const file = join(folder, "sample.pdf");
      writeFileSync(file, built.files.get("belt-and-road-science.pdf") ?? "");
      const said = execFileSync(PROGRAM, ["-struct-text", file], { encoding: "utf8" });
      const heard = said.replaceAll(/^ *Object \d+ \d+\n/gmu, "");
      expect(heard).toBe(readFileSync(EXPECTED, "utf8"));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
