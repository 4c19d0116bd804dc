/** An element of an SVG: its attributes in order, and what stands in it. */
export interface SvgElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (SvgElement | string)[];
}

/** Reads the SVG that Vega writes: well formed, no comments, no CDATA. Attributes and texts stay escaped. */
export function parseSvg(svg: string): SvgElement {
  const root: Open = { tag: "", attributes: new Map(), children: [] };
  const stack: Open[] = [root];
  for (const [, close, tag = "", attributes = "", empty, text] of svg.matchAll(
    /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g,
  )) {
    const parent = stack.at(-1) ?? root;
    if (text !== undefined) {
      parent.children.push(text);
    } else if (close === "/") {
      stack.pop();
    } else {
      const element: Open = { tag, attributes: attributesOf(attributes), children: [] };
      parent.children.push(element);
      if (empty !== "/") stack.push(element);
    }
  }
  const top = root.children.find((child) => typeof child !== "string");
  if (top === undefined || typeof top === "string") throw new Error("the drawing holds no svg element");
  return top;
}

interface Open {
  readonly tag: string;
  readonly attributes: Map<string, string>;
  readonly children: (SvgElement | string)[];
}

const attributesOf = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = "", value = ""]): [string, string] => [name, value]),
  );

/** An SVG as text, without white space between its elements. */
export function svgText({ tag, attributes, children }: SvgElement): string {
  const written = [...attributes].map(([name, value]) => ` ${name}="${value}"`).join("");
  if (children.length === 0) return `<${tag}${written}/>`;
  return `<${tag}${written}>${children.map((child) => (typeof child === "string" ? child : svgText(child))).join("")}</${tag}>`;
}

/** Every element of a drawing, from the outside in and in the order of painting. */
export function* elements(element: SvgElement): Generator<SvgElement> {
  yield element;
  for (const child of element.children) if (typeof child !== "string") yield* elements(child);
}

/** The text that stands directly in an element, escaped as it is. */
export const textOf = (children: SvgElement["children"]): string =>
  children.filter((child) => typeof child === "string").join("");

/** A text of an SVG as a reader sees it. */
export const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
