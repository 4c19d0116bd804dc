import type { ProblemCode } from "../model/codes.ts";
import type { Theme } from "../model/theme.ts";
import type { Typefaces } from "../type/typefaces.ts";
import { badBars } from "./bars.ts";
import type { CompiledMark } from "./compiled.ts";
import { silentGaps, type GapWords } from "./gaps.ts";
import { illegible } from "./legibility.ts";
import { struck, tangled } from "./lines.ts";
import { misplaced } from "./positions.ts";
import type { Box, Scene, SceneMark, SceneText } from "./scene.ts";
import type { Path } from "./spec-places.ts";
import type { PlotScale } from "./vega-run.ts";

/** Something that a drawing hides, cuts or distorts. */
export interface Finding {
  /** Without it, the drawing is a bad one. */
  readonly code?: ProblemCode;
  readonly message: string;
  readonly arithmetic?: string;
  readonly hint: string;
  /** The part of the spec that draws it. */
  readonly path: Path;
  /** The words at fault, which may be those of a row. */
  readonly words?: string;
}

/** What a drawing is held against. */
export interface Expected {
  readonly rows: readonly string[];
  /** What it must say of numbers that are not there. */
  readonly gaps: GapWords;
  readonly marks: readonly CompiledMark[];
  readonly scales: ReadonlyMap<string, PlotScale>;
  readonly theme: Theme;
  /** The width that the drawing has on the page. */
  readonly width: number;
  /** The least size of text, in the drawing's own units. */
  readonly leastSize: number;
}

/** Holds what was drawn against the rows: all there, nothing cut, hidden, colliding or tiny, bars in proportion. */
export function audit(scene: Scene, expected: Expected, typefaces: Typefaces): readonly Finding[] {
  const pathOf = (mark: string): Path => expected.marks.find((each) => each.name === mark)?.path ?? [];
  // Where words have no room, what else is wrong follows from that.
  const cut = scene.texts.flatMap((text) => cutText(text, typefaces, pathOf(text.mark)));
  const cramped = cut.length > 0 ? cut : misfits(scene, expected, typefaces);
  if (cramped.length > 0) return gathered(cramped);
  return gathered([
    ...missingRows(scene, expected),
    ...silentGaps(scene, expected.gaps),
    ...scene.texts.flatMap((text) => badText(text, scene, expected, typefaces, pathOf(text.mark))),
    ...overlaps(scene.texts, pathOf),
    ...struck(scene, pathOf),
    ...scene.marks.flatMap((mark) => strayMark(mark, scene, pathOf(mark.mark))),
    ...expected.marks.flatMap((mark) =>
      badBars(
        scene.marks.filter((each) => each.mark === mark.name),
        mark,
        expected.scales,
      ),
    ),
    ...illegible(
      scene,
      expected.theme,
      pathOf,
      new Set(expected.marks.flatMap(({ name, length }) => (length === undefined ? [] : [name]))),
    ),
    ...misplaced(scene, expected.marks, expected.scales),
    ...tangled(scene, expected.marks),
  ]);
}

/** Findings of one kind at one part of the spec as one: the first, and how many more there are. */
function gathered(findings: readonly Finding[]): readonly Finding[] {
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) {
    const kind = JSON.stringify([finding.hint, finding.path]);
    kinds.set(kind, [...(kinds.get(kind) ?? []), finding]);
  }
  return [...kinds.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    return more.length === 0 ? [first] : [{ ...first, message: `${first.message}, and ${more.length} more like it` }];
  });
}

function missingRows(scene: Scene, expected: Expected): readonly Finding[] {
  const isOfTexts = expected.marks.every(({ type }) => type === "text");
  const drawn = new Set((isOfTexts ? scene.texts : scene.marks.filter(isSeen)).map(({ row }) => row));
  const missing = expected.rows.filter((row) => !drawn.has(row) && !expected.gaps.has(row));
  if (missing.length === 0) return [];
  return [
    {
      message: `The drawing leaves out ${missing.join(", ")}`,
      hint: "every row of the dataset needs a mark: look at filters and at domains",
      path: [],
    },
  ];
}

/** Whether a mark leaves anything that an eye could find; of a bar, whatever its length is. */
function isSeen({ type, paint, ends, x1, x2, y1, y2 }: SceneMark): boolean {
  const stroked = paint.strokeOpacity > 0 && paint.strokeWidth >= LEAST_STROKE;
  if (type === "line" || type === "rule") return stroked;
  const filled = paint.fill !== undefined && paint.fillOpacity > 0;
  if (!filled && !stroked) return false;
  if (type === "symbol") return x2 - x1 >= 1 && y2 - y1 >= 1;
  return type !== "rect" || ["x", "y"].some((axis) => sizeOf(ends[axis as "x" | "y"]) >= 1);
}

/** The thinnest line that is seen. */
const LEAST_STROKE = 0.5;

const sizeOf = (ends: readonly number[]): number => Math.max(...ends) - Math.min(...ends);

function badText(
  text: SceneText,
  scene: Scene,
  expected: Expected,
  typefaces: Typefaces,
  path: Path,
): readonly Finding[] {
  const findings: Finding[] = [];
  const add = (message: string, hint: string, more: Pick<Finding, "words"> = {}): unknown =>
    findings.push({ message, hint, path, ...more });
  if (text.size < expected.leastSize - 0.01) {
    add(
      `"${text.text}" is set in ${round(text.size)}, and the least is ${round(expected.leastSize)}`,
      "leave fontSize out: the theme has one size for charts",
    );
  }
  if (outside(text, scene))
    add(`"${text.text}" reaches beyond the drawing`, "shorten it, or widen the scale's domain to make room", {
      words: text.text,
    });
  const missing = typefaces.missing(text.face, text.text);
  if (missing.length > 0)
    add(
      `${text.face.family} has no glyph for "${missing.join("")}" in "${text.text}"`,
      "write it with letters that the typeface has",
      { words: text.text },
    );
  return findings;
}

/** The limit that no spec sets: the house's, wider than any drawing. */
const HOUSE_LIMIT = 1000;

/** As many letters of a long text as a message shows. */
const MOST_SHOWN = 60;

function cutText({ face, text, size, limit }: SceneText, typefaces: Typefaces, path: Path): readonly Finding[] {
  if (limit === 0 || typefaces.width(face, text, size) <= limit) return [];
  const message = `"${text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text}" is cut after ${round(limit)} pixels`;
  return [
    {
      message,
      hint: "shorten the words in the data, or take the limit away",
      path,
      ...(limit < HOUSE_LIMIT ? {} : { words: text }),
    },
  ];
}

function overlaps(texts: readonly SceneText[], pathOf: (mark: string) => Path): readonly Finding[] {
  return texts.flatMap((a, index) =>
    texts
      .slice(index + 1)
      .filter((b) => Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1) > 1 && Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1) > 3)
      .map((b) => ({
        message: `"${a.text}" and "${b.text}" are printed over each other`,
        hint:
          a.role === "axis-label" && b.role === "axis-label"
            ? 'name fewer of them, as with "axis": { "values": […] }, or let the names stand on y'
            : "move one by dx or dy, raise the step of the height, or print fewer labels",
        path: pathOf(b.mark === "" ? a.mark : b.mark),
      })),
  );
}

/** How far a mark may reach beyond the plot, for the half of a dot that stands on its edge. */
const EDGE = 9;

function strayMark(mark: SceneMark, scene: Scene, path: Path): readonly Finding[] {
  if (!isBeyond(mark) && !outside(mark, scene)) return [];
  return [
    {
      message: `A ${mark.type}${ofRow(mark.row)} reaches beyond the scale`,
      hint: "widen the scale's domain, or leave it out",
      path,
    },
  ];
}

const isBeyond = ({ plot, ...mark }: SceneMark): boolean =>
  mark.x1 < plot.x1 - EDGE || mark.y1 < plot.y1 - EDGE || mark.x2 > plot.x2 + EDGE || mark.y2 > plot.y2 + EDGE;

/** The least width that the marks themselves need, in the drawing's own units. */
const LEAST_PLOT = 100;
const LEAST_PANEL = 60;

function misfits(scene: Scene, expected: Expected, typefaces: Typefaces): readonly Finding[] {
  const plot = Math.min(...scene.plots.map(({ x1, x2 }) => x2 - x1));
  const least = scene.plots.length > 1 ? LEAST_PANEL : LEAST_PLOT;
  const findings: Finding[] = [];
  if (scene.width > expected.width + 0.5) {
    const message = `The drawing is ${round(scene.width)} wide and must be ${round(expected.width)}`;
    findings.push({ message, hint: "give labels less room", path: [] });
  }
  if (plot < least) {
    const message = `Labels and marks beyond the scale leave ${round(plot)} of ${round(scene.width)} for the marks within it`;
    const hint =
      scene.plots.length > 1
        ? 'shorten the labels, or let fewer panels stand beside each other, as with "columns": 2'
        : "shorten the labels, or let the scale's domain hold every number";
    findings.push({ message, hint, path: [], ...longestLabel(scene, typefaces, least) });
  }
  return findings;
}

/** The label that takes the most room, if it is to blame that there is too little. */
function longestLabel(scene: Scene, typefaces: Typefaces, least: number): Pick<Finding, "words"> {
  const width = ({ face, text, size }: SceneText): number => typefaces.width(face, text, size);
  const [longest] = scene.texts.toSorted((a, b) => width(b) - width(a));
  return longest === undefined || width(longest) < scene.width - least ? {} : { words: longest.text };
}

const outside = (box: Box, scene: Scene): boolean =>
  box.x1 < -0.5 || box.y1 < -0.5 || box.x2 > scene.width + 0.5 || box.y2 > scene.height + 0.5;
const ofRow = (row: string | undefined): string => (row === undefined ? "" : ` of ${row}`);
const round = (length: number): string => String(Math.round(length * 10) / 10);
