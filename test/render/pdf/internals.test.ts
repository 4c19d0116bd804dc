/* oxlint-disable no-underscore-dangle -- pdfmake's and pdfkit's own names */
import { describe, expect, test } from "vitest";
import { fontFamilies } from "../../../pipeline/render/pdf/file/fonts.ts";
import { deflate } from "../../../pipeline/host/deflate.ts";
import { PdfDocument } from "../../../pipeline/render/pdf/file/pdfmake-classes.ts";
import { Renderer } from "../../../pipeline/render/pdf/file/drawing/long-way.ts";
import packageJson from "../../../package.json" with { type: "json" };
import { streaming, type Deflate } from "../../../pipeline/render/pdf/file/streams.ts";
import { SVG, typefaces } from "./house.ts";

// What render/pdf leans on inside pdfmake and pdfkit. When one of these fails after an upgrade, the module that is
// named in the test has to be looked at again.

const opened = async (more: object = {}) => {
  const options = { size: [300, 200], autoFirstPage: false, font: null, pdfVersion: "1.7", info: {}, ...more };
  const file = new PdfDocument(fontFamilies(await typefaces()), {}, {}, {}, options, null, () => false);
  file.addPage({ size: [300, 200] });
  return file;
};

test("the version is pinned exactly", () => {
  expect(packageJson.dependencies.pdfmake).toMatch(/^\d+\.\d+\.\d+$/u);
});

describe("fonts (tagged-file.ts, text.ts)", () => {
  test("are refused as paths by the policy, and taken as bytes", async () => {
    const options = { autoFirstPage: false, font: null };
    const local = new PdfDocument({ Local: { normal: "/etc/hosts" } }, {}, {}, {}, options, null, () => false);
    expect(() => local.provideFont("Local", false, false)).toThrow(/denied/u);
    expect((await opened()).provideFont("Source Serif 4", false, false).id).toBe("F1");
  });

  test("are written at the end, all that stand among its own", async () => {
    const file = await opened();
    const font = file.provideFont("Source Serif 4", false, false);
    expect(Object.entries(file._fontFamilies)).toEqual([[font.name, font]]);
    let written = 0;
    const finalize = (): void => void (written += 1);
    Object.assign(file._fontFamilies, { another: { finalize } });
    file.end();
    expect(written).toBe(1);
  });

  test("are known to a page by their id", async () => {
    const file = await opened();
    const font = file.provideFont("Source Serif 4", false, false);
    expect(file.page.fonts).toEqual({});
    file.page.fonts[font.id] = font.ref();
    expect(font.ref()).toBe(font.ref());
  });

  test("are asked for by drawings by the bytes that they were given as", async () => {
    const families = fontFamilies(await typefaces());
    const asked: unknown[] = [];
    class Spy extends PdfDocument {
      override font(source: unknown, ...more: readonly unknown[]): this {
        asked.push(source);
        return super.font(source, ...more);
      }
    }
    const file = new Spy(families, {}, {}, {}, { autoFirstPage: false, font: null }, null, () => false);
    file.addPage({ size: [300, 200] });
    new Renderer(file).renderSVG({ svg: SVG, x: 0, y: 0, _width: 451, _height: 130, font: "Source Sans 3" });
    expect(asked.length).toBeGreaterThan(3);
    expect(new Set(asked)).toEqual(new Set([families["Source Sans 3"].normal, families["Source Sans 3"].bold]));
  });
});

describe("pages (tagged-file.ts, pen.ts)", () => {
  test("take operators as they are, with y counted from the top", async () => {
    const file = await opened();
    const written: string[] = [];
    file.page.write = (operators) => {
      written.push(operators);
    };
    file.rect(1, 2, 3, 4).fillColor("#000000", 1).fill();
    expect(written.join("\n")).toContain("1 2 3 4 re");
  });

  test("have a key in the parent tree, and their annotations and own object at hand", async () => {
    const file = await opened({ tagged: true, lang: "en" });
    expect(file.page.structParentTreeKey).toBe(0);
    expect(file.getStructParentTree().get(0)).toEqual([]);
    expect(file.createStructParentTreeNextKey()).toBe(1);
    expect(file.getStructTreeRoot().data).toMatchObject({ Type: "StructTreeRoot" });
    file.annotate(1, 2, 3, 4, { Subtype: "Link" });
    expect(file.page.annotations.at(-1)?.data).toMatchObject({ Subtype: "Link", Rect: [1, 194, 4, 198] });
    expect(file.page.dictionary.data).toMatchObject({ Type: "Page" });
  });

  test("give a bookmark the height that it is told, from the left edge", async () => {
    const file = await opened();
    const item = file.outline.addItem("Title", { top: 50, left: file.page.width, expanded: true });
    expect(item).toMatchObject({ outlineData: { Dest: [expect.anything(), "XYZ", 0, 150, 0] } });
  });
});

describe("the file (tagged-file.ts, file.ts)", () => {
  test("writes its metadata through _addInfo, and has its catalogue at hand", async () => {
    expect(typeof Reflect.get(PdfDocument.prototype, "_addInfo")).toBe("function");
    expect((await opened())._root.data).toMatchObject({ Type: "Catalog" });
  });

  test("takes an attachment as bytes, and hands out what names it", async () => {
    const file = await opened({ subset: "PDF/A-3a", tagged: true, lang: "en" });
    const attached = file.file(Buffer.from("a,b\n"), { name: "t.csv", type: "text/csv", relationship: "Data" });
    expect(attached.data).toMatchObject({ Type: "Filespec", AFRelationship: "Data" });
    expect(file._root.data["AF"]).toEqual([attached]);
  });
});

describe("streams (streams.ts)", () => {
  test("may be compressed by others than pdfkit, which then writes them as they are", async () => {
    const written = async (kept: boolean, by?: Deflate): Promise<string> => {
      const file = await opened({ info: { CreationDate: new Date(0) } });
      const chunks: Uint8Array[] = [];
      const write = file._write.bind(file);
      file._write = (data) => {
        chunks.push(typeof data === "string" ? Buffer.from(`${data}\n`, "latin1") : data);
        write(data);
      };
      const stream = kept ? streaming(file.ref({}), by) : file.ref({});
      stream.write("0 0 m");
      stream.write("1 1 l");
      stream.end();
      file.end();
      return Buffer.concat(chunks).toString("latin1");
    };
    const theirs = await written(false);
    expect(theirs).toContain("/FlateDecode");
    const asked: string[] = [];
    const own: Deflate = (content) => {
      asked.push(typeof content === "string" ? content : Buffer.from(content).toString("latin1"));
      return deflate(content);
    };
    expect(await written(true)).toBe(theirs);
    expect(await written(true, own)).toBe(theirs);
    expect(await written(true, own)).toBe(theirs);
    expect(asked).toEqual(["0 0 m\n1 1 l\n", "0 0 m\n1 1 l\n"]);
    expect(await written(true, () => new Uint8Array([1]))).not.toBe(theirs);
  });
});
