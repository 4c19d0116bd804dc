import { array, assert, constantFrom, property } from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test, vi } from "vitest";
import { readMarkdown } from "../../pipeline/compose/plain-line.ts";

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
  for (const text of ["*a*", "1. a", "a ", "", "- a"]) readMarkdown(text);
  expect(fromMarkdown).toHaveBeenCalledTimes(5);
});
