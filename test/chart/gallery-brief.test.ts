import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBack, type ReadBack } from "../render/pdf/read.ts";
import { builtSample } from "../sample/built.ts";
import { builtGallery } from "./gallery-build.ts";
import { GALLERY } from "./gallery.ts";

/** The gallery and the sample as finished files: what an SVG prints is in the PDF and on the page, and large enough. */

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const found = existsSync(executablePath);
if (!found)
  console.warn(
    `skipped: charts in a browser, because there is no Chromium at ${executablePath} (CHROMIUM_PATH names another)`,
  );

let gallery: ReadonlyMap<string, Uint8Array>;
let sample: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  gallery = await builtGallery();
  sample = (await builtSample()).files;
}, 120_000);

const file = (files: ReadonlyMap<string, Uint8Array>, ends: string): Uint8Array => {
  const [, bytes] = [...files].find(([path]) => path.endsWith(ends)) ?? [];
  if (bytes === undefined) throw new Error(`no file ends with ${ends}`);
  return bytes;
};

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** The texts of a drawing in the order of painting; of the page, each is there twice, wide and narrow. */
const textsIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, text = ""]) => unescaped(text));

describe("the gallery in a PDF", () => {
  let read: ReadBack;
  beforeAll(async () => {
    read = await readBack(file(gallery, ".pdf"));
  }, 60_000);

  test("has thirty charts and more", () => {
    expect(GALLERY.length).toBeGreaterThanOrEqual(30);
    expect([...gallery.keys()].filter((path) => /^charts\/.*\.svg$/.test(path))).toHaveLength(GALLERY.length);
  });

  test.each(GALLERY.map(({ id }) => id))("%s: every text of the SVG is in the text of the PDF", (id) => {
    const texts = textsIn(new TextDecoder().decode(file(gallery, `charts/${id}.svg`)));
    expect(texts.length).toBeGreaterThan(0);
    const page = read.pages.find(({ text }) => text.includes(`The ${id.replaceAll("-", " ")}`));
    // A page holds several charts; each of its texts stands for one alone.
    const left = (page?.items ?? []).map((item) => item.text);
    const lost = texts.filter((text) => {
      const at = left.indexOf(text);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    expect(lost).toEqual([]);
  });

  test("charts have the whole width, in tinted boxes too", () => {
    const captions = read.pages.flatMap(({ items }) =>
      items.filter(({ text }) => /^Figure\s\d+\.$/u.test(text.trim())),
    );
    expect(captions.length).toBe(GALLERY.length);
    expect(new Set(captions.map(({ x }) => Math.round(x))).size).toBe(1);
  });

  test.each(["gallery", "sample"])("no text of a chart is smaller than 8 points: %s", async (which) => {
    const files = which === "gallery" ? gallery : sample;
    const pages = which === "gallery" ? read.pages : (await readBack(file(sample, ".pdf"))).pages;
    const charts = [...files].filter(([path]) => /^charts\/.*\.svg$/.test(path));
    const texts = new Set(charts.flatMap(([, bytes]) => textsIn(new TextDecoder().decode(bytes))));
    const sizes = pages.flatMap(({ items }) => items.filter(({ text }) => texts.has(text)).map(({ size }) => size));
    expect(sizes.length).toBeGreaterThan(texts.size);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8);
  });
});

describe.skipIf(!found).each(["gallery", "sample"] as const)("the charts of the %s on a phone", (which) => {
  let browser: Browser;
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "footing-charts-"));
    const files = which === "gallery" ? gallery : sample;
    writeFileSync(join(folder, "index.html"), file(files, "index.html"));
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([320, 360, 1366])(
    "at %i px no text is under 11 px, and nothing overflows",
    { timeout: 60_000 },
    async (width) => {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      await page.goto(pathToFileURL(join(folder, "index.html")).href);
      await page.evaluate("document.fonts.ready");
      const seen = (await page.evaluate(`(() => {
      const shown = [...document.querySelectorAll("figure svg")].filter((svg) => svg.getBoundingClientRect().width > 0);
      const texts = shown.flatMap((svg) => {
        const frame = svg.getBoundingClientRect();
        const scale = frame.width / svg.viewBox.baseVal.width;
        return [...svg.querySelectorAll("text")].map((text) => {
          const box = text.getBoundingClientRect();
          return {
            text: text.textContent,
            size: parseFloat(getComputedStyle(text).fontSize) * scale,
            out: box.left < frame.left - 1 || box.right > frame.right + 1 || frame.right > innerWidth + 0.5,
          };
        });
      });
      return { charts: shown.length, texts, wide: document.documentElement.scrollWidth };
    })()`)) as Seen;
      await page.close();
      expect(seen.charts).toBe(which === "gallery" ? GALLERY.length : 3);
      expect(seen.wide).toBeLessThanOrEqual(width);
      expect(seen.texts.filter(({ size }) => size < 11)).toEqual([]);
      expect(seen.texts.filter(({ out }) => out)).toEqual([]);
    },
  );
});

interface Seen {
  readonly charts: number;
  readonly texts: readonly { readonly text: string; readonly size: number; readonly out: boolean }[];
  readonly wide: number;
}
