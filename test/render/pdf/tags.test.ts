import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, test } from "vitest";
import { doc } from "./fixture.ts";
import { renderPdf } from "../../../pipeline/render/pdf/pdf.ts";
import { drawings, language, theme, typefaces } from "./house.ts";
import { readBack, type ReadBack } from "./read.ts";

interface Node {
  readonly role: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children: readonly (Node | { readonly type: string; readonly id?: string })[];
}

const isNode = (child: Node["children"][number]): child is Node => "role" in child;
const everyNode = (node: Node): readonly Node[] => [node, ...node.children.filter(isNode).flatMap(everyNode)];

/** The structure of every page, as a screen reader walks it. */
async function structureOf(bytes: Uint8Array): Promise<readonly Node[]> {
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise;
  const roots: Node[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const tree: Node | null = await page.getStructTree();
    if (tree !== null) roots.push(tree);
  }
  await pdf.destroy();
  return roots;
}

let nodes: readonly Node[] = [];
let pdf: ReadBack;
beforeAll(async () => {
  const bytes = await renderPdf({ doc, drawings: drawings(), theme, language, typefaces: await typefaces() });
  nodes = (await structureOf(bytes)).flatMap(everyNode);
  pdf = await readBack(bytes);
}, 60_000);

const having = (role: string): readonly Node[] => nodes.filter((node) => node.role === role);

describe("the structure tree", () => {
  test("has one heading of the first level, the title, and the sections' under it", () => {
    expect(having("H1")).toHaveLength(1);
    expect(having("H2").length).toBeGreaterThan(2);
  });

  test("has a caption, heads and rows in every table", () => {
    const tables = having("Table");
    expect(tables.length).toBeGreaterThan(0);
    expect(having("Caption").length).toBeGreaterThan(0);
    for (const row of having("TR")) {
      const roles = row.children.filter(isNode).map((cell) => cell.role);
      expect(roles.length).toBeGreaterThan(0);
      expect(roles.filter((role) => role !== "TH" && role !== "TD")).toEqual([]);
    }
    expect(having("THead").length).toBeGreaterThan(0);
    expect(having("TBody").length).toBeGreaterThan(0);
  });

  test("says of every drawing what is seen", () => {
    expect(having("Figure").length).toBeGreaterThan(0);
    expect(having("Figure").filter((figure) => (figure.alt ?? "") === "")).toEqual([]);
  });

  test("has a link in every reference to a note, and an annotation in every link", () => {
    const references = having("Reference");
    expect(references.length).toBeGreaterThanOrEqual(27);
    expect(references.every((node) => node.children.filter(isNode).some((child) => child.role === "Link"))).toBe(true);
    const links = having("Link");
    expect(links.filter((link) => !link.children.some((child) => !isNode(child) && child.type === "object"))).toEqual(
      [],
    );
  });

  test("has every note with its number", () => {
    // 27 notes and 2 discrepancies; one that goes over a page shows on both.
    expect(having("Note").length).toBeGreaterThanOrEqual(29);
    expect(
      having("Note").filter((note) => note.children.filter(isNode).some((child) => child.role === "Lbl")).length,
    ).toBe(29);
  });

  test("is in the order in which a line is read: no paragraph begins with the mark at its end", () => {
    const first = having("P").map((node) => node.children[0]);
    expect(first.filter((child) => child !== undefined && isNode(child) && child.role === "Reference")).toEqual([]);
  });

  test("has items in lists", () => {
    expect(having("L").length).toBeGreaterThan(0);
    expect(having("LBody").length).toBe(having("LI").length);
  });

  test("has nothing in which nothing is printed, but cells", () => {
    // On a page where a table goes on, its other parts show without what they hold.
    const parts = new Set(["TH", "TD", "Caption"]);
    const empty = nodes.filter((node) => node.children.length === 0 && !parts.has(node.role));
    expect(empty).toEqual([]);
  });
});

describe("the file", () => {
  test("claims PDF/A-3a and PDF/UA-1, and explains the second as the first wants it", () => {
    expect(pdf.xml).toContain("<pdfaid:part>3</pdfaid:part>");
    expect(pdf.xml).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
    expect(pdf.xml).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(pdf.xml).toContain("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>");
  });
});
