import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "parse5";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attribute, elementsIn } from "../../pipeline/prove/page-tree.ts";
import { svgTags } from "../../pipeline/model/svg-tags.ts";
import { builtPage, closeFolder, openFolder } from "./built.ts";

describe("words of a chart that mean harm", () => {
  const folder = openFolder();
  let at = "";
  beforeAll(async () => {
    at = dirname(await builtPage("chart-of-hostile-text", folder));
  }, 60_000);
  afterAll(() => closeFolder(folder));
  const read = (path: string): string => readFileSync(join(at, path), "utf8");

  it("make no element and no handler in the page", () => {
    const elements = elementsIn(parse(read("index.html")));
    expect(elements.filter(({ tagName }) => tagName === "img")).toEqual([]);
    expect(elements.filter(({ tagName }) => tagName === "script")).toHaveLength(1);
    expect(elements.flatMap(({ attrs }) => attrs).filter(({ name }) => name.startsWith("on"))).toEqual([]);
    const links = elements.flatMap((element) => attribute(element, "href") ?? []);
    expect(links.filter((href) => href.startsWith("javascript:"))).toEqual([]);
  });

  it("are text in the drawing to take away", () => {
    const svg = read("charts/shift.svg");
    expect(svgTags(svg)).not.toMatch(/<(?:script|img|image|a)\b|\son\w+=|href/);
    expect(svg).toContain("&lt;script&gt;");
    expect(svg).toContain("javascript:pay");
  });

  it("are no formula in the rows to take away, and numbers keep their signs", () => {
    const rows = read("tables/payers.csv").trimEnd().split("\n");
    expect(rows[1]).toContain("'=1+<script>");
    expect(rows[3]).toContain("'@`javascript:a`");
    expect(rows[1]).toMatch(/,-\d/);
  });

  it("are words in the PDF, which acts on none", () => {
    const pdf = readFileSync(join(at, "rail.pdf"), "latin1");
    expect(pdf).not.toMatch(/\/(?:JavaScript|JS|Launch|SubmitForm)\b/);
  });
});

describe("the tags of a drawing", () => {
  it.each([
    ['<text> onload="x"</text>', "<text></text>"],
    ['<rect x="a>" onload="x"/><g>', '<rect x="a>" onload="x"/><g>'],
    ["<text>a < b onload=x</text>", "<text>a < b onload=x</text>"],
  ])("of %s are %s", (svg, tags) => expect(svgTags(svg)).toBe(tags));
});
