import type { Picture } from "../model/drawing.ts";
import { COLOUR_NAMES, type ColourName, type Palette, type Theme } from "../model/theme.ts";

/** A chart's published file, taken apart: its drawing without title, description and typefaces, and these. */
export interface Frozen {
  readonly picture: Picture;
  readonly title: string;
  readonly description: string;
  /** Every text that it prints, in the order of drawing. */
  readonly texts: readonly string[];
}

const N = String.raw`-?\d+(?:\.\d+)?`;
const NUMBER = new RegExp(`^${N}$`);
const WORD = /^[a-z\d]+(?: [a-z]+)*$/;
const PAINT = /^(?:none|transparent|#[\da-f]{6})$/;

/** What drawings of Footing's are made of: these elements, these attributes, and of each the values that it may have. */
const TAGS = new Set([
  "svg",
  "title",
  "desc",
  "style",
  "g",
  "path",
  "rect",
  "line",
  "circle",
  "text",
  "defs",
  "clipPath",
]);
const VALUES: ReadonlyMap<string, RegExp> = new Map([
  ...[
    ..."width height x y x1 y1 x2 y2 r cx cy font-size opacity fill-opacity stroke-opacity".split(" "),
    ..."stroke-width stroke-miterlimit stroke-dashoffset".split(" "),
  ].map((name) => [name, NUMBER] as const),
  ...[
    ..."text-anchor dominant-baseline font-weight font-style stroke-linecap stroke-linejoin".split(" "),
    ..."paint-order direction unicode-bidi fill-rule clip-rule".split(" "),
  ].map((name) => [name, WORD] as const),
  ["xmlns", /^http:\/\/www\.w3\.org\/2000\/svg$/],
  ["role", /^img$/],
  ["viewBox", new RegExp(`^${N} ${N} ${N} ${N}$`)],
  ["d", /^[MLHVCSQTAZ\d\s,.-]+$/i],
  ["transform", /^(?:(?:translate|rotate|scale)\([-\d., ]+\) ?)+$/],
  ["stroke-dasharray", /^[\d., ]+$/],
  ["fill", PAINT],
  ["stroke", PAINT],
  ["font-family", /^'[\w -]+', sans-serif$/],
  ["id", /^[\w-]+$/],
  ["clip-path", /^url\(#[\w-]+\)$/],
]);
const FACES =
  /^(?:@font-face \{ font-family: "[\w -]+"; font-weight: \d+;(?: font-style: italic;)? src: url\(data:font\/woff2;base64,[A-Za-z\d+/=]+\) format\("woff2"\) \}\n)*$/;

const TOKEN = /<(\/?)([A-Za-z]+)((?:\s[A-Za-z][\w-]*="[^"<>&]*")*)(\/?)>|([^<]+)/y;
const ATTRIBUTE = /\s([A-Za-z][\w-]*)="([^"]*)"/g;

/**
 * Reads a chart's file as strictly as Footing draws: it is input, whoever wrote it. `wrong` is what it holds that no
 * drawing of Footing's does. Its colours become the theme's, as on a page, where it has all of them; else it keeps its
 * own, and its ground. Of names for one colour, one of `known` goes first.
 */
export function readFrozen(
  file: string,
  { type, colour }: Pick<Theme, "type" | "colour">,
  known: ReadonlySet<string>,
): Frozen | { readonly wrong: string } {
  const read = tokens(file);
  if ("wrong" in read) return read;
  const { title, description, texts, root, body } = read;
  const [width, height, viewBox, fontSize] = ["width", "height", "viewBox", "font-size"].map((name) => root.get(name));
  if (width === undefined || height === undefined || viewBox === undefined)
    return { wrong: "a drawing without its size" };
  const painted = inTheme(body, [width, height], colour.light, known) ?? body;
  const size = `width="${width}" height="${height}" viewBox="${viewBox}"`;
  const font = `font-family="'${type.sans}', sans-serif"${fontSize === undefined ? "" : ` font-size="${fontSize}"`}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${font}>${painted}</svg>`;
  return { title, description, texts, picture: { svg, width: Number(width), height: Number(height) } };
}

interface Read {
  readonly title: string;
  readonly description: string;
  readonly texts: readonly string[];
  readonly root: Attributes;
  /** What stands in the root, without title, description and typefaces. */
  readonly body: string;
}

/** Reads a file from its beginning to its end; nothing is passed over. */
function tokens(file: string): Read | { readonly wrong: string } {
  const walk = new Walk();
  TOKEN.lastIndex = 0;
  for (let at = 0; at < file.length; at = TOKEN.lastIndex) {
    const token = TOKEN.exec(file);
    const wrong = token === null ? `"${file.slice(at, at + 30)}"` : walk.token(token);
    if (wrong !== undefined) return { wrong };
  }
  return walk.read() ?? { wrong: "a drawing that is cut off" };
}

type Attributes = ReadonlyMap<string, string>;

/** What was read of a file so far. Each step gives what no drawing of Footing's holds, where it meets it. */
class Walk {
  readonly #open: string[] = [];
  readonly #texts: string[] = [];
  #title = "";
  #description = "";
  #root: Attributes | undefined;
  #body = "";

  token([all, close, tag = "", written = "", empty = "", text]: RegExpExecArray): string | undefined {
    if (text !== undefined) return this.#text(text);
    if (close === "/") return written === "" && empty === "" && this.#close(tag) ? undefined : all;
    return this.#element(tag, written, empty);
  }

  /** Nothing where it ends before its elements do. */
  read(): Read | undefined {
    if (this.#root === undefined || this.#open.length > 0) return undefined;
    const [title, description, texts] = [this.#title, this.#description, this.#texts];
    return { title, description, texts, root: this.#root, body: this.#body };
  }

  #text(text: string): string | undefined {
    const around = this.#open.at(-1);
    const wrong = wrongText(text, around);
    if (wrong !== undefined) return wrong;
    if (around === "title") this.#title = unescaped(text);
    if (around === "desc") this.#description = unescaped(text);
    if (around !== "text") return undefined;
    this.#texts.push(unescaped(text));
    this.#body += text;
    return undefined;
  }

  #close(tag: string): boolean {
    if (this.#open.pop() !== tag) return false;
    if (this.#open.length > 0 && !isWords(tag)) this.#body += `</${tag}>`;
    return true;
  }

  #element(tag: string, written: string, empty: string): string | undefined {
    const attributes = new Map(
      [...written.matchAll(ATTRIBUTE)].map(([, name = "", value = ""]): [string, string] => [name, value]),
    );
    if (!TAGS.has(tag) || !this.#mayStand(tag)) return `<${tag}>`;
    const odd = [...attributes].find(([name, value]) => !(VALUES.get(name)?.test(value) ?? false));
    if (odd !== undefined) return `${odd[0]}="${odd[1].slice(0, 30)}"`;
    if (this.#root === undefined) this.#root = attributes;
    else if (!isWords(tag)) this.#body += `<${tag}${attributesText(attributes)}${empty}>`;
    if (empty !== "/") this.#open.push(tag);
    return undefined;
  }

  #mayStand(tag: string): boolean {
    if (this.#root === undefined || tag === "svg") return this.#root === undefined && tag === "svg";
    const around = this.#open.at(-1);
    if (isWords(tag)) return this.#open.length === 1;
    return around !== undefined && around !== "text" && !isWords(around);
  }
}

/** The elements that say what is drawn and bring its typefaces: they stand in the root alone. */
const isWords = (tag: string): boolean => tag === "title" || tag === "desc" || tag === "style";

function wrongText(text: string, around: string | undefined): string | undefined {
  if (around === "style") return FACES.test(text) ? undefined : "a style sheet of its own";
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text) || /(?!\n)\p{Cc}/u.test(text)) return `"${text.slice(0, 30)}"`;
  const isRead = around === "text" || around === "title" || around === "desc";
  return isRead || text.trim() === "" ? undefined : `"${text.trim().slice(0, 30)}" outside of a text`;
}

/** Texts have the typeface of the whole. */
const attributesText = (attributes: Attributes): string =>
  [...attributes]
    .filter(([name]) => name !== "font-family")
    .map(([name, value]) => ` ${name}="${value}"`)
    .join("");

/** A drawing in the colours of a theme, on the ground of whoever shows it; undefined where the theme lacks one of them. */
function inTheme(
  body: string,
  [width, height]: readonly [string, string],
  palette: Palette,
  known: ReadonlySet<string>,
): string | undefined {
  const ground = `<rect width="${width}" height="${height}" fill="${palette.background}"/>`;
  if (!body.startsWith(ground)) return undefined;
  const names = new Map<string, ColourName>();
  for (const [, hex = ""] of body.matchAll(/ (?:fill|stroke)="(#[\da-f]{6})"/g)) {
    const same = COLOUR_NAMES.filter((name) => palette[name] === hex);
    const name = same.find((each) => known.has(each)) ?? same[0];
    if (name === undefined) return undefined;
    names.set(hex, name);
  }
  return body
    .slice(ground.length)
    .replaceAll(
      / (fill|stroke)="(#[\da-f]{6})"/g,
      (_, name: string, hex: string) => ` ${name}="var(--${names.get(hex)})"`,
    );
}

const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
