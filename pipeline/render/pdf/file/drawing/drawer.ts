import { slowly } from "../../../../model/slow-paths.ts";
import type { DrawingMark, Mark } from "../../layout/piece.ts";
import type { TaggedFile } from "../tagged-file.ts";
import { drawnOf } from "./drawn.ts";
import { Forms } from "./forms.ts";

/** Draws a drawing in its own size, from where the page's coordinates begin. */
export type Draw = (mark: DrawingMark) => void;

/** What draws the drawings of these pages into a file; what is heavy is loaded only where one of them needs it. */
export async function drawerFor(pages: readonly (readonly Mark[])[], file: TaggedFile): Promise<Draw> {
  const forms = new Forms(file);
  const strange = pages.some((marks) => marks.some((mark) => mark.kind === "drawing" && isStrange(mark)));
  const longWay = strange ? (await import("./long-way.ts")).longWay(file) : undefined;
  return (mark) => {
    const drawn = drawnOf(mark.svg, mark.font);
    if (drawn !== undefined) return forms.show(drawn);
    slowly("chart drawn by svg-to-pdfkit");
    longWay?.(mark);
  };
}

const isStrange = ({ svg, font }: DrawingMark): boolean => drawnOf(svg, font) === undefined;
