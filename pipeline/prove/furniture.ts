import type { Composed } from "../model/brief.ts";
import { allBlocks } from "../model/doc-walk.ts";

/** The words of the house's own that page and PDF set between the passages: labels, and the numbers of tables and charts. */
export function furnitureOf({ doc, language }: Composed): readonly string[] {
  const { labels } = language;
  const numbered = allBlocks(doc).flatMap((block) => {
    if (block.kind !== "table" && block.kind !== "chart") return [];
    const name = `${block.kind === "table" ? labels.table : labels.chart} ${block.number}`;
    const skip = labels.skipTable.replace("{name}", name);
    return [skip, name, `${name}.`, `${name}:`, `${name}, ${labels.downloadCsv}`, `${name}, ${labels.downloadSvg}`];
  });
  const words = Object.values(labels);
  return [...words, ...words.map((label) => `${label}:`), ...numbered];
}
