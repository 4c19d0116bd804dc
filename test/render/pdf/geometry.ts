import type { Doc } from "../../../pipeline/model/doc.ts";
import type { Inline } from "../../../pipeline/model/inline.ts";
import type { Theme } from "../../../pipeline/model/theme.ts";
import type { StructureElement } from "../../../pipeline/render/pdf/file/structure.ts";
import type { LineMark, Mark } from "../../../pipeline/render/pdf/layout/piece.ts";
import { layOut } from "../../../pipeline/render/pdf/printer.ts";
import { settingFor } from "../../../pipeline/render/pdf/setting.ts";
import { drawings, language, theme, typefaces } from "./house.ts";

/** What is wrong with the pages of a brief, seen by where things stand on them. */
export interface Findings {
  readonly overlaps: readonly string[];
  readonly overflows: readonly string[];
  readonly lostNotes: readonly string[];
  readonly straysNotes: readonly string[];
  readonly stranded: readonly string[];
  readonly alone: readonly string[];
  readonly blank: readonly string[];
  readonly notes: number;
  readonly pages: number;
}

type Paper = Theme["paper"]["size"];
const MARGINS: Readonly<Record<Paper, Theme["paper"]["margins"]>> = {
  A4: [72, 72, 72, 72],
  A5: [42, 50, 42, 50],
  LETTER: [72, 60, 72, 60],
};

export const themeFor = (size: Paper): Theme => ({
  ...theme,
  paper: { ...theme.paper, size, margins: MARGINS[size] },
});

interface Placed {
  readonly mark: LineMark;
  readonly page: number;
  readonly element: StructureElement;
  readonly path: readonly string[];
  readonly note: string | undefined;
}

const textOf = ({ line }: LineMark): string => line.runs.map(({ text, tail }) => text + tail).join("");

/** Lays a Doc out on a paper, and looks at every page. */
export async function examine(doc: Doc, size: Paper): Promise<Findings> {
  const inTheme = themeFor(size);
  const setting = settingFor({
    doc,
    drawings: drawings(),
    data: new Map(),
    theme: inTheme,
    language,
    typefaces: await typefaces(),
  });
  const { tree, pages } = await layOut(setting);
  const about = new Map<StructureElement, Pick<Placed, "path" | "note">>();
  const walk = (element: StructureElement, path: readonly string[], note: string | undefined): void => {
    const own = element.tag === "Note" ? element.attributes.id : note;
    about.set(element, { path: [...path, element.tag], note: own });
    for (const kid of element.kids) if (kid.kind === "element") walk(kid, [...path, element.tag], own);
  };
  walk(tree, [], undefined);
  const placed = pages.flatMap((marks, page) =>
    marks.flatMap((mark): Placed[] => {
      if (mark.kind !== "line" || mark.element.kind === "artifact") return [];
      const { path = [], note } = about.get(mark.element) ?? {};
      return [{ mark, page, element: mark.element, path, note }];
    }),
  );
  const { top } = { top: inTheme.paper.margins[1] };
  const bottom = setting.page.height - inTheme.paper.margins[3];
  return {
    overlaps: pages.flatMap((marks, i) => overlapsOn(marks).map((found) => `page ${i + 1}: ${found}`)),
    overflows: placed.flatMap(({ mark, page }) =>
      mark.y < top - 0.1 || mark.y + mark.line.height > bottom + 0.1 ? [`page ${page + 1}: ${textOf(mark)}`] : [],
    ),
    lostNotes: doc.notes.flatMap((note) => {
      const said = squeezed(
        placed
          .filter((each) => each.note === note.id)
          .map(({ mark }) => textOf(mark))
          .join(""),
      );
      return said.includes(squeezed(words(note.inlines))) && said.split(`end${note.number}.`).length === 2
        ? []
        : [note.id];
    }),
    straysNotes: strays(placed),
    stranded: pages.flatMap((_, page) => {
      const body = placed.filter((each) => each.page === page && each.note === undefined);
      const last = body.toSorted((a, b) => a.mark.y - b.mark.y).at(-1);
      const heading = last !== undefined && /^H[2-4]$/u.test(last.element.tag) && page < pages.length - 1;
      return heading ? [`page ${page + 1}: ${textOf(last.mark)}`] : [];
    }),
    alone: alone(placed),
    blank: blankPages(pages, top, bottom),
    notes: doc.notes.length,
    pages: pages.length,
  };
}

const squeezed = (text: string): string => text.replaceAll(/\s/gu, "");
const words = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => ("children" in inline ? words(inline.children) : "text" in inline ? inline.text : ""))
    .join("");

function overlapsOn(marks: readonly Mark[]): string[] {
  const boxes = marks.flatMap((mark) => {
    if (mark.kind === "line") {
      const [first] = mark.line.runs;
      const x = mark.x + (first?.x ?? 0);
      return [{ x, y: mark.y, width: mark.line.width, height: mark.line.height, what: textOf(mark) }];
    }
    return mark.kind === "drawing" ? [{ ...mark, what: "a drawing" }] : [];
  });
  const sorted = boxes.toSorted((a, b) => a.y - b.y);
  return sorted.flatMap((a, i) =>
    sorted.slice(i + 1).flatMap((b) => {
      const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
      const along = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      return down > 0.6 && along > 0.6 ? [`"${a.what}" and "${b.what}"`] : [];
    }),
  );
}

/** Whether a line is of a table: in its grid, its caption, or the notes and the source under it. */
const ofTable = ({ path, mark }: Placed): boolean =>
  path.includes("Table") || mark.line.runs.some(({ look }) => look.size === theme.type.note - 0.5);

/** Notes that start on another page than the first reference to them; those of tables stand under their tables. */
function strays(placed: readonly Placed[]): string[] {
  const refersTo = (note: string, { mark }: Placed): boolean => mark.line.runs.some(({ look }) => look.note === note);
  const seen = new Set<string>();
  return placed.flatMap((line) =>
    line.mark.line.runs.flatMap(({ look: { note } }) => {
      if (note === undefined || seen.has(note) || ofTable(line)) return [];
      seen.add(note);
      const start = placed.find((each) => each.note === note);
      const underTable = placed.some((each) => ofTable(each) && refersTo(note, each));
      if (start?.page === line.page || underTable) return [];
      return [`${note} on page ${(start?.page ?? -1) + 1}, its reference on ${line.page + 1}`];
    }),
  );
}

/** Lines of a paragraph that stand alone on their page. */
function alone(placed: readonly Placed[]): string[] {
  const paragraphs = new Map<StructureElement, Placed[]>();
  for (const each of placed)
    if (each.element.tag === "P" && each.note === undefined)
      paragraphs.set(each.element, [...(paragraphs.get(each.element) ?? []), each]);
  return [...paragraphs.values()].flatMap((lines) => {
    const counts = new Map<number, number>();
    for (const { page } of lines) counts.set(page, (counts.get(page) ?? 0) + 1);
    const single = counts.size > 1 && [...counts.values()].includes(1);
    return single ? [`page ${(lines[0]?.page ?? 0) + 1}: ${textOf(lines[0]?.mark ?? fail())}`] : [];
  });
}

const fail = (): never => {
  throw new Error("A paragraph without lines");
};

/** Pages but the last with more than a quarter between their text and their notes or their end. */
function blankPages(pages: readonly (readonly Mark[])[], top: number, bottom: number): string[] {
  return pages.slice(0, -1).flatMap((marks, i) => {
    const rule = marks.findLast((mark) => mark.kind === "rule" && mark.width === 56);
    const end = rule === undefined ? bottom : rule.y;
    const ends = marks.flatMap((mark) => {
      if (mark.kind === "stamp") return [];
      const height = mark.kind === "line" ? mark.line.height : mark.kind === "rule" ? 0 : mark.height;
      return mark.y >= top - 0.1 && mark.y + height < end ? [mark.y + height] : [];
    });
    const blank = (end - Math.max(top, ...ends)) / (bottom - top);
    return blank > 0.25 ? [`page ${i + 1} of ${pages.length}: ${Math.round(blank * 100)} %`] : [];
  });
}
