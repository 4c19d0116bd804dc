import type { Face } from "../type/faces.ts";
import type { FamilyName } from "../model/theme.ts";
import { property } from "./json.ts";
import { outlineOf, type Shape } from "./outline.ts";
import { faceOf, type VegaRun } from "./vega-run.ts";

/** The box that a mark takes, from the top left corner of the drawing. */
export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** How something is painted: names of colours as the spec has them, and how much shows through. */
export interface Paint {
  readonly fill: string | undefined;
  readonly stroke: string | undefined;
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
  /** The width of its stroke; 0 where it has none. */
  readonly strokeWidth: number;
}

/** A text as drawn. */
export interface SceneText extends Box {
  /** Vega's name for the marks that it belongs to, as `layer_3_view_marks`; axis labels have none. */
  readonly mark: string;
  /** What it is for, in Vega's words: `mark`, `axis-label`, `legend-label`, … */
  readonly role: string;
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  /** The widest that it may be before it is cut; 0 for any width. */
  readonly limit: number;
  readonly row: string | undefined;
  readonly paint: Paint;
  /** Its place in the order of painting. */
  readonly order: number;
  /** Of the label of an axis, the value that it stands at and the scale that the axis is of. */
  readonly value: unknown;
  readonly scale: string;
}

/** A mark that is no text, as drawn. */
export interface SceneMark extends Box {
  readonly mark: string;
  readonly type: string;
  readonly row: string | undefined;
  readonly values: unknown;
  readonly paint: Paint;
  readonly order: number;
  /** The plot that it stands in. */
  readonly plot: Box;
  /** Where it stands along each axis: one place, or the two ends of a bar, a rule or an area. */
  readonly ends: { readonly x: readonly number[]; readonly y: readonly number[] };
}

/** A line of a grid at a value, or the label of an axis there. */
export interface SceneTick {
  readonly scale: string;
  readonly value: unknown;
  readonly at: { readonly x: number; readonly y: number };
  readonly plot: Box;
}

/** What a reader sees of a drawing. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** The fields that the scales map onto, axes left out: one a panel. */
  readonly plots: readonly Box[];
  readonly texts: readonly SceneText[];
  readonly marks: readonly SceneMark[];
  readonly ticks: readonly SceneTick[];
  /** All that is painted, lines of axes too, in the order of painting. */
  readonly shapes: readonly Shape[];
}

/** Reads what Vega painted. */
export function readScene(run: VegaRun, family: FamilyName): Scene {
  const open: Open = { texts: [], marks: [], ticks: [], shapes: [], family };
  const origin = /<g [^>]*transform="translate\(([-\d.]+),([-\d.]+)\)"/.exec(run.svg);
  const at = { x: Number(origin?.[1] ?? 0), y: Number(origin?.[2] ?? 0) };
  walk(run.scene, { ...at, plot: { x1: at.x, y1: at.y, x2: at.x, y2: at.y }, scale: "" }, open);
  const plots = new Map(open.marks.map(({ plot }) => [JSON.stringify(plot), plot]));
  const { texts, marks, ticks, shapes } = open;
  return { width: run.width, height: run.height, plots: [...plots.values()], texts, marks, ticks, shapes };
}

interface Open {
  readonly texts: SceneText[];
  readonly marks: SceneMark[];
  readonly ticks: SceneTick[];
  readonly shapes: Shape[];
  readonly family: FamilyName;
}

/** Where a group stands, the plot around it, and the scale of the axis that it is part of. */
interface Frame {
  readonly x: number;
  readonly y: number;
  readonly plot: Box;
  readonly scale: string;
}

function walk(mark: unknown, frame: Frame, open: Open): void {
  const type = text(property(mark, "marktype"));
  const shown = itemsOf(mark).filter((item) => property(item, "opacity") !== 0);
  if (type === "group") {
    for (const item of shown) walkGroup(mark, item, frame, open);
    return;
  }
  if (type === "line" || type === "area") {
    if (shown.length > 0) open.shapes.push(outlineOf(type, shown, frame));
  } else open.shapes.push(...shown.map((item) => outlineOf(type, [item], frame)));
  // A line or an area is painted as one.
  const together = type === "line" || type === "area" ? orderOf(open) : undefined;
  for (const item of shown) {
    if (type === "text") addText(mark, item, frame, open);
    else if (property(mark, "role") === "mark")
      open.marks.push(markOf(mark, type, item, frame, together ?? orderOf(open)));
    addTick(mark, item, frame, open);
  }
}

function walkGroup(mark: unknown, item: unknown, frame: Frame, open: Open): void {
  const [x, y] = [frame.x + number(item, "x"), frame.y + number(item, "y")];
  const role = property(mark, "role");
  const isPlot = (role === "frame" || role === "scope") && number(item, "height") > 0;
  const plot = isPlot ? { x1: x, y1: y, x2: x + number(item, "width"), y2: y + number(item, "height") } : frame.plot;
  const scale = role === "axis" ? text(property(property(item, "datum"), "scale")) : frame.scale;
  // As Vega paints: by level, and within one as they come.
  const marks = itemsOf(item).toSorted((a, b) => number(a, "zindex") - number(b, "zindex"));
  for (const inner of marks) walk(inner, { x, y, plot, scale }, open);
}

/** The place of the next mark or text in the order of painting. */
const orderOf = ({ marks, texts }: Open): number => marks.length + texts.length;

function addText(mark: unknown, item: unknown, frame: Frame, open: Open): void {
  const written = textOfItem(item);
  if (written === "") return;
  open.texts.push({
    ...boxOf(item, frame),
    mark: text(property(mark, "name")),
    role: text(property(mark, "role")),
    text: written,
    face: faceOf(open.family, item),
    size: number(item, "fontSize") || 11,
    limit: number(item, "limit"),
    row: rowOf(item),
    paint: paintOf(item),
    order: orderOf(open),
    value: property(property(item, "datum"), "value"),
    scale: frame.scale,
  });
}

/** What a text item prints, its lines joined. */
function textOfItem(item: unknown): string {
  const lines = property(item, "text");
  return (Array.isArray(lines) ? lines : [lines])
    .map((line) => text(line))
    .join(" ")
    .trim();
}

function markOf(mark: unknown, type: string, item: unknown, frame: Frame, order: number): SceneMark {
  const [x, y] = [frame.x + number(item, "x"), frame.y + number(item, "y")];
  const other = (axis: "x" | "y", start: number, size: string): readonly number[] => {
    const end = property(item, `${axis}2`);
    if (type === "rule" && typeof end === "number") return [start, frame[axis] + end];
    const length = property(item, size);
    return (type === "rect" || type === "area") && typeof length === "number" ? [start, start + length] : [start];
  };
  return {
    ...boxOf(item, frame),
    mark: text(property(mark, "name")),
    type,
    row: rowOf(item),
    values: property(item, "datum"),
    paint: paintOf(item),
    order,
    plot: frame.plot,
    ends: { x: other("x", x, "width"), y: other("y", y, "height") },
  };
}

function addTick(mark: unknown, item: unknown, frame: Frame, open: Open): void {
  const role = property(mark, "role");
  if (role !== "axis-grid" && role !== "axis-label") return;
  // An axis is moved by half a unit, so that its lines are sharp.
  const at = { x: frame.x + number(item, "x") - HALF, y: frame.y + number(item, "y") - HALF };
  open.ticks.push({ scale: frame.scale, value: property(property(item, "datum"), "value"), at, plot: frame.plot });
}

const HALF = 0.5;

function paintOf(item: unknown): Paint {
  const colour = (name: string): string | undefined => {
    const value = property(item, name);
    return typeof value === "string" && value !== "transparent" && value !== "none" ? value : undefined;
  };
  const share = (name: string): number => Number(property(item, name) ?? 1);
  const opacity = share("opacity");
  return {
    fill: colour("fill"),
    stroke: colour("stroke"),
    fillOpacity: opacity * share("fillOpacity"),
    strokeOpacity: opacity * share("strokeOpacity"),
    strokeWidth: colour("stroke") === undefined ? 0 : share("strokeWidth"),
  };
}

const rowOf = (item: unknown): string | undefined => {
  const row = property(property(item, "datum"), "row");
  return typeof row === "string" ? row : undefined;
};

function boxOf(item: unknown, { x, y }: Frame): Box {
  const bounds = property(item, "bounds");
  if (typeof bounds !== "object" || bounds === null) return { x1: x, y1: y, x2: x, y2: y };
  const edge = (name: string): number => Number(Reflect.get(bounds, name));
  return { x1: x + edge("x1"), y1: y + edge("y1"), x2: x + edge("x2"), y2: y + edge("y2") };
}

function itemsOf(mark: unknown): readonly unknown[] {
  const found = property(mark, "items");
  return Array.isArray(found) ? found : [];
}

const text = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
const number = (item: unknown, name: string): number => Number(property(item, name) ?? 0);
