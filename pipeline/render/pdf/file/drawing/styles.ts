import { numberOf, place } from "./outlines.ts";
import { Strange, type SvgNode, type SvgTag } from "./svg-nodes.ts";

/** What an element hands on to those in it. */
const HANDED_ON = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-miterlimit",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-dasharray",
  "stroke-dashoffset",
  "fill-opacity",
  "stroke-opacity",
  "text-anchor",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
] as const;

/** What it says of itself alone. */
const OWN: Readonly<Record<SvgTag, readonly string[]>> = {
  svg: ["xmlns", "width", "height", "viewBox"],
  g: ["transform", "clip-path"],
  path: ["d", "transform", "opacity"],
  rect: ["x", "y", "width", "height", "transform", "opacity"],
  line: ["x1", "y1", "x2", "y2", "transform", "opacity"],
  circle: ["cx", "cy", "r", "transform", "opacity"],
  text: ["x", "y", "transform", "opacity"],
  defs: [],
  clipPath: ["id"],
};

/** How an element is painted, by the names of SVG's attributes. */
export type Style = Readonly<Partial<Record<(typeof HANDED_ON)[number], string>>>;

/** The style of an element within one of another style; throws where it says what nobody here knows. */
export function styleOf({ tag, attributes }: SvgNode, around: Style): Style {
  const own: Partial<Record<keyof Style, string>> = {};
  for (const [name, value] of attributes) {
    const handedOn = HANDED_ON.find((each) => each === name);
    if (handedOn !== undefined) own[handedOn] = value;
    else if (!OWN[tag].includes(name)) throw new Strange(name);
  }
  return { ...around, ...own };
}

/** How much of what is behind it a paint covers, from 0 to 1. */
export interface Cover {
  readonly fill: number;
  readonly stroke: number;
}

/** What fills and strokes an element, as operators (ISO 32000-1, 8.4 and 8.6); undefined where nothing does. */
export interface Paint {
  readonly fill: string | undefined;
  readonly stroke: string | undefined;
  /** Whether its strokes differ from those of a new page in more than colour and width. */
  readonly special: boolean;
  readonly cover: Cover;
}

export function paintOf(style: Style, node: SvgNode): Paint {
  const opacity = part(node.attributes.get("opacity"));
  const cover = { fill: opacity * part(style["fill-opacity"]), stroke: opacity * part(style["stroke-opacity"]) };
  const fill = cover.fill === 0 ? undefined : colour(style.fill ?? "#000000");
  const width = numberOf(style["stroke-width"] ?? "1");
  const stroke = cover.stroke === 0 || width <= 0 ? undefined : colour(style.stroke ?? "none");
  const drawn = stroke === undefined ? "" : special(style);
  return {
    fill: fill && `${fill} rg`,
    stroke: stroke && `${stroke} RG ${place(width)} w${drawn}`,
    special: drawn !== "",
    cover: {
      fill: fill === undefined ? cover.stroke : cover.fill,
      stroke: stroke === undefined ? cover.fill : cover.stroke,
    },
  };
}

function part(text: string | undefined): number {
  return text === undefined ? 1 : Math.max(0, Math.min(1, numberOf(text)));
}

/** A colour in red, green and blue; undefined for none. */
function colour(text: string): string | undefined {
  if (text === "none" || text === "transparent") return undefined;
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw new Strange(text);
  return [1, 3, 5].map((at) => place(parseInt(text.slice(at, at + 2), 16) / 255)).join(" ");
}

const CAPS: Readonly<Record<string, number>> = { butt: 0, round: 1, square: 2 };
const JOINS: Readonly<Record<string, number>> = { miter: 0, round: 1, bevel: 2 };
/** SVG's own limit of pointed corners; a PDF's is another. */
export const MITRE = 4;

function special(style: Style): string {
  const [cap, join] = [CAPS[style["stroke-linecap"] ?? "butt"], JOINS[style["stroke-linejoin"] ?? "miter"]];
  const mitre = numberOf(style["stroke-miterlimit"] ?? String(MITRE));
  if (cap === undefined || join === undefined || mitre < 1) throw new Strange("a stroke");
  return [
    cap === 0 ? "" : ` ${cap} J`,
    join === 0 ? "" : ` ${join} j`,
    mitre === MITRE ? "" : ` ${place(mitre)} M`,
    dashes(style),
  ].join("");
}

function dashes(style: Style): string {
  const text = style["stroke-dasharray"] ?? "none";
  if (text === "none" || text === "") return "";
  const lengths = text
    .trim()
    .split(/[\s,]+/)
    .map(numberOf);
  const offset = numberOf(style["stroke-dashoffset"] ?? "0");
  // What a dash or a gap of no length leaves to see differs from one program to the next.
  if (offset < 0 || lengths.some((length) => length <= 0)) throw new Strange(text);
  return ` [${lengths.map(place).join(" ")}] ${place(offset)} d`;
}
