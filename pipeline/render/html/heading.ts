import { label, type Context } from "./context.ts";
import { element, type Child, type Html } from "./element.ts";

/** A heading with the link that a reader copies to send others there. `id` is that of what it heads. */
export function headingHtml(level: number, id: string, name: string, words: Child, context: Context): Html {
  return element(
    "div",
    { class: level > 2 ? "heading lower" : "heading" },
    element(`h${level}`, { id: `${id}_heading` }, words),
    element("a", { class: "permalink", href: `#${id}`, "aria-label": `${label(context, "permalink")}: ${name}` }, "§"),
  );
}
