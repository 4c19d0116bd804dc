import { element, type Html } from "./element.ts";

/**
 * A heading that is itself the link which a reader copies to send others there. `id` is that of what it heads. One
 * that holds links of its own, as bound numbers are, is none: no link stands within another.
 */
export function headingHtml(level: number, id: string, words: Html): Html {
  const inside = /<a[ >]/.test(words.markup) ? words : element("a", { href: `#${id}` }, words);
  return element(`h${level}`, { class: "heading", id: `${id}_heading` }, inside);
}
