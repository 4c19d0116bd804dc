import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderHtml } from "../../pipeline/render/html/html.ts";
import { DOC } from "../render/html/fixture-doc.ts";
import { id, place, section, text } from "../render/html/fixture-parts.ts";
import { input } from "../render/html/fixture.ts";
import { axeGate } from "./axe-gate.ts";
import { hasChromium, looked, openBrowser, sayWithout } from "./browser.ts";
import { closeFolder, openFolder } from "./built.ts";
import { fitGate } from "./layout-gates.ts";
import { validGate } from "./markup-gates.ts";

sayWithout("a language from right to left in a quotation");

const WORDS = "\u05d3\u05e8\u05da \u05d0\u05e8\u05d5\u05db\u05d4";

// This looks at the drawing alone; the case page-with-right-to-left-quotations goes all the way.
describe.skipIf(!hasChromium)("a language from right to left in a quotation", () => {
  const folder = openFolder();
  const file = join(folder, "index.html");
  let browser: Browser;
  let html = "";
  beforeAll(async () => {
    browser = await openBrowser();
    const quote = section("only", "text", "Only", {
      kind: "quote",
      id: id("only-q1"),
      place,
      blocks: [
        {
          kind: "paragraph",
          id: id("only-q1-p1"),
          place,
          inlines: [
            text("They said: "),
            { kind: "language", language: "he", direction: "rtl", children: [text(`${WORDS}!`)], place },
            text(" It is a long road."),
          ],
        },
      ],
    });
    html = (await renderHtml(input({ doc: { ...DOC, body: [quote], notes: [], discrepancies: [] } }))).value ?? "";
    writeFileSync(file, html);
  });
  afterAll(async () => {
    await browser?.close();
    closeFolder(folder);
  });

  it("is marked with its language and direction, and passes the gates", { timeout: 120_000 }, async () => {
    expect(html).toContain(`<span lang="he" dir="rtl">${WORDS}!</span>`);
    expect([...(await validGate(html)), ...(await fitGate(browser, file)), ...(await axeGate(browser, file))]).toEqual(
      [],
    );
  });

  it("has its mark at its own end, on the left", async () => {
    const [mark, first] = await looked(browser, file, {}, (page) =>
      page.evaluate<number[]>(`(() => {
        const words = document.querySelector("[dir=rtl]").firstChild;
        return [words.length - 1, 0].map((at) => {
          const range = document.createRange();
          range.setStart(words, at);
          range.setEnd(words, at + 1);
          return range.getBoundingClientRect().left;
        });
      })()`),
    );
    expect(mark).toBeLessThan(first ?? 0);
  });
});
