import { expect, test } from "vitest";
import { chart } from "../../pipeline/chart/chart.ts";
import { isDrawnAlike } from "../../pipeline/editions/charts.ts";
import { brief, host, sharesChart, shiftChart, studentsChart } from "./fixture.ts";

const TEXT = /<text([^>]*)>([^<]*)<\/text>/g;

test("a chart for download has the letters of all its texts, in their weights", async () => {
  const { value } = await chart(brief([sharesChart(), shiftChart(), studentsChart()]), host);
  expect(value?.drawings.size).toBe(3);
  for (const { download, letters } of value?.drawings.values() ?? []) {
    const known = new Map(letters.map(({ weight, characters }) => [String(weight), characters]));
    const texts = [...download.svg.matchAll(TEXT)];
    expect(texts.length).toBeGreaterThan(5);
    for (const [, attributes = "", text = ""] of texts) {
      const own = known.get(/font-weight="(\d+)"/.exec(attributes)?.[1] ?? "400") ?? "";
      const plain = text.replaceAll("&amp;", "&");
      const lacking = [...plain].filter((letter) => !own.includes(letter));
      expect(lacking, plain).toEqual([]);
    }
  }
});

test("a chart of which the typefaces alone are others is no other chart", () => {
  const drawing = '<svg width="1"><rect fill="#fff"/></svg>';
  const file =
    '<svg width="1" role="img"><title>T</title><desc>D</desc><style>@font-face { }</style><rect fill="#fff"/></svg>\n';
  expect(isDrawnAlike(file, drawing)).toBe(true);
  expect(isDrawnAlike(file.replace("#fff", "#000"), drawing)).toBe(false);
});
