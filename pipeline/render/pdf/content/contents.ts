import type { Block, Section } from "../../../model/doc.ts";
import { plainText } from "../../../model/inline.ts";
import type { Setting } from "../setting.ts";
import type { Content } from "./content.ts";
import { linkPart, words } from "./inlines.ts";

/** An entry of the table of contents. */
interface Entry {
  readonly title: string;
  /** The name of the spot where it stands. */
  readonly anchor: string;
  readonly level: 1 | 2 | 3;
}

/** The table of contents, of the sections and those under them, where the brief asks for one. */
export function contentsContent(setting: Setting): Content[] {
  const { doc, language, theme } = setting;
  if (!doc.cover.contents) return [];
  const { labels } = language;
  const discrepancies: readonly Entry[] =
    doc.discrepancies.length === 0
      ? []
      : [{ title: labels.discrepancies, anchor: setting.anchors("page_discrepancies"), level: 1 }];
  const entries = [
    ...doc.body.flatMap((section) => entriesOf(section, setting)),
    ...discrepancies,
    ...(doc.changes ? entriesOf({ ...doc.changes, blocks: [] }, setting) : []),
  ];
  const title: Content = {
    kind: "text",
    text: [words(labels.contents)],
    style: "calloutHeading",
    tag: "Caption",
    keep: "withNext",
  };
  return [
    {
      kind: "stack",
      tag: "TOC",
      stack: [title, ...entries.map((entry) => entryContent(entry, setting))],
      keep: "together",
      margin: [setting.page.indent, theme.paper.float, 0, theme.paper.float - theme.paper.paragraph],
    },
  ];
}

const DEEPEST = 2;

function entriesOf(block: Block, setting: Setting): readonly Entry[] {
  if (block.kind !== "section") return [];
  const own: readonly Entry[] = isListed(block)
    ? [{ title: plainText(block.heading), anchor: setting.anchors(block.id), level: block.level }]
    : [];
  return [...own, ...block.blocks.flatMap((each) => entriesOf(each, setting))];
}

const isListed = ({ level, heading }: Section): boolean => level <= DEEPEST && heading.length > 0;

function entryContent({ title, anchor, level }: Entry, setting: Setting): Content {
  const gap = 8;
  const number = 24;
  const indent = (level - 1) * 12;
  return {
    kind: "columns",
    tag: "TOCI",
    gap,
    columns: [
      {
        width: setting.page.measure - indent - gap - number,
        content: {
          kind: "text",
          style: "contents",
          text: [words(title, { linkToDestination: anchor, part: linkPart(title) })],
        },
      },
      {
        width: number,
        content: {
          kind: "text",
          style: "contentsPage",
          // Room for the number, which is known when all pages are.
          text: [words("000", { pageOf: anchor })],
          alignment: "right",
        },
      },
    ],
    margin: [indent, 0, 0, 0],
  };
}
