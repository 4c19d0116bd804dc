import { expect, test } from "vitest";
import type { Inline } from "../../pipeline/model/inline.ts";
import { markedText, readings, sentencesOf, type MarkNames } from "../../pipeline/model/marked-text.ts";

/** Texts with the marks that a reader sees beside their words. */

const place = { file: "a", line: 1, column: 1 };
const text = (words: string): Inline => ({ kind: "text", text: words, place });
const around = (kind: "emphasis" | "strong", words: string): Inline => ({ kind, children: [text(words)], place });
const link = (href: string, words: string): Inline => ({ kind: "link", href, children: [text(words)], place });
const note = (number: number): Inline =>
  ({ kind: "noteReference", number, note: `note-${number}`, id: `ref-${number}`, place }) as unknown as Inline;

const NAMES: MarkNames = new Map([
  ["note-1", { name: "mot 2025", label: "1", text: "Ministry. Accounts, 2025. Vol. I." }],
  ["note-2", { name: "", label: "2", text: "Gone." }],
]);
const read = (...inlines: readonly Inline[]) => sentencesOf(markedText(inlines, NAMES)).map(readings);

test("a text without marks reads alike in every way", () => {
  expect(read(text("All is well."))).toEqual([
    {
      text: "All is well.",
      key: "All is well.",
      shown: "All is well.",
      long: "All is well.",
      cited: "All is well.",
      marks: [],
    },
  ]);
});

test("emphasis and links are seen, and are no words", () => {
  const [sentence] = read(
    text("It is "),
    around("emphasis", "said"),
    text(" in "),
    link("https://a.b/c", "full"),
    text("."),
  );
  expect(sentence).toMatchObject({
    text: "It is said in full.",
    shown: "It is *said* in [full](https://a.b/c).",
    cited: "It is said in full.",
    marks: [
      { sign: "*", words: "said" },
      { sign: "](https://a.b/c)", words: "full" },
    ],
  });
});

test("a note's mark belongs to the sentence before it, and no sentence ends within what it is of", () => {
  expect(read(text("One."), note(1), text(" Two."))).toMatchObject([
    { text: "One.", shown: "One.[1]", long: "One.[1: Ministry. Accounts, 2025. Vol. I.]", key: "One.[mot_2025]" },
    { text: "Two.", shown: "Two." },
  ]);
});

test("one that the other edition has not is seen, and not compared", () => {
  expect(read(text("One."), note(2))).toMatchObject([{ key: "One.", shown: "One.[2]", cited: "One.[2]", marks: [] }]);
});

test("sentences end before emphasis that begins the next, and not after the initials of a name", () => {
  const all = read(text("John P. Holdren said so. "), around("strong", "Then he left."), text(" No one knew."));
  expect(all.map(({ text: words }) => words)).toEqual(["John P. Holdren said so.", "Then he left.", "No one knew."]);
});
