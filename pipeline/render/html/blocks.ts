import {
  type Block,
  type Callout,
  type DefinitionList,
  type KeyFigures,
  type List,
  type Section,
} from "../../model/doc.ts";
import type { BlockId } from "../../model/id.ts";
import { chartHtml } from "./chart.ts";
import type { Context } from "./context.ts";
import { element, type Html } from "./element.ts";
import { headingHtml } from "./heading.ts";
import { inlinesHtml } from "./inlines.ts";
import { redrawnHtml } from "./redrawn.ts";
import { tableHtml } from "./table.ts";

/** Blocks as markup; each has its Doc id. */
const blocksHtml = (blocks: readonly Block[], context: Context): readonly Html[] =>
  blocks.map((block) => blockHtml(block, context));

/** What the house itself says has blocks with numbers for names, to which nothing leads. */
const shownId = (id: BlockId): string | undefined => (/^page_\d+$/.test(id) ? undefined : id);

/** A block as markup, with its Doc id. */
export function blockHtml(block: Block, context: Context): Html {
  switch (block.kind) {
    case "section":
      return sectionHtml(block, context);
    case "paragraph":
      return element("p", { id: shownId(block.id) }, inlinesHtml(block.inlines, context));
    case "list":
      return listHtml(block, context);
    case "quote":
      return element("blockquote", { id: block.id }, blocksHtml(block.blocks, context));
    case "language":
      return element(
        "div",
        { id: block.id, lang: block.language, dir: block.direction },
        blocksHtml(block.blocks, context),
      );
    case "callout":
      return calloutHtml(block, context);
    case "definitions":
      return definitionsHtml(block, context);
    case "keyFigures":
      return keyFiguresHtml(block, context);
    case "table":
      return tableHtml(block, context);
    case "chart":
      return chartHtml(block, context);
    case "redrawn":
      return redrawnHtml(block, context);
  }
}

/** A section with its heading; the brief's title is the h1, so a section of level 1 has an h2. */
export function sectionHtml(section: Section, context: Context): Html {
  const className = section.role === "text" ? undefined : section.role;
  const attributes = { id: section.id, class: className };
  const blocks = blocksHtml(section.blocks, context);
  // A section element without a heading is a gap in a screen reader's outline.
  if (section.heading.length === 0) return element("div", attributes, blocks);
  const { id, level, heading } = section;
  const words = inlinesHtml(heading, context);
  return element("section", attributes, headingHtml(level + 1, id, words), blocks);
}

function listHtml(list: List, context: Context): Html {
  const items = list.items.map((blocks) => element("li", {}, blocksHtml(blocks, context)));
  return element(
    list.ordered ? "ol" : "ul",
    { id: shownId(list.id), start: list.start === undefined ? undefined : String(list.start) },
    items,
  );
}

function calloutHtml({ id, heading, blocks }: Callout, context: Context): Html {
  const headingId = `${id}_heading`;
  const words = element("p", { class: "callout-heading", id: headingId }, inlinesHtml(heading, context));
  return element(
    "div",
    { class: "callout", id, role: "note", "aria-labelledby": headingId },
    words,
    blocksHtml(blocks, context),
  );
}

function definitionsHtml({ id, entries }: DefinitionList, context: Context): Html {
  const entry = ({ term, description }: DefinitionList["entries"][number]): readonly Html[] => [
    element("dt", {}, inlinesHtml(term, context)),
    element("dd", {}, inlinesHtml(description, context)),
  ];
  return element("dl", { id: shownId(id) }, entries.map(entry));
}

function keyFiguresHtml({ id, entries }: KeyFigures, context: Context): Html {
  const entry = ({ number, label: words }: KeyFigures["entries"][number]): Html =>
    element("div", {}, element("dt", {}, inlinesHtml(words, context)), element("dd", {}, inlinesHtml(number, context)));
  return element("dl", { class: "key-figures", id }, entries.map(entry));
}
