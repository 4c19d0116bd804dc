import type { Finding } from "./audit.ts";
import type { CompiledMark } from "./compiled.ts";
import type { Point } from "./outline.ts";
import type { Box, Scene, SceneMark } from "./scene.ts";
import type { Path } from "./spec-places.ts";

/** Lines and areas that go through several rows at one place of an axis of names or times: series that nothing parts. */
export function tangled(scene: Scene, marks: readonly CompiledMark[]): readonly Finding[] {
  return marks
    .filter(({ type }) => type === "line" || type === "area")
    .flatMap((mark) => {
      const axis = (["x", "y"] as const).find((each) => mark.scaled[each].every(({ type }) => type === "utc"));
      if (axis === undefined) return [];
      const points = scene.marks.filter((each) => each.mark === mark.name);
      const twice = points.find((point, index) =>
        points.slice(index + 1).some((other) => isOfOneLine(point, other) && isAt(point, other, axis)),
      );
      if (twice === undefined) return [];
      return [
        {
          message: `One ${mark.type} goes through several rows at one place, as ${twice.row ?? "one"} and another`,
          hint: 'part the series: "color" or "detail": { "field": "…", "type": "nominal" }, or make each a panel',
          path: mark.path,
        },
      ];
    });
}

/** The points of one line are painted at once. */
const isOfOneLine = (a: SceneMark, b: SceneMark): boolean => a.order === b.order;

const isAt = (a: SceneMark, b: SceneMark, axis: "x" | "y"): boolean =>
  Math.abs((a.ends[axis][0] ?? 0) - (b.ends[axis][0] ?? 0)) < 0.01;

/** Texts that a line or a rule of the chart goes through. */
export function struck(scene: Scene, pathOf: (mark: string) => Path): readonly Finding[] {
  const strokes = [...linesIn(scene), ...rulesIn(scene)];
  return scene.texts.flatMap((text) => {
    if (text.role !== "mark") return [];
    const inset = (text.y2 - text.y1) / 3;
    const inner = { x1: text.x1 + 1, x2: text.x2 - 1, y1: text.y1 + inset, y2: text.y2 - inset };
    if (!strokes.some((stroke) => crosses(stroke, inner))) return [];
    return [
      {
        message: `A line goes through "${text.text}"`,
        hint: "move the text by dx or dy, or widen the scale's domain to make room",
        path: pathOf(text.mark),
      },
    ];
  });
}

interface Stroke {
  readonly from: Point;
  readonly to: Point;
}

function linesIn(scene: Scene): readonly Stroke[] {
  const lines = new Map<string, Point[]>();
  for (const { type, mark, order, ends } of scene.marks) {
    if (type !== "line") continue;
    const key = `${mark} ${order}`;
    lines.set(key, [...(lines.get(key) ?? []), { x: ends.x[0] ?? 0, y: ends.y[0] ?? 0 }]);
  }
  return [...lines.values()].flatMap((points) =>
    points.slice(1).map((to, index) => ({ from: points[index] ?? to, to })),
  );
}

const rulesIn = (scene: Scene): readonly Stroke[] =>
  scene.marks.flatMap(({ type, ends: { x, y } }) =>
    type === "rule" ? [{ from: { x: x[0] ?? 0, y: y[0] ?? 0 }, to: { x: x.at(-1) ?? 0, y: y.at(-1) ?? 0 } }] : [],
  );

/** Whether a stroke goes through a box: what is left of it, cut at the four edges one after the other. */
function crosses({ from, to }: Stroke, { x1, x2, y1, y2 }: Box): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [start, end] = [0, 1];
  for (const [step, room] of [
    [-dx, from.x - x1],
    [dx, x2 - from.x],
    [-dy, from.y - y1],
    [dy, y2 - from.y],
  ] as const) {
    if (step === 0 && room < 0) return false;
    if (step < 0) start = Math.max(start, room / step);
    if (step > 0) end = Math.min(end, room / step);
  }
  return start <= end;
}
