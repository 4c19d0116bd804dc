import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderHtml } from "../../../pipeline/render/html/html.ts";
import { input } from "./fixture.ts";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const found = existsSync(executablePath);
if (!found)
  console.warn(
    `skipped: the page in a browser, because there is no Chromium at ${executablePath} (CHROMIUM_PATH names another)`,
  );

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

describe.skipIf(!found)("the page in Chromium", () => {
  let browser: Browser;
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "footing-page-"));
    writeFileSync(join(folder, "index.html"), (await renderHtml(input())).value ?? "");
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened<Result>(
    options: BrowserContextOptions,
    look: (page: Page) => Promise<Result>,
  ): Promise<Result> {
    const context = await browser.newContext({ reducedMotion: "reduce", ...options });
    try {
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(folder, "index.html")).href);
      return await look(page);
    } finally {
      await context.close();
    }
  }
  const widths = [320, 1366].flatMap((width) =>
    (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
  );

  it.each(widths)(
    "has no fault that axe finds, $width px, $colorScheme",
    { timeout: 60_000 },
    async ({ width, colorScheme }) => {
      const faults = await opened({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true }, async (page) => {
        await page.evaluate(axe.source);
        return await page.evaluate(`axe.run(document, { runOnly: { type: "tag", values: ${JSON.stringify(TAGS)} } })
        .then((found) => found.violations.map((each) => each.id + ": " + each.nodes[0].html.slice(0, 200)))`);
      });
      expect(faults).toEqual([]);
    },
  );

  it("is seen by axe when a table loses its names", { timeout: 60_000 }, async () => {
    const faults = await opened({ bypassCSP: true }, async (page) => {
      await page.evaluate(axe.source);
      return await page.evaluate(`document.querySelector("svg").removeAttribute("aria-labelledby"); document.querySelector("svg title").remove();
        axe.run(document).then((found) => found.violations.map((each) => each.id))`);
    });
    expect(faults).toContain("svg-img-alt");
  });

  it.each([320, 360, 768, 1024, 1366])("is no wider than the window, %d px", { timeout: 30_000 }, async (width) => {
    const over = await opened({ viewport: { width, height: 700 } }, (page) =>
      page.evaluate("document.documentElement.scrollWidth - innerWidth"),
    );
    expect(over).toBe(0);
  });

  it("says the same without scripts, and asks for nothing", { timeout: 30_000 }, async () => {
    const texts = [true, false].map((javaScriptEnabled) =>
      opened({ javaScriptEnabled }, async (page) => {
        const asked: string[] = [];
        page.on("request", (request) => asked.push(request.url().slice(0, 5)));
        const faults: string[] = [];
        page.on("console", (message) => faults.push(message.text()));
        await page.reload();
        expect(asked.filter((url) => url !== "data:" && url !== "file:")).toEqual([]);
        expect(faults).toEqual([]);
        return { title: await page.title(), text: await page.locator("body").innerText() };
      }),
    );
    const [on, off] = await Promise.all(texts);
    expect(on?.title).toBe("Science on the Belt and Road – The Footing project");
    expect(on).toEqual(off);
  });

  it("shows one drawing of a chart at a time, the narrow one legibly on a phone", { timeout: 30_000 }, async () => {
    const shown = (width: number): Promise<unknown> =>
      opened({ viewport: { width, height: 700 } }, (page) =>
        page.evaluate(`[...document.querySelectorAll("svg")].filter((svg) => svg.checkVisibility())
          .map((svg) => [svg.getAttribute("class"), 13.5 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width >= 11])`),
      );
    expect(await shown(320)).toEqual([["narrow", true]]);
    expect(await shown(700)).toEqual([["wide", true]]);
  });

  it(
    "sets each note beside its reference where the margin has room, and none over another",
    { timeout: 30_000 },
    async () => {
      const beside = await opened({ viewport: { width: 1366, height: 900 } }, (page) =>
        page.evaluate(`[...document.querySelectorAll(".notes li")].map((note, index, all) => {
        const box = note.getBoundingClientRect();
        const mark = document.querySelector("#ref-" + note.value).getBoundingClientRect();
        const before = all[index - 1]?.getBoundingClientRect().bottom ?? 0;
        return box.left > mark.right && box.top >= before && Math.abs(box.top - mark.top) < 200;
      })`),
      );
      expect(beside).toEqual(Array.from({ length: 25 }, () => true));
    },
  );

  it("lets a screen reader hear the sign of a number", { timeout: 30_000 }, async () => {
    const heard = await opened({}, (page) => page.locator("#initiatives-see").ariaSnapshot());
    expect(heard).toContain("advice fell by minus 3.8");
    expect(heard).not.toContain("\u2212");
  });
});
