/* oxlint-disable no-underscore-dangle -- pdfmake's own names, and copies of its nodes */
import { describe, expect, test } from "vitest";
import { LayoutBuilder, PdfDocument, Renderer, SvgMeasure } from "../../../pipeline/render/pdf/pdfmake-classes.ts";
import { fontFamilies } from "../../../pipeline/render/pdf/fonts.ts";
import { typefaces } from "./house.ts";
import packageJson from "../../../package.json" with { type: "json" };

// What render/pdf leans on inside pdfmake and pdfkit. When one of these fails after an upgrade, the class that is
// named in the test has to be looked at again.

const file = async () =>
  new PdfDocument(
    fontFamilies(await typefaces()),
    {},
    {},
    {},
    { size: [300, 200], autoFirstPage: false, font: null, pdfVersion: "1.7", info: {} },
    null,
    () => false,
  );
const layout = () =>
  new LayoutBuilder(
    { width: 300, height: 200, orientation: "landscape" },
    { left: 20, top: 20, right: 20, bottom: 20 },
    new SvgMeasure(),
  );
const style = { font: "Source Serif 4", fontSize: 10 };
const nothing = () => null;

test("the version is pinned exactly", () => {
  expect(packageJson.dependencies.pdfmake).toMatch(/^\d+\.\d+\.\d+$/u);
});

describe("LayoutBuilder (keeps.ts)", () => {
  test("goes through stacks, tables and lines by the methods that we override, with nodes that keep our fields", async () => {
    const seen: string[] = [];
    class Spy extends LayoutBuilder {
      override processVerticalContainer(node: PdfmakeNode): void {
        seen.push(`stack ${String(node.keep)}`);
        super.processVerticalContainer(node);
      }
      override processTable(node: PdfmakeNode): void {
        seen.push(`table ${String(this.writer.context().snapshots.length)}`);
        super.processTable(node);
      }
      override processLeaf(node: PdfmakeNode): void {
        const { y, availableHeight, snapshots } = this.writer.context();
        seen.push(`leaf ${y} ${availableHeight} ${snapshots.length} ${this.writer.transactionLevel}`);
        super.processLeaf(node);
      }
    }
    const spy = new Spy(
      { width: 300, height: 200, orientation: "landscape" },
      { left: 20, top: 20, right: 20, bottom: 20 },
      new SvgMeasure(),
    );
    const content = {
      keep: "together",
      stack: [{ text: "one" }, { table: { widths: ["*"], body: [[{ text: "cell" }]] }, layout: "noBorders" }],
    };
    spy.layoutDocument(content, await file(), {}, { ...style, lineHeight: 1 }, undefined, nothing, nothing);
    expect(seen[0]).toBe("stack together");
    expect(seen[1]).toBe("leaf 20 160 0 0");
    expect(seen[2]).toBe("table 0");
    expect(seen[3]).toMatch(/^leaf [\d.]+ [\d.]+ 1 0$/u);
  });

  test("can lay a node out on the side, and leaves where it was", async () => {
    const heights: number[] = [];
    class Spy extends LayoutBuilder {
      override processVerticalContainer(node: PdfmakeNode): void {
        const before = this.writer.context().y;
        this.writer.pushContext(this.writer.context().availableWidth, 1e6);
        for (const each of plainCopy(node).stack ?? []) this.processNode(each);
        heights.push(this.writer.context().y);
        this.writer.popContext();
        expect(this.writer.context().y).toBe(before);
        super.processVerticalContainer(node);
        heights.push(this.writer.context().y - before);
      }
    }
    const spy = new Spy(
      { width: 300, height: 200, orientation: "landscape" },
      { left: 20, top: 20, right: 20, bottom: 20 },
      new SvgMeasure(),
    );
    spy.layoutDocument(
      { stack: [{ text: "some words ".repeat(30) }] },
      await file(),
      {},
      style,
      undefined,
      nothing,
      nothing,
    );
    expect(heights[0]).toBeGreaterThan(30);
    expect(heights[0]).toBeCloseTo(heights[1] ?? 0, 6);
  });

  test("turns the page when a line finds no room, and begins at the top margin", async () => {
    const pages = layout().layoutDocument(
      { stack: [{ text: "some words ".repeat(200) }] },
      await file(),
      {},
      style,
      undefined,
      nothing,
      nothing,
    );
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[1]?.items[0]?.item).toMatchObject({ y: 20 });
  });

  test("drops an unbreakable row that is taller than the page (so keeps.ts lets such a row break)", async () => {
    const table = {
      table: {
        widths: ["*"],
        headerRows: 0,
        dontBreakRows: true,
        body: [[{ text: "head" }], [{ text: "some words ".repeat(200) }]],
      },
      layout: "noBorders",
    };
    const pages = layout().layoutDocument({ stack: [table] }, await file(), {}, style, undefined, nothing, nothing);
    expect(pages.flatMap((page) => page.items).filter((item) => item.type === "line").length).toBeLessThan(5);
  });
});

describe("Renderer (pen.ts)", () => {
  test("gets lines with inlines that carry our fields, places, widths and links, and the bookmark", async () => {
    const lines: PdfmakeLine[] = [];
    class Spy extends Renderer {
      override renderLine(line: PdfmakeLine, x: number, y: number): void {
        lines.push(line);
        super.renderLine(line, x, y);
      }
    }
    const document = await file();
    const text = [
      { text: "two words", link: "https://example.org" },
      { text: "1", linkToDestination: "d00001", destination: "d00002" },
    ];
    const pages = layout().layoutDocument(
      { stack: [{ text, id: "d00003", outline: true, outlineText: "Title" }] },
      document,
      {},
      style,
      undefined,
      nothing,
      nothing,
    );
    new Spy(document).renderPages(pages);
    const [line] = lines;
    expect(line?._outline).toMatchObject({ id: "d00003", text: "Title" });
    expect(line?.inlines.map((each) => [each.text, each.link ?? each.linkToDestination])).toEqual([
      ["two ", "https://example.org"],
      ["words", "https://example.org"],
      ["1", "d00001"],
    ]);
    expect(line?.inlines[2]?.destination).toBe("d00002");
    expect(line?.inlines[1]?.x).toBeCloseTo(line?.inlines[0]?.width ?? 0, 6);
    expect(line?.getHeight()).toBeGreaterThan(10);
  });
});

describe("PDFDocument (file.ts)", () => {
  test("refuses paths by the policy, and takes bytes", async () => {
    const document = new PdfDocument(
      { Local: { normal: "/etc/hosts" } },
      {},
      {},
      {},
      { autoFirstPage: false, font: null },
      null,
      () => false,
    );
    expect(() => document.provideFont("Local", false, false)).toThrow(/denied/u);
    expect((await file()).provideFont("Source Serif 4", false, false).lineHeight(1)).toBeCloseTo(1.371, 3);
  });

  test("gives a bookmark the height that it is told, from the left edge", async () => {
    const document = await file();
    const pages = layout().layoutDocument({ stack: [{ text: "x" }] }, document, {}, style, undefined, nothing, nothing);
    new Renderer(document).renderPages(pages);
    const item = document.outline.addItem("Title", { top: 50, left: document.page.width, expanded: true });
    expect(item).toMatchObject({ outlineData: { Dest: [expect.anything(), "XYZ", 0, 150, 0] } });
  });

  test("writes its metadata through _addInfo", () => {
    expect(typeof Reflect.get(PdfDocument.prototype, "_addInfo")).toBe("function");
  });
});

/** A copy of the plain parts; fonts are shared. */
function plainCopy<Thing>(thing: Thing): Thing {
  if (Array.isArray(thing)) return thing.map(plainCopy) as Thing;
  if (typeof thing !== "object" || thing === null || Object.getPrototypeOf(thing) !== Object.prototype) return thing;
  return Object.fromEntries(Object.entries(thing).map(([key, value]) => [key, plainCopy(value)])) as Thing;
}
