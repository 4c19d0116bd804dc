import { PDFDict, PDFDocument, PDFName, PDFArray, type PDFObject } from "@cantoo/pdf-lib";
import { beforeAll, expect, test } from "vitest";
import { breachesIn } from "../../pdf/check.ts";
import { doc } from "./fixture.ts";
import { printed } from "./printed.ts";

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await printed(doc);
}, 60_000);

test("finds nothing wrong with a brief of everything", async () => {
  expect(await breachesIn(bytes)).toEqual([]);
});

const name = (text: string): PDFName => PDFName.of(text);

/** The same file with a change to some of its dictionaries. */
async function changed(change: (dict: PDFDict, file: PDFDocument) => void): Promise<readonly string[]> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const [, object] of file.context.enumerateIndirectObjects()) if (object instanceof PDFDict) change(object, file);
  return breachesIn(await file.save({ useObjectStreams: false }));
}

const isTag = (dict: PDFDict, tag: string): boolean => dict.get(name("S")) === name(tag) && dict.has(name("P"));

test.each<[string, (dict: PDFDict) => void, RegExp]>([
  [
    "a drawing without a text alternative",
    (dict) => isTag(dict, "Figure") && dict.delete(name("Alt")),
    /text alternative/u,
  ],
  ["a note without an id", (dict) => isTag(dict, "Note") && dict.delete(name("ID")), /Note has no id/u],
  ["a head that heads nothing", (dict) => isTag(dict, "TH") && dict.delete(name("A")), /what it heads/u],
  ["a paragraph among rows", (dict) => isTag(dict, "TR") && dict.set(name("S"), name("P")), /P stands in/u],
  ["a level left out", (dict) => isTag(dict, "H3") && dict.set(name("S"), name("H5")), /level 5/u],
  [
    "a row that is too short",
    (dict) => {
      const kids = dict.get(name("K"));
      if (isTag(dict, "TR") && kids instanceof PDFArray && kids.size() === 4) kids.remove(0);
    },
    /columns/u,
  ],
  [
    "a link that says nothing",
    (dict) => dict.get(name("Subtype")) === name("Link") && dict.delete(name("Contents")),
    /where it leads/u,
  ],
  [
    "a link in no element",
    (dict) => dict.get(name("Subtype")) === name("Link") && dict.delete(name("StructParent")),
    /in no element/u,
  ],
  ["a font outside the file", (dict) => dict.delete(name("FontFile2")), /not inside/u],
  ["a font without characters", (dict) => dict.delete(name("ToUnicode")), /which characters/u],
  ["no order of links", (dict) => dict.delete(name("Tabs")), /order of links/u],
  ["no language", (dict) => dict.get(name("Type")) === name("Catalog") && dict.delete(name("Lang")), /no language/u],
  [
    "no structure tree",
    (dict) => dict.get(name("Type")) === name("Catalog") && dict.delete(name("StructTreeRoot")),
    /no structure tree/u,
  ],
  ["no page labels", (dict) => dict.delete(name("PageLabels")), /labels/u],
])("finds %s", async (_, change, breach) => {
  expect((await changed(change)).join("\n")).toMatch(breach);
});

test("finds what is painted outside of marked content, and what is marked and unknown", async () => {
  const found = await changed((dict, file) => {
    if (dict.get(name("Type")) !== name("Page")) return;
    const stream = file.context.flateStream("q 1 1 10 10 re f Q /P <</MCID 999>> BDC EMC");
    const contents = dict.get(name("Contents"));
    const all: (PDFObject | undefined)[] = [contents, file.context.register(stream)];
    dict.set(name("Contents"), file.context.obj(all.filter((each) => each !== undefined)));
  });
  expect(found.join("\n")).toMatch(/f paints what nobody hears/u);
  expect(found.join("\n")).toMatch(/nothing is known of stretch 999/u);
});
