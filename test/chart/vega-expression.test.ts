import { describe, expect, test } from "vitest";
import { readExpression } from "../../pipeline/chart/vega-expression.ts";

describe("an expression of a spec", () => {
  test.each([
    ["datum.shift > 0 && datum['rank'] != 1", ["shift", "rank"], []],
    ["datum.value == 60 ? '60%' : datum.label", ["value", "label"], []],
    ["datum.label + '%'", ["label"], []],
    ["datum.shift < -1.5 || !(datum.row == 'a(b')", ["shift", "row"], [{ field: "row", text: "a(b" }]],
    ["'it\\'s' !== datum['row']", ["row"], [{ field: "row", text: "it's" }]],
  ])("%s may stand", (text, fields, compared) => {
    expect(readExpression(text)).toEqual({ fields, compared });
  });

  test.each([
    ["now()", "now("],
    ["datum.a - datum.b > 0", "-"],
    ["datum.a + datum.b", "+"],
    ["datum.a * 2", "*"],
    ["data('rows')[0].x", "data("],
    ["datum.constructor.constructor('x')()", "."],
    ["window.x", "window.x"],
    ["'\u0061' + [1]", "["],
  ])("%s is refused for %s", (text, refused) => {
    expect(readExpression(text).refused).toBe(refused);
  });
});
