import { expect, test } from "vitest";
import { readingTime } from "../../pipeline/compose/reading-time.ts";
import { paragraph, section, text } from "../render/html/fixture-parts.ts";
import { language } from "../render/html/fixture.ts";

const words = (count: number) => paragraph("p", text(Array.from({ length: count }, () => "word").join(" ")));

test.each([
  [1, "1 minute to read"],
  [238, "1 minute to read"],
  [238 * 3, "3 minutes to read"],
  [238 * 3 + 118, "3 minutes to read"],
  [238 * 3 + 120, "4 minutes to read"],
])("%d words take %s", (count, said) => {
  expect(readingTime([section("a", "text", "A", words(count))], language("en-GB"))).toBe(said);
});

test("what is said about the brief and its disclaimer are not counted", () => {
  const body = [section("a", "text", "A", words(10)), section("b", "disclaimer", "B", words(2000))];
  expect(readingTime(body, language("en-GB"))).toBe("1 minute to read");
});
