import { property } from "./json.ts";
import { textOf, type SvgElement } from "./svg-tree.ts";

/** A place in a drawing, from its top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is left of something painted when its look is taken away: where its corners and ends stand, and what it says. */
export interface Shape {
  readonly kind: "text" | "box" | "symbol" | "rule" | "path";
  readonly text: string;
  /** Corners of a box, the middle of a symbol, ends of a rule, the points of a path, the anchor of a text. */
  readonly points: readonly Point[];
  /** Half the width of a round symbol; 0 for other things. */
  readonly radius: number;
}

/** What items of Vega's scene should leave in the SVG; `at` is where their group stands. */
export function outlineOf(type: string, items: readonly unknown[], at: Point): Shape {
  const [item] = items;
  const shape = (kind: Shape["kind"], points: readonly Point[]): Shape => ({ kind, text: "", points, radius: 0 });
  const [x, y] = [at.x + number(item, "x"), at.y + number(item, "y")];
  switch (type) {
    case "text":
      return { ...shape("text", [{ x, y }]), text: wordsOf(item) };
    case "rect":
      return shape("box", [
        { x, y },
        { x: x + number(item, "width"), y: y + number(item, "height") },
      ]);
    case "rule":
      return shape("rule", [
        { x, y },
        { x: at.x + number(item, "x2", "x"), y: at.y + number(item, "y2", "y") },
      ]);
    case "symbol":
      return { ...shape("symbol", [{ x, y }]), radius: radiusOf(item) };
    default:
      return shape("path", linePoints(type, items, at));
  }
}

function linePoints(type: string, items: readonly unknown[], at: Point): readonly Point[] {
  const seen = items.filter((item) => property(item, "defined") !== false);
  return seen.flatMap((item) => {
    const point = { x: at.x + number(item, "x"), y: at.y + number(item, "y") };
    if (type !== "area") return [point];
    const wide = property(item, "orient") === "horizontal";
    const other = wide
      ? { ...point, x: point.x + number(item, "width") }
      : { ...point, y: point.y + number(item, "height") };
    return [point, other];
  });
}

function radiusOf(item: unknown): number {
  const shape = property(item, "shape") ?? "circle";
  const side = Math.sqrt(number(item, "size") || 64);
  if (shape === "circle") return side / 2;
  return shape === "square" ? side / 2 : 0;
}

function wordsOf(item: unknown): string {
  const lines = property(item, "text");
  return (Array.isArray(lines) ? lines : [lines])
    .map((line) => (typeof line === "string" || typeof line === "number" ? String(line) : ""))
    .join(" ")
    .trim();
}

const number = (item: unknown, name: string, otherwise?: string): number =>
  Number(property(item, name) ?? (otherwise === undefined ? 0 : number(item, otherwise)));

/** What a finished SVG holds, in the order of painting. */
export function outlines(svg: SvgElement): readonly Shape[] {
  const shapes: Shape[] = [];
  visit(svg, { x: 0, y: 0 }, shapes);
  return shapes;
}

function visit(element: SvgElement, at: Point, shapes: Shape[]): void {
  const { tag, attributes, children } = element;
  if (tag === "clipPath" || tag === "defs") return;
  const [, dx, dy] = /translate\(([-\d.e]+)[ ,]+([-\d.e]+)\)/.exec(attributes.get("transform") ?? "") ?? [];
  const moved = { x: at.x + Number(dx ?? 0), y: at.y + Number(dy ?? 0) };
  const attribute = (name: string): number => Number(attributes.get(name) ?? 0);
  const add = (kind: Shape["kind"], points: readonly Point[], rest: Partial<Shape> = {}): unknown =>
    shapes.push({ kind, text: "", radius: 0, points, ...rest });
  if (tag === "text")
    add("text", [{ x: moved.x + attribute("x"), y: moved.y + attribute("y") }], { text: textOf(children) });
  if (tag === "line")
    add("rule", [
      { x: moved.x + attribute("x1"), y: moved.y + attribute("y1") },
      { x: moved.x + attribute("x2"), y: moved.y + attribute("y2") },
    ]);
  if (tag === "path") {
    const points = pathPoints(attributes.get("d") ?? "").map(({ x, y }) => ({ x: x + moved.x, y: y + moved.y }));
    // Vega moves symbols to their place and writes all else where it stands.
    if (dx === undefined) add("path", points);
    else
      add("symbol", [moved], {
        radius: Math.max(0, ...points.flatMap(({ x, y }) => [Math.abs(x - moved.x), Math.abs(y - moved.y)])),
      });
  }
  for (const child of children) if (typeof child !== "string") visit(child, moved, shapes);
}

/** The ends of all parts of a path: of its lines, arcs and curves. */
function pathPoints(d: string): readonly Point[] {
  const points: Point[] = [];
  let [at, start]: [Point, Point] = [
    { x: 0, y: 0 },
    { x: 0, y: 0 },
  ];
  for (const [, command = "", list = ""] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = [...list.matchAll(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g)].map(Number);
    const size = SIZES[command.toLowerCase()] ?? 0;
    if (size === 0) {
      at = start;
      continue;
    }
    for (let i = 0; i + size <= numbers.length; i += size) {
      at = endOf(command, numbers.slice(i, i + size), at);
      if (command === "M" || command === "m") start = at;
      points.push(at);
    }
  }
  return points;
}

/** How many numbers each command of a path takes (SVG 2, 9.3). */
const SIZES: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7 };

function endOf(command: string, numbers: readonly number[], at: Point): Point {
  const from = command === command.toLowerCase() ? at : { x: 0, y: 0 };
  const last = numbers.at(-1) ?? 0;
  if (command === "h" || command === "H") return { x: from.x + last, y: at.y };
  if (command === "v" || command === "V") return { x: at.x, y: from.y + last };
  return { x: from.x + (numbers.at(-2) ?? 0), y: from.y + last };
}
