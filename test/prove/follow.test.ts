import { describe, expect, test } from "vitest";
import { follow } from "../../pipeline/prove/follow.ts";
import { inOrder, wordsOf } from "../../pipeline/prove/passages.ts";

const place = { file: "data/x/y.yaml", line: 1, column: 1 };
const problemsOf = (text: string, ...words: readonly string[]): number =>
  follow(
    inOrder(...words.map((each) => wordsOf(each, place))),
    { text, spans: undefined },
    { name: "The page", furniture: ["Close", "Contents"] },
  ).problems.length;

describe("words of the house's own between those of the brief", () => {
  test("are passed over, also where a short text of the brief begins as they do", () => {
    expect(problemsOf("CloseCv", "C", "v")).toBe(0);
    expect(problemsOf("Closev", "v")).toBe(0);
    expect(problemsOf("CContents", "C")).toBe(0);
  });

  test("take nothing of the brief with them", () => {
    expect(problemsOf("Closev", "C", "v")).toBeGreaterThan(0);
    expect(problemsOf("v", "C", "v")).toBeGreaterThan(0);
  });
});
