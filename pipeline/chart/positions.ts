import type { Finding } from "./audit.ts";
import type { CompiledMark, Scaled } from "./compiled.ts";
import { property } from "./json.ts";
import type { Scene, SceneMark } from "./scene.ts";
import type { PlotScale } from "./vega-run.ts";

/** How far a mark may stand from where its number is on the scale. */
const CLOSE = 0.6;

/** Marks that stand elsewhere than their numbers are on the scale. */
export function misplaced(
  scene: Scene,
  marks: readonly CompiledMark[],
  scales: ReadonlyMap<string, PlotScale>,
): readonly Finding[] {
  return marks
    .filter(({ length }) => length === undefined)
    .flatMap((mark) =>
      (["x", "y"] as const).flatMap((axis) => {
        const drawn = scene.marks.filter((each) => each.mark === mark.name);
        const wrong = drawn.flatMap((each) => strayAlong(axis, each, mark, scales))[0];
        return wrong === undefined ? [] : [wrong];
      }),
    );
}

function strayAlong(
  axis: "x" | "y",
  drawn: SceneMark,
  mark: CompiledMark,
  scales: ReadonlyMap<string, PlotScale>,
): readonly Finding[] {
  const scaled = mark.scaled[axis];
  const ends = drawn.ends[axis];
  const places = scaled.flatMap((each) => placeOf(drawn, each, axis, scales));
  // Vega turns a box round that goes from the greater number to the smaller one.
  const isTurned = drawn.type === "rect" && places.length === 2 && (places[0]?.pixel ?? 0) > (places[1]?.pixel ?? 0);
  const [first = Number.NaN, second = first] = isTurned ? ends.toReversed() : ends;
  return places.flatMap(({ end, value, pixel }) => {
    const is = end === "middle" ? (first + second) / 2 : end === "second" ? second : first;
    if (Math.abs(is - pixel) <= CLOSE) return [];
    const [there, ought] = [is, pixel].map((each) => String(Math.round(each * 10) / 10));
    return [
      {
        message: `The ${mark.type} of ${drawn.row ?? "a row"} is not where ${String(value)} is on the scale`,
        arithmetic: `${axis} = ${there}; by the scale it would be ${ought}`,
        hint: "leave the places of marks to the scale, and let its domain hold every number",
        path: mark.path,
      },
    ];
  });
}

interface Placed {
  readonly end: Scaled["end"];
  readonly value: unknown;
  readonly pixel: number;
}

function placeOf(
  drawn: SceneMark,
  { field, scale, end }: Scaled,
  axis: "x" | "y",
  scales: ReadonlyMap<string, PlotScale>,
): readonly Placed[] {
  const value = property(drawn.values, field);
  const place = scales.get(scale)?.place(value);
  if (typeof value !== "number" || place === undefined || !Number.isFinite(place)) return [];
  return [{ end, value, pixel: drawn.plot[`${axis}1`] + place }];
}
