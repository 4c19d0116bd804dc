import * as fc from "fast-check";
import { expect, test } from "vitest";
import { wholeGroups } from "../../pipeline/type/letter-groups.ts";

test("every character is kept, each once, whatever their order", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(..."azAZ09é.’שع𝔸 \u00A0")), (characters) => {
      const whole = wholeGroups(characters.join(""));
      expect([...whole]).toEqual([...new Set(whole)]);
      for (const each of characters) expect(whole).toContain(each);
      expect(wholeGroups(characters.toReversed().join(""))).toBe(whole);
      expect(wholeGroups(whole)).toBe(whole);
    }),
  );
});

test.each([
  ["a text that gains a letter", "Rail", "Railways"],
  ["another number", "In 2021", "In 2022, 7 per cent"],
  ["the next commune", "Orléans, Besançon", "Nîmes, Angoulême"],
])("%s needs the same letters", (_, one, other) => {
  expect(wholeGroups(`${one}, 1`)).toBe(wholeGroups(`${other}, 1`));
});

test("what no one prints is not brought along: no group without one of its characters", () => {
  expect(wholeGroups("")).toBe("");
  expect(wholeGroups("abc")).toBe("abcdefghijklmnopqrstuvwxyz");
  expect(wholeGroups("שלום")).toBe([..."שלום"].toSorted().join(""));
});
