import { array, assert, constantFrom, property } from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test, vi } from "vitest";
import { readMarkdown } from "../../pipeline/compose/read-markdown.ts";

vi.mock("mdast-util-from-markdown", async (original) => {
  const { fromMarkdown: real } = await original<{ fromMarkdown: typeof fromMarkdown }>();
  return { fromMarkdown: vi.fn<typeof fromMarkdown>(real) };
});

const SIGNS = [..."aZé9 0.,;:()’“\"'/%–—-+#>*_`[]!<&\\\n\t=~|@\ue000\ue010\ue002\u00a0\u2003"];

test("Markdown reads the same with and without the parser", () => {
  assert(
    property(
      array(constantFrom(...SIGNS, "1. ", "- ", "http://", "www.", "&amp;", "  ", "a "), { maxLength: 12 }),
      (parts) => {
        const text = parts.join("");
        expect(readMarkdown(text).children).toEqual(fromMarkdown(text).children);
      },
    ),
    { numRuns: 5000 },
  );
});

test("plain words need no parser, and others do", () => {
  vi.mocked(fromMarkdown).mockClear();
  for (const text of ["Who paid, in per cent", "Money (EUR million): \ue000\ue010\ue002", "a"]) readMarkdown(text);
  expect(fromMarkdown).not.toHaveBeenCalled();
  for (const text of ["*emphasis* alone", "1. a first item", "a blank at its end ", "`code`", "- an item"])
    readMarkdown(text);
  expect(fromMarkdown).toHaveBeenCalledTimes(5);
});

test("the same Markdown is parsed once", () => {
  vi.mocked(fromMarkdown).mockClear();
  const [first, again] = [readMarkdown("## A head\n\nand *words*"), readMarkdown("## A head\n\nand *words*")];
  expect(again).toBe(first);
  expect(readMarkdown("## A head\n\nand *more*").children).not.toEqual(first.children);
  expect(fromMarkdown).toHaveBeenCalledTimes(2);
});
