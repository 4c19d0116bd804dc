import type { Finding } from "./audit.ts";
import type { CompiledMark } from "./compiled.ts";
import type { Scene, SceneMark } from "./scene.ts";

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
