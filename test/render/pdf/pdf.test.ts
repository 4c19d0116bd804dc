import { beforeAll, describe, expect, test } from "vitest";
import type { Doc } from "../../../pipeline/model/doc.ts";
import { readPdf } from "../../../pipeline/prove/pdf-text.ts";
import { openPdf } from "../../pdf/file.ts";
import { spansOf } from "../../pdf/spans.ts";
import { docWords, noteWords } from "./doc-text.ts";
import { doc } from "./fixture.ts";
import { drawings, freshTypefaces, SVG, theme } from "./house.ts";
import { printed } from "./printed.ts";
import { figure, paragraph, section as headed, text } from "./kit.ts";
import { readBack, type Bookmark, type ReadBack } from "./read.ts";

const rendered = async (from: Doc = doc, svg?: string, inTheme = theme): Promise<Uint8Array> =>
  printed(from, { drawings: drawings(svg), theme: inTheme });

const squeezed = (words: string): string => words.replaceAll(/\s/gu, "");
const titles = (bookmarks: readonly Bookmark[]): unknown[] =>
  bookmarks.map((each) => (each.items.length === 0 ? each.title : [each.title, ...titles(each.items)]));

let bytes: Uint8Array;
let pdf: ReadBack;
beforeAll(async () => {
  bytes = await rendered();
  pdf = await readBack(bytes);
}, 60_000);

/** The text in the order of reading, as who can't see the pages hears it. */
const readText = async (from: Uint8Array): Promise<string> => squeezed((await readPdf(from))?.read.join("") ?? "");

describe("what is printed", () => {
  test("every word of the Doc, in order, and every note once", async () => {
    const said = await readText(bytes);
    const astray: string[] = [];
    let at = 0;
    for (const words of docWords(doc).map(squeezed)) {
      const found = said.indexOf(words, at);
      astray.push(...(found < at ? [words] : []));
      at = Math.max(at, found + words.length);
    }
    expect(astray).toEqual([]);
    const counts = noteWords(doc).map((words) => said.split(squeezed(words)).length - 1);
    expect(counts.filter((count) => count < 1)).toEqual([]);
  });

  test("the labels of the drawing, as text", async () => {
    expect(await readText(bytes)).toContain("Meetingsandvisits+9.1");
  });

  test("the page of how many, on every page, in the words of the language", () => {
    pdf.pages.forEach((page, i) => expect(page.text).toContain(`${i + 1} of ${pdf.pages.length}`));
  });

  test("the running head, on all pages but the first", () => {
    const heads = pdf.pages.map((page) =>
      page.items.some((item) => item.y > 841.89 - 72 && item.text.includes("Science")),
    );
    expect(heads).toEqual(pdf.pages.map((_, i) => i > 0));
  });

  test("the heads of a table again on the page where it goes on", () => {
    const pages = pdf.pages
      .map((page, i) => (squeezed(page.text).includes("CountryPartnerStudents") ? i : -1))
      .filter((i) => i >= 0);
    expect(pages).toHaveLength(2);
    expect((pages[0] ?? 0) + 1).toBe(pages[1]);
  });

  test("text that is taller than a page, in a cell and in a callout", async () => {
    const long = Array.from({ length: 900 }, (_, i) => `word${i}.`).join(" ");
    const tall: Doc = {
      ...doc,
      body: doc.body.map((section) => ({
        ...section,
        blocks: section.blocks.map((each) => {
          if (each.kind === "callout") return { ...each, blocks: [paragraph(text(long))] };
          if (each.kind !== "table" || each.number !== 1) return each;
          return {
            ...each,
            rows: each.rows.map((row, i) =>
              i === 1
                ? { ...row, cells: row.cells.map((cell, c) => (c === 0 ? { ...cell, inlines: [text(long)] } : cell)) }
                : row,
            ),
          };
        }),
      })),
    };
    const said = await readText(await rendered(tall));
    const counts = Array.from({ length: 900 }, (_, i) => said.match(new RegExp(`word${i}\\.`, "gu"))?.length ?? 0);
    expect(counts).toEqual(counts.map(() => 2));
  }, 60_000);
});

describe("ways through the file", () => {
  test("bookmarks for all headings, nested, each leading to the page of its heading", () => {
    expect(titles(pdf.outline)).toEqual([
      "Science & Technology on the Belt and Road",
      "Summary",
      ["Where the money goes", "Research lost share and gained money", "What the shares cannot say"],
      ["Partners and papers", "Two views of one network", "A note on names"],
      "Outlook",
      "About",
      "Disclaimer",
      "Discrepancies in the sources",
    ]);
    const flat = (all: readonly Bookmark[]): Bookmark[] => all.flatMap((each) => [each, ...flat(each.items)]);
    for (const each of flat(pdf.outline)) expect(pdf.pages[each.page - 1]?.text).toContain(each.title);
  });

  test("a link from every mark to its note and back", () => {
    const links = pdf.pages.flatMap((page, i) => page.links.map((link) => ({ ...link, page: i + 1 })));
    const spot = (name: string | undefined) => pdf.destinations.get(name ?? "");
    const inner = links.filter((link) => link.destination !== undefined);
    expect(inner.filter((link) => spot(link.destination) === undefined)).toEqual([]);
    // A mark and its note lead to each other: from where the one stands to where the other does.
    const pairs = inner.filter((link) => {
      const there = spot(link.destination);
      return inner.some(
        (back) =>
          back.page === there?.page &&
          near(back.y, there.y) &&
          near(spot(back.destination)?.y, link.y) &&
          spot(back.destination)?.page === link.page,
      );
    });
    // 27 notes and 2 discrepancies, there and back.
    expect(pairs.length).toBeGreaterThanOrEqual(2 * 29);
  });

  test("one link for all the words of a link on a line", () => {
    const out = pdf.pages.flatMap((page) => page.links.filter((link) => link.url === "https://example.org/reports"));
    expect(out.length).toBeGreaterThan(0);
    expect(out.length).toBeLessThanOrEqual(2);
  });
});

const near = (a: number | undefined, b: number): boolean => a !== undefined && Math.abs(a - b) < 22;

describe("setting", () => {
  test.each(["A4", "A5", "LETTER"] as const)(
    "no heading at the foot of a page of %s",
    async (size) => {
      const small = { ...theme, paper: { ...theme.paper, size, margins: [50, 60, 50, 60] as const } };
      const read = await readBack(await rendered(doc, undefined, small));
      const headings = new Set([
        "Where the money goes",
        "Partners and papers",
        "Outlook",
        "About",
        "Disclaimer",
        "Notes",
        "A note on names",
      ]);
      const lowest = read.pages.map((page) => {
        const last = page.items
          .filter((item) => item.y > 60 && item.text.trim() !== "")
          .toSorted((a, b) => a.y - b.y)[0];
        const line = page.items
          .filter((item) => item.y === last?.y)
          .map((item) => item.text)
          .join("");
        return line.trim();
      });
      expect(lowest.filter((line) => headings.has(line))).toEqual([]);
    },
    60_000,
  );
});

describe("justified text", () => {
  test("prints each stretch where the one before it ends, and ends its lines at the margin", async () => {
    const inlines = Array.from({ length: 60 }, () => [
      text("some words of ANSO, "),
      figure("23\u00a0per\u00a0cent"),
      text(", and "),
    ]);
    const one = {
      ...doc,
      cover: { ...doc.cover, contents: false },
      body: [headed("x", 1, "x", "text", paragraph(...inlines.flat()))],
      notes: [],
      discrepancies: [],
    };
    const set = { ...theme.type, alignment: "justified", smallCaps: true } as const;
    const file = await openPdf(await printed(one, { theme: { ...theme, type: set } }));
    const spans = file.pages.flatMap((page) => spansOf(page, file)).filter(({ size }) => size === 10);
    expect(spans.length).toBeGreaterThan(150);
    const inLine = spans.flatMap((span, i) => (spans[i + 1]?.y === span.y ? [[span, spans[i + 1]] as const] : []));
    expect(inLine.filter(([span, next]) => Math.abs((next?.x ?? 0) - span.end) > 0.1)).toEqual([]);
    // With the space after them, and hanging marks.
    const ends = spans.filter((span, i) => spans[i + 1]?.y !== span.y && Math.abs(span.end - (595.28 - 72)) < 5);
    expect(ends.length).toBeGreaterThan(20);
  }, 60_000);
});

describe("the file", () => {
  test("is the same on every run, whatever was printed before in the process", async () => {
    expect(Buffer.from(await rendered()).equals(Buffer.from(bytes))).toBe(true);
    // Glyphs that stand for other characters elsewhere: a ligature, superior figures, a space that holds.
    const others = {
      ...doc,
      body: [headed("x", 1, "x", "text", paragraph(text("\ufb01\ufb02 \u00b9\u00b2\u00b3 \u00a0")))],
    };
    const typefaces = await freshTypefaces();
    await printed({ ...others, notes: [], discrepancies: [] }, { typefaces });
    expect(Buffer.from(await printed(doc, { typefaces })).equals(Buffer.from(bytes))).toBe(true);
  }, 60_000);

  test("has its metadata: title, authors, language, the edition's date and no other", () => {
    expect(pdf.info["Title"]).toBe("Science & Technology on the Belt and Road");
    expect(pdf.info["Author"]).toBe("Ada Example, Tom Beispiel");
    expect(pdf.info["CreationDate"]).toBe("D:20230620000000Z");
    expect(pdf.info["ModDate"]).toBeUndefined();
    expect(pdf.language).toBe("en-GB");
    expect(pdf.xml).toContain("Science &amp; Technology on the Belt and Road");
    expect(Buffer.from(bytes).toString("latin1")).toContain("/DisplayDocTitle true");
  });

  test("embeds every font, and only the house's", () => {
    const source = Buffer.from(bytes).toString("latin1");
    const names = [...source.matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/gu)].map((match) => match[1] ?? "");
    expect(new Set(names)).toEqual(
      new Set([
        "SourceSans3-Regular",
        "SourceSans3-SemiBold",
        "SourceSans3-Italic",
        "SourceSerif4-Regular",
        "SourceSerif4-SemiBold",
        "SourceSerif4-Italic",
      ]),
    );
    expect(names).toHaveLength(6);
    expect(source.match(/\/FontFile2/gu)).toHaveLength(6);
    expect(source).not.toContain("/Type1");
  });

  test.each([
    ["an image", SVG.replace("</svg>", `<image href="/etc/hosts"/></svg>`), /<image>/u],
    ["a foreign object", SVG.replace("</svg>", `<foreignObject/></svg>`), /<foreignObject>/u],
    ["a script", SVG.replace("</svg>", `<script>1</script></svg>`), /<script>/u],
    ["a use", SVG.replace("</svg>", `<use xlink:href="#a"/></svg>`), /<use>/u],
    ["a fill from outside", SVG.replace(`fill="#858585"`, `fill="url(https://example.org/a)"`), /url/u],
    ["an entity", `<!DOCTYPE svg [<!ENTITY a "b">]>${SVG}`, /declaration/u],
  ])("takes in no drawing with %s", async (_, svg, why) => {
    await expect(rendered(doc, svg)).rejects.toThrow(why);
  });
});
