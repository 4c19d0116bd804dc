import { expect, test } from "vitest";
import { openProgress, wordsOf } from "../../pipeline/host/progress.ts";

test.each([
  [120, 300, 10, "120 of 300, 12.0 a second, 15 s left"],
  [1, 1000, 2, "1 of 1000, 0.5 a second, 33 min 18 s left"],
  [0, 10, 0, "0 of 10, 0.0 a second, 0 s left"],
])("%s of %s after %s seconds", (done, count, seconds, words) => expect(wordsOf(done, count, seconds)).toBe(words));

test.each([
  ["few briefs", 5, false],
  ["whoever asked for quiet", 50, true],
])("nothing is said to %s", (_, count, quiet) => {
  let said = "";
  const terminal = { stderr: (text: string) => void (said += text), env: {}, interactive: true };
  const progress = openProgress(count, { terminal, quiet });
  for (let step = 0; step < count; step += 1) progress.step();
  progress.end();
  expect(said).toBe("");
});
