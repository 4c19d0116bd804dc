import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

/** The Chromium that looks at pages. */
export const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

/** Whether there is a Chromium to look at pages with. */
export const hasChromium = existsSync(executablePath);

/** Says what a test run leaves out because no Chromium is there. */
export function sayWithout(what: string): void {
  if (hasChromium) return;
  console.warn(`skipped: ${what}, because there is no Chromium at ${executablePath} (CHROMIUM_PATH names another)`);
}

/** A browser that draws the same on every machine. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--font-render-hinting=none"],
  });

/** Opens a file in a window of its own, looks at it, and closes the window. */
export async function looked<Seen>(
  browser: Browser,
  file: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<Seen>,
): Promise<Seen> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.evaluate("document.fonts.ready.then(() => true)");
    return await look(page);
  } finally {
    await context.close();
  }
}
