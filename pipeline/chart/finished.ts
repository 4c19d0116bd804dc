import type { Finding } from "./audit.ts";
import { outlines, type Point, type Shape } from "./outline.ts";
import type { Scene } from "./scene.ts";
import { unescaped, type SvgElement } from "./svg-tree.ts";

/** How far a point of the finished SVG may stand from where it was drawn: both are rounded to two decimals. */
const CLOSE = 0.03;

/**
 * Holds a finished SVG against the scene that the audit has passed: every text there and the same, every mark at its place
 * and of its length, and nothing besides.
 */
export function unfaithful(svg: SvgElement, scene: Scene): readonly Finding[] {
  const drawn = scene.shapes.filter(isSeen);
  const finished = outlines(svg);
  const at = drawn.findIndex((shape, index) => !follows(finished[index], shape));
  if (at < 0 && drawn.length === finished.length) return [];
  const [was, is] = at < 0 ? [undefined, finished[drawn.length]] : [drawn[at], finished[at]];
  return [
    {
      message: `The finished SVG does not show what was drawn: ${told(was)} became ${told(is)}`,
      hint: "take marks out until it does, and tell Footing's makers",
      path: [],
    },
  ];
}

/** Lengths below it are nothing once they are written with two decimals. */
const NOTHING = 0.00499;

/** Whether anything of it is left in an SVG: a text without words, and a box that is rounded to no width, are not. */
function isSeen(shape: Shape): boolean {
  if (shape.kind === "text") return shape.text !== "";
  const [a, b] = shape.points;
  if (shape.kind === "box")
    return a !== undefined && b !== undefined && !(near(a.x, b.x, NOTHING) || near(a.y, b.y, NOTHING));
  return shape.points.length > 0;
}

function follows(finished: Shape | undefined, drawn: Shape): boolean {
  if (finished === undefined) return false;
  switch (drawn.kind) {
    case "text":
      return finished.kind === "text" && unescaped(finished.text) === drawn.text;
    case "box":
      return finished.kind === "path" && same(edges(finished.points), edges(drawn.points));
    case "rule":
      return finished.kind === "rule" && same(finished.points, drawn.points);
    case "symbol":
      return (
        finished.kind === "symbol" &&
        same(finished.points, drawn.points) &&
        (drawn.radius === 0 || near(finished.radius, drawn.radius))
      );
    case "path":
      return (
        finished.kind === "path" &&
        drawn.points.every((point) => isOn(point, finished.points)) &&
        same(edges(finished.points), edges(drawn.points))
      );
  }
}

/** Two corners of the box around points. */
const edges = (points: readonly Point[]): readonly Point[] => [
  { x: Math.min(...points.map(({ x }) => x)), y: Math.min(...points.map(({ y }) => y)) },
  { x: Math.max(...points.map(({ x }) => x)), y: Math.max(...points.map(({ y }) => y)) },
];

const same = (a: readonly Point[], b: readonly Point[]): boolean =>
  a.length === b.length && a.every((point, index) => close(point, b[index]));
const close = (a: Point, b: Point | undefined): boolean => b !== undefined && near(a.x, b.x) && near(a.y, b.y);
const near = (a: number, b: number, tolerance = CLOSE): boolean => Math.abs(a - b) <= tolerance;

/** Whether a point is an end of a path's parts, or on a level or upright stretch between two, as steps have them. */
const isOn = (point: Point, path: readonly Point[]): boolean =>
  path.some((end, index) => {
    if (close(point, end)) return true;
    const next = path[index + 1];
    if (next === undefined) return false;
    const between = (a: number, b: number, c: number): boolean =>
      Math.min(a, b) - CLOSE <= c && c <= Math.max(a, b) + CLOSE;
    return (
      (near(end.y, next.y) && near(end.y, point.y) && between(end.x, next.x, point.x)) ||
      (near(end.x, next.x) && near(end.x, point.x) && between(end.y, next.y, point.y))
    );
  });

function told(shape: Shape | undefined): string {
  if (shape === undefined) return "nothing";
  if (shape.kind === "text") return `"${unescaped(shape.text)}"`;
  const places = shape.points.slice(0, 2).map(({ x, y }) => `${Math.round(x * 10) / 10}, ${Math.round(y * 10) / 10}`);
  return `a ${shape.kind} at ${places.join(" to ")}`;
}
