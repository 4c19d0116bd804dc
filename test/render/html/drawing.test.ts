import { describe, expect, test } from "vitest";
import { drawingHtml } from "../../../pipeline/render/html/drawing.ts";
import { chart } from "./fixture-exhibits.ts";

const drawn = (inner: string): string =>
  drawingHtml(
    chart,
    { svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`, width: 9, height: 9 },
    "wide",
  ).markup;

describe("a drawing inside the page", () => {
  test("keeps the words of its labels, whatever they look like", () => {
    for (const words of ["say onerror=x", "style = plain", "href=here", "&lt;script&gt;"])
      expect(drawn(`<text>${words}</text>`)).toContain(`<text>${words}</text>`);
  });

  test("is none that could act or load something", () => {
    for (const inner of [
      "<script>1</script>",
      '<a href="#x"><text>x</text></a>',
      '<text onclick="x">x</text>',
      '<text style="fill:red">x</text>',
      '<image href="https://example.org/x.png"/>',
      '<use href="https://example.org/x.svg"/>',
    ])
      expect(() => drawn(inner)).toThrow("holds");
  });
});
