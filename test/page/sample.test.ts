import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, openBrowser, sayWithout } from "./browser.ts";
import { builtPage, closeFolder, openFolder } from "./built.ts";
import { gatesOf } from "./gates.ts";

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
});
