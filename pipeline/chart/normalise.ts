import { textOf, type SvgElement } from "./svg-tree.ts";

/** What a drawing is prefixed with, and the font that all its texts share unless they say otherwise. */
export interface Dress {
  /** Put before every id, so that the drawings of one page never share one: `anso-shares-wide`. */
  readonly prefix: string;
  readonly fontFamily: string;
  readonly fontSize: number;
  /** Whether axis labels keep clear of the lines behind them by an edge in the colour of the ground. */
  readonly halo: boolean;
}

// Vega's own class names, and labels for screen readers that give away field names.
const DROPPED = /^(?:class|role|aria-.*|pointer-events|version|xmlns:.*|on.*)$/;
const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ["opacity", "1"],
  ["font-weight", "normal"],
  ["text-anchor", "start"],
  ["stroke-width", "1"],
]);
const HALO: readonly (readonly [string, string])[] = [
  ["stroke", "theme:background"],
  ["stroke-width", "4"],
  ["stroke-linejoin", "round"],
  ["paint-order", "stroke"],
];
const NUMBERS =
  /^(?:d|transform|x|y|x1|x2|y1|y2|width|height|font-size|stroke-width|viewBox|points|r|cx|cy|stroke-dasharray)$/;
const ALLOWED_TAGS = new Set(["svg", "g", "path", "rect", "line", "circle", "text", "defs", "clipPath"]);

/**
 * Vega's SVG made the same on every machine and safe beside others: ids numbered by first appearance, hidden labels and
 * empty groups gone, one text element a line, numbers of two decimals, the shared font named once at the root.
 */
export function normalise(svg: SvgElement, dress: Dress): SvgElement {
  const ids = new Map<string, string>();
  const id = (old: string): string => {
    const known = ids.get(old) ?? `${dress.prefix}-${ids.size + 1}`;
    ids.set(old, known);
    return known;
  };
  const root = clean(svg, dress, id)[0];
  if (root === undefined || typeof root === "string") throw new Error("a drawing without an svg element");
  const font: [string, string][] = [
    // Quoted, since a name with a digit of its own is no CSS identifier.
    ["font-family", `'${dress.fontFamily}', sans-serif`],
    ["font-size", String(dress.fontSize)],
  ];
  return { ...root, attributes: new Map([...root.attributes, ...font]) };
}

interface Worn extends Dress {
  readonly inLabels?: boolean;
}

function clean(
  element: SvgElement | string,
  dress: Worn,
  id: (old: string) => string,
): readonly (SvgElement | string)[] {
  if (typeof element === "string") return [element];
  const { tag } = element;
  if (tag === "text") return textLines(element).flatMap((line) => cleaned(line, dress, id));
  return cleaned(element, dress, id);
}

function cleaned(element: SvgElement, dress: Worn, id: (old: string) => string): readonly SvgElement[] {
  const { tag } = element;
  if (!ALLOWED_TAGS.has(tag)) throw new Error(`a drawing with the element ${tag}`);
  if (element.attributes.get("display") === "none" || element.attributes.get("opacity") === "0") return [];
  const attributes = new Map<string, string>();
  for (const [name, value] of element.attributes) {
    const written = attribute(name, value, dress, id);
    if (written !== undefined) attributes.set(name, written);
  }
  if (tag === "text" && dress.inLabels === true) for (const [name, value] of HALO) attributes.set(name, value);
  const inLabels = dress.halo && (element.attributes.get("class") ?? "").includes("role-axis-label");
  const children = element.children.flatMap((child) => clean(child, inLabels ? { ...dress, inLabels } : dress, id));
  const whole = { tag, attributes, children };
  if (isUnseen(whole)) return [];
  return isBareGroup(whole) ? children.filter((child) => typeof child !== "string") : [whole];
}

/** A text without letters, a path without length or paint, a group without anything in it. */
function isUnseen({ tag, attributes, children }: SvgElement): boolean {
  if (tag === "text") return textOf(children) === "";
  if (tag === "g") return children.length === 0;
  const painted = attributes.has("fill") || attributes.has("stroke");
  const d = attributes.get("d") ?? "";
  return tag === "path" && (!painted || d === "" || (NO_FACE.test(d) && !attributes.has("stroke")));
}

/** A rectangle without width or height: the bar of a zero. */
const NO_FACE = /^M[-\d.]+,[-\d.]+(?:h0v[-\d.]+h0|h[-\d.]+v0h[-\d.]+)Z$/i;

/** A group that neither moves nor cuts what it holds. */
function isBareGroup({ tag, attributes }: SvgElement): boolean {
  if (tag !== "g" || attributes.size > 1) return false;
  return attributes.size === 0 || attributes.get("transform") === "translate(0,0)";
}

/** An attribute as written; undefined when it is left out. */
function attribute(name: string, value: string, dress: Dress, id: (old: string) => string): string | undefined {
  if (DROPPED.test(name) || DEFAULTS.get(name) === value) return undefined;
  if (name === "id") return id(value);
  const target = /^url\(#(.+)\)$/.exec(value)?.[1];
  if (target !== undefined) return `url(#${id(target)})`;
  if (name === "font-family" && value.replaceAll("&quot;", "") === dress.fontFamily) return undefined;
  if (name === "font-size") {
    const size = twoDecimals(value.replace(/px$/, ""));
    return Number(size) === dress.fontSize ? undefined : size;
  }
  if (name === "font-weight") return value === "bold" ? "600" : value;
  return NUMBERS.test(name) ? twoDecimals(value) : value;
}

// The PDF writer re-serialises an SVG with line breaks between tspans, which moves centred and right-aligned lines.
function textLines(text: SvgElement): readonly SvgElement[] {
  const spans = text.children.filter((child) => typeof child !== "string");
  if (spans.length === 0) return [text];
  let dy = 0;
  return spans.map((span) => {
    dy += Number(span.attributes.get("dy") ?? 0);
    const attributes = dy === 0 ? text.attributes : new Map([...text.attributes, ["y", String(dy)] as const]);
    return { ...text, attributes, children: span.children };
  });
}

const twoDecimals = (text: string): string =>
  text.replace(/-?\d*\.\d+(?:e[-+]?\d+)?|-?\d+e[-+]?\d+/gi, (number) =>
    String(Math.round(Number(number) * 100) / 100 || 0),
  );
