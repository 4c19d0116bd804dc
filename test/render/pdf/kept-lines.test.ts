import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import type { Block, Doc } from "../../../pipeline/model/doc.ts";
import type { Inline } from "../../../pipeline/model/inline.ts";
import { deflate } from "../../../pipeline/host/deflate.ts";
import type { PdfInput } from "../../../pipeline/render/pdf/setting.ts";
import { doc } from "./fixture.ts";
import { freshTypefaces, theme } from "./house.ts";
import { emphasis, paragraph, place, section, strong, text } from "./kit.ts";
import { printed } from "./printed.ts";
import { randomDoc } from "./random-doc.ts";

// A process keeps paragraphs as they were set. Whatever was printed before, a file is as that of a process that has
// printed nothing: documents here differ in one thing each that goes into lines, or into the looks of their runs.

const WORDS =
  "Infrastructure of the international collaboration of ANSO and UNESCO (in 2022), which had not been planned; ";
const link = (href: string, words = "the same words of a link"): Inline => ({
  kind: "link",
  href,
  children: [text(words)],
  place,
});
const FOREIGN = "internationale Zusammenarbeit der Organisationen, ".repeat(8);
const other = (language: string): Inline => ({
  kind: "language",
  language,
  direction: "ltr",
  children: [text(FOREIGN)],
  place,
});

const running = (direction: "ltr" | "rtl"): Inline => ({
  kind: "language",
  language: "he",
  direction,
  children: [text("שלום (2022) ANSO, 31 (a)")],
  place,
});

const LONGER = "Donaudampfschifffahrtsgesellschaft".repeat(6);

const brief = (...blocks: readonly Block[]): Doc => ({
  ...doc,
  body: [section("summary", 1, "Summary", "summary", ...blocks)],
  notes: [],
  discrepancies: [],
});
const long = (...inlines: Inline[]): Doc => brief(paragraph(text(WORDS.repeat(4)), ...inlines, text(WORDS.repeat(2))));

const set = (changes: Partial<PdfInput["theme"]["type"]>): Partial<PdfInput> => ({
  theme: { ...theme, type: { ...theme.type, ...changes } },
});

const DOCUMENTS: readonly (readonly [string, Doc, Partial<PdfInput>?])[] = [
  ["plain text", long(text("the same words of a link"))],
  ["emphasis", long(emphasis("the same words of a link"))],
  ["strong", long(strong("the same words of a link"))],
  ["a link", long(link("https://example.org/a"))],
  ["another link", long(link("https://example.org/b"))],
  ["a language", long(other("de"))],
  ["the same words without", long(text(FOREIGN))],
  ["another language", long(other("nl"))],
  ["the brief's own language", { ...long(other("de")), language: "de" }],
  [
    "one paragraph twice, with a link in each",
    brief(paragraph(link("https://example.org/a")), paragraph(link("https://example.org/a"))),
  ],
  [
    "one paragraph twice, with two links",
    brief(paragraph(link("https://example.org/b")), paragraph(link("https://example.org/a"))),
  ],
  ["words that run from right to left", long(running("rtl"))],
  ["the same in a span from left to right", long(running("ltr"))],
  ["small capitals in links", long(link("https://example.org/b", "by UNESCO, of UN")), set({ smallCaps: true })],
  ["the same in other links", long(link("https://example.org/c", "by UNESCO, of UN")), set({ smallCaps: true })],
  ["a word that no line holds", brief(paragraph(text(LONGER)))],
  ["an address that no line holds", brief(paragraph(link("https://example.org/long", LONGER)))],
  ["larger type", long(), set({ size: 11 })],
  ["more space between lines", long(), set({ leading: 1.6 })],
  ["lines of one length", long(), set({ alignment: "justified" })],
  ["whole words", long(), set({ hyphens: false })],
  ["small capitals", long(), set({ smallCaps: true })],
  ["families changed round", long(), set({ text: "Source Sans 3", sans: "Source Serif 4" })],
  [
    "the other colours",
    long(),
    { theme: { ...theme, colour: { ...theme.colour, light: { ...theme.colour.light, ink: "#123456" } } } },
  ],
  ["the whole fixture", doc],
  ...[1, 2, 3].map((seed) => [`a random document ${seed}`, randomDoc(seed, { notes: 4, words: 12 })] as const),
];

test("a file is the same whatever paragraphs the process has set before", async () => {
  const alone: Buffer[] = [];
  for (const [, each, otherwise = {}] of DOCUMENTS)
    alone.push(Buffer.from(await printed(each, { ...otherwise, typefaces: await freshTypefaces() })));
  // Each of them shows.
  expect(new Set(alone.map((bytes) => bytes.toString("latin1"))).size).toBe(DOCUMENTS.length);
  const typefaces = await freshTypefaces();
  const strange: string[] = [];
  for (const way of ["there", "and back"]) {
    const order = DOCUMENTS.map((_, i) => (way === "there" ? i : DOCUMENTS.length - 1 - i));
    for (const i of order) {
      const [name, each, otherwise = {}] = DOCUMENTS[i] ?? ["", doc];
      // The second time with streams that were compressed before, too.
      const bytes = await printed(each, { ...otherwise, typefaces, ...(way === "there" ? {} : { deflate }) });
      if (!alone[i]?.equals(Buffer.from(bytes))) strange.push(`${name}, ${way}`);
    }
  }
  expect(strange).toEqual([]);
}, 120_000);

test("capitals that a letter of another script stands beside are none of an acronym, whichever way it runs", async () => {
  const print = async (words: string, smallCaps: boolean): Promise<string> =>
    Buffer.from(await printed(brief(paragraph(text(words))), set({ smallCaps }))).toString("latin1");
  for (const words of ["בNATO and more", "אב 12NATO and", "הגוף בNATO Council של"])
    expect((await print(words, true)) === (await print(words, false)), words).toBe(true);
  for (const words of ["ב NATO and more", "הגוף ב-NATO Council של"])
    expect((await print(words, true)) === (await print(words, false)), words).toBe(false);
});

test("what is remembered of a paragraph holds no brief: neither its typefaces nor its machine", async () => {
  const origin = await freshTypefaces();
  const print = async (): Promise<WeakRef<object>> => {
    const typefaces = { ...origin };
    await printed(long(text("words that were not printed before")), { typefaces });
    return new WeakRef(typefaces);
  };
  const all: WeakRef<object>[] = [];
  for (let i = 0; i < 5; i += 1) all.push(await print());
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  let held = all;
  for (let round = 0; round < 50 && held.length > 0; round += 1) {
    // A WeakRef holds what it is of until the turn ends, what is still to be done holds it until that
    // is done, and a collection under way keeps what it had come by: none of these for long.
    await printed(brief(paragraph(text("between"))), { typefaces: origin });
    await new Promise((resolve) => setTimeout(resolve, 0));
    collect();
    held = held.filter((each) => each.deref() !== undefined);
  }
  expect(held).toHaveLength(0);
});
