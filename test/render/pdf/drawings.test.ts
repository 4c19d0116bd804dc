import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { chart } from "../../../pipeline/chart/chart.ts";
import { slowPaths } from "../../../pipeline/model/slow-paths.ts";
import { drawerFor, type Draw } from "../../../pipeline/render/pdf/file/drawing/drawer.ts";
import { documentElement } from "../../../pipeline/render/pdf/file/structure.ts";
import { TaggedFile } from "../../../pipeline/render/pdf/file/tagged-file.ts";
import type { DrawingMark } from "../../../pipeline/render/pdf/layout/piece.ts";
import { brief, host } from "../../chart/fixture.ts";
import { GALLERY } from "../../chart/gallery.ts";
import { openPdf } from "../../pdf/file.ts";
import { doc } from "./fixture.ts";
import { drawings, SVG, typefaces } from "./house.ts";
import { printed } from "./printed.ts";

/** Drawings go into the PDF the short way, and look as they do in the long one, by pdfmake's svg-to-pdfkit. */

const PROGRAM = "pdftoppm";
const seen = spawnSync(PROGRAM, ["-v"]).error === undefined;
if (!seen) console.warn("skipped: drawings as they are seen, because there is no pdftoppm (Debian: poppler-utils)");

const svg = (content: string, more = ""): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150" viewBox="0 0 400 200"${more}>${content}</svg>`;

/** All that the short way knows. */
const EVERYTHING = svg(
  [
    '<g transform="translate(10,10)" stroke="#0b4f6c" stroke-width="3"><g fill="none">',
    '<path d="M0,0L20,0L0,10L20,20"/><path d="m30,0l20,0l-20,10z M32 20h10v10H32V20"/>',
    '<path d="M60,0C60,20,80,-20,80,10S100,20,100,0s10,-10,20,10"/><path d="M130,0Q140,20,150,0T170,10t10,-10q5,20,10,0"/>',
    '<path d="M200,0A15,8,30,0,1,230,20A20,20,0,1,0,260,10a5,15,0,0,0,20,0a1,1,0,0,1,30,10A0,5,0,0,1,330,20"/>',
    '<path d="M0,40L40,40L4,44" stroke-linejoin="round"/><path d="M50,40L90,40L54,44" stroke-linejoin="bevel"/>',
    '<path d="M100,40L140,40L104,44"/><path d="M160,40L200,40L164,44" stroke-miterlimit="20"/>',
    '<line x1="220" y1="40" x2="250" y2="44" stroke-linecap="round" stroke-dasharray="6,7"/>',
    '<line x1="270" y1="40" x2="300" y2="44" stroke-linecap="square" stroke-dasharray="5" stroke-dashoffset="2"/>',
    '</g><rect x="0" y="60" width="30" height="20" fill="#c8672e" opacity="0.5"/>',
    '<rect x="40" y="60" width="30" height="20" fill="#c8672e" fill-opacity="0.25" stroke="none"/>',
    '<circle cx="90" cy="70" r="10" fill="#C8672E" stroke-opacity="0.4"/><circle r="4" transform="translate(120,70)"/></g>',
    '<g clip-path="url(#a)" transform="translate(150,60) scale(1.5,0.8) rotate(10)"><rect width="80" height="40"/></g>',
    '<g clip-path="url(#b)"><rect width="400" height="200" fill="#d00000"/></g>',
    '<text x="20" y="120" font-size="14" fill="#1d1b18">AVATAR  &lt;b&gt; &amp; &#8211; fi’</text>',
    '<g font-family="\'Source Serif 4\', serif" font-size="12" font-weight="600"><text x="150" y="120" text-anchor="middle">Middle</text>',
    '<text transform="translate(260,150) rotate(-90)" text-anchor="end" font-style="italic" font-weight="normal">Upwards</text>',
    '<text transform="translate(300,150)" y="5" opacity="0.5" fill="none">Unseen</text>',
    '<text transform="translate(300,150)" y="5" opacity="0.5" font-family="Nobody\'s">Faint</text></g>',
    '<defs><clipPath id="a"><rect x="5" y="5" width="20" height="10"/><circle cx="50" cy="20" r="10"/></clipPath><clipPath id="b"/></defs>',
  ].join(""),
  " font-family=\"'Source Sans 3', sans-serif\"",
);

const markOf = (text: string): DrawingMark => ({
  kind: "drawing",
  x: 0,
  y: 0,
  width: 300,
  height: 150,
  scale: 1,
  svg: text,
  font: "Source Sans 3",
  element: documentElement(),
});

/** Drawings on a page each, whose own strokes are round and dashed. */
async function drawnBy(way: (file: TaggedFile) => Draw | Promise<Draw>, texts: readonly string[]): Promise<Uint8Array> {
  const file = new TaggedFile(await typefaces(), {
    autoFirstPage: false,
    font: null,
    info: { CreationDate: new Date(0) },
  });
  const draw = await way(file);
  for (const text of texts) {
    file.addPage({ size: [720, 400] });
    file.page.write("1 J 1 j 20 M [3 4] 0 d");
    file.save();
    draw(markOf(text));
    file.restore();
  }
  return file.finished();
}

const short = (texts: readonly string[]): Promise<Uint8Array> =>
  drawnBy((file) => drawerFor([texts.map(markOf)], file), texts);

const long = (texts: readonly string[]): Promise<Uint8Array> =>
  drawnBy(async (file) => (await import("../../../pipeline/render/pdf/file/drawing/long-way.ts")).longWay(file), texts);

const gone = (): number => slowPaths().get("chart drawn by svg-to-pdfkit") ?? 0;

const loaded = (): boolean =>
  Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes("svg-to-pdfkit"));

/** The pages of a PDF as dots of red, green and blue. */
function images(bytes: Uint8Array): readonly Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), "footing-drawings-"));
  try {
    const file = join(folder, "a.pdf");
    writeFileSync(file, bytes);
    const { stdout } = spawnSync(PROGRAM, ["-r", "150", file], { maxBuffer: 1e9 });
    const pages: Buffer[] = [];
    for (let at = 0; at < stdout.length;) {
      const head = /^P6\s(\d+)\s(\d+)\s255\s/.exec(stdout.toString("latin1", at, at + 40));
      const length = Number(head?.[1]) * Number(head?.[2]) * 3;
      at += head?.[0].length ?? NaN;
      pages.push(stdout.subarray(at, at + length));
      at += length;
    }
    return pages;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How many parts of colours of two images differ by more than a part of the whole scale. */
function differing(a: Buffer, b: Buffer, tolerance: number): number {
  let count = Math.abs(a.length - b.length);
  for (let i = 0; i < a.length; i += 1) if (Math.abs((a[i] ?? 0) - (b[i] ?? 0)) > tolerance * 255) count += 1;
  return count;
}

let gallery: readonly string[];
beforeAll(async () => {
  const { value } = await chart(brief(GALLERY), host);
  gallery = [...(value?.drawings.values() ?? [])].map(({ print }) => print.svg);
}, 60_000);

// First: afterwards svg-to-pdfkit is there.
test("a brief's charts, those of the gallery and all that the short way knows need no svg-to-pdfkit", async () => {
  const before = gone();
  expect(gallery.length).toBe(GALLERY.length);
  await short([...gallery, EVERYTHING]);
  await printed(doc);
  expect(gone()).toBe(before);
  expect(loaded()).toBe(false);
});

describe.skipIf(!seen)("seen beside the long way", () => {
  const closely = async (texts: readonly string[]): Promise<void> => {
    const [a, b] = [images(await short(texts)), images(await long(texts))];
    expect([a.length, b.length]).toEqual([texts.length, texts.length]);
    a.forEach((image, i) => {
      const other = b[i] ?? Buffer.alloc(0);
      expect(differing(image, Buffer.alloc(image.length, 255), 0.5)).toBeGreaterThan(500);
      // The edges of small circles are smoothed otherwise.
      expect([differing(image, other, 0.2), differing(image, other, 0.02) / image.length]).toEqual([
        0,
        expect.toSatisfy((part: number) => part < 0.0005),
      ]);
    });
  };

  test("the charts of the gallery look the same", () => closely([...gallery, SVG]), 60_000);

  test("all that the short way knows looks the same", () => closely([EVERYTHING]));

  test("a corner, a dash or a turn more would be noticed", async () => {
    for (const [from, to] of [
      [' stroke-linejoin="round"', ""],
      ["6,7", "7,6"],
      ["rotate(10)", "rotate(11)"],
      ['opacity="0.5"', 'opacity="0.9"'],
      ['text-anchor="middle"', ""],
    ] as const)
      await expect(
        Promise.all([short([EVERYTHING.replace(from, to)]), long([EVERYTHING])]).then(([a, b]) =>
          differing(images(a)[0] ?? Buffer.alloc(0), images(b)[0] ?? Buffer.alloc(0), 0.2),
        ),
      ).resolves.toBeGreaterThan(0);
  }, 60_000);
});

const PATH = '<path d="M0,0L9,9L0,9Z"/>';

test.each<[string, string]>([
  ["an element of another kind", '<ellipse cx="9" cy="9" rx="5" ry="3"/>'],
  ["an attribute of another kind", '<rect width="9" height="9" rx="3"/>'],
  ["a style", '<path d="M0,0L9,9L0,9Z" style="fill:#d00000"/>'],
  ["lines within a text", '<text x="9" y="20">One<tspan x="9" dy="9">Two</tspan></text>'],
  ["letters with an edge", '<text x="9" y="20" stroke="#d00000">One</text>'],
  ["a group that is seen through", `<g opacity="0.5">${PATH}</g>`],
  ["a colour by name", '<path d="M0,0L9,9L0,9Z" fill="red"/>'],
  ["a fill that is drawn elsewhere", '<path d="M0,0L9,9L0,9Z" fill="url(#a)"/>'],
  ["a length with a unit", '<path d="M0,0L9,9L0,9Z" stroke="#d00000" stroke-width="2px"/>'],
  ["a dash of no length", '<path d="M0,0L9,9" stroke="#d00000" stroke-dasharray="0,4"/>'],
  ["a path with a number too few", '<path d="M0,0L9,9L0"/>'],
  ["a path that begins nowhere", '<path d="L9,9L0,9Z"/>'],
  ["an arc with its flags together", '<path d="M0,0A9,9,0,0110,20Z"/>'],
  ["a turn about a point", '<path d="M0,0L9,9L0,9Z" transform="rotate(10,5,5)"/>'],
  ["a skew", '<path d="M0,0L9,9L0,9Z" transform="skewX(10)"/>'],
  ["an anchor of another kind", '<text x="9" y="20" text-anchor="centre">One</text>'],
  ["a clip that is not there", `<g clip-path="url(#nowhere)">${PATH}</g>`],
  ["a comment", `<!-- ${PATH} -->`],
  ["words between elements", `words${PATH}`],
  ["a drawing within a drawing", svg(PATH)],
])("%s goes the long way, and is counted", async (_, content) => {
  const before = gone();
  const bytes = await short([svg(content), svg(PATH)]);
  expect(gone()).toBe(before + 1);
  const { pages } = await openPdf(bytes);
  expect(pages.map(({ operators }) => operators.some(({ operands }) => operands.includes("/Drawing1")))).toEqual([
    false,
    true,
  ]);
});

test("is refused as before where it is no drawing at all", async () => {
  await expect(short(["<svg>"])).resolves.toBeInstanceOf(Uint8Array);
});

test("stands in the file once, whatever was drawn before for others", async () => {
  const bytes = await short([EVERYTHING, SVG, EVERYTHING]);
  const { pages } = await openPdf(bytes);
  expect(pages.map(({ forms }) => forms.map(({ ref }) => ref))).toMatchObject([
    [pages[2]?.forms[0]?.ref],
    [expect.any(String)],
    [expect.any(String)],
  ]);
  // More than are remembered.
  await short(Array.from({ length: 210 }, (_, i) => svg(`<path d="M0,0L9,${i}L0,9Z"/>`)));
  await short([SVG]);
  expect(Buffer.compare(await short([EVERYTHING, SVG, EVERYTHING]), bytes)).toBe(0);
}, 60_000);

test("its words are text, in fonts that say which characters they print", async () => {
  const { pages } = await openPdf(await printed(doc, { drawings: drawings(SVG) }));
  const [form] = pages.flatMap(({ forms }) => forms);
  expect(form?.operators.filter(({ name }) => name === "TJ")).toHaveLength(8);
  expect(form?.fonts.size).toBe(2);
});
