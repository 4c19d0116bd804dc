import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { figureChanges } from "../../pipeline/editions/changes.ts";
import type { Ledger, LedgerEntry, Shown } from "../../pipeline/model/figure.ts";
import type { Language } from "../../pipeline/model/language.ts";

const language: Language = {
  tag: "en-GB",
  ...(parse(readFileSync("templates/house/languages/en.yaml", "utf8")) as Omit<Language, "tag">),
};

const word = (text: string, says: string, where = "summary-1"): Shown => ({ text, kind: "word", where, says });
const number = (text: string, where: string): Shown => ({ text, kind: "number", where });

/** A ledger of figures with their values and what is shown of them; all are CNY million. */
function ledger(figures: Readonly<Record<string, readonly [value: string, shown: readonly Shown[]]>>): Ledger {
  const entries = Object.entries(figures).map(([id, [value, shown]]): [string, LedgerEntry] => {
    const facts = { value, exact: value, interval: [value, value], closed: "[]", bound: "exact" } as const;
    return [id, { ...facts, unit: "CNY million", from: [], place: "a.yaml:1:1", source: [], shown }];
  });
  const coverage = { data: 0, derived: 0, literature: 0, untraced: 0 };
  return { schema: 1, brief: "rail", edition: "2026-03-01", figures: Object.fromEntries(entries), coverage };
}

type Figures = Parameters<typeof ledger>[0];
const speech = { nameOf: (id: string): string => id, language };
const told = (old: Figures, now: Figures): readonly string[] =>
  figureChanges(ledger(old), ledger(now), speech).changes.map((each) =>
    [each.change, each.figure, each.old ?? "-", each.new ?? "-"].join(" | "),
  );

describe("a bound word that is another", () => {
  test.each([
    [
      "turned round by its number",
      ["2", "rose", "up"],
      ["-2", "fell", "down"],
      ["flipped | a.x | rose | fell", "revised"],
    ],
    ["that says another condition", ["2", "most", ">1"], ["1", "a third", ">0.3"], ["flipped", "revised"]],
    ["reworded", ["2", "furthest ahead", "rank 1"], ["2", "in front", "rank 1"], []],
    [
      "reworded with another condition, of the same number",
      ["2", "furthest ahead", "rank 1"],
      ["2", "large", ">1"],
      [],
    ],
    ["reworded in the same direction", ["2", "rose", "up"], ["3", "grew", "up"], ["revised"]],
    ["reworded with the same condition", ["2", "more often than not", ">1"], ["3", "mostly", ">1"], ["revised"]],
    ["the other way, of the same number", ["2", "rose", "up"], ["2", "fell", "down"], ["flipped"]],
  ] as const)("%s", (_, [before, was, said], [after, is, says], wanted) => {
    const found = told({ "a.x": [before, [word(was, said)]] }, { "a.x": [after, [word(is, says)]] });
    expect(found).toEqual(wanted.map((start) => expect.stringContaining(start) as string));
  });

  test.each([
    ["no longer true", "0.5", ">1", ["flipped | a.x | most | -", "revised"]],
    ["still true", "3", ">1", ["revised"]],
    ["of other figures", "0.5", "> b.y", ["revised"]],
  ] as const)("that is no longer said: %s", (_, after, says, wanted) => {
    const found = told(
      { "a.x": ["2", [word("most", says), number("2", "a")]] },
      { "a.x": [after, [number(after, "a")]] },
    );
    expect(found).toEqual(wanted.map((start) => expect.stringContaining(start) as string));
  });

  const column = (a: string, says: string, text: string, b: string): Figures => ({
    "d.a.x": [a, [word(text, says), number(a, "summary-1")]],
    "d.b.x": [b, []],
  });
  test.each([
    [
      "by its place, when another row moves",
      column("5", "rank 1", "the largest", "2"),
      column("5", "not rank 1", "not the largest", "7"),
      ["flipped"],
    ],
    ["by another figure", column("5", "> d.b.x", "more", "2"), column("5", "not > d.b.x", "no more", "7"), ["flipped"]],
    ["whatever blanks a condition has", column("5", ">2", "more", "2"), column("6", "> 2", "mostly", "2"), ["revised"]],
    ["in a condition turned round", column("5", ">2", "more", "2"), column("6", "not <=2", "mostly", "2"), ["revised"]],
    [
      "that was open, in other words",
      column("5", "perhaps >5", "about", "2"),
      column("5", "perhaps >4", "near", "2"),
      [],
    ],
  ] as const)("%s", (_, old, now, wanted) => {
    expect(told(old, now)).toEqual(wanted.map((start) => expect.stringContaining(start) as string));
  });

  test("by its place, and no longer said", () => {
    const old = column("5", "rank 1", "the largest", "2");
    expect(told(old, { ...old, "d.a.x": ["5", [number("5", "summary-1")]], "d.b.x": ["7", []] })).toEqual([
      "flipped | d.a.x | the largest | -",
    ]);
  });

  test("of several words in one place, each with its own", () => {
    const [first, second] = [word("mostly", ">50"), word("far over", ">54")];
    expect(told({ "a.x": ["55", [first, second]] }, { "a.x": ["41", [word("far under", "not >54")]] })).toEqual([
      "flipped | a.x | far over | far under",
      "flipped | a.x | mostly | -",
      expect.stringContaining("revised"),
    ]);
    const [late, soon] = [word("mostly", ">50"), word("rarely", ">50")];
    const turned = [word("rarely", "not >50"), word("mostly", "not >50")];
    expect(told({ "a.x": ["55", [late, soon]] }, { "a.x": ["41", turned] })[0]).toBe("flipped | a.x | mostly | rarely");
  });

  test("is none between two sections that say other things", () => {
    const old: Figures = { "a.x": ["55", [word("mostly", ">50", "a")]] };
    expect(told(old, { "a.x": ["56", [word("not too many", "<90", "b")]] })).toEqual([
      expect.stringContaining("revised"),
    ]);
  });

  test("of ledgers that do not say what words say, by whether the number moved", () => {
    const old = (text: string): Shown => ({ text, kind: "word", where: "summary-1" });
    expect(told({ "a.x": ["2", [old("rose")]] }, { "a.x": ["-2", [old("fell")]] })[0]).toContain("flipped");
    expect(told({ "a.x": ["2", [old("rose")]] }, { "a.x": ["2", [old("grew")]] })).toEqual([]);
  });
});

test("a number that a table prints otherwise is told, and what stands in a new table is not", () => {
  const old: Figures = { "a.x": ["2.5", [number("2.5", "table-a")]], "a.y": ["3", [number("3", "table-a")]] };
  const now: Figures = {
    "a.x": ["2.5", [number("3", "table-a")]],
    "a.y": ["3", [number("3", "table-a"), number("3", "table-new")]],
  };
  expect(told(old, now)).toEqual(["shown-differently | a.x | 2.5 | 3"]);
});

test("a number that a table no longer prints is told of its row or column, and what a chart describes, of its drawing", () => {
  const shownIn = (...where: readonly string[]): Figures => ({ "a.x": ["2", where.map((each) => number("2", each))] });
  expect(told(shownIn("table-a", "table-b"), shownIn("table-b"))).toEqual([]);
  expect(told(shownIn("chart-a", "table-b"), shownIn("table-b"))).toEqual([]);
  expect(figureChanges(ledger(shownIn("table-b")), ledger(shownIn("table-b", "chart-a")), speech).changes).toEqual([]);
});

test("only a number in print makes an edition substantial, not one that a word alone is bound to", () => {
  const state = (value: string, ...shown: readonly Shown[]): Ledger => ledger({ "a.x": [value, shown] });
  const isSubstantial = (old: Ledger, now: Ledger): boolean => figureChanges(old, now, speech).substantial;
  const up = word("rose", "up");
  expect(isSubstantial(state("5", up), state("6", up))).toBe(false);
  expect(isSubstantial(state("5", up, number("5", "a")), state("6", up, number("6", "a")))).toBe(true);
  expect(isSubstantial(state("5", up), state("-6", word("fell", "down")))).toBe(true);
});

test.each([
  ["20", "30", "+CNY 10 million; +50 per cent"],
  ["-22", "-100", "−CNY 78 million"],
  ["20", "-30", "−CNY 50 million"],
  ["0", "5", "+CNY 5 million"],
])("by how much %s is not %s: in per cent only of what was above zero, and is not below it", (old, now, wanted) => {
  const state = (value: string): Ledger => ledger({ "a.x": [value, [number(value, "a")]] });
  const { changes } = figureChanges(state(old), state(now), speech);
  expect(changes[0]?.by?.replaceAll("\u00A0", " ")).toBe(wanted);
});
