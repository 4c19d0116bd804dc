import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { element } from "../../../pipeline/render/html/element.ts";

/** What may stand in a page for a character, by itself. */
function printed(character: string): string {
  if (/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u.test(character) && !"\t\n".includes(character))
    return "\ufffd";
  return { "&": "&amp;", "<": "&lt;", ">": "&gt;" }[character] ?? character;
}

test("every character is printed as itself, as its name, or as one that is harmless, whatever stands beside it", () => {
  assert(
    property(string({ unit: "binary" }), (text) => {
      const expected = Array.from(text, printed).join("");
      expect(element("p", {}, text).markup).toBe(`<p>${expected}</p>`);
      const value = expected.replaceAll('"', "&quot;").replaceAll("`", "&#96;");
      expect(element("p", { title: text }).markup).toBe(`<p title="${value}"></p>`);
    }),
    { numRuns: 300 },
  );
  const all = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code));
  expect(all.filter((each) => element("p", {}, each).markup !== `<p>${printed(each)}</p>`)).toEqual([]);
});
