import type { Finding } from "./audit.ts";
import type { CompiledMark } from "./compiled.ts";
import type { GapWords } from "./gaps.ts";
import { property } from "./json.ts";
import type { ChartRows } from "./rows.ts";
import type { Scene, SceneMark } from "./scene.ts";
import { CONCATS } from "./views.ts";
import type { Path } from "./spec-places.ts";

/** What Vega-Lite and the house add to the name of a field that they stack, or write in milliseconds. */
const MADE = /_(?:start|end|time)$/;

/** The panel that marks are in, as the path of its view. */
const panelOf = (path: Path): string => {
  const last = path.findLastIndex((step) => step === "spec" || CONCATS.some((name) => name === step));
  return JSON.stringify(last < 0 ? [] : path.slice(0, path[last] === "spec" ? last + 1 : last + 2));
};

/** What a set of marks shows of which rows, in which panel. */
interface Shown {
  readonly mark: CompiledMark;
  readonly panel: string;
  readonly fields: string;
  readonly rows: ReadonlySet<string>;
}

/** Fields, or kinds of marks, that a plot has for some of its rows alone while others have another: they would be compared. */
export function mixedRows(scene: Scene, marks: readonly CompiledMark[], gaps: GapWords): readonly Finding[] {
  const shown = marks.flatMap((mark): Shown[] => {
    if (mark.type === "text") return [];
    const rows = new Set(scene.marks.filter((each) => each.mark === mark.name).flatMap(({ row }) => row ?? []));
    const scaled = [...mark.scaled.x, ...mark.scaled.y].map(({ field }) => field.replace(MADE, ""));
    const fields = [...new Set(mark.length === undefined ? scaled : [...scaled, mark.length.field])].toSorted().join();
    return fields === "" ? [] : [{ mark, panel: panelOf(mark.path), fields, rows }];
  });
  const partial = shown.find((each) => {
    const own = shown.filter(({ panel }) => panel === each.panel);
    const all = [...new Set(own.flatMap(({ rows }) => [...rows]))].filter((row) => !gaps.has(row));
    // Some may be drawn again, to be picked out; but what is drawn is there for all rows once, in one kind of marks.
    const alike = own.filter(({ fields }) => fields === each.fields);
    return !alike.some(({ mark }) => {
      const rows = new Set(alike.filter((other) => other.mark.type === mark.type).flatMap((other) => [...other.rows]));
      return all.every((row) => rows.has(row));
    });
  });
  if (partial === undefined) return [];
  const name = partial.mark.type === "rect" ? "bars" : `marks (${partial.mark.type})`;
  return [
    {
      message: `The ${name} show some of the rows, and others are shown in another way`,
      hint: "draw each column for every row, in one kind of marks; to pick some out, colour them by a condition",
      path: partial.mark.path,
    },
  ];
}

/** Bars in which several rows stand on each other and no colour tells them apart. */
export function heapedRows(
  scene: Scene,
  marks: readonly CompiledMark[],
  series: (mark: CompiledMark) => boolean,
): readonly Finding[] {
  return marks.flatMap((mark) => {
    const { length } = mark;
    if (length === undefined || mark.type === "area" || series(mark)) return [];
    const other = length.along === "x" ? "y" : "x";
    const at = ({ plot, ends }: SceneMark): string =>
      JSON.stringify([plot.x1, plot.y1, Math.round(Math.min(...ends[other]))]);
    const bars = scene.marks.filter((each) => each.mark === mark.name);
    const twice = bars.find((bar, index) => bars.findIndex((each) => at(each) === at(bar)) < index);
    if (twice === undefined) return [];
    return [
      {
        message: `Several rows stand in one bar, as ${twice.row ?? "one"} and another, and nothing tells them apart`,
        hint: 'part them by "color" or "xOffset": { "field": "…" }, or make each a panel',
        path: mark.path,
      },
    ];
  });
}

/** Panels without names of their own whose rows stand elsewhere than in the panel that has them. */
export function strayPanels(scene: Scene, marks: readonly CompiledMark[], rows: ChartRows): readonly Finding[] {
  const hasLabels = (scale: string): boolean =>
    scene.texts.some((text) => text.role === "axis-label" && text.scale === scale);
  return (["x", "y"] as const).flatMap((axis) => {
    const named = marks.flatMap((mark) => (mark.named[axis] === undefined ? [] : [{ mark, scale: mark.named[axis] }]));
    const labelled = named.filter(({ scale }) => hasLabels(scale));
    const stray = named.find(({ mark, scale }) => {
      if (hasLabels(scale) || labelled.length === 0) return false;
      const places = placesOf(mark, axis, scene);
      return !labelled.some((each) => {
        const others = placesOf(each.mark, axis, scene);
        return rows.data.every(({ row }) => isNear(places.get(String(row)), others.get(String(row))));
      });
    });
    if (stray === undefined) return [];
    return [
      {
        message: "The rows of a panel without names stand elsewhere than those of the panel that has them",
        hint: "give it the same rows in the same order, or names of its own",
        path: stray.mark.path,
      },
    ];
  });
}

/** Where the middle of each row's mark is along an axis, from the start of its plot. */
function placesOf({ name }: CompiledMark, axis: "x" | "y", scene: Scene): ReadonlyMap<string, number> {
  return new Map(
    scene.marks
      .filter(({ mark }) => mark === name)
      .map(({ row, ends, plot }) => {
        const middle = (Math.min(...ends[axis]) + Math.max(...ends[axis])) / 2;
        return [String(row), middle - plot[`${axis}1`]] as const;
      }),
  );
}

const isNear = (a: number | undefined, b: number | undefined): boolean =>
  a === undefined ? b === undefined : b !== undefined && Math.abs(a - b) < NEAR;
const NEAR = 3;

/** Whether marks are parted by a colour, in the compiled spec. */
export const isParted = (path: Path, spec: unknown): boolean => {
  let view: unknown = spec;
  const around: unknown[] = [view];
  for (const step of path) {
    view = Array.isArray(view) ? (view as readonly unknown[])[Number(step)] : property(view, String(step));
    around.push(view);
  }
  return around.some((each) =>
    ["color", "fill", "detail", "xOffset", "yOffset"].some(
      (name) => property(property(property(each, "encoding"), name), "field") !== undefined,
    ),
  );
};
