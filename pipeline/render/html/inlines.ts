import {
  NARROW,
  runsOn,
  type DiscrepancyReference,
  type FigureInline,
  type Inline,
  type Link,
  type NoteReference,
} from "../../model/inline.ts";
import type { FigureId } from "../../model/id.ts";
import { error } from "../../model/problem.ts";
import { allowedAddress, encodedAddress } from "./address.ts";
import { label, type Context } from "./context.ts";
import { element, fragment, type Html } from "./element.ts";

/** Running text as markup. */
export const inlinesHtml = (inlines: readonly Inline[], context: Context): Html =>
  fragment(
    inlines.map((inline, i) =>
      inline.kind === "noteReference"
        ? noteReferenceHtml(inline, context, runsOn(inline, inlines[i - 1]) ? NARROW : "")
        : inlineHtml(inline, besideNumbers(inline, inlines, context)),
    ),
  );

/** A word beside a number of the same figure is no link of its own: the number leads to where both come from. */
function besideNumbers(inline: Inline, all: readonly Inline[], context: Context): Context {
  if (inline.kind !== "word") return context;
  const said = all.some((each) => each.kind === "figure" && each.figure === inline.figure);
  return said ? { ...context, linked: false } : context;
}

/** Running text for inside a link. */
export const unlinkedHtml = (inlines: readonly Inline[], context: Context): Html =>
  inlinesHtml(inlines, { ...context, linked: false });

function inlineHtml(inline: Exclude<Inline, NoteReference>, context: Context): Html {
  switch (inline.kind) {
    case "text":
      return fragment(inline.text);
    case "emphasis":
      return element("em", {}, inlinesHtml(inline.children, context));
    case "strong":
      return element("strong", {}, inlinesHtml(inline.children, context));
    case "deleted":
      return element("del", {}, inlinesHtml(inline.children, context));
    case "inserted":
      return element("ins", {}, inlinesHtml(inline.children, context));
    case "link":
      return linkHtml(inline, context);
    case "abbreviation":
      return element("abbr", { title: inline.title }, inline.text);
    case "language":
      return element("span", { lang: inline.language, dir: inline.direction }, inlinesHtml(inline.children, context));
    case "break":
      return element("br");
    case "figure":
      return figureHtml(inline, context);
    case "word":
      return tracedHtml(
        inline.figure,
        element("data", { class: "word", value: inline.value, "data-figure": inline.figure }, inline.text),
        context,
      );
    case "discrepancyReference":
      return discrepancyReferenceHtml(inline, context);
    case "crossReference":
      return context.linked ? element("a", { href: `#${inline.target}` }, inline.text) : fragment(inline.text);
  }
}

function figureHtml({ value, figure, text, spoken, show }: FigureInline, context: Context): Html {
  const bound = { value, "data-figure": figure };
  // The name of a link holds what is printed on it (WCAG 2.5.3): a sign may be spoken as a word, a range may not be put
  // in other words. One that is has its number beside it, which leads to both.
  const otherwise = spoken !== undefined && show === "range";
  if (spoken === undefined || (!otherwise && isTraced(figure, context)))
    return tracedHtml(figure, element("data", bound, text), context, spoken);
  const silent = element("data", { ...bound, "aria-hidden": "true" }, text);
  // The style sheet speaks `data-spoken` in place of the number: the number's own text stays what is printed.
  return element("span", { class: "spoken", "data-spoken": spoken }, silent);
}

const isTraced = (figure: FigureId, { linked, traced }: Context): boolean => linked && traced.has(figure);

/** A number or word as a link to how it was made, where the page tells that and a link may stand. */
function tracedHtml(figure: FigureId, bound: Html, context: Context, spoken?: string): Html {
  if (!isTraced(figure, context)) return bound;
  return element("a", { href: `#${context.traced.get(figure) ?? ""}`, "aria-label": spoken }, bound);
}

function linkHtml(link: Link, context: Context): Html {
  if (!context.linked) return inlinesHtml(link.children, context);
  const inside = unlinkedHtml(link.children, context);
  if (allowedAddress(link.href)) return element("a", { href: encodedAddress(link.href) }, inside);
  const hint = "link to an https address, a mailto address or a spot on the page";
  context.report(error("prose/link", link.place, `A brief may not link to "${link.href}"`, { hint }));
  return inside;
}

function noteReferenceHtml({ number, note, id }: NoteReference, context: Context, gap: string): Html {
  if (!context.linked) return fragment();
  const name = `${label(context, "note")} ${number}`;
  const link = { id, href: `#${note}`, role: "doc-noteref", "aria-label": name };
  return element("sup", { class: "reference" }, gap, element("a", link, String(number)));
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
