import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import type { Block, Doc } from "../../../pipeline/model/doc.ts";
import { doc } from "./fixture.ts";
import { drawings } from "./house.ts";
import { paragraph, place, section, text } from "./kit.ts";
import { printed } from "./printed.ts";
import { readBack } from "./read.ts";

const brief = (...blocks: readonly Block[]): Doc => ({
  ...doc,
  cover: { ...doc.cover, contents: false },
  body: [section("x", 1, "Words", "text", ...blocks)],
  notes: [],
  discrepancies: [],
});

/** What a reader takes out of a brief, letter by letter as the file says them. */
async function taken(...blocks: readonly Block[]): Promise<string> {
  const pdf = await getDocument({ data: (await printed(brief(...blocks))).slice(), verbosity: 0 }).promise;
  const page = await pdf.getPage(1);
  const { items } = await page.getTextContent({ disableNormalization: true });
  return items.map((item) => ("str" in item ? item.str : "")).join(" ");
}

// Characters that look the same and share a glyph: each must come out as it was written, whichever came first.
test.each([
  ["ohm and omega", "the \u2126 and the \u03a9"],
  ["delta and increment", "the \u0394 and the \u2206"],
  ["micro and mu", "the \u00b5 and the \u03bc"],
  ["okina and quotation marks", "Hawai\u02bbi and \u2018the sea line\u2019"],
  ["ligatures, typed and set", "\ufb01nancial \ufb02oor, first, finance, flow"],
  ["hyphens", "well\u2010known and well-known"],
])("%s say what was written, in either order", async (_, words) => {
  const turned = words.split(" ").toReversed().join(" ");
  expect(await taken(paragraph(text(words)))).toContain(words);
  expect(await taken(paragraph(text(turned)), paragraph(text(words)))).toMatch(
    new RegExp(`${turned.replaceAll(".", "\\.")}.*${words}`, "su"),
  );
});

test("a square and the mark of a note say two and square each", async () => {
  const { pages } = await readBack(
    await printed({
      ...doc,
      body: [section("x", 1, "Words", "text", paragraph(text("1 km\u00b2 and 5 m\u00b2, ")), ...doc.body)],
    }),
  );
  const all = pages.map((page) => page.text).join(" ");
  expect(all).toContain("1 km\u00b2 and 5 m\u00b2,");
  expect(all.match(/\u00b2/g)).toHaveLength(2);
});

test("texts of a drawing that goes the long way say what they say, in a face of the text and in one that it has not", async () => {
  const [id, own] = [...drawings()][0] ?? [];
  if (id === undefined || own === undefined) throw new Error("no drawing");
  // A colour by its name is none of our charts.
  const line = (y: number, more: string, words: string): string =>
    `<text x="20" y="${y}" font-size="14" fill="red" ${more}>${words}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100" viewBox="0 0 300 100">${line(30, 'font-family="Source Serif 4" font-weight="600" font-style="italic"', "Edge first office")}${line(60, 'font-family="Source Sans 3"', "Letters of a chart")}</svg>`;
  const changed = new Map([...drawings(), [id, { ...own, print: { ...own.print, svg } }]]);
  const { pages } = await readBack(await printed(doc, { drawings: changed }));
  const all = pages.map((page) => page.text).join(" ");
  expect(all).toContain("Edge first office");
  expect(all).toContain("Letters of a chart");
});

test("an address with letters outside ASCII leads where it says", async () => {
  const link = { kind: "link", href: "https://example.org/a?y=\u010d", children: [text("there")], place } as const;
  const { pages } = await readBack(await printed(brief(paragraph(link))));
  expect(pages.flatMap(({ links }) => links.map(({ url }) => url))).toContain("https://example.org/a?y=%C4%8D");
});
