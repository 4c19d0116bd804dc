import type { Chart } from "../../model/doc.ts";
import { plainText } from "../../model/inline.ts";
import { textAlternative } from "../../model/text-alternative.ts";
import { svgTags } from "../../model/svg-tags.ts";
import type { Picture } from "../../model/drawing.ts";
import { checkedMarkup, element, fragment, type Html } from "./element.ts";

/** The two drawings of one chart that a page switches between by its width. */
export type Width = "wide" | "narrow";

/** A drawing of a chart at one of its two widths, named by the chart's title and text alternative. */
export const drawingHtml = (chart: Chart, picture: Picture, width: Width): Html =>
  pictureHtml(picture, {
    name: `the ${width} drawing of ${chart.chart}`,
    prefix: `${chart.id}_${width}`,
    class: width,
    title: plainText(chart.title),
    description: textAlternative(chart),
  });

/** How a drawing is named inside a page, and what its ids begin with. */
interface Named {
  /** For whoever mends what is wrong with it. */
  readonly name: string;
  readonly prefix: string;
  readonly class?: Width;
  readonly title: string;
  readonly description: string;
}

/**
 * A drawing inside the page, with ids of its own so that no two drawings share any. Throws on a drawing that could act
 * or load something: that is our bug.
 */
export function pictureHtml(picture: Picture, { name, prefix, class: className, title, description }: Named): Html {
  const match = /^\s*(?:<\?xml[^>]*\?>\s*)?<svg\b([^>]*)>([\s\S]*)<\/svg>\s*$/.exec(picture.svg);
  if (!match) throw new Error(`${name} is not one svg element`);
  const tags = svgTags(picture.svg);
  const forbidden = /<(?:script|style|foreignObject|image|iframe|a)\b|\s(?:on\w+|style)\s*=|href\s*=\s*["'](?!#)/i.exec(
    tags,
  );
  if (forbidden) throw new Error(`${name} holds ${forbidden[0].trim()}`);
  const named = {
    class: className,
    viewBox: /\bviewBox="([^"]*)"/.exec(match[1] ?? "")?.[1] ?? `0 0 ${picture.width} ${picture.height}`,
    role: "img",
    "aria-labelledby": `${prefix}_title ${prefix}_desc`,
    ...textAttributes(match[1] ?? ""),
  };
  return element(
    "svg",
    named,
    element("title", { id: `${prefix}_title` }, title),
    element("desc", { id: `${prefix}_desc` }, description),
    fragment(checkedMarkup(ownIds(withoutInk(withoutNames(match[2] ?? "")), prefix)), "\n"),
  );
}

/** The attributes of the root that its texts and shapes inherit. */
function textAttributes(attributes: string): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-miterlimit",
    "font-family",
    "font-size",
    "font-weight",
    "text-rendering",
  ]) {
    const value = new RegExp(`(?:^|\\s)${name}="([^"<&]*)"`).exec(attributes)?.[1];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

/** Takes off a title and desc that the drawing brought along, so that it is named once. */
const withoutNames = (svg: string): string => svg.replace(/^\s*(?:<(title|desc)\b[^>]*>[^<]*<\/\1>\s*)+/, "");

/** Texts without a colour of their own have that of the page, by the style sheet. */
const withoutInk = (svg: string): string =>
  svg.replaceAll(/<text\b[^>]*>/g, (tag) => tag.replace(' fill="var(--ink)"', ""));

const ownIds = (svg: string, prefix: string): string =>
  svg
    .replace(/(\sid=")([^"]+)"/g, `$1${prefix}_$2"`)
    .replace(/url\((['"]?)#([^)'"]+)\1\)/g, `url(#${prefix}_$2)`)
    .replace(/((?:xlink:)?href=")#([^"]+)"/g, `$1#${prefix}_$2"`);
