import type { Finding } from "./audit.ts";
import type { CompiledMark, Scaled } from "./compiled.ts";
import { property } from "./json.ts";
import type { Box, Scene, SceneMark } from "./scene.ts";

/** How far a mark may stand from where its number is on the scale, and how far a line of the grid, which is rounded. */
const CLOSE = 0.6;
const CLOSE_LINE = 1.1;

interface Placed {
  /** How far along the scale its number is: for a log scale, the logarithm. */
  readonly along: number;
  readonly value: number;
  readonly pixel: number;
  readonly of: string;
  readonly tolerance: number;
}

/** Marks that stand elsewhere than their numbers are on the scale, and lines of the axis that do not agree with the marks. */
export function misplaced(scene: Scene, marks: readonly CompiledMark[]): readonly Finding[] {
  return marks
    .filter(({ length }) => length === undefined)
    .flatMap((mark) => (["x", "y"] as const).flatMap((axis) => misplacedAlong(axis, mark, scene)));
}

function misplacedAlong(axis: "x" | "y", mark: CompiledMark, scene: Scene): readonly Finding[] {
  const drawn = scene.marks.filter((each) => each.mark === mark.name);
  const plots = new Map(drawn.map(({ plot }) => [keyOf(plot), plot]));
  const scales = new Set(mark.scaled[axis].map(({ scale }) => scale));
  for (const plot of plots.keys()) {
    for (const scale of scales) {
      const fields = mark.scaled[axis].filter((each) => each.scale === scale);
      const type = fields[0]?.type ?? "linear";
      const placed = drawn
        .filter((each) => keyOf(each.plot) === plot)
        .flatMap((each) => fields.flatMap((field) => placedAt(each, field, axis)));
      const lines = scene.ticks
        .filter((tick) => tick.scale === scale && keyOf(tick.plot) === plot)
        .flatMap((tick) => {
          const value = Number(tick.value);
          const along = alongScale(value, type);
          return Number.isFinite(along)
            ? [{ along, value, pixel: tick.at[axis], of: "the axis", tolerance: CLOSE_LINE }]
            : [];
        });
      const wrong = outOfLine(placed, lines);
      if (wrong) return [found(wrong, axis, mark)];
    }
  }
  return [];
}

interface Wrong {
  readonly placed: Placed;
  readonly should: number;
}

/** The first that does not stand where the two marks farthest from each other say. */
function outOfLine(placed: readonly Placed[], lines: readonly Placed[]): Wrong | undefined {
  const sorted = placed.toSorted((a, b) => a.along - b.along);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || first.along === last.along) return undefined;
  const slope = (last.pixel - first.pixel) / (last.along - first.along);
  for (const each of [...placed, ...lines]) {
    const should = first.pixel + (each.along - first.along) * slope;
    if (Math.abs(each.pixel - should) > each.tolerance) return { placed: each, should };
  }
  return undefined;
}

function placedAt(mark: SceneMark, { field, type, end }: Scaled, axis: "x" | "y"): readonly Placed[] {
  const value = Number(property(mark.values, field));
  const along = alongScale(value, type);
  const [first, second = first] = mark.ends[axis];
  if (!Number.isFinite(along) || first === undefined || second === undefined) return [];
  const pixel = end === "middle" ? (first + second) / 2 : end === "second" ? second : first;
  return [{ along, value, pixel, of: mark.row ?? "a row", tolerance: CLOSE }];
}

/** How far along a scale a number is, as Vega's scales have it. */
function alongScale(value: number, type: string): number {
  if (type === "log") return Math.log(Math.abs(value));
  if (type === "sqrt") return Math.sign(value) * Math.sqrt(Math.abs(value));
  if (type === "symlog") return Math.sign(value) * Math.log1p(Math.abs(value));
  return value;
}

function found({ placed, should }: Wrong, axis: "x" | "y", mark: CompiledMark): Finding {
  const [is, ought] = [placed.pixel, should].map((pixel) => String(Math.round(pixel * 10) / 10));
  return {
    message: `The ${mark.type} of ${placed.of} is not where ${placed.value} is on the scale`,
    arithmetic: `${axis} = ${is}; by the marks farthest from each other it would be ${ought}`,
    hint: "take clamp and round out of the scale, and let its domain hold every number",
    path: mark.path,
  };
}

const keyOf = ({ x1, y1, x2, y2 }: Box): string => JSON.stringify([x1, y1, x2, y2]);
