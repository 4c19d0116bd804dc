import { ARTIFACT, childOf, type Attributes, type Marked, type StructureElement, type Tag } from "../file/structure.ts";
import type { Content } from "../content/content.ts";
import type { StyleName } from "../styles.ts";

// What a text is, by how it is set; `around`: what it stands in.
const TAGS: Readonly<Record<StyleName, Tag | "around" | "artifact">> = {
  text: "P",
  quote: "P",
  series: "P",
  title: "H1",
  subtitle: "P",
  imprint: "P",
  heading1: "H2",
  heading2: "H3",
  heading3: "H4",
  calloutHeading: "P",
  caption: "P",
  subcaption: "P",
  source: "P",
  cell: "around",
  headCell: "around",
  totalCell: "around",
  note: "P",
  noteNumber: "Lbl",
  keyNumber: "P",
  keyLabel: "P",
  contents: "around",
  contentsPage: "around",
  continued: "artifact",
  running: "artifact",
  draft: "artifact",
};

/** The element of the structure tree that a node is, made under the one it stands in. */
export function elementFor(node: Content, around: Marked): Marked {
  if (around.kind === "artifact") return around;
  if (node.tag !== undefined) {
    return withAttachment(childOf(around, node.tag, node.tagId === undefined ? {} : { id: node.tagId }), node);
  }
  switch (node.kind) {
    case "list":
      return childOf(around, "L", { numbering: node.ordered ? "Decimal" : "Disc" });
    case "drawing":
      return withAttachment(childOf(around, "Figure", { alternative: node.alternative }), node);
    case "text":
      return textElement(TAGS[node.style], around, node.language === undefined ? {} : { language: node.language });
    case "rule":
      return ARTIFACT;
    case "stack":
    case "grid":
    case "frame":
    case "columns":
      return around;
  }
}

function withAttachment(element: StructureElement, { attachment }: Content): StructureElement {
  if (attachment !== undefined) element.attachment = attachment;
  return element;
}

function textElement(tag: Tag | "around" | "artifact", around: StructureElement, attributes: Attributes): Marked {
  if (tag === "around") return around;
  return tag === "artifact" ? ARTIFACT : childOf(around, tag, attributes);
}

/** An element under another, or an artifact in an artifact. */
export const under = (around: Marked, tag: Tag): Marked => (around.kind === "artifact" ? around : childOf(around, tag));
