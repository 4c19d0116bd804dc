import type { Block, Doc, Section, Table } from "../../pipeline/model/doc.ts";
import { plainText, type Inline } from "../../pipeline/model/inline.ts";
import type { Theme } from "../../pipeline/model/theme.ts";

/** The same brief for Typst: its text, tables, notes and charts, set in the house's type and on its paper. */
export function typstText(doc: Doc, theme: Theme): string {
  const notes = new Map(doc.notes.map((note) => [note.number, note.inlines]));
  const inlines = (all: readonly Inline[]): string => all.map((each) => inlineText(each, notes)).join("");
  const blocks = (all: readonly Block[]): string => all.map((each) => blockText(each, inlines)).join("\n");
  const { cover } = doc;
  const named = (section: Section | undefined): string => (section === undefined ? "" : blocks([section]));
  const entries = doc.discrepancies.map(
    ({ letter, says, resolution }) => `/ #${quoted(letter)}: ${inlines(says)} ${inlines(resolution)}`,
  );
  return [
    head(theme, plainText(cover.title), doc.language),
    `#text(size: ${theme.type.title}pt, weight: 700)[${inlines(cover.title)}]\n`,
    `#text(size: ${theme.type.subheading}pt)[${inlines(cover.subtitle)}]\n`,
    `#${quoted([cover.institution, ...cover.authors, cover.edition.dateText].join(", "))}\n`,
    cover.contents ? "#outline(depth: 2)\n" : "",
    blocks(doc.body),
    named(doc.changes),
    "= Discrepancies\n",
    ...entries,
    `\n#${quoted(cover.citation)}\n`,
  ].join("\n");
}

function head({ type, paper, colour }: Theme, title: string, language: string): string {
  const [left, top, right, bottom] = paper.margins;
  const { ink, line } = colour.light;
  return `#set document(title: ${quoted(title)})
#set page(paper: "a4", margin: (left: ${left}pt, top: ${top}pt, right: ${right}pt, bottom: ${bottom}pt), numbering: "1 of 1", header: [#${quoted(title)}])
#set text(font: "${type.text}", size: ${type.size}pt, fill: rgb("${ink}"), lang: "${language.slice(0, 2)}", hyphenate: ${type.hyphens})
#set par(justify: ${type.alignment === "justified"}, leading: ${(type.leading - 1) * 1.6}em, spacing: ${paper.paragraph + type.size * 0.6}pt)
#set table(stroke: (x: none, y: 0.5pt + rgb("${line}")))
#show heading: set text(font: "${type.sans}", weight: 600)
#show table: set text(font: "${type.sans}", size: ${type.table}pt)
#show footnote.entry: set text(font: "${type.sans}", size: ${type.note}pt)
`;
}

/** A text as Typst's code has it. */
const quoted = (text: string): string => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

function inlineText(inline: Inline, notes: ReadonlyMap<number, readonly Inline[]>): string {
  const inner = (all: readonly Inline[]): string => all.map((each) => inlineText(each, notes)).join("");
  switch (inline.kind) {
    case "text":
    case "figure":
    case "word":
    case "abbreviation":
    case "crossReference":
      return `#${quoted(inline.text)};`;
    case "emphasis":
    case "inserted":
      return `#emph[${inner(inline.children)}]`;
    case "strong":
      return `#strong[${inner(inline.children)}]`;
    case "deleted":
      return `#strike[${inner(inline.children)}]`;
    case "language":
      return `#text(lang: ${quoted(inline.language.slice(0, 2))})[${inner(inline.children)}]`;
    case "link":
      return `#link(${quoted(inline.href)})[${inner(inline.children)}]`;
    case "break":
      return "#linebreak()";
    case "noteReference":
      return `#footnote[${inner(notes.get(inline.number) ?? [])}]`;
    case "discrepancyReference":
      return `#super[#${quoted(inline.letter)}]`;
  }
}

function blockText(block: Block, inlines: (all: readonly Inline[]) => string): string {
  const blocks = (all: readonly Block[]): string => all.map((each) => blockText(each, inlines)).join("\n");
  switch (block.kind) {
    case "section":
      return `${block.heading.length > 0 ? `#heading(level: ${block.level})[${inlines(block.heading)}]\n` : ""}\n${blocks(block.blocks)}`;
    case "paragraph":
      return `${inlines(block.inlines)}\n`;
    case "list":
      return `#${block.ordered ? "enum" : "list"}(${block.items.map((item) => `[${blocks(item)}]`).join(", ")})\n`;
    case "quote":
    case "language":
      return `#quote(block: true)[${blocks(block.blocks)}]\n`;
    case "callout":
      return `#block(fill: luma(245), inset: 10pt)[#strong[${inlines(block.heading)}]\n\n${blocks(block.blocks)}]\n`;
    case "definitions":
      return `#terms(${block.entries.map(({ term, description }) => `terms.item([${inlines(term)}], [${inlines(description)}])`).join(", ")})\n`;
    case "keyFigures":
      return `#grid(columns: ${block.entries.length}, gutter: 12pt, ${block.entries.map(({ number, label }) => `[#text(size: 16pt)[${inlines(number)}] #linebreak() ${inlines(label)}]`).join(", ")})\n`;
    case "table":
      return tableText(block, inlines);
    case "redrawn":
      return "";
    case "chart":
      return `#figure(image("charts/${block.chart}.svg", width: 100%, alt: ${quoted(plainText(block.alt))}), caption: [${inlines(block.title)}#linebreak()${inlines(block.subtitle)}])\n\n${inlines(block.source)}\n`;
  }
}

function tableText(table: Table, inlines: (all: readonly Inline[]) => string): string {
  const side = (align: string): string => ({ end: "right", centre: "center" })[align] ?? "left";
  const heads = table.headers
    .flat()
    .map(
      ({ inlines: words, columnSpan, rowSpan, align }) =>
        `table.cell(colspan: ${columnSpan}, rowspan: ${rowSpan}, align: ${side(align)})[#strong[${inlines(words)}]]`,
    );
  const cells = table.rows.flatMap((row) => row.cells.map((cell) => `[${inlines(cell.inlines)}]`));
  const [first = "", ...rest] = table.columns.map(() => "auto");
  const align = table.columns.map((column) => side(column.align)).join(", ");
  return `#figure(table(columns: (${[first && "1fr", ...rest].join(", ")},), align: (${align},), table.header(${heads.join(", ")}), ${cells.join(", ")}), caption: [${inlines(table.caption)}])

${table.notes.map((note) => inlines(note.inlines)).join("\n\n")}

${inlines(table.source)}
`;
}
