const TAGS = ["svg", "g", "path", "rect", "line", "circle", "text", "defs", "clipPath"] as const;
export type SvgTag = (typeof TAGS)[number];

/** An element of a drawing. */
export interface SvgNode {
  readonly tag: SvgTag;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly SvgNode[];
  /** What a text says; nothing else says anything. */
  readonly words: string;
}

/** What the short way to a PDF does not know: the drawing goes the long way. */
export class Strange extends Error {}

interface Open {
  readonly tag: SvgTag;
  readonly attributes: Map<string, string>;
  readonly children: SvgNode[];
  words: string;
}

const TOKEN =
  /<(?:\/(?<end>\w+)|(?<tag>\w+)(?<attributes>(?:\s+[\w:-]+="[^"<]*")*)\s*(?<empty>\/?))>|(?<words>[^<]+)/gy;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

/** Reads the SVG that our charts are written in; throws Strange at whatever else stands there. */
export function readSvg(svg: string): SvgNode {
  const top: Open = { tag: "defs", attributes: new Map(), children: [], words: "" };
  const stack = [top];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < svg.length; at = TOKEN.lastIndex) {
    const token = TOKEN.exec(svg)?.groups;
    const around = stack.at(-1);
    if (token === undefined || around === undefined) throw new Strange(svg.slice(at, at + 40));
    const { end, tag, attributes = "", empty, words } = token;
    if (tag !== undefined) {
      const open = opened(tag, attributes, around);
      if (empty !== "/") stack.push(open);
    } else if (words !== undefined) say(words, around);
    else if (end !== around.tag || stack.pop() === top) throw new Strange(`the end of ${end}`);
  }
  const [root, ...more] = top.children;
  if (root?.tag !== "svg" || more.length > 0 || stack.length > 1) throw new Strange("not one svg element");
  return root;
}

/** A new element within another. */
function opened(name: string, attributes: string, around: Open): Open {
  if (around.tag === "text") throw new Strange(`${name} in a text`);
  const open: Open = { tag: tagOf(name), attributes: attributesOf(attributes), children: [], words: "" };
  around.children.push(open);
  return open;
}

function say(words: string, around: Open): void {
  if (around.tag === "text") around.words += unescaped(words);
  else if (words.trim() !== "") throw new Strange(words);
}

function tagOf(name: string): SvgTag {
  const tag = TAGS.find((each) => each === name);
  if (tag === undefined) throw new Strange(name);
  return tag;
}

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(ATTRIBUTE)) attributes.set(name, unescaped(value));
  return attributes;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(#\d+;|\w+;)?/g, (_, which: string | undefined) => {
        const name = which?.slice(0, -1) ?? "";
        const said = name.startsWith("#") ? String.fromCodePoint(Number(name.slice(1))) : NAMED[name];
        if (said === undefined) throw new Strange(name);
        return said;
      })
    : text;
