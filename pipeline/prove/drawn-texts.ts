import { elementsIn, readElement } from "./page-tree.ts";

/** The texts inside a drawing, in the order of drawing. */
export async function drawnTexts(svg: string): Promise<readonly string[]> {
  const { parseFragment } = await import("parse5");
  return elementsIn(parseFragment(svg))
    .filter(({ tagName }) => tagName === "text")
    .map((element) => readElement(element).text);
}
