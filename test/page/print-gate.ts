import type { Browser } from "playwright-core";
import { openPdf } from "../pdf/file.ts";
import { looked } from "./browser.ts";

// What paper has no use for: links within the page, and ways to files.
const LEFT_OUT =
  "nav, footer, .skip, .skip-table, .back, .close, .files, .narrow, script, style, title, desc, .dates a";
const TEXT = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const parts = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(${JSON.stringify(LEFT_OUT)})) parts.push(walker.currentNode.data);
  return parts.join("");
})()`;
// Paper does not scroll, and a cell that sticks to its place hides the rules of its table there.
const STUCK = `[...document.querySelectorAll("td,th")].filter((each) => getComputedStyle(each).position === "sticky")
  .map((each) => each.outerHTML.slice(0, 80))`;
// A browser prints the whole page smaller where a part of it is wider than its paper: A4 between its margins, 166 mm.
const PAPER = 627;
const WIDER = "document.documentElement.scrollWidth - innerWidth";
/** In points from the foot of a sheet: the number of the page stands there. */
const FOOT = 50;

/** What is printed from Chromium holds every character of the page that paper has a use for, in its full size. */
export const printGate = (browser: Browser, file: string): Promise<readonly string[]> =>
  looked(browser, file, { viewport: { width: 1366, height: 900 }, bypassCSP: true }, async (page) => {
    const wanted = counted(await page.evaluate<string>(TEXT));
    const printed = counted(await textOf(await page.pdf({ preferCSSPageSize: true, printBackground: true })));
    const lost = [...wanted].filter(([character, count]) => (printed.get(character) ?? 0) < count);
    const shown = lost.map(([character, count]) => `${character} ${printed.get(character) ?? 0} of ${count}`);
    await page.emulateMedia({ media: "print" });
    const stuck = await page.evaluate<readonly string[]>(STUCK);
    await page.setViewportSize({ width: PAPER, height: 900 });
    const wider = await page.evaluate<number>(WIDER);
    return [
      ...(lost.length === 0 ? [] : [`print/lost: ${shown.join(", ")}`]),
      ...(wider > 0 ? [`print/smaller: ${wider} px wider than the paper`] : []),
      ...stuck.map((each) => `print/stuck: ${each}`),
    ];
  });

async function textOf(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items) if ("str" in item && Number(item.transform[5]) > FOOT) pages.push(item.str);
  }
  await task.destroy();
  return pages.join("") + (await clustersOf(bytes));
}

/**
 * What Chromium says of letters with marks on them: a letter that never stands without one has no character of its own
 * there, but a text in its place (ISO 32000-1, 14.9.4), which pdf.js does not read.
 */
async function clustersOf(bytes: Uint8Array): Promise<string> {
  const { pages } = await openPdf(bytes);
  const operands = pages.flatMap((page) =>
    page.operators.flatMap((each) => (each.name === "BDC" ? each.operands : [])),
  );
  const texts = operands.flatMap((each, i) =>
    operands[i - 1] === "/ActualText" ? [each.replace(/[<>]|^<FEFF/gu, "")] : [],
  );
  const units = texts.flatMap((hex) => hex.match(/[0-9A-F]{4}/giu) ?? []);
  return String.fromCharCode(...units.map((unit) => parseInt(unit, 16)));
}

/** How often each character stands in a text: blanks, soft signs and hyphens, which lines make, left out. */
function counted(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const character of text.normalize("NFKC").replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff\u2010-]/gu, ""))
    counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}
