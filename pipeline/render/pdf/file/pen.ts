import type { Draw } from "./drawing/drawer.ts";
import { ARTIFACT, childOf, type Marked, type Part, type StructureElement } from "./structure.ts";
import type { TaggedFile } from "./tagged-file.ts";
import type { LineRun } from "../layout/line.ts";
import type { Bookmark, LineMark, Mark } from "../layout/piece.ts";

interface Area {
  readonly element: StructureElement;
  readonly from: number;
  readonly to: number;
  readonly run: LineRun;
}

type Outline = ReturnType<TaggedFile["outline"]["addItem"]>;

/** Draws pages of marks into a file, and marks each stretch as what it is to a reader who hears it. */
export class Pen {
  readonly #file: TaggedFile;
  readonly #drawing: Draw;
  readonly #bookmarks = new Map<string, Outline>();
  readonly #parts = new Map<Part, StructureElement>();

  constructor(file: TaggedFile, drawing: Draw) {
    this.#file = file;
    this.#drawing = drawing;
  }

  page(size: readonly [width: number, height: number], marks: readonly Mark[]): void {
    this.#file.addPage({ size });
    for (const mark of marks) this.#draw(mark);
    this.#file.unmark();
  }

  #draw(mark: Mark): void {
    const file = this.#file;
    switch (mark.kind) {
      case "line":
        return this.#line(mark);
      case "stamp": {
        file.mark(ARTIFACT);
        const { line, angle, x, y } = mark;
        const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
        // From the middle of the letters, which reach a little over two thirds of the way to their ascent.
        const down = line.base * 0.35;
        for (const run of line.runs) {
          const along = run.x - line.width / 2;
          file.type(run, x + along * cosine + down * sine, y - along * sine + down * cosine, angle);
        }
        return;
      }
      case "ground":
        file.mark(ARTIFACT);
        file.lineWidth(1).undash().lineJoin("miter").lineCap("butt");
        file.rect(mark.x, mark.y, mark.width, mark.height).fillColor(mark.color, 1).fill();
        return;
      case "rule":
        file.mark(ARTIFACT);
        file.lineWidth(mark.weight).undash().lineJoin("miter").lineCap("butt");
        file
          .moveTo(mark.x, mark.y)
          .lineTo(mark.x + mark.width, mark.y)
          .strokeColor(mark.color, 1)
          .stroke();
        return;
      case "drawing": {
        const { element, x, y, width, height, scale } = mark;
        const { height: paper } = file.page;
        element.box = [x, paper - y - height, x + width, paper - y];
        file.mark(element);
        // A drawing brings its own size, whatever it is told.
        file.save();
        file.transform(scale, 0, 0, scale, x, y);
        this.#drawing(mark);
        file.restore();
        return;
      }
    }
  }

  #line({ line, x, y, element, anchor, bookmark }: LineMark): void {
    const { runs, base, height } = line;
    const file = this.#file;
    if (bookmark !== undefined) this.#bookmark(bookmark, y);
    if (anchor !== undefined) file.addNamedDestination(anchor, "XYZ", x, y, null);
    // An element stands after what was drawn before it, so it is made when its turn comes.
    const marks = runs.map((run) => {
      const mark = this.#partOf(element, run.look.part);
      file.mark(mark);
      file.type(run, x + run.x, y + base);
      return mark;
    });
    if (element.kind === "artifact") return;
    for (const run of runs) {
      const { destination } = run.look;
      if (destination !== undefined) file.addNamedDestination(destination, "XYZ", x + run.x, y, null);
    }
    for (const { element: link, from, to, run } of linkAreas(runs, marks)) {
      const { link: address, linkToDestination } = run.look;
      file.addLink(link, { x: x + from, y, width: to - from, height, link: address, destination: linkToDestination });
    }
  }

  /** The element of a stretch within a line; it is made where its first words stand. */
  #partOf(around: Marked, part: Part | undefined): Marked {
    if (part === undefined || around.kind === "artifact") return around;
    const known = this.#parts.get(part);
    if (known !== undefined) return known;
    const element = childOf(part.reference === true ? childOf(around, "Reference") : around, part.tag, part.attributes);
    this.#parts.set(part, element);
    return element;
  }

  #bookmark({ id, parent, title }: Bookmark, y: number): void {
    const { outline, page } = this.#file;
    const above = (parent === undefined ? undefined : this.#bookmarks.get(parent)) ?? outline;
    // pdfkit counts `left` from the right edge.
    this.#bookmarks.set(id, above.addItem(title, { top: Math.max(y - 8, 0), left: page.width, expanded: true }));
  }
}

/** Neighbouring runs of one link make one area, as long as they stand side by side. */
function linkAreas(runs: readonly LineRun[], marks: readonly Marked[]): Area[] {
  const areas: Area[] = [];
  runs.forEach((run, i) => {
    const mark = marks[i];
    if (mark === undefined || mark.kind === "artifact" || mark.tag !== "Link") return;
    const last = areas.at(-1);
    const [from, to] = [run.x, run.x + run.width];
    if (last?.element !== mark || marks[i - 1] !== mark) areas.push({ element: mark, from, to, run });
    else if (touch(last.to, from)) areas[areas.length - 1] = { ...last, to };
    else if (touch(last.from, to)) areas[areas.length - 1] = { ...last, from };
    else areas.push({ element: mark, from, to, run });
  });
  return areas;
}

const touch = (a: number, b: number): boolean => Math.abs(a - b) < 0.01;
