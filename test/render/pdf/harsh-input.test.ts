import { expect, test } from "vitest";
import type { Doc } from "../../../pipeline/model/doc.ts";
import type { Inline } from "../../../pipeline/model/inline.ts";
import { readPdf } from "../../../pipeline/prove/pdf-text.ts";
import { breachesIn } from "../../pdf/check.ts";
import { doc } from "./fixture.ts";
import { block, noteRef, paragraph, place, section, text } from "./kit.ts";
import { printed } from "./printed.ts";
import { readBack } from "./read.ts";

// What nobody should write, and somebody will: a right PDF comes of it, or a problem; never a loss, never a hang.

const words = (count: number, name = "word"): string =>
  Array.from({ length: count }, (_, i) => `${name}${i}`).join(" ");
const note = (number: number, ...inlines: Inline[]) => ({
  number,
  id: block(`note-${number}`),
  referenceId: block(`ref-${number}`),
  sources: [],
  inlines,
  place,
});
const withText = (...inlines: Inline[]): Pick<Doc, "body"> => ({
  body: [section("only", 1, "Only", "text", paragraph(...inlines))],
});
const bare: Doc = { ...doc, ...withText(text("One line.")), notes: [], discrepancies: [] };

/** The words that are heard, squeezed; the file is looked at as well. */
async function heard(from: Doc): Promise<string> {
  const bytes = await printed(from);
  expect(await breachesIn(bytes)).toEqual([]);
  return ((await readPdf(bytes))?.read.join("") ?? "").replaceAll(/[\s\u00ad]/gu, "");
}

const counted = (said: string, name: string, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => said.split(new RegExp(`${name}${i}(?!\\d)`, "u")).length - 1).filter(
    (n) => n !== 1,
  );

test("an institution whose name is longer than the foot of a page is cut short there, and stands on the cover whole", async () => {
  const from = { ...bare, cover: { ...bare.cover, institution: words(300, "house") } };
  expect(counted(await heard(from), "house", 300)).toEqual([]);
  const [page] = (await readBack(await printed(from))).pages;
  const foot =
    page?.items
      .filter(({ y }) => y < 72)
      .map((item) => item.text)
      .join("") ?? "";
  expect(foot).toMatch(/^house0 house1 .*house\d+… ?1 of \d$/u);
});

test("a title of 400 characters is set in lines, and cut short in the heads", async () => {
  const title = words(60, "title");
  expect(title.length).toBeGreaterThan(400);
  const from = { ...bare, ...withText(text(words(900))), cover: { ...bare.cover, title: [text(title)] } };
  // Once in the head of the text, and in the bookmarks and the metadata.
  expect(counted(await heard(from), "title", 60)).toEqual([]);
});

test("a note of 2,000 words goes on over pages", async () => {
  const said = await heard({ ...bare, ...withText(text("See"), noteRef(1)), notes: [note(1, text(words(2000)))] });
  expect(counted(said, "word", 2000)).toEqual([]);
});

test("300 notes of one paragraph", async () => {
  const all = Array.from({ length: 300 }, (_, i) => [text(` and `), noteRef(i + 1)]).flat();
  const notes = Array.from({ length: 300 }, (_, i) => note(i + 1, text(`word${i}.`)));
  expect(counted(await heard({ ...bare, ...withText(...all), notes }), "word", 300)).toEqual([]);
});

test("a note that refers to itself, and two references to one note", async () => {
  const from = { ...bare, ...withText(text("See"), noteRef(1), text(" and again"), noteRef(1)) };
  expect(await heard({ ...from, notes: [note(1, text("It is this one."), noteRef(1))] })).toContain("Itisthisone.1");
});

test("a word that is longer than a line", async () => {
  const word = Array.from({ length: 400 }, (_, i) => "abcdefghij"[i % 10]).join("");
  expect(await heard({ ...bare, ...withText(text(word)) })).toContain(word);
});

test("joiners, breaks and soft hyphens are acted on, and print nothing", async () => {
  const from = { ...bare, ...withText(text("no\u200djoin\u200c zero\u200bwidth\u2060 soft\u00adhyphen\ufeff.")) };
  expect(await heard(from)).toContain("nojoinzerowidthsofthyphen.");
});

test("a brief without sections, and a section without blocks", async () => {
  expect(await heard({ ...bare, body: [] })).toContain("Science&Technology");
  expect(await heard({ ...bare, body: [section("empty", 1, "Empty", "text")] })).toContain("Empty");
});
