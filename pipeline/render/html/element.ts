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
  let markup = `<${name}`;
  for (const each of Object.keys(attributes)) markup += attribute(each, attributes[each]);
  markup += VOID.has(name) ? ">" : `>${markupOf(children)}</${name}>`;
  return { markup: ON_A_LINE.has(name) ? `${markup}\n` : markup };
}

/** Several children as one. */
export const fragment = (...children: readonly Child[]): Html => ({ markup: markupOf(children) });

/** Markup that another stage made and this one has checked: drawings, the style sheet, linked data. */
export const checkedMarkup = (markup: string): Html => ({ markup });

// Text of these characters alone is printed as it is; nearly all of it is such.
const PLAIN = /^[\t\n\u0020-%'-;=?-~\u00a0-\u1fff\u2010-\u2027\u2030-\u205f\u20a0-\ud7ff]*$/;

/** Text as markup prints it, harmless and escaped. */
function escapeText(text: string): string {
  if (PLAIN.test(text)) return text;
  return harmless(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function attribute(name: string, value: Attributes[string]): string {
  if (value === undefined) return "";
  if (value === true) return ` ${name}`;
  const text = String(value);
  if (name === "href" && !allowedAddress(text)) throw new Error(`an address that was not checked: ${text}`);
  return ` ${name}="${escapeText(text).replaceAll('"', "&quot;").replaceAll("`", "&#96;")}"`;
}

function markupOf(children: readonly Child[]): string {
  let markup = "";
  for (const child of children) {
    if (child === undefined) continue;
    if (typeof child === "string") markup += escapeText(child);
    else markup += "markup" in child ? child.markup : markupOf(child);
  }
  return markup;
}
