import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeGate, STATES } from "./axe-gate.ts";
import { hasChromium, openBrowser, sayWithout } from "./browser.ts";
import { builtPage, closeFolder, openFolder } from "./built.ts";
import { keyboardGate } from "./keyboard-gate.ts";
import { fitGate, openingGate, scriptOffGate, shiftGate, weightGate } from "./layout-gates.ts";
import { markupGate, validGate } from "./markup-gates.ts";
import { hasJava, nuGate } from "./nu-gate.ts";
import { printGate } from "./print-gate.ts";

sayWithout("whether the gates of a page can fail");
if (!hasJava) console.warn("skipped: the pages in the Nu checker, because there is no Java");

const folder = openFolder();
let file = "";
let html = "";
beforeAll(async () => {
  file = await builtPage("small", folder);
  html = readFileSync(file, "utf8");
}, 60_000);
afterAll(() => closeFolder(folder));

/** The page with a mistake: a stretch replaced, wherever it stands. Its policy is taken away, so that styles hold. */
function planted(from: string | RegExp, to: string): string {
  const free = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  const changed = free.replace(from, to);
  expect(changed === free, String(from)).toBe(false);
  const path = join(folder, "planted.html");
  writeFileSync(path, changed);
  return path;
}
const css = (rules: string): readonly [from: string, to: string] => ["</style>", `${rules}</style>`];

describe("a mistake in the markup is named", () => {
  it.each([
    ["structure/main", /<(\/?)main\b/g, "<$1div"],
    ["structure/h1", /<(\/?)h1\b/g, "<$1p"],
    ["structure/heading-level", /<h2 (class="heading" id="lines_heading")>(.*?)<\/h2>/, "<h4 $1>$2</h4>"],
    ["structure/heading-id", ' id="lines_heading"', ""],
    ["structure/lang", '<html lang="en-GB">', "<html>"],
    ["structure/id-twice", 'id="summary-1"', 'id="summary"'],
    ["structure/broken-link", 'href="#page_text"', 'href="#nowhere"'],
    ["structure/address", 'href="#page_text"', 'href="http://example.org"'],
    ["notes/pairs", / role="doc-backlink"/, ""],
    ["notes/letters", '<li id="discrepancy-a">', '<li id="discrepancy-a" value="3">'],
    ["tables/caption", /<caption[\s\S]*?<\/caption>/, ""],
    ["tables/scope", / scope="row"/, ""],
    ["tables/row-heads", /<tbody>[\s\S]*?<\/tbody>/, "<tbody><tr><td>1</td></tr></tbody>"],
    ["charts/name", / aria-labelledby="[^"]*_title [^"]*"/, ""],
    ["charts/figure-name", /(<figure[^>]*) aria-labelledby="[^"]*"/, "$1"],
    ["charts/caption", /<figcaption>[\s\S]*?<\/figcaption>/, ""],
    ["numbers/data", / data-figure="[^"]*"/, ""],
    ["numbers/lineage", /<dt id="made_1">/, "<dt>"],
    ["metadata/meta", /<meta property="og:title"[^>]*>/, ""],
    ["metadata/report", /"headline"/, '"head"'],
    ["metadata/pdf", /<link rel="alternate"[^>]*>/, ""],
    ["metadata/dataset", /"variableMeasured":\[[^\]]*\],/, ""],
  ] as const)("%s", (rule, from, to) => {
    expect(markupGate(readFileSync(planted(from, to), "utf8")).map((each) => each.split(":")[0])).toContain(rule);
  });

  it("valid/element-permitted-content", async () => {
    const made = readFileSync(planted("<main", "<p><main"), "utf8");
    expect((await validGate(made)).join("\n")).toContain("valid/");
  });

  it.skipIf(!hasJava)("nu/error, and none in the page as it is", { timeout: 60_000 }, () => {
    const wrong = planted("<main", '<main bogus="1"');
    const said = nuGate([file, wrong]);
    expect(said.get(file)).toEqual([]);
    expect(said.get(wrong)?.join("\n")).toContain("nu/error");
  });
});

describe.skipIf(!hasChromium)("a mistake that a browser sees is named", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => browser?.close());

  const [first, ...rest] = STATES;
  const few = first === undefined ? rest : [first];
  it.each([
    ["axe/color-contrast", css(".text{color:#bbb}"), (path: string) => axeGate(browser, path, few)],
    ["axe/link-name", [/(id="lines_heading"><a [^>]*>)[^<]*/, "$1"], (path: string) => axeGate(browser, path, few)],
    // Enough for WCAG's AA, not for AAA.
    ["axe/color-contrast-enhanced", css(".text{color:#6b6b6b}"), (path: string) => axeGate(browser, path, few)],
    [
      "weight/without-fonts",
      ["</main>", `<p>${incompressible()}</p></main>`],
      async (path: string) => weightGate(path),
    ],
    [
      "weight/gzip",
      ["</style>", `@font-face{src:url(data:font/woff2;base64,${incompressible(180_000)})}</style>`],
      async (path: string) => weightGate(path),
    ],
    ["weight/script", ["</main>", "<script>1</script></main>"], async (path: string) => weightGate(path)],
    ["weight/request", ["</main>", '<img alt="" src="x.png"></main>'], (path: string) => openingGate(browser, path)],
    ["weight/elements", ["</main>", `${"<i>x</i>".repeat(2600)}</main>`], (path: string) => openingGate(browser, path)],
    [
      "layout/shift",
      css("@keyframes a{to{margin-top:300px}}.text{animation:a 50ms forwards}"),
      (path: string) => shiftGate(browser, path),
    ],
    [
      "layout/console",
      ["</main>", '<script src="data:text/javascript,console.warn(1)"></script></main>'],
      (path: string) => openingGate(browser, path),
    ],
    ["layout/overflow", css(".summary{width:500px}"), (path: string) => fitGate(browser, path)],
    ["layout/cut", css("p{height:1em;overflow:hidden}"), (path: string) => fitGate(browser, path)],
    // Fits as it is, and is too wide as soon as its letters stand apart.
    [
      "layout/text-spacing",
      ["</main>", "<p><span style='white-space:nowrap'>Words that just fit into a phone</span></p></main>"],
      (path: string) => fitGate(browser, path),
    ],
    [
      "layout/torn",
      css("td,th{max-width:2rem;overflow-wrap:normal!important}"),
      (path: string) => fitGate(browser, path),
    ],
    ["layout/chart-text", css("svg text{font-size:5px!important}"), (path: string) => fitGate(browser, path)],
    [
      "script-off/text",
      ["</main>", "<noscript><p>Scripts are off.</p></noscript></main>"],
      (path: string) => scriptOffGate(browser, path),
    ],
    [
      "script-off/pixels",
      css("@media (scripting:none){h1{color:red}}"),
      (path: string) => scriptOffGate(browser, path),
    ],
    // A link that the eye sees and the key passes by.
    [
      "keyboard/reach",
      [/<a href="#made_/, '<a tabindex="-1" href="#made_'],
      (path: string) => keyboardGate(browser, path),
    ],
    ["keyboard/outline", css("a:focus-visible{outline:none}"), (path: string) => keyboardGate(browser, path)],
    [
      "keyboard/out-of-sight",
      css(".heading>a{position:absolute;left:-99px}"),
      (path: string) => keyboardGate(browser, path),
    ],
    ["keyboard/skip-link", [/<a class="skip"[\s\S]*?<\/a>/, ""], (path: string) => keyboardGate(browser, path)],
    ["print/lost", css("@media print{.discrepancies{display:none}}"), (path: string) => printGate(browser, path)],
    ["print/smaller", css("@media print{table{min-width:700px}}"), (path: string) => printGate(browser, path)],
    ["print/stuck", css("@media print{td{position:sticky!important}}"), (path: string) => printGate(browser, path)],
  ] as const)("%s", { timeout: 60_000 }, async (rule, [from, to], gate) => {
    const found = await gate(planted(from, to));
    expect(found.map((each) => each.split(":")[0])).toContain(rule);
  });

  // All states are looked at in one window: each must be as its name says, and leave nothing to the next.
  it.each([
    ["(max-width: 30rem)", "320 px, light; 320 px, dark"],
    ["screen and (prefers-color-scheme: dark)", "320 px, dark; 768 px, dark; 1366 px, dark; more contrast"],
    ["(min-width: 60rem) and (max-width: 90rem) and (prefers-contrast: more)", "more contrast"],
    ["(forced-colors: active)", "forced colours"],
    ["print", "print"],
  ])("axe/color-contrast in %s", { timeout: 60_000 }, async (media, names) => {
    const faint = `.text,.text *{forced-color-adjust:none;background:#fff!important;color:#bbb!important}`;
    const found = await axeGate(browser, planted(...css(`@media ${media}{${faint}}`)));
    const fault = found.find((each) => each.startsWith("axe/color-contrast:")) ?? "";
    expect(fault.slice(fault.lastIndexOf("(") + 1, -1)).toBe(names);
  });
});

/** Letters in an order that no packer shortens, the same each time. */
function incompressible(length = 60_000): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 16807) % 2147483647;
    return String.fromCharCode(97 + ((state >> 16) % 26));
  }).join("");
}
