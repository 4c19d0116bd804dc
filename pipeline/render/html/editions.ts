import type { EditionChange, EditionEntry } from "../../model/edition.ts";
import { EDITION_LABELS } from "../../model/edition-labels.ts";
import { label, type Context } from "./context.ts";
import { element, fragment, type Html } from "./element.ts";
import { headingHtml } from "./heading.ts";

/** What changed from edition to edition, and the list of editions; nothing where there is no earlier one. */
export function editionsHtml(editions: readonly EditionEntry[], context: Context): Html | undefined {
  if (editions.length < 2) return undefined;
  const name = label(context, "editions");
  return element(
    "section",
    { class: "editions", id: "page_editions" },
    headingHtml(2, "page_editions", name, name, context),
    element("p", {}, label(context, "editionsSay")),
    element(
      "ol",
      { reversed: true },
      editions.map((edition) => editionHtml(edition, context)),
    ),
  );
}

function editionHtml({ id, date, dateText, kind, reason, changes, href }: EditionEntry, context: Context): Html {
  const dated = element("time", { datetime: date }, dateText);
  const name = fragment(
    href === undefined ? dated : element("a", { href }, dated),
    `, ${label(context, EDITION_LABELS[kind])}`,
    href === undefined ? ` · ${label(context, "thisEdition")}` : "",
  );
  return element(
    "li",
    { id: `edition-${id}` },
    element("p", {}, element("b", {}, name)),
    element("p", {}, reason),
    changes.length === 0
      ? undefined
      : element(
          "ul",
          {},
          changes.map((change) => changeHtml(change, context)),
        ),
  );
}

/** Old and new in their own elements, so that no reader depends on the arrow between them. */
function changeHtml({ figure, old, new: now }: EditionChange, context: Context): Html {
  const was = old === undefined ? label(context, "nothingBefore") : element("del", {}, old);
  const is = now === undefined ? label(context, "nothingAfter") : element("ins", {}, now);
  const line = context.traced.get(figure);
  const name = line === undefined ? figure : element("a", { href: `#${line}` }, figure);
  return element("li", {}, name, ": ", was, " → ", is);
}
