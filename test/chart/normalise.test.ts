import { describe, expect, test } from "vitest";
import { normalise } from "../../pipeline/chart/normalise.ts";
import { strangeColours } from "../../pipeline/chart/paint.ts";
import { parseSvg, svgText } from "../../pipeline/chart/svg-tree.ts";

const dress = { prefix: "shares-wide", fontFamily: "Source Sans 3", fontSize: 13.5, halo: false };
const normal = (inside: string): string =>
  svgText(
    normalise(parseSvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`), dress),
  ).replace(/^<svg[^>]*>|<\/svg>$/g, "");

describe("a normal SVG", () => {
  test("has ids of its own, numbered by first appearance", () => {
    const svg = normal(
      '<g clip-path="url(#clip17)"><path d="M0,0L1,1" stroke="theme:ink"/></g><defs><clipPath id="clip17"><rect width="1"/></clipPath></defs>',
    );
    expect(svg).toContain('clip-path="url(#shares-wide-1)"');
    expect(svg).toContain('<clipPath id="shares-wide-1">');
  });

  test("has one text element a line", () => {
    const svg = normal('<text transform="translate(1,2)"><tspan>Two</tspan><tspan x="0" dy="15">lines</tspan></text>');
    expect(svg).toBe('<text transform="translate(1,2)">Two</text><text transform="translate(1,2)" y="15">lines</text>');
  });

  test("drops hidden labels, names for screen readers, classes and empty groups", () => {
    expect(normal('<g class="a" aria-label="x"><text opacity="0">hidden</text></g>')).toBe("");
    expect(normal('<g class="mark-text" role="img"><text aria-label="shift: 3" fill="theme:ink">3</text></g>')).toBe(
      '<text fill="theme:ink">3</text>',
    );
  });

  test("has numbers of two decimals, and semibold for bold", () => {
    expect(normal('<text font-weight="bold" font-size="12.5px" x="1.23456" y="-0.0001">3</text>')).toBe(
      '<text font-weight="600" font-size="12.5" x="1.23" y="0">3</text>',
    );
  });

  test("keeps the escapes of what authors wrote", () => {
    expect(normal("<text>A &amp; B &lt;i&gt;</text>")).toBe("<text>A &amp; B &lt;i&gt;</text>");
  });

  test("takes no element that loads or runs something", () => {
    expect(() => normal('<image href="x.png"/>')).toThrow("image");
  });

  test("tells which colours are not the theme's", () => {
    expect(strangeColours(parseSvg('<svg><path fill="#4c78a8" stroke="theme:ink"/><path fill="none"/></svg>'))).toEqual(
      ["#4c78a8"],
    );
  });
});
