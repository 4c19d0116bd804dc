import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { anyPhrase, escaped, phraseAt } from "../../pipeline/compose/phrases.ts";
import type { Language } from "../../pipeline/model/language.ts";

const language = (name: string): Language =>
  parse(readFileSync(new URL(`../../templates/house/languages/${name}.yaml`, import.meta.url), "utf8")) as Language;

const prose = readFileSync(new URL("../../templates/belt-and-road-science/prose.md.hbs", import.meta.url), "utf8");

describe("one look at a text for a whole list", () => {
  const lists = ["en", "de"].flatMap((name) => {
    const { directions, comparisons } = language(name);
    return [comparisons, [...directions.up, ...directions.down, ...directions.same]];
  });
  const texts = [
    ...prose.split(/(?<=[.!?])\s+/),
    ...lists.flat().map((phrase) => `It ${phrase.toUpperCase().replaceAll(" ", "\n  ")}, they say`),
    ...lists.flat().map((phrase) => `un${phrase} ${phrase}ß`),
    "",
  ];

  test("finds something just where one of its phrases is found", () => {
    for (const list of lists) {
      const holdsAny = anyPhrase(list);
      const found = (text: string): boolean => list.some((phrase) => phraseAt(text, phrase, phrase).length > 0);
      expect(texts.filter((text) => holdsAny(text))).toEqual(texts.filter(found));
      expect(texts.filter(found).length).toBeGreaterThan(20);
      expect(texts.filter(found).length).toBeLessThan(texts.length);
    }
  });

  test.each([
    ["a a", "xa a a b"],
    ["more than", "More\n than; evermore than, more thanks"],
    ["𝒜", "𝒜𝒜 𝒜"],
    ["ab", "𝒜ab ab𝒜 éab abé ab1 ab"],
    ["x", "x\u0345 \u0345x x"],
    ["c++", "c++ c+++ (c++)"],
    [" b ", "a, b  c b"],
  ])("finds %s in %s where words end", (phrase, text) => {
    const words = phrase
      .split(" ")
      .map(escaped)
      .join(String.raw`\s+`);
    const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}])`, "giu");
    const ends = [...text.matchAll(pattern)].map(({ index, 0: found }) => [index, index + found.length]);
    expect(phraseAt(text, phrase, 0).map(({ at, end }) => [at, end])).toEqual(ends);
    expect(ends.length).toBeGreaterThan(0);
  });

  test("takes signs in a phrase for themselves, and finds nothing for no phrases", () => {
    expect(anyPhrase(["a.c", "b|d"])("abc b")).toBe(false);
    expect(anyPhrase(["a.c", "b|d"])("a.c")).toBe(true);
    expect(anyPhrase([])("")).toBe(false);
  });
});
