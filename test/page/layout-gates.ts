import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { looked } from "./browser.ts";

const KIB = 1024;
const INLINED = /base64,[A-Za-z0-9+/=]{2000,}/g;

/** What a page weighs, in bytes as sent, in scripts and in elements. */
export function weightGate(file: string): readonly string[] {
  const html = readFileSync(file, "utf8");
  const all = gzipSync(html, { level: 9 }).length;
  const bare = gzipSync(html.replace(INLINED, ""), { level: 9 }).length;
  const scripts = [...html.matchAll(/<script(?![^>]*ld\+json)[^>]*>/g)].length;
  return [
    ...(all > 100 * KIB ? [`weight/gzip: ${all} bytes, at most ${100 * KIB}`] : []),
    ...(bare > 30 * KIB ? [`weight/without-fonts: ${bare} bytes, at most ${30 * KIB}`] : []),
    ...(scripts > 0 ? [`weight/script: ${scripts}`] : []),
  ];
}

const SHIFTS = `window.shift = 0;
  new PerformanceObserver((list) => { for (const each of list.getEntries()) window.shift += each.value; })
    .observe({ type: "layout-shift", buffered: true });`;

/** What a page asks for and says while it opens, and how many elements it has. */
export const openingGate = (browser: Browser, file: string): Promise<readonly string[]> =>
  looked(browser, file, { viewport: { width: 1366, height: 900 } }, async (page) => {
    const asked: string[] = [];
    const said: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (fault) => said.push(String(fault)));
    await page.reload();
    await page.waitForTimeout(300);
    const elements = await page.evaluate<number>("document.querySelectorAll('*').length");
    const beyond = asked.filter((url) => !url.startsWith("data:") && url !== page.url());
    return [
      ...beyond.map((url) => `weight/request: ${url}`),
      ...said.map((text) => `layout/console: ${text}`),
      ...(elements > 2500 ? [`weight/elements: ${elements}, at most 2500`] : []),
    ];
  });

/** How a page moves while it opens, on a phone, a tablet and a desk: each a fresh start, with no face ready. */
export async function shiftGate(browser: Browser, file: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of [320, 768, 1366]) {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(SHIFTS);
    await page.goto(pathToFileURL(file).href);
    await page.waitForTimeout(300);
    const shift = await page.evaluate<number>("window.shift");
    await context.close();
    if (shift >= 0.01) found.push(`layout/shift: ${shift} at ${width} px, less than 0.01`);
  }
  return found;
}

const OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
// Text that its own box cuts off. What is hidden from the eye on purpose is clipped to nothing, and not meant.
const CUT = `[...document.querySelectorAll("p,li,h1,h2,h3,h4,td,th,dd,dt,a,caption,summary")].filter((each) => {
    const style = getComputedStyle(each);
    return style.clipPath === "none" && /hidden|clip/.test(style.overflowX + style.overflowY) && each.clientWidth > 2 &&
      (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1);
  }).map((each) => each.outerHTML.slice(0, 80))`;
// A word that its box does not hold runs over what stands beside it.
const TORN = `[...document.querySelectorAll("td,th")].filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1)
  .map((each) => each.outerHTML.slice(0, 80))`;
const SPACED = `*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}`;
const SMALLEST = `Math.min(99, ...[...document.querySelectorAll("svg text")].filter((each) => each.checkVisibility()).map((each) => {
    const svg = each.ownerSVGElement;
    return parseFloat(getComputedStyle(each).fontSize) * svg.getBoundingClientRect().width / (svg.viewBox.baseVal.width || 1);
  }))`;

async function fits(page: Page, name: string, rule: string): Promise<readonly string[]> {
  const over = await page.evaluate<number>(OVER);
  const cut = await page.evaluate<string[]>(CUT);
  const words = await page.evaluate<string[]>(TORN);
  return [
    ...(over > 0 ? [`layout/${rule}: ${over} px, ${name}`] : []),
    ...cut.map((each) => `layout/cut: ${each}, ${name}`),
    ...words.map((each) => `layout/torn: ${each}, ${name}`),
  ];
}

/** What is laid over the page's own styles while it is looked at. */
const LAID_OVER = `(css) => {
  const laid = document.getElementById("laid-over") ?? document.head.appendChild(document.createElement("style"));
  laid.id = "laid-over";
  laid.textContent = css;
}`;

/** Nothing is wider than the window, cut off or too small to read: on a phone, widely spaced, at 200 per cent. */
export async function fitGate(browser: Browser, file: string): Promise<readonly string[]> {
  const options = { viewport: { width: 320, height: 700 }, bypassCSP: true };
  const plain = await looked(browser, file, options, async (page) => {
    const at = async (width: number, name: string, css = ""): Promise<readonly string[]> => {
      await page.setViewportSize({ width, height: 700 });
      await page.evaluate(`(${LAID_OVER})(${JSON.stringify(css)})`);
      return fits(page, name, css === SPACED ? "text-spacing" : "overflow");
    };
    const smallest = await page.evaluate<number>(SMALLEST);
    return [
      ...(await at(320, "320 px")),
      ...(await at(768, "768 px")),
      ...(await at(1366, "1366 px")),
      ...(await at(320, "320 px with the text spacing of WCAG 1.4.12", SPACED)),
      ...(await at(1280, "text at 200 per cent", "html{font-size:calc(var(--size) * 2)!important}")),
      // Chromium's own rounding of a drawing's width leaves a hundredth of a pixel.
      ...(smallest < 10.99 ? [`layout/chart-text: ${smallest} px at 320 px, at least 11`] : []),
    ];
  });
  const sharp = { viewport: { width: 640, height: 700 }, deviceScaleFactor: 2, bypassCSP: true };
  const zoomed = await looked(browser, file, sharp, (page) => fits(page, "zoomed to 200 per cent", "overflow"));
  return [...plain, ...zoomed];
}

/** The page is the same to the eye and as text when scripts are off. */
export async function scriptOffGate(browser: Browser, file: string): Promise<readonly string[]> {
  const seen = (javaScriptEnabled: boolean): Promise<{ text: string; pixels: Buffer }> =>
    looked(browser, file, { viewport: { width: 1366, height: 900 }, javaScriptEnabled }, async (page) => ({
      text: await page.locator("body").innerText(),
      pixels: await page.screenshot({ fullPage: true }),
    }));
  const [on, off] = [await seen(true), await seen(false)];
  return [
    ...(on.text === off.text ? [] : ["script-off/text: another text"]),
    ...(on.pixels.equals(off.pixels) ? [] : ["script-off/pixels: other pixels"]),
  ];
}
