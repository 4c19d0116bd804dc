import type { ListContent } from "../content/content.ts";
import type { Marked } from "../file/structure.ts";
import type { Mark } from "./piece.ts";
import { linesOf, type Press } from "./press.ts";

const BULLET = "•";

/** The numbers or bullets of a list. */
interface ListMarks {
  /** How far in its items stand: from the left, or from the right where the list runs from there. */
  readonly indent: number;
  /** The mark of an item, on its first base line; `x` is where the list begins on the left. */
  readonly markAt: (item: number, x: number, base: number, element: Marked) => readonly Mark[];
}

/** The marks of a list of this width, flush with each other on the side of its items. */
export function listMarks(node: ListContent, width: number, press: Press): ListMarks {
  const gap = press.styles[node.style].fontSize * 0.55;
  const labels = node.items.map((_, i) => (node.ordered ? `${node.start + i}.` : BULLET));
  const lines = labels.map((label) =>
    linesOf({ ...node, text: [{ text: label, color: node.markerColor }] }, width, press),
  );
  const widest = Math.max(0, ...lines.flat().map((line) => line.width));
  return {
    indent: widest + gap,
    markAt(item, x, base, element) {
      const [line] = lines[item] ?? [];
      if (line === undefined) return [];
      // A line that runs from the right ends at its width.
      const at = node.direction === "rtl" ? x - widest + line.width : x + widest - line.width;
      return [{ kind: "line", x: at, y: base - line.base, line, element }];
    },
  };
}
