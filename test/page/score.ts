import { readFileSync } from "node:fs";
import { axeGate } from "./axe-gate.ts";
import { hasChromium, openBrowser, sayWithout } from "./browser.ts";
import { builtPage, closeFolder, openFolder } from "./built.ts";
import { keyboardGate } from "./keyboard-gate.ts";
import { fitGate, openingGate, scriptOffGate, shiftGate, weightGate } from "./layout-gates.ts";
import { lighthouseGate } from "./lighthouse.ts";
import { markupGate, validGate } from "./markup-gates.ts";
import { hasJava, nuGate } from "./nu-gate.ts";
import { printGate } from "./print-gate.ts";

// Holds the sample's page against every gate, Lighthouse too, a line each: npm run score

type Faults = readonly string[] | Promise<readonly string[]>;

sayWithout("the gates that a browser sees, and Lighthouse");
const folder = openFolder();
const browser = hasChromium ? await openBrowser() : undefined;
let [passed, failed] = [0, 0];

async function gate(name: string, faults: () => Faults): Promise<void> {
  const found = await faults();
  if (found.length === 0) passed += 1;
  else failed += 1;
  process.stdout.write(`${found.length === 0 ? "passed" : "FAILED"}  ${name}\n`);
  for (const fault of found) process.stdout.write(`          ${fault}\n`);
}

try {
  const file = await builtPage("sample", folder);
  const html = readFileSync(file, "utf8");
  await gate("weight: gzip, without fonts, scripts", () => weightGate(file));
  await gate("markup: structure, notes, tables, charts, numbers, metadata", () => markupGate(html));
  await gate("html-validate", () => validGate(html));
  if (hasJava) await gate("Nu checker", () => [...nuGate([file]).values()].flat());
  else console.warn("skipped: the Nu checker, because there is no Java");
  if (browser) {
    await gate("opening: requests, console, elements", () => openingGate(browser, file));
    await gate("shift: 320, 768, 1366 px", () => shiftGate(browser, file));
    await gate("fit: widths, text spacing, zoom, chart text", () => fitGate(browser, file));
    await gate("script off: text and pixels", () => scriptOffGate(browser, file));
    await gate("keyboard: every stop reached and seen", () => keyboardGate(browser, file));
    await gate("print: nothing lost", () => printGate(browser, file));
    await gate("axe: nine states, contrast of AAA", () => axeGate(browser, file));
    for (const form of ["desktop", "mobile"] as const)
      await gate(`Lighthouse, ${form}`, () => lighthouseGate(file, form));
  }
} finally {
  await browser?.close();
  closeFolder(folder);
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
