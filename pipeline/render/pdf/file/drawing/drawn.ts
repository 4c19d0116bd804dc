import { remembering } from "../../../../model/remembered.ts";
import { FAMILIES, type FamilyName } from "../../../../model/theme.ts";
import { transformOf, within, written, type Matrix } from "./matrices.ts";
import { lengthOf, numberOf, outlineOf } from "./outlines.ts";
import { MITRE, paintOf, styleOf, type Cover, type Paint, type Style } from "./styles.ts";
import { readSvg, Strange, type SvgNode } from "./svg-nodes.ts";

/** A drawing as the stretches of a content stream, whichever file it is for. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  /** Operators, and between them texts, whose codes each file has its own of. */
  readonly parts: readonly (string | DrawnText)[];
  /** What is seen through, by the names that the operators give it. */
  readonly covers: ReadonlyMap<string, Cover>;
}

/** A text of a drawing, all but its codes. */
export interface DrawnText {
  readonly words: string;
  readonly family: FamilyName;
  readonly bold: boolean;
  readonly italics: boolean;
  readonly size: number;
  /** How much of its width stands before the spot it is placed at. */
  readonly before: number;
  readonly spot: Matrix;
}

/** So many drawings are remembered, of some 20 KB each. */
const MOST = 60;
const known = remembering<Drawn | "strange">(MOST);

/**
 * A drawing for a PDF, with the family of texts that name none of the house's; undefined where it has something in it
 * that our charts have not.
 */
export function drawnOf(svg: string, otherwise: FamilyName): Drawn | undefined {
  const drawn = known(`${otherwise}\n${svg}`, () => {
    try {
      return new Drawing(readSvg(svg), otherwise).drawn();
    } catch (problem) {
      if (problem instanceof Strange) return "strange";
      throw problem;
    }
  });
  return drawn === "strange" ? undefined : drawn;
}

/** What a file has of its own, a drawing sets anew: the state of strokes, without which corners are those of the page. */
const FRESH = `0 J 0 j ${MITRE} M [] 0 d`;

class Drawing {
  readonly #root: SvgNode;
  readonly #otherwise: FamilyName;
  readonly #parts: (string | DrawnText)[] = [];
  readonly #covers = new Map<string, Cover>();
  readonly #clips = new Map<string, string>();

  constructor(root: SvgNode, otherwise: FamilyName) {
    this.#root = root;
    this.#otherwise = otherwise;
  }

  drawn(): Drawn {
    const root = this.#root;
    const [width, height] = [lengthOf(root, "width"), lengthOf(root, "height")];
    if (width <= 0 || height <= 0) throw new Strange("no size");
    this.#learnClips(root);
    this.#write(FRESH, `${written(shownIn(root, width, height))} cm`);
    const style = styleOf(root, {});
    for (const child of root.children) this.#node(child, style);
    return { width, height, parts: this.#parts, covers: this.#covers };
  }

  #write(...operators: readonly string[]): void {
    const last = this.#parts.at(-1);
    const text = operators.filter((each) => each !== "").join("\n");
    if (text === "") return;
    if (typeof last === "string") this.#parts[this.#parts.length - 1] = `${last}\n${text}`;
    else this.#parts.push(text);
  }

  /** Vega writes what cuts after what is cut. */
  #learnClips(node: SvgNode): void {
    if (node.tag === "clipPath") this.#clips.set(node.attributes.get("id") ?? "", clipOf(node));
    else for (const child of node.children) this.#learnClips(child);
  }

  #node(node: SvgNode, around: Style): void {
    const style = styleOf(node, around);
    switch (node.tag) {
      case "g":
        return this.#group(node, style);
      case "text":
        return this.#text(node, style);
      case "path":
      case "rect":
      case "line":
      case "circle":
        return this.#shape(node, style);
      case "defs":
        if (node.children.some(({ tag }) => tag !== "clipPath")) throw new Strange("a definition");
        return;
      case "svg":
      case "clipPath":
        throw new Strange(node.tag);
    }
  }

  #group({ attributes, children }: SvgNode, style: Style): void {
    const moved = this.#moved(attributes.get("transform"));
    const cut = this.#cut(attributes.get("clip-path"));
    const apart = moved !== "" || cut !== "";
    this.#write(apart ? "q" : "", moved, cut);
    for (const child of children) this.#node(child, style);
    this.#write(apart ? "Q" : "");
  }

  #moved(transform: string | undefined): string {
    const matrix = written(transformOf(transform));
    return matrix === "1 0 0 1 0 0" ? "" : `${matrix} cm`;
  }

  #cut(clip: string | undefined): string {
    if (clip === undefined) return "";
    const outline = this.#clips.get(/^url\(#([^)]+)\)$/.exec(clip)?.[1] ?? "");
    if (outline === undefined) throw new Strange(clip);
    return `${outline}\nW n`;
  }

  #shape(node: SvgNode, style: Style): void {
    const outline = outlineOf(node);
    const paint = paintOf(style, node);
    const operator = paint.stroke === undefined ? "f" : paint.fill === undefined ? "S" : "B";
    if (outline === "" || (paint.fill ?? paint.stroke) === undefined) return;
    const moved = this.#moved(node.attributes.get("transform"));
    const cover = this.#cover(paint);
    const apart = moved !== "" || cover !== "" || paint.special;
    this.#write(
      apart ? "q" : "",
      moved,
      cover,
      paint.fill ?? "",
      paint.stroke ?? "",
      outline,
      apart ? `${operator} Q` : operator,
    );
  }

  /** The operator of a paint that is seen through. */
  #cover({ cover }: Paint): string {
    if (cover.fill === 1 && cover.stroke === 1) return "";
    const name = `Cover${cover.fill}-${cover.stroke}`;
    this.#covers.set(name, cover);
    return `/${name} gs`;
  }

  #text(node: SvgNode, style: Style): void {
    const words = node.words.replaceAll(/\s+/g, " ").trim();
    const paint = paintOf(style, node);
    if (paint.stroke !== undefined) throw new Strange("letters with an edge");
    const size = numberOf(style["font-size"] ?? "16");
    if (words === "" || paint.fill === undefined || size === 0) return;
    const cover = this.#cover(paint);
    const [x, y] = [lengthOf(node, "x"), lengthOf(node, "y")];
    // Letters stand upright on a page that counts downwards.
    const spot = within(transformOf(node.attributes.get("transform")), [1, 0, 0, -1, x, y]);
    this.#write(cover === "" ? "" : "q", cover, paint.fill);
    this.#parts.push({ words, size, spot, ...this.#face(style), before: before(style["text-anchor"] ?? "start") });
    this.#write(cover === "" ? "" : "Q");
  }

  #face(style: Style): Pick<DrawnText, "family" | "bold" | "italics"> {
    const weight = style["font-weight"] ?? "normal";
    const slope = style["font-style"] ?? "normal";
    if (!/^(?:normal|bold|[1-9]00)$/.test(weight) || !/^(?:normal|italic)$/.test(slope)) throw new Strange(weight);
    const names = (style["font-family"] ?? "").split(",").map((name) => name.trim().replaceAll(/["']/g, ""));
    const family = names
      .map((name) => FAMILIES.find((each) => each.toLowerCase() === name.toLowerCase()))
      .find((each) => each !== undefined);
    return {
      family: family ?? this.#otherwise,
      bold: /^(?:bold|[6-9]00)$/.test(weight),
      italics: slope === "italic",
    };
  }
}

function before(anchor: string): number {
  const parts: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 };
  const found = parts[anchor];
  if (found === undefined) throw new Strange(anchor);
  return found;
}

/** What of a drawing is shown in its size: all of it, in the middle, as large as there is room. */
function shownIn({ attributes }: SvgNode, width: number, height: number): Matrix {
  const box = attributes.get("viewBox");
  if (box === undefined) return [1, 0, 0, 1, 0, 0];
  const [left = 0, top = 0, across = 0, down = 0] = box
    .trim()
    .split(/[\s,]+/)
    .map(numberOf);
  if (across <= 0 || down <= 0) throw new Strange(box);
  const scale = Math.min(width / across, height / down);
  return [scale, 0, 0, scale, (width - across * scale) / 2 - left * scale, (height - down * scale) / 2 - top * scale];
}

/** What a clipPath leaves to see, as an outline; where it has no face, nothing is left. */
function clipOf(node: SvgNode): string {
  styleOf(node, {});
  const outlines = node.children.map((child) => {
    const { tag, attributes } = child;
    if ((tag !== "rect" && tag !== "path" && tag !== "circle") || attributes.has("transform")) throw new Strange(tag);
    styleOf(child, {});
    return outlineOf(child);
  });
  return outlines.filter((outline) => outline !== "").join("\n") || "0 0 0 0 re";
}
