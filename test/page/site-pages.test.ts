import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { edit, openFolder, publish } from "../site/house.ts";
import { axeGate } from "./axe-gate.ts";
import { hasChromium, looked, openBrowser, sayWithout } from "./browser.ts";
import { keyboardGate } from "./keyboard-gate.ts";
import { fitGate, openingGate, weightGate } from "./layout-gates.ts";
import { structureGate, validGate } from "./markup-gates.ts";
import { hasJava, nuGate } from "./nu-gate.ts";

sayWithout("the gates of a site's own pages");

describe.skipIf(!hasChromium)("a site's own pages", { timeout: 240_000 }, () => {
  let browser: Browser;
  let folder = "";
  beforeAll(async () => {
    folder = openFolder();
    await publish(folder, "first", "2026-03-01");
    edit(folder, "data/rail/budget.yaml", "share_2025: 57", "share_2025: 56");
    edit(folder, "data/rail/budget.yaml", "share_2025: 36", "share_2025: 37");
    await publish(folder, "revision", "2026-04-01", "The accounts were revised");
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const file = (path: string): string => join(folder, "site", path);

  it.each(["index.html", "rail/editions/index.html", "404.html"])("%s passes the gates", async (path) => {
    const html = readFileSync(file(path), "utf8");
    // The index alone has a script, for its search box.
    const scripts = path === "index.html" ? ["weight/script: 1"] : [];
    expect([
      ...weightGate(file(path)),
      ...structureGate(html),
      ...(await validGate(html)),
      ...(await openingGate(browser, file(path))),
      ...(await fitGate(browser, file(path))),
      ...(await keyboardGate(browser, file(path))),
      ...(await axeGate(browser, file(path))),
    ]).toEqual(scripts);
  });

  it.skipIf(!hasJava)("pass the Nu checker", () => {
    const files = ["index.html", "rail/editions/index.html", "404.html"].map(file);
    // The checker takes no hash for a script's leave, and knows no origin of files; Chromium does, as the search box below shows.
    const leave = /^nu\/info: (?:Inline script|Resource) violates Content Security Policy/;
    expect([...nuGate(files).values()].flat().filter((said) => !leave.test(said))).toEqual([]);
  });

  const OPEN = { viewport: { width: 800, height: 600 } };
  const shown = "[...document.querySelectorAll('.briefs > li')].filter((each) => each.checkVisibility()).length";

  it("the search box finds by title, keyword and day, in any order and case, and says how many", async () => {
    const found = await looked(browser, file("index.html"), OPEN, async (page) => {
      const counts: [number, string | null][] = [];
      for (const words of ["", "RAILWAYS public", "april 2026", "pàys", "nowhere"]) {
        await page.getByRole("searchbox", { name: "Search" }).fill(words);
        counts.push([await page.evaluate<number>(shown), await page.getByRole("status").textContent()]);
      }
      return counts;
    });
    const one = [1, "Briefs found: 1"];
    expect(found).toEqual([[1, ""], one, one, one, [0, "Briefs found: 0"]]);
  });

  it("without a script there is no search box, and the list is complete", async () => {
    const off = { ...OPEN, javaScriptEnabled: false };
    const seen = await looked(browser, file("index.html"), off, async (page) => [
      await page.locator("search").isVisible(),
      await page.locator(".briefs > li").isVisible(),
      await page.locator(".by-keyword").innerText(),
    ]);
    expect(seen).toEqual([false, true, expect.stringMatching(/public money[\s\S]*railways/)]);
  });
});
