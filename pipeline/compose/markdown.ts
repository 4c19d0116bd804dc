import type {
  BlockContent,
  DefinitionContent,
  Heading,
  ListItem,
  Paragraph as MarkdownParagraph,
  RootContent,
} from "mdast";
import type { Block, Section, SectionRole } from "../model/doc.ts";
import { plainText, type Inline } from "../model/inline.ts";
import type { BlockId } from "../model/id.ts";
import type { Place } from "../model/place.ts";
import { error } from "../model/problem.ts";
import { toInlines } from "./inlines.ts";
import { refusal } from "./other-markdown.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readPieces, type Expanded } from "./markers.ts";
import type { Piece, Workshop } from "./workshop.ts";

interface Head {
  readonly level: 1 | 2 | 3;
  readonly id: BlockId;
  readonly role: SectionRole;
  readonly node: Heading | undefined;
  readonly place: Place;
  readonly content: (BlockContent | DefinitionContent)[];
}

/** Reads the prose of a brief: headings make sections, and every block gets its id. */
export function markdownSections(expanded: Expanded, workshop: Workshop): readonly Section[] {
  const heads = readHeads(readMarkdown(expanded.text).children, expanded, workshop);
  return nest(heads, 1, expanded, workshop);
}

/** Reads Markdown without headings, as inside a callout; ids continue the given one. */
export function markdownBlocks(expanded: Expanded, id: BlockId, workshop: Workshop): readonly Block[] {
  const counter = counting(id);
  return readMarkdown(expanded.text).children.flatMap((node) => toBlock(node, expanded, counter, workshop));
}

const counting = (stem: string): (() => BlockId) => {
  let count = 0;
  return () => {
    count += 1;
    return `${stem}-${count}` as BlockId;
  };
};

function readHeads(nodes: readonly RootContent[], expanded: Expanded, workshop: Workshop): readonly Head[] {
  const heads: Head[] = [];
  for (const node of nodes) {
    const place = expanded.place(node.position?.start.offset ?? 0);
    if (node.type === "heading") {
      heads.push(readHead(node, place, expanded, workshop));
      continue;
    }
    if (heads.length === 0) heads.push(introduction(place, workshop));
    heads.at(-1)?.content.push(node as BlockContent | DefinitionContent);
  }
  return heads;
}

function introduction(place: Place, workshop: Workshop): Head {
  const id = register("introduction", "", place, workshop);
  return { level: 1, id, role: "introduction", node: undefined, place, content: [] };
}

function readHead(node: Heading, place: Place, expanded: Expanded, workshop: Workshop): Head {
  const level = Math.min(Math.max(node.depth - 1, 1), 3) as 1 | 2 | 3;
  if (node.depth === 1 || node.depth > 4) {
    workshop.problems.push(
      error("template/not-allowed", place, "Headings are ##, ### or ####", {
        hint: "the brief's title stands in brief.yaml",
      }),
    );
  }
  const named = sectionPiece(node, workshop);
  const heading = plainText(trimmed(toInlines(node.children, expanded, { ...workshop, problems: [], exempt: [] })));
  const id = register(named?.id ?? slug(heading), heading, named?.place ?? place, workshop);
  return { level, id, role: named?.role ?? "text", node, place, content: [] };
}

function sectionPiece(node: Heading, workshop: Workshop): (Piece & { readonly kind: "section" }) | undefined {
  for (const child of node.children) {
    if (child.type !== "text") continue;
    for (const run of readPieces(child.value)) {
      const piece = "piece" in run ? workshop.pieces[run.piece] : undefined;
      if (piece?.kind === "section") return piece;
    }
  }
  return undefined;
}

function register(name: string, heading: string, place: Place, workshop: Workshop): BlockId {
  const id = name as BlockId;
  if (workshop.sections.has(name)) {
    workshop.problems.push(
      error("name/taken", place, `Two sections are called ${name}`, {
        hint: 'name one with {{section "…"}} on its heading',
      }),
    );
  }
  workshop.sections.set(name, { id, heading });
  return id;
}

/** A heading as an id: small letters, digits and hyphens. */
function slug(heading: string): string {
  const plain = heading
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  return plain === "" ? "section" : plain;
}

function nest(heads: readonly Head[], level: number, expanded: Expanded, workshop: Workshop): readonly Section[] {
  const sections: Section[] = [];
  let index = 0;
  while (index < heads.length) {
    const head = heads[index] as Head;
    let end = index + 1;
    while (end < heads.length && (heads[end] as Head).level > head.level) end += 1;
    const counter = counting(head.id);
    const blocks = head.content.flatMap((node) => toBlock(node, expanded, counter, workshop));
    const inner = nest(heads.slice(index + 1, end), level + 1, expanded, workshop);
    const heading = head.node ? trimmed(toInlines(head.node.children, expanded, workshop)) : [];
    const { id, role, place } = head;
    sections.push({
      kind: "section",
      id,
      level: Math.min(level, 3) as 1 | 2 | 3,
      role,
      heading,
      place,
      blocks: [...blocks, ...inner],
    });
    index = end;
  }
  return sections;
}

function toBlock(node: RootContent, expanded: Expanded, next: () => BlockId, workshop: Workshop): readonly Block[] {
  const place = expanded.place(node.position?.start.offset ?? 0);
  switch (node.type) {
    case "paragraph": {
      const lone = lonePiece(node, workshop);
      if (lone?.kind === "language") return [lone.passage(next())];
      if (lone?.kind === "block" && workshop.tongue === undefined) return [lone.make(next())];
      return [{ kind: "paragraph", id: next(), place, inlines: trimmed(toInlines(node.children, expanded, workshop)) }];
    }
    case "list": {
      const id = next();
      const items = node.children.map((item: ListItem) =>
        item.children.flatMap((child) => toBlock(child, expanded, next, workshop)),
      );
      return [{ kind: "list", id, place, ordered: node.ordered === true, ...startOf(node), items }];
    }
    case "blockquote": {
      const id = next();
      return [
        {
          kind: "quote",
          id,
          place,
          blocks: node.children.flatMap((child) => toBlock(child, expanded, next, workshop)),
        },
      ];
    }
    default:
      workshop.problems.push(refusal(node, place));
      return [];
  }
}

/** What a helper left in a paragraph of its own. */
function lonePiece(node: MarkdownParagraph, workshop: Workshop): Piece | undefined {
  const [child] = node.children;
  if (node.children.length !== 1 || child?.type !== "text") return undefined;
  const [run, ...more] = readPieces(child.value.trim());
  return run && "piece" in run && more.length === 0 ? workshop.pieces[run.piece] : undefined;
}

/** Takes white space off both ends of a line of inlines. */
function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  const cut = (inline: Inline | undefined, side: "trimStart" | "trimEnd"): readonly Inline[] => {
    if (inline?.kind !== "text") return inline ? [inline] : [];
    const text = inline.text[side]();
    return text === "" ? [] : [{ ...inline, text }];
  };
  if (inlines.length === 0) return inlines;
  const [first, ...rest] = inlines;
  const started = [...cut(first, "trimStart"), ...rest];
  return [...started.slice(0, -1), ...cut(started.at(-1), "trimEnd")];
}

/** Where a list begins to count, where that is not at 1. */
const startOf = ({ start }: { readonly start?: number | null | undefined }): { readonly start?: number } =>
  start === undefined || start === null || start === 1 ? {} : { start };
