import { stemOf } from "../../model/family.ts";
import type { Doc, Section } from "../../model/doc.ts";
import { plainText } from "../../model/inline.ts";
import { EDITION_LABELS, stampOf } from "../../model/edition-labels.ts";
import { label, type Context } from "./context.ts";
import { element, fragment, type Child, type Html } from "./element.ts";
import { inlinesHtml, unlinkedHtml } from "./inlines.ts";

/** The name of the PDF in the brief's folder. */
export const pdfName = (doc: Doc): string => `${stemOf(doc.brief)}.pdf`;

/** The line above all: who publishes, and in which series. */
export function mastheadHtml({ cover }: Doc, context: Context): Html {
  const number = cover.number === undefined ? undefined : `${label(context, "number")} ${cover.number}`;
  const series = [cover.series, number].filter((part) => part !== undefined).join(", ");
  return element(
    "p",
    {},
    element("b", {}, cover.institution),
    " ",
    series === "" ? undefined : element("span", {}, series),
  );
}

/** Title, subtitle, authors, date and edition, and the PDF. */
export function titleHtml(doc: Doc, context: Context): Html {
  const { title, subtitle, authors, edition, institution } = doc.cover;
  // An institution that is its own author stands in the masthead already.
  const stamp = stampOf(edition);
  const named = authors.filter((author) => author !== institution);
  return fragment(
    element("h1", {}, inlinesHtml(title, context)),
    subtitle.length > 0 ? element("p", { class: "subtitle" }, inlinesHtml(subtitle, context)) : undefined,
    named.length > 0 ? element("p", { class: "authors" }, joined(named, context)) : undefined,
    element(
      "ul",
      { class: "dates" },
      stamp === undefined ? undefined : element("li", { class: "stamp" }, label(context, stamp)),
      element("li", {}, element("time", { datetime: edition.date }, edition.dateText)),
      element("li", {}, label(context, EDITION_LABELS[edition.kind])),
      // From an edition's own folder: to the brief, where the latest one stands.
      edition.published
        ? element("li", {}, element("a", { href: "../../" }, label(context, "latestEdition")))
        : undefined,
      element("li", {}, doc.readingTime),
      doc.lineage.length > 0
        ? element("li", {}, element("a", { href: "#page_numbers" }, label(context, "lineage")))
        : undefined,
      element("li", {}, element("a", { href: pdfName(doc), download: true }, label(context, "downloadPdf"))),
    ),
  );
}

function joined(names: readonly string[], context: Context): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} ${label(context, "and")} ${last}`;
}

/** The contents: every section of the first level, and what stands at the end. */
export function contentsHtml(doc: Doc, text: readonly Section[], end: readonly Section[], context: Context): Html {
  const item = (href: string, className: string | undefined, ...words: readonly Child[]): Html =>
    element("li", { class: className }, element("a", { href }, ...words));
  const sectionItem = (section: Section): Html =>
    item(
      `#${section.id}`,
      undefined,
      section.heading.length > 0 ? unlinkedHtml(section.heading, context) : label(context, "introduction"),
    );
  return element(
    "nav",
    { class: "contents", "aria-labelledby": "page_contents" },
    element("h2", { id: "page_contents" }, label(context, "contents")),
    element(
      "ol",
      {},
      text.map(sectionItem),
      doc.discrepancies.length > 0
        ? item("#page_discrepancies", undefined, label(context, "discrepancies"))
        : undefined,
      doc.notes.length > 0 ? item("#page_notes", "to-notes", label(context, "notes")) : undefined,
      doc.lineage.length > 0 ? item("#page_numbers", undefined, label(context, "lineage")) : undefined,
      doc.changes ? item("#page_editions", undefined, label(context, "editions")) : undefined,
      end.map(sectionItem),
      item("#page_cite", undefined, label(context, "howToCite")),
    ),
  );
}

/** The title as one line of plain text. */
export const titleText = ({ cover }: Doc): string => plainText(cover.title);
