import { create } from "fontkit";
import { expect, test } from "vitest";
import { chart } from "../../pipeline/chart/chart.ts";
import { isDrawnAlike } from "../../pipeline/editions/charts.ts";
import { brief, host, sharesChart, shiftChart, studentsChart } from "./fixture.ts";

const RULE = /font-weight: (\d+); src: url\(data:font\/woff2;base64,([^)]+)\)/g;
const TEXT = /<text([^>]*)>([^<]*)<\/text>/g;

test("a chart for download brings the letters of all its texts along, in their weights", async () => {
  const { value } = await chart(brief([sharesChart(), shiftChart(), studentsChart()]), host);
  expect(value?.drawings.size).toBe(3);
  for (const { download, faces } of value?.drawings.values() ?? []) {
    const fonts = new Map(
      [...faces.matchAll(RULE)].map(([, weight, bytes]) => [weight, create(Buffer.from(bytes ?? "", "base64"))]),
    );
    const texts = [...download.svg.matchAll(TEXT)];
    expect(texts.length).toBeGreaterThan(5);
    for (const [, attributes = "", text = ""] of texts) {
      const font = fonts.get(/font-weight="(\d+)"/.exec(attributes)?.[1] ?? "400");
      const plain = text.replaceAll("&amp;", "&");
      const lacking = [...plain].filter(
        (letter) => !font || !("hasGlyphForCodePoint" in font && font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)),
      );
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
