import type { Doc } from "../../model/doc.ts";
import { hasMore, MOST_TOLD, type EditionChange, type EditionEntry } from "../../model/edition.ts";
import { changeTexts, EDITION_LABELS } from "../../model/edition-labels.ts";
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

function editionHtml(edition: EditionEntry, context: Context): Html {
  const { id, date, dateText, kind, reason, changes, href } = edition;
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
    list(changes.slice(0, MOST_TOLD.changes).map((change) => changeHtml(change, context))),
    sentencesHtml(edition, context),
    chartsHtml(edition, context),
    href === undefined && hasMore(edition)
      ? element("p", {}, element("a", { href: "changes.md" }, label(context, "moreSentences")))
      : undefined,
  );
}

const list = (items: readonly Html[]): Html | undefined =>
  items.length === 0
    ? undefined
    : element(
        "ul",
        {},
        items.map((item) => element("li", {}, item)),
      );

/** Old and new in their own elements, so that no reader depends on the arrow between them. */
function changeHtml(change: EditionChange, context: Context): Html {
  const { figure, old, new: now } = change;
  const { became, was, is, by } = changeTexts(change, context.language);
  const line = context.traced.get(figure);
  const name = line === undefined ? figure : element("a", { href: `#${line}` }, figure);
  const before = old === undefined ? undefined : element("del", {}, was);
  const after = now === undefined ? undefined : element("ins", {}, is);
  return fragment(name, `, ${became}: `, before, old === undefined || now === undefined ? undefined : " → ", after, by);
}

function sentencesHtml({ sentences }: EditionEntry, context: Context): Html | undefined {
  if (sentences.length === 0) return undefined;
  const items = sentences
    .slice(0, MOST_TOLD.sentences)
    .map(({ old, new: now }) =>
      fragment(
        old === undefined ? undefined : element("del", {}, old),
        old === undefined || now === undefined ? undefined : " ",
        now === undefined ? undefined : element("ins", {}, now),
      ),
    );
  return fragment(element("p", {}, `${label(context, "sentencesDiffer")}:`), list(items));
}

function chartsHtml({ charts }: EditionEntry, context: Context): Html | undefined {
  if (charts.length === 0) return undefined;
  const items = charts.map(({ chart, before, now }) =>
    fragment(
      `${chart}: `,
      before === undefined ? undefined : element("a", { href: before }, label(context, "drawnBefore")),
      before === undefined || now === undefined ? undefined : ", ",
      now === undefined ? undefined : element("a", { href: now }, label(context, "drawnNow")),
    ),
  );
  return fragment(element("p", {}, `${label(context, "chartsDiffer")}:`), list(items));
}

/** What a reader must know before all else, with the way to what changed. */
export function noticeHtml({ notice, editions }: Doc, context: Context): Html | undefined {
  if (notice === undefined) return undefined;
  const more =
    editions.length < 2 ? undefined : element("a", { href: "#page_editions" }, label(context, "whatChanged"));
  return element("p", { class: "notice", role: "note" }, notice.text, more === undefined ? undefined : " ", more);
}
