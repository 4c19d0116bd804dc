import { createHash } from "node:crypto";
import { decodePDFRawStream, PDFArray, PDFDict, PDFHexString, PDFRawStream, PDFString } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";

import { everyElement, isElement, openPdf, textOf, type PdfFile, type TreeNode } from "../../pdf/file.ts";
import { doc } from "./fixture.ts";
import { printed } from "./printed.ts";

let file: PdfFile;
let nodes: readonly TreeNode[] = [];
beforeAll(async () => {
  const data = new Map([["tables/anso-shares.csv", "label,a\nresearch,1\n"]]);
  const bytes = await printed(doc, { data });
  file = await openPdf(bytes);
  nodes = file.tree === undefined ? [] : everyElement(file.tree);
}, 60_000);

const having = (tag: string): readonly TreeNode[] => nodes.filter((node) => node.tag === tag);
const inner = (node: TreeNode): readonly TreeNode[] => node.kids.filter(isElement);
const tags = (node: TreeNode): readonly string[] => inner(node).map(({ tag }) => tag);

describe("the structure tree", () => {
  test("has one heading of the first level, the title, and the sections' under it", () => {
    expect(having("H1")).toHaveLength(1);
    expect(having("H2").length).toBeGreaterThan(2);
  });

  test("has a caption, heads and rows in every table", () => {
    expect(having("Table").length).toBeGreaterThan(0);
    for (const table of having("Table")) expect(tags(table)).toEqual(["Caption", "THead", "TBody"]);
  });

  test("has a link in every reference to a note, and leads back from its number", () => {
    expect(having("Reference").length).toBeGreaterThanOrEqual(27);
    expect(having("Reference").every((node) => tags(node).includes("Link"))).toBe(true);
    expect(having("Lbl").filter((node) => tags(node).includes("Link"))).toHaveLength(29);
  });

  test("has every note once, with its number, and 27 of them right after what refers to them", () => {
    for (const note of having("Note")) expect(tags(note).slice(0, 2)).toEqual(["Lbl", "P"]);
    const ids = having("Note").map(({ dict }) => textOf(file.get(dict, "ID")));
    expect(new Set(ids).size).toBe(29);
  });

  test("is in the order in which a line is read: no paragraph begins with the mark at its end", () => {
    const first = having("P").map((node) => node.kids[0]);
    expect(first.filter((kid) => kid !== undefined && isElement(kid) && kid.tag === "Reference")).toEqual([]);
  });

  test("has items in lists, with their bullets and numbers", () => {
    expect(having("L").length).toBeGreaterThan(0);
    for (const item of having("LI")) expect(tags(item)).toEqual(["Lbl", "LBody"]);
  });

  test("has quotes", () => {
    expect(having("BlockQuote").length).toBeGreaterThan(0);
  });

  test("has the rows of a table as a file that goes along with it", () => {
    const attached = having("Table").flatMap(({ dict }) => file.get(dict, "AF") ?? []);
    expect(attached).toHaveLength(1);
    const [spec] = attached.flatMap((list) => (list instanceof PDFArray ? list.asArray() : []));
    const about = file.catalog.context.lookup(spec);
    if (!(about instanceof PDFDict)) throw new Error("The table has no file");
    expect(textOf(file.get(about, "F"))).toBe("anso-shares.csv");
    expect(textOf(file.get(about, "AFRelationship"))).toBe("Data");
    const stream = file.get(about, "EF", "F");
    if (!(stream instanceof PDFRawStream)) throw new Error("The table has no file");
    const bytes = decodePDFRawStream(stream).decode();
    expect(new TextDecoder().decode(bytes)).toBe("label,a\nresearch,1\n");
    // ISO 32000-2, Table 45: 16 bytes, of RFC 1321.
    const sum = file.get(stream.dict, "Params", "CheckSum");
    const md5 = createHash("md5").update(bytes).digest();
    expect(sum instanceof PDFHexString || sum instanceof PDFString ? Buffer.from(sum.asBytes()) : sum).toEqual(md5);
  });
});
