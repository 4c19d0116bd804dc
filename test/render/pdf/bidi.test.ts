import bidiFactory from "bidi-js";
import { array, assert, asyncProperty, constantFrom, integer, property } from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Block, Doc } from "../../../pipeline/model/doc.ts";
import type { Inline } from "../../../pipeline/model/inline.ts";
import { readPdf } from "../../../pipeline/prove/pdf-text.ts";
import { bare } from "../../../pipeline/prove/reading.ts";
import { levelRuns, mirrored, visualOrder } from "../../../pipeline/render/pdf/layout/bidi.ts";
import type { LineMark } from "../../../pipeline/render/pdf/layout/piece.ts";
import { layOut } from "../../../pipeline/render/pdf/printer.ts";
import { settingFor } from "../../../pipeline/render/pdf/setting.ts";
import { everyElement, openPdf, textOf } from "../../pdf/file.ts";
import { doc as everything } from "./fixture.ts";
import { drawings, language, theme, typefaces } from "./house.ts";
import { block, emphasis, figure, place, text } from "./kit.ts";
import { printed } from "./printed.ts";

const span = (tag: string, direction: "ltr" | "rtl", ...children: readonly Inline[]): Inline => ({
  kind: "language",
  language: tag,
  direction,
  children,
  place,
});
const paragraph = (id: string, ...inlines: readonly Inline[]): Block => ({
  kind: "paragraph",
  id: block(id),
  place,
  inlines,
});
const passage = (...blocks: readonly Block[]): Block => ({
  kind: "language",
  id: block("only-0"),
  place,
  language: "he",
  direction: "rtl",
  blocks,
});
const docOf = (...blocks: readonly Block[]): Doc => ({
  ...everything,
  body: [{ kind: "section", id: block("only"), level: 1, role: "text", heading: [text("Only")], blocks, place }],
  notes: [],
  discrepancies: [],
});

/** The lines of a brief, top to bottom, each with its runs from left to right. */
async function lines(...blocks: readonly Block[]) {
  const input = { doc: docOf(...blocks), drawings: drawings(), data: new Map(), theme, language };
  const setting = settingFor({ ...input, typefaces: await typefaces() });
  const { pages } = await layOut(setting);
  const marks = pages
    .flat()
    .filter((mark): mark is LineMark => mark.kind === "line" && mark.element.kind === "element");
  return marks.map(({ line, x }) => ({
    right: x + Math.max(...line.runs.map((run) => run.x + run.width)),
    left: x + Math.min(...line.runs.map((run) => run.x)),
    seen: line.runs.toSorted((a, b) => a.x - b.x).map((run) => run.text),
    read: line.runs.map((run) => run.text).join(""),
    looks: line.runs.map((run) => run.look),
  }));
}

const lineWith = async (words: string, ...blocks: readonly Block[]) => {
  const found = (await lines(...blocks)).find(({ read }) => read.includes(words));
  if (found === undefined) throw new Error(`no line has ${words}`);
  return found;
};

describe("the order of a line", () => {
  test("is that of the Unicode bidirectional algorithm, for any levels", () => {
    const bidi = bidiFactory() as unknown as {
      getReorderedIndices(text: string, levels: { levels: Uint8Array; paragraphs: object[] }): number[];
    };
    assert(
      property(array(integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 30 }), (levels) => {
        const paragraphs = [{ start: 0, end: levels.length - 1, level: 0 }];
        const wanted = bidi.getReorderedIndices("a".repeat(levels.length), {
          levels: Uint8Array.from(levels),
          paragraphs,
        });
        expect(visualOrder(levels)).toEqual(wanted);
      }),
      { seed: 9 },
    );
  });

  test("in Hebrew begins on the right; numbers and Latin names run from left to right", async () => {
    const { seen, read } = await lineWith("שלום", passage(paragraph("p", text("שלום Rail Observatory (אב) 2025 סוף"))));
    expect(read).toBe("שלום Rail Observatory (אב) 2025 סוף");
    const words = seen.map((part) => part.trim()).filter((part) => part !== "");
    expect(words).toEqual(["סוף", "2025", ")", "אב", "(", "Rail Observatory", "שלום"]);
  });

  test("prints brackets from their other side where they are read from right to left", async () => {
    const { looks } = await lineWith("אב", passage(paragraph("p", text("(אב) Rail (x)"))));
    const [turned, plain] = [looks.find(({ level }) => level === 1), looks.find(({ level }) => level === 2)];
    const id = (look: typeof plain, bracket: string): number | undefined => look?.shape(bracket).glyphs[0]?.id;
    expect(id(turned, "(")).toBe(id(plain, ")"));
    expect(id(turned, "(")).not.toBe(id(plain, "("));
  });

  test("keeps a span whole, whatever is around it", async () => {
    const inside = await lineWith(
      "שלום",
      paragraph("p", text("Say "), span("he", "rtl", text("שלום, 23!")), text(" 45 now")),
    );
    expect(inside.seen.join("|")).toMatch(/^Say \|.*!.*\|.*שלום\| 45 now$/u);
    const apart = await lineWith(
      "אב",
      paragraph("p", span("he", "rtl", text("אב")), text(" "), span("he", "rtl", text("גד"))),
    );
    expect(apart.seen).toEqual(["אב", " ", "גד"]);
  });

  test("keeps spans apart that touch, also in a span, where there are acronyms, and where one of them is cut", async () => {
    const [one, two] = [span("he", "rtl", text("אב")), span("he", "rtl", text("גד"))];
    const seen = async (...children: readonly Inline[]): Promise<string> =>
      (await lineWith("אב", paragraph("p", ...children))).seen.join("|");
    expect(await seen(one, two)).toBe("אב|גד");
    expect(await seen(text("NATO "), one, two, text(" NATO"))).toMatch(/אב\|גד/u);
    expect(await seen(span("en-GB", "ltr", one, span("ar", "rtl", text("سلام 12 ي"))))).toBe("אב|ي| |12| |سلام");
    // What is one span is one stretch, however many runs it has.
    expect(await seen(span("he", "rtl", text("אב"), emphasis("גד")))).toBe("גד|אב");
    expect(await seen(span("he", "rtl", text("אב"), span("he", "rtl", text("גד"))))).toBe("גד|אב");
  });

  test("keeps a bound number with its words in one piece", async () => {
    const own = span("en-GB", "ltr", figure("−3.8 per cent"));
    const { seen } = await lineWith("אב", passage(paragraph("p", text("אב "), own, text(" גד"))));
    expect(seen.map((part) => part.trim()).filter((part) => part !== "")).toEqual(["גד", "−3.8 per cent", "אב"]);
  });

  test("has text without such words in one run, as it was", () => {
    const runs = [{ text: "plain (text) 1" }];
    expect(levelRuns(runs, "ltr")).toEqual([{ run: runs[0], level: 0, of: 0, begins: true }]);
    expect(mirrored("(«a»)")).toBe(")»a«(");
  });
});

describe("a passage in Hebrew", () => {
  const WORDS = "הדרך ארוכה והרכבת קצרה ".repeat(12).trim();

  test("is set from the right, its last line too, and its lines are as wide as those of others", async () => {
    const set = await lines(
      passage(paragraph("p", text(WORDS))),
      paragraph("q", text("All the words there are. ".repeat(12).trim())),
    );
    const hebrew = set.filter(({ read }) => /[א-ת]/u.test(read));
    const english = set.filter(({ read }) => read.includes("All the words"));
    expect(hebrew.length).toBeGreaterThan(1);
    expect(hebrew.map(({ read }) => read).join(" ")).toBe(WORDS);
    const right = Math.max(...hebrew.map((line) => line.right));
    for (const line of hebrew) expect(line.right).toBeCloseTo(right, 1);
    expect(hebrew.at(-1)?.left).toBeGreaterThan((hebrew[0]?.left ?? 0) + 20);
    expect(english.at(-1)?.left).toBeCloseTo(english[0]?.left ?? 0, 1);
  });

  test("has its quotations in from the right, and the marks of its lists on the right", async () => {
    const list: Block = { kind: "list", id: block("l"), place, ordered: true, items: [[paragraph("i", text("סעיף"))]] };
    const quote: Block = { kind: "quote", id: block("k"), place, blocks: [paragraph("j", text("ציטוט"))] };
    const set = await lines(passage(paragraph("p", text("טקסט")), quote, list));
    const right = (words: string): number => set.find(({ read }) => read === words)?.right ?? 0;
    expect(right("ציטוט")).toBeLessThan(right("טקסט") - 10);
    expect(set.find(({ read }) => read === "1.")?.left).toBeGreaterThan(right("סעיף"));
    expect(right("1.")).toBeCloseTo(right("טקסט"), 1);
  });
});

describe("the file of a brief with such words", () => {
  let file: Awaited<ReturnType<typeof openPdf>>;
  beforeAll(async () => {
    const link: Inline = { kind: "link", href: "https://example.org/he", children: [text("באתר")], place };
    const line = paragraph("q", text("Say "), span("ar", "rtl", text("سلام "), link, text(" كلّ"), emphasis("يوم")));
    file = await openPdf(await printed(docOf(passage(paragraph("p", text("שלום"))), line)));
  });

  test("tells the language of passages, spans and links", () => {
    const nodes = file.tree === undefined ? [] : everyElement(file.tree);
    const told = nodes.flatMap(({ tag, dict }) => {
      const lang = textOf(file.get(dict, "Lang"));
      return lang === undefined ? [] : [`${tag} ${lang}`];
    });
    expect(told).toEqual(["P he", "Span ar", "Link ar", "Span ar"]);
  });

  test("has the typefaces of its scripts, and a file without such words has none", async () => {
    const names = (pdf: typeof file) =>
      new Set(
        pdf.pages.flatMap(({ fonts }) =>
          [...fonts.values()].map((font) => textOf(pdf.get(font, "BaseFont"))?.slice(7)),
        ),
      );
    expect([...names(file)]).toEqual(
      expect.arrayContaining(["NotoSerifHebrew-Regular", "IBMPlexSansArabic-Regular", "IBMPlexSansArabic-SemiBold"]),
    );
    const plain = await openPdf(await printed(docOf(paragraph("p", text("plain")))));
    expect([...names(plain)].filter((name) => !name?.startsWith("Source"))).toEqual([]);
  });
});

test("whatever such words stand together, they are read back in the order in which they were written", async () => {
  const word = constantFrom(
    "שלום",
    "(קלה)",
    "רַכֶּבֶת",
    "لا",
    "محطّة",
    "أوّلًا",
    "«كلّ»",
    "می\u200cخواهم",
    "Rail",
    "2025",
    "−3.8",
    "12/7",
    "٢٣",
    "–",
    "!",
  );
  const sentence = array(word, { minLength: 1, maxLength: 25 });
  await assert(
    asyncProperty(array(sentence, { minLength: 3, maxLength: 8 }), async (sentences) => {
      const blocks = sentences.map((words, i) =>
        i % 2 === 0
          ? passage(paragraph(`p${i}`, text(words.join(" "))))
          : paragraph(`p${i}`, text("In "), span("ar", "rtl", text(words.join(" "))), text(" out")),
      );
      const wanted = sentences.map((words, i) => (i % 2 === 0 ? words.join("") : `In${words.join("")}out`)).join("");
      const read = await readPdf(await printed(docOf(...blocks)));
      expect(bare(read?.read.join("") ?? "")).toContain(bare(wanted));
    }),
    { numRuns: 20, seed: 6 },
  );
}, 120_000);
