import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import { bare, type Reading, type Span } from "./reading.ts";

export type Element = Tree.Element;
export type Page = Tree.Document;
type Node = Tree.ChildNode;

/** Elements whose text no reader of the page reads as text. */
const SILENT = new Set(["script", "style", "template", "title", "desc", "head"]);

const isElement = (node: Node): node is Element => "tagName" in node;
const isText = (node: Node): node is Tree.TextNode => node.nodeName === "#text";

/** An attribute's value, where the element has it. */
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

/** Every element of a page, outer before inner. */
export function elementsIn(parent: Tree.ParentNode): readonly Element[] {
  return parent.childNodes.filter(isElement).flatMap((each) => [each, ...elementsIn(each)]);
}

/** The text of an element as a reader reads it, and where it is bound; parts that are read on their own are left out. */
export function readElement(root: Element, without: ReadonlySet<Element> = new Set()): Reading {
  const parts: string[] = [];
  const spans: Span[] = [];
  let length = 0;
  const visit = (node: Node): void => {
    if (isText(node)) {
      const text = bare(node.value);
      parts.push(text);
      length += text.length;
      return;
    }
    if (!isElement(node) || SILENT.has(node.tagName) || without.has(node)) return;
    const start = length;
    node.childNodes.forEach(visit);
    const figure = attribute(node, "data-figure");
    if (figure !== undefined) spans.push({ start, end: length, figure, value: attribute(node, "value") ?? "" });
  };
  visit(root);
  return { text: parts.join(""), spans };
}

/** The text of the first element of a kind inside another, spaces and all. */
export function textOfFirst(root: Element, tagName: string): string | undefined {
  const element = elementsIn(root).find((each) => each.tagName === tagName);
  return element?.childNodes
    .filter(isText)
    .map(({ value }) => value)
    .join("");
}
