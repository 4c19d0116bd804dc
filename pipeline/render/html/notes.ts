import type { DiscrepancyEntry, Note } from "../../model/doc.ts";
import { label, type Context } from "./context.ts";
import { element, fragment, type Html } from "./element.ts";
import { headingHtml } from "./heading.ts";
import { inlinesHtml } from "./inlines.ts";

const BACK = "↑";
/** A blank at which no line ends: the arrow stands beside the last word. */
const NEAR = "\u00a0";

/** The notes, each with a link back to its reference; the style sheet may set them in the margin. */
export function notesHtml(notes: readonly Note[], context: Context): Html | undefined {
  if (notes.length === 0) return undefined;
  return element(
    "section",
    { class: "notes", id: "page_notes", role: "doc-endnotes", "aria-labelledby": "page_notes_heading" },
    element("h2", { id: "page_notes_heading" }, label(context, "notes")),
    element(
      "ol",
      {},
      notes.map((note) => noteHtml(note, context)),
    ),
  );
}

function noteHtml({ number, id, referenceId, inlines }: Note, context: Context): Html {
  const name = context.language.patterns.backTo.replace("{number}", String(number));
  const back = element("a", { class: "back", href: `#${referenceId}`, role: "doc-backlink", "aria-label": name }, BACK);
  return element("li", { id, value: number }, inlinesHtml(inlines, context), NEAR, back);
}

/** What does not hold in the sources, and what the brief makes of it, lettered as in the text. */
export function discrepanciesHtml(entries: readonly DiscrepancyEntry[], context: Context): Html | undefined {
  if (entries.length === 0) return undefined;
  return element(
    "section",
    { class: "discrepancies", id: "page_discrepancies" },
    headingHtml(2, "page_discrepancies", fragment(label(context, "discrepancies"))),
    element(
      "ol",
      { type: "a" },
      entries.map((entry, index) => {
        const place = placeOf(entry.letter);
        // The list counts by itself, but letters that look like digits are left out in the text.
        const counted = placeOf(entries[index - 1]?.letter ?? "") + 1;
        return discrepancyHtml(entry, place === counted ? undefined : place, context);
      }),
    ),
  );
}

/** The place of a letter in a list that is marked by letters: a 1, z 26, aa 27. */
const placeOf = (letters: string): number =>
  [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - "a".charCodeAt(0) + 1, 0);

function discrepancyHtml(entry: DiscrepancyEntry, value: number | undefined, context: Context): Html {
  const name = context.language.patterns.backTo.replace("{number}", entry.letter);
  const back = element("a", { class: "back", href: `#discrepancy-ref-${entry.letter}`, "aria-label": name }, BACK);
  const line = (words: string, ...rest: readonly Html[]): Html =>
    element("p", {}, element("b", {}, `${words}:`), " ", ...rest);
  return element(
    "li",
    { id: entry.id, value },
    line(label(context, "discrepancySays"), inlinesHtml(entry.says, context)),
    line(label(context, "discrepancyResolution"), inlinesHtml(entry.resolution, context)),
    element(
      "p",
      { class: "found" },
      `${label(context, "found")} `,
      element("time", { datetime: entry.found }, entry.foundText),
      NEAR,
      back,
    ),
  );
}
