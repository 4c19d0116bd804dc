import type { DiscrepancyReference, FigureInline, Inline, Link, NoteReference } from "../../model/doc.ts";
import { error } from "../../model/problem.ts";
import { allowedAddress, encodedAddress } from "./address.ts";
import { label, type Context } from "./context.ts";
import { element, fragment, type Html } from "./element.ts";

/** Running text as markup. */
export const inlinesHtml = (inlines: readonly Inline[], context: Context): Html =>
  fragment(inlines.map((inline) => inlineHtml(inline, context)));

/** Running text for inside a link. */
export const unlinkedHtml = (inlines: readonly Inline[], context: Context): Html =>
  inlinesHtml(inlines, { ...context, linked: false });

function inlineHtml(inline: Inline, context: Context): Html {
  switch (inline.kind) {
    case "text":
      return fragment(inline.text);
    case "emphasis":
      return element("em", {}, inlinesHtml(inline.children, context));
    case "strong":
      return element("strong", {}, inlinesHtml(inline.children, context));
    case "link":
      return linkHtml(inline, context);
    case "abbreviation":
      return element("abbr", { title: inline.title }, inline.text);
    case "language":
      return element("span", { lang: inline.language, dir: inline.direction }, inlinesHtml(inline.children, context));
    case "break":
      return element("br");
    case "figure":
      return figureHtml(inline);
    case "word":
      return element("data", { class: "figure word", value: inline.value, "data-figure": inline.figure }, inline.text);
    case "noteReference":
      return noteReferenceHtml(inline, context);
    case "discrepancyReference":
      return discrepancyReferenceHtml(inline, context);
    case "crossReference":
      return context.linked ? element("a", { href: `#${inline.target}` }, inline.text) : fragment(inline.text);
  }
}

// The style sheet speaks `data-spoken` in place of the number: the number's own text stays what is printed.
function figureHtml({ value, figure, text, spoken }: FigureInline): Html {
  const bound = { class: "figure", value, "data-figure": figure };
  if (spoken === undefined) return element("data", bound, text);
  return element(
    "span",
    { class: "spoken", "data-spoken": spoken },
    element("data", { ...bound, "aria-hidden": "true" }, text),
  );
}

function linkHtml(link: Link, context: Context): Html {
  if (!context.linked) return inlinesHtml(link.children, context);
  const inside = unlinkedHtml(link.children, context);
  if (allowedAddress(link.href)) return element("a", { href: encodedAddress(link.href) }, inside);
  const hint = "link to an https address, a mailto address or a spot on the page";
  context.report(error("prose/link", link.place, `A brief may not link to "${link.href}"`, { hint }));
  return inside;
}

function noteReferenceHtml({ number, note, id }: NoteReference, context: Context): Html {
  if (!context.linked) return fragment();
  const name = `${label(context, "note")} ${number}`;
  const link = { id, href: `#${note}`, role: "doc-noteref", "aria-label": name };
  return element("sup", { class: "reference" }, element("a", link, String(number)));
}

function discrepancyReferenceHtml({ letter, target, id }: DiscrepancyReference, context: Context): Html {
  if (!context.linked) return fragment();
  const name = `${label(context, "discrepancy")} ${letter}`;
  return element(
    "sup",
    { class: "reference doubt" },
    element("a", { id, href: `#${target}`, "aria-label": name }, letter),
  );
}
