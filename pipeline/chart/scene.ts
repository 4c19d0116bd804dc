import type { Face } from "../type/faces.ts";
import type { FamilyName } from "../model/theme.ts";
import { property } from "./json.ts";
import { faceOf, type VegaRun } from "./vega-run.ts";

/** The box that a mark takes, from the top left corner of the drawing. */
export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A text as drawn. */
export interface SceneText extends Box {
  /** Vega's name for the marks that it belongs to, as `layer_3_marks`; axis labels have none. */
  readonly mark: string;
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  /** The widest that it may be before it is cut; 0 for any width. */
  readonly limit: number;
  readonly row: string | undefined;
}

/** A mark that is no text, as drawn. */
export interface SceneMark extends Box {
  readonly mark: string;
  readonly type: string;
  readonly row: string | undefined;
  readonly values: unknown;
}

/** What a reader sees of a drawing, apart from lines of axes and grids. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** The field that the scales map onto, axes left out. */
  readonly plot: Box;
  readonly texts: readonly SceneText[];
  readonly marks: readonly SceneMark[];
}

/** Reads what Vega painted. */
export function readScene(run: VegaRun, family: FamilyName): Scene {
  const scene = { texts: new Array<SceneText>(), marks: new Array<SceneMark>() };
  const origin = /<g [^>]*transform="translate\(([-\d.]+),([-\d.]+)\)"/.exec(run.svg);
  const [x, y] = [Number(origin?.[1] ?? 0), Number(origin?.[2] ?? 0)];
  walk(run.scene, x, y, family, scene);
  const frame = items(run.scene)[0];
  const plot = { x1: x, y1: y, x2: x + number(frame, "width"), y2: y + number(frame, "height") };
  return { width: run.width, height: run.height, plot, ...scene };
}

interface Open {
  readonly texts: SceneText[];
  readonly marks: SceneMark[];
}

function walk(mark: unknown, x: number, y: number, family: FamilyName, scene: Open): void {
  const type = text(property(mark, "marktype"));
  const name = text(property(mark, "name"));
  for (const item of items(mark)) {
    if (type === "group") {
      const [left, top] = [x + number(item, "x"), y + number(item, "y")];
      // As Vega paints: by level, and within one as they come. The axes of a heat map lie over its cells.
      const marks = items(item).toSorted((a, b) => number(a, "zindex") - number(b, "zindex"));
      for (const inner of marks) walk(inner, left, top, family, scene);
      continue;
    }
    if (property(item, "opacity") === 0) continue;
    const row = property(property(item, "datum"), "row");
    const at = { ...boxOf(item, x, y), mark: name, row: typeof row === "string" ? row : undefined };
    if (type !== "text") {
      if (property(mark, "role") === "mark") scene.marks.push({ ...at, type, values: property(item, "datum") });
      continue;
    }
    const lines = property(item, "text");
    const written = (Array.isArray(lines) ? lines : [lines])
      .map((line) => text(line))
      .join(" ")
      .trim();
    if (written === "") continue;
    scene.texts.push({
      ...at,
      text: written,
      face: faceOf(family, item),
      size: number(item, "fontSize") || 11,
      limit: number(item, "limit"),
    });
  }
}

function boxOf(item: unknown, x: number, y: number): Box {
  const bounds = property(item, "bounds");
  if (typeof bounds !== "object" || bounds === null) return { x1: x, y1: y, x2: x, y2: y };
  const edge = (name: string): number => Number(Reflect.get(bounds, name));
  return { x1: x + edge("x1"), y1: y + edge("y1"), x2: x + edge("x2"), y2: y + edge("y2") };
}

function items(mark: unknown): readonly unknown[] {
  const found = property(mark, "items");
  return Array.isArray(found) ? found : [];
}

const text = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
const number = (item: unknown, name: string): number => Number(property(item, name) ?? 0);
