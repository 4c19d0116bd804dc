import { allowedAddress } from "./address.ts";
import { harmless } from "./harmless.ts";

/** Markup that is safe to print. Made by the functions of this file alone; a plain string is always text. */
export interface Html {
  readonly markup: string;
}
export type Child = Html | string | undefined | readonly Child[];
/** Values are text; `true` prints the bare name, `undefined` nothing. */
export type Attributes = Readonly<Record<string, string | number | true | undefined>>;

const VOID = new Set(["br", "link", "meta"]);
const ON_A_LINE = new Set("details div figure link nav section table".split(" "));

/** An element with its attributes and children; text and attribute values are escaped on the way in. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Html {
  const open = `<${name}${Object.entries(attributes).map(attribute).join("")}>`;
  const close = VOID.has(name) ? "" : `${markupOf(children)}</${name}>`;
  return { markup: open + close + (ON_A_LINE.has(name) ? "\n" : "") };
}

/** Several children as one. */
export const fragment = (...children: readonly Child[]): Html => ({ markup: markupOf(children) });

/** Markup that another stage made and this one has checked: drawings, the style sheet, linked data. */
export const checkedMarkup = (markup: string): Html => ({ markup });

/** Text as markup prints it, harmless and escaped. */
function escapeText(text: string): string {
  return harmless(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function attribute([name, value]: readonly [string, string | number | true | undefined]): string {
  if (value === undefined) return "";
  if (value === true) return ` ${name}`;
  const text = String(value);
  if (name === "href" && !allowedAddress(text)) throw new Error(`an address that was not checked: ${text}`);
  return ` ${name}="${escapeText(text).replaceAll('"', "&quot;").replaceAll("`", "&#96;")}"`;
}

function markupOf(children: readonly Child[]): string {
  return children
    .map((child) => {
      if (child === undefined) return "";
      if (typeof child === "string") return escapeText(child);
      return "markup" in child ? child.markup : markupOf(child);
    })
    .join("");
}
