import type { Box, Paint, SceneMark } from "./scene.ts";

/** Something with a filled face, that lies over what was painted before it. */
export interface Covering {
  readonly type: string;
  readonly row: string | undefined;
  readonly order: number;
  readonly paint: Paint;
  readonly isOpaque: boolean;
  /** Whether a point is on its face. */
  covers(point: { readonly x: number; readonly y: number }): boolean;
  /** Whether nothing of another mark is seen behind it. */
  hides(other: SceneMark): boolean;
}

/** The faces of a drawing's marks, in the order of painting. */
export function coverings(marks: readonly SceneMark[]): readonly Covering[] {
  return marks.flatMap((mark, index) => {
    if (mark.paint.fill === undefined || mark.paint.fillOpacity === 0) return [];
    const { type, row, order, paint } = mark;
    const face = faceOf(mark, marks[index + 1]);
    return face === undefined ? [] : [{ type, row, order, paint, isOpaque: paint.fillOpacity > 0.95, ...face }];
  });
}

type FaceOf = Pick<Covering, "covers" | "hides">;

function faceOf(mark: SceneMark, next: SceneMark | undefined): FaceOf | undefined {
  if (mark.type === "rect")
    return {
      covers: ({ x, y }) => x >= mark.x1 && x <= mark.x2 && y >= mark.y1 && y <= mark.y2,
      hides: (other) =>
        other.x1 >= mark.x1 - CLOSE &&
        other.x2 <= mark.x2 + CLOSE &&
        other.y1 >= mark.y1 - CLOSE &&
        other.y2 <= mark.y2 + CLOSE,
    };
  if (mark.type === "symbol") {
    const { x, y, radius } = roundOf(mark);
    return {
      covers: (point) => Math.hypot(point.x - x, point.y - y) <= radius,
      hides: (other) => {
        const { x: otherX, y: otherY, radius: otherRadius } = roundOf(other);
        return Math.hypot(otherX - x, otherY - y) + otherRadius <= radius + CLOSE;
      },
    };
  }
  if (mark.type === "area" && next?.mark === mark.mark) return strip(mark, next);
  return undefined;
}

/** The part of an area between two of its places from left to right. */
function strip(left: SceneMark, right: SceneMark): FaceOf | undefined {
  const [x1, x2] = [left.ends.x[0] ?? 0, right.ends.x[0] ?? 0];
  if (!(x2 > x1)) return undefined;
  const between = (end: 0 | 1, share: number): number => {
    const [a, b] = [left.ends.y[end] ?? left.ends.y[0] ?? 0, right.ends.y[end] ?? right.ends.y[0] ?? 0];
    return a + (b - a) * share;
  };
  return {
    covers: ({ x, y }) => {
      if (x < x1 || x > x2) return false;
      const [a, b] = [between(0, (x - x1) / (x2 - x1)), between(1, (x - x1) / (x2 - x1))];
      return y >= Math.min(a, b) && y <= Math.max(a, b);
    },
    hides: () => false,
  };
}

const roundOf = ({ x1, x2, y1, y2 }: Box): { readonly x: number; readonly y: number; readonly radius: number } => ({
  x: (x1 + x2) / 2,
  y: (y1 + y2) / 2,
  radius: Math.max(x2 - x1, y2 - y1) / 2,
});

/** How far a hidden mark may reach beyond what hides it. */
const CLOSE = 0.5;
