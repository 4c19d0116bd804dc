import { expect, test } from "vitest";
import { plainNumber } from "../../pipeline/load/plain-number.ts";

test.each([
  ["50,600", "50600"],
  ["17, 610", "17610"],
  ["1,763,492.5", "1763492.5"],
  ["2,26,373", "226373"],
  ["50 600", "50600"],
  ["46,1", "46.1"],
  ["23%", "23"],
  ["~23", "23"],
  ["\u22123.8", "-3.8"],
  ["thirty", undefined],
  ["1,2,3", undefined],
])("%s was meant as %s", (typed, meant) => {
  expect(plainNumber(typed)).toBe(meant);
});
