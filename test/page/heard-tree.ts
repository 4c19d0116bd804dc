import type { Browser } from "playwright-core";
import { looked } from "./browser.ts";

interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly description?: { readonly value?: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly childIds?: readonly string[];
}

/** Roles that only hold others: a reader hears nothing of them. */
const SILENT = new Set(["generic", "none", "InlineTextBox", "ListMarker", "LineBreak"]);
/** Roles whose name is the text inside, which is written once. */
const NAMED_INSIDE = new Set(["StaticText", "heading", "link", "cell", "columnheader", "rowheader", "gridcell"]);

/** Chromium's accessibility tree of a page as text: role, name, description and level, a line each, in order. */
export const heardTree = (browser: Browser, file: string): Promise<string> =>
  looked(browser, file, { viewport: { width: 1366, height: 900 } }, async (page) => {
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    const session = await page.context().newCDPSession(page);
    const { nodes } = (await session.send("Accessibility.getFullAXTree")) as unknown as { nodes: readonly Node[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const [root] = nodes;
    return root === undefined ? "" : `${linesOf(root, byId, 0).join("\n")}\n`;
  });

function linesOf(node: Node, byId: ReadonlyMap<string, Node>, depth: number): readonly string[] {
  const role = node.role?.value ?? "none";
  const children = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
  const inside = (at: number): readonly string[] => children.flatMap((child) => linesOf(child, byId, at));
  if (node.ignored || SILENT.has(role)) return inside(depth);
  const line = `${"  ".repeat(depth)}${role}${wordsOf(node)}`;
  const [only] = children.length === 1 ? children : [];
  const told = only?.role?.value === "StaticText" && only.name?.value === node.name?.value;
  return role === "StaticText" || (NAMED_INSIDE.has(role) && told) ? [line] : [line, ...inside(depth + 1)];
}

function wordsOf({ name, description, properties }: Node): string {
  const level = properties?.find((property) => property.name === "level")?.value.value;
  const said = [name?.value, description?.value].map((words) => words?.replace(/\s+/g, " ").trim() ?? "");
  return [
    typeof level === "number" ? ` ${level}` : "",
    said[0] === "" ? "" : ` "${said[0]}"`,
    said[1] === "" ? "" : ` (${said[1]})`,
  ].join("");
}
