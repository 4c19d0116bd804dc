import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, openBrowser, sayWithout } from "./browser.ts";
import { builtPage, closeFolder, openFolder } from "./built.ts";
import { gatesOf } from "./gates.ts";

sayWithout("the gates of the pages of case briefs");

describe.skipIf(!hasChromium)("the page of a brief passes every gate", () => {
  const folder = openFolder();
  const built = new Map<string, Promise<string>>();
  const pageOf = (name: string): Promise<string> => {
    const page = built.get(name) ?? builtPage(name, folder);
    built.set(name, page);
    return page;
  };
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    closeFolder(folder);
  });

  it.each([
    ["that has no charts", "page-without-charts"],
    ["that has no notes", "page-without-notes"],
    ["of 120 notes", "page-with-many-notes"],
    ["with a table of 30 columns", "page-with-thirty-columns"],
    ["in German", "page-in-german"],
    ["with quotations that run from right to left", "page-with-right-to-left-quotations"],
    ["of text that means harm", "page-of-hostile-text"],
    ["with a chart whose words mean harm", "chart-of-hostile-text"],
    ["with drawings of the edition before", "charts-redrawn"],
  ])("%s", { timeout: 240_000 }, async (_, name) => {
    expect(await gatesOf(browser, await pageOf(name))).toEqual([]);
  });

  it("and text that means harm has made no element and no address", async () => {
    const html = readFileSync(await pageOf("page-of-hostile-text"), "utf8");
    expect(
      html.match(
        /<script(?! type="application\/ld\+json")|<img|href="javascript:|\son\w+=(?!alert\(\)(?:&gt;|>|\\u003e))/gi,
      ),
    ).toBeNull();
    expect(html).toContain("State &quot;&gt;&lt;img".replaceAll("&quot;", '"'));
  });
});
