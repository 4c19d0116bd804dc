import type { Picture } from "../model/drawing.ts";
import { colourName, type Painter } from "./colours.ts";
import { elements, svgText, type SvgElement } from "./svg-tree.ts";

const PAINT = /^(?:fill|stroke|stop-color)$/;

/** Colours of a drawing that are no names of the theme's. */
export function strangeColours(svg: SvgElement): readonly string[] {
  const colours = [...elements(svg)].flatMap(({ attributes }) =>
    [...attributes].filter(([name]) => PAINT.test(name)).map(([, value]) => value),
  );
  const strange = colours.filter(
    (colour) => colour !== "none" && colour !== "transparent" && colourName(colour) === undefined,
  );
  return [...new Set(strange)];
}

/** How a drawing is finished: its colours, its size on the page, and whether it brings its own ground. */
export interface Finish {
  readonly painter: Painter;
  /** How many units of the page one unit of the drawing takes. */
  readonly scale: number;
  readonly ground: boolean;
}

/** A drawing with its colours painted in and its outer size set. */
export function paint(svg: SvgElement, finish: Finish): Picture {
  const [, , across = 0, down = 0] = (svg.attributes.get("viewBox") ?? "").split(/[ ,]/).map(Number);
  const width = rounded(across * finish.scale);
  const height = rounded(down * finish.scale);
  const painted = withColours(svg, finish.painter);
  const ground: SvgElement = {
    tag: "rect",
    attributes: new Map([
      ["width", String(across)],
      ["height", String(down)],
      ["fill", finish.painter("background")],
    ]),
    children: [],
  };
  const attributes = new Map([
    ...painted.attributes,
    ["width", String(width)] as const,
    ["height", String(height)] as const,
  ]);
  const children = finish.ground ? [ground, ...painted.children] : painted.children;
  return { svg: svgText({ tag: painted.tag, attributes, children }), width, height };
}

function withColours(element: SvgElement, painter: Painter): SvgElement {
  const attributes = new Map(
    [...element.attributes].map(([name, value]): [string, string] => {
      const colour = PAINT.test(name) ? colourName(value) : undefined;
      return [name, colour === undefined ? value : painter(colour)];
    }),
  );
  const children = element.children.map((child) => (typeof child === "string" ? child : withColours(child, painter)));
  return { tag: element.tag, attributes, children };
}

const rounded = (length: number): number => Math.round(length * 100) / 100;
