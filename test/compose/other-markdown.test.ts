import { expect, test } from "vitest";
import { composed, problemLines } from "./composed.ts";

/** Markdown of other readers, which would be printed as it was typed. */

const TABLE = "A table in Markdown has no place in a brief";
const STRUCK = "What is struck out has no place in a brief";
const FOOTNOTE = "A footnote in Markdown has no place in a brief";

test.each<[string, string, readonly string[]]>([
  ["a table", "| a | b |\n|---|---|\n| c | d |", [`2:1 ${TABLE}`]],
  ["a table without bars at its sides", "a | b\n:-- | --:\nc | d", [`2:1 ${TABLE}`]],
  ["a table of one column, in a quote", "> | a |\n> | - |\n> | c |", [`2:3 ${TABLE}`]],
  [
    "a table with emphasis and a word that is bound",
    "words | **a**\n--- | ---\n{{figure anso.total_2021}} | d",
    [`2:1 ${TABLE}`],
  ],
  ["words struck out", "This is ~~gone~~ now, and *so ~~is~~ this*", [`1:9 ${STRUCK}`, `1:31 ${STRUCK}`]],
  ["a footnote", "Words[^a] and more.\n\n[^a]: What is said of them.", [`1:6 ${FOOTNOTE}`, `3:1 ${FOOTNOTE}`]],
  ["a footnote of one word", "Words[^a] and more.\n\n[^a]: Elsewhere", [`1:6 ${FOOTNOTE}`, `3:1 ${FOOTNOTE}`]],
])("%s is refused", async (_, prose, lines) => {
  const found = problemLines(await composed(prose)).filter((line) => line.startsWith("template/not-allowed"));
  expect(found).toEqual(lines.map((line) => `template/not-allowed ${line}`));
});

test.each([
  ["quotes", "> ".repeat(3000)],
  ["quotes without blanks", ">".repeat(3000)],
  ["lists", "- ".repeat(3000)],
])("%s in each other are refused, however many", async (_, prose) => {
  const lines = problemLines(await composed(`First.\n\n${prose} a`));
  expect(lines).toContain(
    "template/not-allowed 3:1 Markdown of this kind (quotes and lists within each other) has no place in a brief",
  );
});

test.each([
  "a | b, or |a|, and a || b",
  "one line\n| another |\nand - | - | so on",
  "about ~ so much, ~ as much ~ as that, a~b, ~~ and ~~~ alone".replace("one", "a"),
  "[a] and [ b, ^c and [^ d] and a\\[^a], \\~~as it is~~",
  "a dash --- and a bar |",
])("lone signs may stand: %s", async (prose) => {
  expect(problemLines(await composed(prose)).filter((line) => line.startsWith("template/not-allowed"))).toEqual([]);
});
