import type {
  Block,
  Callout,
  DefinitionList,
  KeyFigures,
  LanguagePassage,
  List,
  Quote,
  Section,
} from "../../../model/doc.ts";
import { plainText } from "../../../model/inline.ts";
import type { Direction } from "../../../model/direction.ts";
import { chartContent } from "./charts.ts";
import { rule, type Content, type Margin, type TextContent } from "./content.ts";
import { inBold, runs } from "./inlines.ts";
import { keyNumber } from "./key-number.ts";
import type { Setting } from "../setting.ts";
import type { StyleName } from "../styles.ts";
import { redrawnContent } from "./redrawn.ts";
import { tableContent } from "./tables.ts";
import { box } from "./boxes.ts";

/** Where text stands: how far it is set in, how wide it may run, and under which heading the bookmarks put it. */
export interface Column {
  readonly indent: number;
  /** How far it is set in on the right. */
  readonly inset?: number;
  readonly width: number;
  /** Its language, where that is not the brief's, and which way its lines run: as a rule from left to right. */
  readonly language?: string;
  readonly direction?: Direction;
  readonly style: StyleName;
  readonly parent?: string;
}

/** The column of running text. */
export const textColumn = ({ page }: Setting): Column => ({ indent: page.indent, width: page.measure, style: "text" });

/** A block as nodes that follow each other down the page. */
export function blockContent(block: Block, column: Column, setting: Setting): Content[] {
  switch (block.kind) {
    case "section":
      return sectionContent(block, column, setting);
    case "paragraph":
      return [paragraph(runs(block.inlines, setting), block.id, column, setting)];
    case "list":
      return [listContent(block, column, setting)];
    case "quote":
      return [quoteContent(block, column, setting)];
    case "language":
      return [passageContent(block, column, setting)];
    case "callout":
      return [calloutContent(block, column, setting)];
    case "definitions":
      return definitionContent(block, column, setting);
    case "keyFigures":
      return [keyFiguresContent(block, column, setting)];
    case "table":
      return [tableContent(block, setting)];
    case "chart":
      return [chartContent(block, setting)];
    case "redrawn":
      return redrawnContent(block, column, setting);
  }
}

/** A column that begins further in: from the left, or from the right where text runs from there. */
function inset(column: Column, by: number): Column {
  const { indent, inset: right = 0, width, direction } = column;
  return direction === "rtl"
    ? { ...column, inset: right + by, width: width - by }
    : { ...column, indent: indent + by, width: width - by };
}

const languageOf = ({ language, direction }: Column): Pick<TextContent, "language" | "direction"> => ({
  ...(language === undefined ? {} : { language }),
  ...(direction === undefined ? {} : { direction }),
});

const marginOf = ({ indent, inset: right = 0 }: Column, above: number): Margin => [indent, above, right, 0];

function quoteContent(quote: Quote, column: Column, setting: Setting): Content {
  const inner: Column = { ...inset(column, 14), style: "quote" };
  return { kind: "stack", stack: blocksContent(quote.blocks, inner, setting), tag: "BlockQuote" };
}

/** A passage in another language: its paragraphs say so, one by one. */
function passageContent({ blocks, language, direction }: LanguagePassage, column: Column, setting: Setting): Content {
  return { kind: "stack", stack: blocksContent(blocks, { ...column, language, direction }, setting) };
}

const blocksContent = (blocks: readonly Block[], column: Column, setting: Setting): Content[] =>
  blocks.flatMap((block) => blockContent(block, column, setting));

function paragraph(text: TextContent["text"], id: string, column: Column, setting: Setting): TextContent {
  return {
    kind: "text",
    text,
    style: column.style,
    id: setting.anchors(id),
    margin: marginOf(column, setting.theme.paper.paragraph),
    ...languageOf(column),
  };
}

function sectionContent(section: Section, column: Column, setting: Setting): Content[] {
  const own: Column = section.heading.length === 0 ? column : { ...column, parent: setting.anchors(section.id) };
  if (section.role === "summary" && section.level === 1) return summaryContent(section, own, column, setting);
  return [...headingContent(section, column, setting), ...blocksContent(section.blocks, own, setting)];
}

/** A heading with its bookmark; none for the introduction, which has no heading. */
function headingContent(section: Section, column: Column, setting: Setting): Content[] {
  if (section.heading.length === 0) return [];
  const { paper } = setting.theme;
  const above = section.level === 1 ? paper.heading : paper.heading * 0.75;
  return [
    heading({
      text: runs(section.heading, setting),
      title: plainText(section.heading),
      id: setting.anchors(section.id),
      parent: column.parent,
      style: `heading${section.level}`,
      margin: [section.level === 1 ? 0 : column.indent, above, 0, 0],
    }),
  ];
}

/** A heading: kept with what follows it, and bookmarked. */
export function heading(given: {
  readonly text: TextContent["text"];
  readonly title: string;
  readonly id: string;
  readonly parent?: string | undefined;
  readonly style: StyleName;
  readonly margin: Margin;
}): TextContent {
  const { text, title, id, parent, style, margin } = given;
  return { kind: "text", text, style, id, margin, keep: "withNext", bookmark: { title, parent } };
}

/** The summary stands in a tinted box, as wide as the page. */
function summaryContent(section: Section, own: Column, outer: Column, setting: Setting): Content[] {
  const padding = 14;
  const inner: Column = { ...own, indent: 0, width: setting.page.full - 2 * padding };
  const stack = [...headingContent(section, outer, setting), ...blocksContent(section.blocks, inner, setting)];
  return [box(stack, { indent: 0, padding, above: setting.theme.paper.float }, setting)];
}

function listContent(list: List, column: Column, setting: Setting): Content {
  const { theme, palette } = setting;
  const inner: Column = { ...column, indent: 0, inset: 0, width: column.width - theme.type.size * 1.4 };
  const items = list.items.map((item, i): Content => {
    const content = blocksContent(item, inner, setting).map((each, at) => (at === 0 ? atTop(each) : each));
    return { kind: "stack", stack: content, margin: [0, i === 0 ? 0 : theme.paper.paragraph / 2, 0, 0] };
  });
  return {
    kind: "list",
    ordered: list.ordered,
    start: list.start ?? 1,
    items,
    style: column.style,
    margin: marginOf(column, theme.paper.paragraph),
    markerColor: palette.accent,
    ...languageOf(column),
  };
}

/** The same node without space above it. */
const atTop = (content: Content): Content => {
  const [left, , right, bottom] = content.margin ?? [0, 0, 0, 0];
  return { ...content, margin: [left, 0, right, bottom] };
};

function calloutContent(callout: Callout, column: Column, setting: Setting): Content {
  const padding = 11;
  const inner: Column = { ...column, indent: 0, width: column.width - 2 * padding };
  const title: Content = {
    kind: "text",
    keep: "withNext",
    text: runs(callout.heading, setting),
    style: "calloutHeading",
    id: setting.anchors(callout.id),
  };
  const stack = [...(callout.heading.length === 0 ? [] : [title]), ...blocksContent(callout.blocks, inner, setting)];
  return box(stack, { indent: column.indent, padding, above: setting.theme.paper.float * 0.8, bar: true }, setting);
}

function definitionContent(list: DefinitionList, column: Column, setting: Setting): Content[] {
  const { paragraph: space } = setting.theme.paper;
  return list.entries.flatMap((entry, i): Content[] => [
    {
      kind: "text",
      text: inBold(runs(entry.term, setting)),
      style: column.style,
      keep: "withNext",
      margin: [column.indent, space, 0, 0],
      ...(i === 0 ? { id: setting.anchors(list.id) } : {}),
    },
    {
      kind: "text",
      text: runs(entry.description, setting),
      style: column.style,
      // Short lines of names and numbers, which would be torn apart.
      alignment: "left",
      margin: [column.indent + 14, 0, 0, 0],
    },
  ]);
}

/** The numbers to take away, side by side, each under a short rule. */
function keyFiguresContent(block: KeyFigures, column: Column, setting: Setting): Content {
  const gap = 16;
  const count = Math.max(block.entries.length, 1);
  const width = (column.width - gap * (count - 1)) / count;
  const columns = block.entries.map((entry, i) => ({
    width,
    content: {
      kind: "stack",
      stack: [
        rule(width, 1.2, setting.palette.accent, [0, 0, 0, 4]),
        {
          kind: "text",
          text: keyNumber(entry.number, width, setting),
          style: "keyNumber",
          ...(i === 0 ? { id: setting.anchors(block.id) } : {}),
        },
        { kind: "text", text: runs(entry.label, setting), style: "keyLabel" },
      ],
    } satisfies Content,
  }));
  return {
    kind: "columns",
    columns,
    gap,
    keep: "together",
    margin: [column.indent, setting.theme.paper.paragraph + 4, 0, 0],
  };
}
