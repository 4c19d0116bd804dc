import { expect, test } from "vitest";
import { isContent, readCell } from "../../pipeline/load/cell.ts";
import type { Scalar } from "../../pipeline/load/tree.ts";

const scalar = (text: string): Scalar => ({
  kind: "scalar",
  text,
  source: text,
  plain: true,
  place: { file: "d.yaml", line: 1, column: 1 },
});

test.each([
  ["23", "23", []],
  ["23.0 p", "23.0", ["provisional"]],
  ["-3.8 rb", "-3.8", ["revised", "break"]],
  ["17 r b", "17", ["revised", "break"]],
  ["17 [e]", "17", ["estimated"]],
])("%s is a number with its flags", (text, number, flags) => {
  expect(readCell(scalar(text))).toEqual({ kind: "number", text: number, flags });
});

test.each([
  [":", "missing"],
  ["..", "missing"],
  ["…", "missing"],
  ["[x]", "missing"],
  ["c", "confidential"],
  ["[c]", "confidential"],
  ["z", "not-applicable"],
  ["n/a", "not-applicable"],
])("%s is no number: %s", (symbol, absence) => {
  expect(readCell(scalar(symbol))).toEqual({ kind: "gap", absence, symbol });
});

test.each([
  ["-", "write a number; or 0 for none, .. for missing, c for confidential, z for not applicable"],
  ["–", "write a number; or 0 for none, .. for missing, c for confidential, z for not applicable"],
  ["", "write a number; or .. for missing, c for confidential, z for not applicable"],
  ["NaN", "write a number; or .. for missing, c for confidential, z for not applicable"],
  ["n.a.", "write a number; or .. for missing, c for confidential, z for not applicable"],
  ["23p", "write 23 p"],
  ["(p) 23", "write 23 p"],
  ["23*", "write 23; the flags are p provisional, e estimated, r revised, b break in series"],
  ["23 q", "write 23; the flags are p provisional, e estimated, r revised, b break in series"],
  ["23 pp", "write 23; the flags are p provisional, e estimated, r revised, b break in series"],
  ["50,600", "write 50600"],
])("%s is a problem, and what to write is %s", (text, hint) => {
  const read = readCell(scalar(text));
  expect(isContent(read)).toBe(false);
  expect(read).toMatchObject({ code: "shape/not-a-number", hint });
});
