import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { figureChanges } from "../../pipeline/editions/changes.ts";
import { changedSentences } from "../../pipeline/editions/sentences.ts";
import type { Sentence } from "../../pipeline/model/edition-text.ts";
import type { Ledger, LedgerEntry, Shown } from "../../pipeline/model/figure.ts";
import type { Language } from "../../pipeline/model/language.ts";

const language: Language = {
  tag: "en-GB",
  ...(parse(readFileSync("templates/house/languages/en.yaml", "utf8")) as Omit<Language, "tag">),
};

const word = (text: string, where = "summary-1"): Shown => ({ text, kind: "word", where });
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
const told = (old: Figures, now: Figures): readonly string[] =>
  figureChanges(ledger(old), ledger(now), { nameOf: (id) => id, language }).changes.map((each) =>
    [each.change, each.figure, each.old ?? "-", each.new ?? "-"].join(" | "),
  );

describe("a bound word that is another", () => {
  test.each([
    ["turned round by its number", ["2", "rose"], ["-2", "fell"], ["flipped | a.x | rose | fell", "revised"]],
    ["of a direction that no list knows, by its number", ["2", "most"], ["1", "a third"], ["flipped", "revised"]],
    ["reworded", ["2", "furthest ahead"], ["2", "in front"], []],
    ["reworded in the same direction", ["2", "rose"], ["3", "grew"], ["revised"]],
    ["the other way, of the same number", ["2", "rose"], ["2", "fell"], ["flipped"]],
  ] as const)("%s", (_, [before, was], [after, is], wanted) => {
    const found = told({ "a.x": [before, [word(was)]] }, { "a.x": [after, [word(is)]] });
    expect(found).toEqual(wanted.map((start) => expect.stringContaining(start) as string));
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

describe("what changes its place", () => {
  const sentence = (text: string, exhibit: boolean): Sentence => ({
    text,
    key: text,
    shown: text,
    exhibit,
    block: exhibit ? "table-a" : "summary",
    where: "there",
  });
  const all = (texts: readonly string[], exhibit: boolean): readonly Sentence[] =>
    texts.map((text) => sentence(text, exhibit));
  const [before, after] = [
    ["A stays.", "B.", "C stays."],
    ["B.", "A stays.", "C stays."],
  ];

  test("is the same in prose", () => {
    expect(changedSentences(all(before, false), all(after, false))).toEqual([]);
  });
  test("is another in a table, where it names another row or column", () => {
    const found = changedSentences(all(before, true), all(after, true));
    expect(found).toMatchObject([
      { old: "A stays.", new: "B." },
      { old: "B.", new: "A stays." },
    ]);
  });
});
