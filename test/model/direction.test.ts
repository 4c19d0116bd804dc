import { expect, test } from "vitest";
import { directionOfLanguage } from "../../pipeline/model/direction.ts";

test.each([
  ["he", "rtl"],
  ["ar-EG", "rtl"],
  ["fa", "rtl"],
  ["ku-Arab", "rtl"],
  ["az-arab-IR", "rtl"],
  ["he-Latn", "ltr"],
  ["en", "ltr"],
  ["arn", "ltr"],
  ["zh-Hans", "ltr"],
])("%s runs %s", (tag, direction) => {
  expect(directionOfLanguage(tag)).toBe(direction);
});
