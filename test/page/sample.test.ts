import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, looked, openBrowser, sayWithout } from "./browser.ts";
import { builtPage, closeFolder, openFolder } from "./built.ts";
import { gatesOf } from "./gates.ts";
import { heardTree } from "./heard-tree.ts";
import { hasJava, nuGate } from "./nu-gate.ts";

const EXPECTED = new URL("sample-heard.txt", import.meta.url);

/** How much room there is beside the way out of what lies over the page. */
const BESIDE = `(() => {
  const panel = document.querySelector(".made:has(:target)");
  return panel.clientWidth - panel.querySelector(".close").getBoundingClientRect().width;
})()`;

sayWithout("the gates of the sample's page");

describe.skipIf(!hasChromium)("the sample's page", () => {
  const folder = openFolder();
  let browser: Browser;
  let file = "";
  beforeAll(async () => {
    [browser, file] = [await openBrowser(), await builtPage("sample", folder)];
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    closeFolder(folder);
  });

  it("passes every gate", { timeout: 240_000 }, async () => {
    expect(await gatesOf(browser, file)).toEqual([]);
  });

  it.skipIf(!hasJava)("has no fault that the Nu checker finds", { timeout: 60_000 }, () => {
    expect([...nuGate([file])]).toEqual([[file, []]]);
  });

  // A change of the sample's text changes the file too: read the difference before it is taken over.
  it("is heard as it is read: everything named, in order", { timeout: 60_000 }, async () => {
    expect(await heardTree(browser, file)).toBe(readFileSync(EXPECTED, "utf8"));
  });

  it.each([320, 1366])("tells how a number was made over the page, which stays, at %d px", async (width) => {
    const seen = await looked(browser, file, { viewport: { width, height: 800 } }, async (page) => {
      const number = page.locator("#anso-5 a[href^='#made_']").last();
      await number.scrollIntoViewIfNeeded();
      const before = await page.evaluate<number>("scrollY");
      await number.click();
      const told = page.locator(".made:has(:target)");
      const text = await told.innerText();
      const box = await told.boundingBox();
      // Whatever scrolls under the way out would be hidden behind it, the end of a number too.
      const beside = await page.evaluate<number>(BESIDE);
      const during = await page.evaluate<number>("scrollY");
      await told.locator(".close").click();
      return {
        moved: [during - before, (await page.evaluate<number>("scrollY")) - before],
        text,
        box,
        beside,
        left: await told.count(),
      };
    });
    expect(seen).toMatchObject({ moved: [0, 0], beside: 0, left: 0 });
    expect(seen.text).toContain("33.81 \u2212 27.3");
    expect((seen.box?.y ?? 0) + (seen.box?.height ?? 0)).toBeLessThanOrEqual(800);
  });

  it("leads to how a number was made by the keyboard, and from there back to the text", async () => {
    const at = await looked(browser, file, { viewport: { width: 1366, height: 800 } }, async (page) => {
      await page.locator("#anso-5 a[href^='#made_']").last().focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      return page.evaluate<string>("document.activeElement.getAttribute('href')");
    });
    expect(at).toBe("#summary-2");
  });
});
