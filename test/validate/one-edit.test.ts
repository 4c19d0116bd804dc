import { expect, test } from "vitest";
import { slipBetween } from "../../pipeline/validate/one-edit.ts";

test.each([
  ["32", "23", "swapped"],
  ["1234", "4231", "swapped"],
  ["30", "40", "changed"],
  ["1", "10", "dropped"],
  ["100", "10", "added"],
  ["3.2", "2.3", "swapped"],
  ["30", "41", undefined],
  ["30", "30", undefined],
  ["3.0", "30", undefined],
  ["12", "1234", undefined],
])("%s for %s is one slip: %s", (typed, meant, slip) => {
  expect(slipBetween(typed, meant)).toBe(slip);
});
