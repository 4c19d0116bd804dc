import { describe, expect, test } from "vitest";
import { changedSentences } from "../../pipeline/editions/sentences.ts";
import type { Sentence } from "../../pipeline/model/edition-text.ts";

/** The sentences that two editions have otherwise. */

const bare: Omit<Sentence, "text" | "key" | "shown" | "long" | "cited"> = {
  marks: [],
  exhibit: false,
  block: "summary",
  where: "there",
};
const sentence = (text: string, more: Partial<Sentence> = {}): Sentence => ({
  ...bare,
  text,
  key: text,
  shown: text,
  long: more.shown ?? text,
  cited: text,
  ...more,
});
const line = ({ old = "-", new: now = "-" }: { readonly old?: string; readonly new?: string }): string =>
  `${old} | ${now}`;
const toldOf = (old: readonly Sentence[], now: readonly Sentence[]): readonly string[] =>
  changedSentences(old, now).map(line);

describe("what changes its place", () => {
  const all = (texts: string, more?: Partial<Sentence>): readonly Sentence[] =>
    texts.split(" ").map((text) => sentence(text, more));

  test("is the same in a section", () => {
    expect(toldOf(all("A. B. C."), all("B. A. C."))).toEqual([]);
  });
  test("is the same in the notes of one table, and another in those of another", () => {
    const notes = (block: string, texts: string) => all(texts, { exhibit: true, block });
    expect(
      toldOf([...notes("a", "A. B."), ...notes("b", "C.")], [...notes("b", "C."), ...notes("a", "A. B.")]),
    ).toEqual([]);
    expect(
      toldOf([...notes("a", "A. B."), ...notes("b", "C.")], [...notes("a", "A."), ...notes("b", "B. C.")]),
    ).toEqual(["B. | -", "- | B."]);
  });
  test("is another where it changes from one section to another that both have", () => {
    const [deaths, injuries] = ["deaths", "injuries"].map((block) => (texts: string) => all(texts, { block }));
    const old = [...(deaths?.("A. B.") ?? []), ...(injuries?.("C.") ?? [])];
    expect(toldOf(old, [...(deaths?.("A.") ?? []), ...(injuries?.("C. B.") ?? [])])).toEqual(["B. | -", "- | B."]);
    expect(toldOf(old, all("C. A. B.", { block: "harm" }))).toEqual([]);
  });
  test("is told for each of two, where one of two alike went", () => {
    expect(toldOf(all("A. B. A. C."), all("B. A. C."))).toEqual(["A. | -"]);
  });
});

describe("a section under another heading", () => {
  const heading = (text: string, block: string): Sentence =>
    sentence(text, { block, where: text, fact: `${block} heading` });
  const prose = (text: string, block: string): Sentence => sentence(text, { block, where: block });

  test("is the same one where it stands in the same place", () => {
    const old = [prose("In.", "start"), heading("Facts", "facts"), prose("A b c.", "facts"), prose("D.", "end")];
    const now = [prose("In.", "start"), heading("Figures", "figures"), prose("A b d.", "figures"), prose("D.", "end")];
    expect(toldOf(old, now)).toEqual(["Facts | Figures", "A b c. | A b d."]);
  });
  test("keeps what only moved over a heading from being told as a heading that moved", () => {
    const old = [prose("A.", "facts"), prose("B.", "facts"), heading("End", "end"), prose("C.", "end")];
    const now = [
      heading("End", "end"),
      prose("A.", "end"),
      prose("B.", "end"),
      prose("C.", "end"),
      prose("X.", "facts"),
    ];
    expect(toldOf(old, now)).toEqual(["A. | -", "B. | -", "- | A.", "- | B.", "- | X."]);
  });
});

test("sections that change places are told as the list of all", () => {
  const heading = (text: string): Sentence =>
    sentence(text, { block: text, fact: `${text} heading`, part: "section", list: "Contents" });
  const [a, b, c] = [heading("A"), heading("B"), heading("C")];
  expect(changedSentences([a, b, c], [a, c, b])).toEqual([
    expect.objectContaining({ where: "Contents", old: "A; B; C", new: "A; C; B" }),
  ]);
});

describe("of a table", () => {
  const row = (name: string, text: string, block = "table-a"): Sentence =>
    sentence(text, { exhibit: true, block, fact: `${block} row ${name}`, part: "row" });
  const column = (name: string, text: string, block = "table-a"): Sentence =>
    sentence(text, { exhibit: true, block, fact: `${block} column ${name}`, part: "column" });
  const cell = (name: string, text: string): Sentence => ({ ...row(name, text), part: "cell" });
  const place = (section: string, heading: string): Sentence => ({
    ...row("x", heading),
    fact: "table-a place",
    key: section,
    part: "place",
  });
  const heading = (section: string, text: string): Sentence =>
    sentence(text, { block: section, fact: `${section} heading`, part: "section", list: "Contents" });
  const year = (name: string): Sentence => ({ ...row(name, "Coast"), alone: `Coast, ${name}` });

  test.each<[what: string, old: readonly Sentence[], now: readonly Sentence[], wanted: readonly string[]]>([
    [
      "a row less and a column more",
      [row("x", "X"), row("y", "Y")],
      [column("c", "C"), row("y", "Y")],
      ["X | -", "- | C"],
    ],
    [
      "rows that roll",
      [row("1", "2024"), row("2", "2025")],
      [row("2", "2025"), row("3", "2026")],
      ["2024 | -", "- | 2026"],
    ],
    ["labels that are exchanged", [row("x", "X"), row("y", "Y")], [row("x", "Y"), row("y", "X")], ["X | Y", "Y | X"]],
    ["rows that are exchanged", [row("x", "X"), row("y", "Y")], [row("y", "Y"), row("x", "X")], ["X; Y | Y; X"]],
    ["a cell that is another text", [cell("x", "A")], [cell("x", "C")], ["A | C"]],
    ["a cell that is a number now", [cell("x", "A")], [], []],
    [
      "another section",
      [heading("a", "A"), heading("b", "B"), place("a", "A")],
      [heading("a", "A"), heading("b", "B"), place("b", "B")],
      ["A | B"],
    ],
    [
      "the same section under another heading",
      [heading("a", "A"), place("a", "A")],
      [heading("b", "B"), place("b", "B")],
      ["A | B"],
    ],
    [
      "rows of one label",
      [year("2024"), year("2025")],
      [year("2025"), year("2024")],
      ["Coast, 2024; Coast, 2025 | Coast, 2025; Coast, 2024"],
    ],
    [
      "another name of its file",
      [column("c", "Cap"), row("x", "X")],
      [column("c", "Cap", "b"), row("x", "Y", "b")],
      ["X | Y"],
    ],
  ])("%s", (_, old, now, wanted) => {
    expect(toldOf(old, now)).toEqual(wanted);
  });
});

describe("marks", () => {
  test("are told where they alone differ, and beside words where both do", () => {
    const was = sentence("It is said so.", {
      key: "k",
      shown: "It is *said* so.",
      marks: [{ sign: "*", words: "said" }],
    });
    expect(toldOf([was], [sentence("It is said so.", { shown: "It is said so." })])).toEqual([
      "It is *said* so. | It is said so.",
    ]);
    const moved = sentence("It is said now.", { shown: "It *is* said now.", marks: [{ sign: "*", words: "is" }] });
    expect(toldOf([was], [moved])).toEqual(["It is *said* so. | It *is* said now."]);
    const kept = sentence("It is said now.", { shown: "It is *said* now.", marks: [{ sign: "*", words: "said" }] });
    expect(toldOf([was], [kept])).toEqual(["It is said so. | It is said now."]);
  });
});
