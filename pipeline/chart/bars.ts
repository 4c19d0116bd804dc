import type { Finding } from "./audit.ts";
import type { CompiledMark } from "./compiled.ts";
import { property } from "./json.ts";
import type { SceneMark } from "./scene.ts";

/** A bar as it stands on the axis that its length is along, in pixels from its plot's edge. */
interface Bar {
  readonly row: string | undefined;
  readonly value: number;
  readonly pixels: number;
  /** Where it begins and ends, from zero on. */
  /** How thick it is. */
  readonly across: number;
  readonly start: number;
  readonly end: number;
  /** The stack that it is in: its plot and place across, and its side of zero. */
  readonly stack: string;
}

/** The least that a bar is thick. */
const THINNEST = 1;

/** How far a bar's length may be off. */
const CLOSE = 1;

/** Bars whose lengths are not in proportion to their numbers, or that begin elsewhere than at zero. */
export function badBars(marks: readonly SceneMark[], { length, path }: CompiledMark): readonly Finding[] {
  if (length === undefined) return [];
  const bars = marks.map((mark) => barOf(mark, length));
  const longest = bars.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))[0];
  if (longest === undefined || longest.value === 0) return [];
  const scale = longest.pixels / Math.abs(longest.value);
  const wrong = bars.find(({ value, pixels }) => Math.abs(pixels - Math.abs(value) * scale) > CLOSE);
  if (wrong) {
    const should = Math.abs(wrong.value) * scale;
    const message = `The bar${ofRow(wrong.row)} is ${round(wrong.pixels)} long and should be ${round(should)}`;
    const arithmetic = `${longest.value} is drawn ${round(longest.pixels)} long, so ${wrong.value} would be ${round(should)}`;
    const hint =
      "bars begin at zero on a linear scale: take zero, type and clamp out of the scale, let the domain hold every value, and let panels share the scale";
    return [{ message, arithmetic, hint, path }];
  }
  const thin = bars.find(({ across, value }) => value !== 0 && across < THINNEST);
  if (thin !== undefined) {
    const message = `The bar${ofRow(thin.row)} is ${round(thin.across)} thick`;
    return [{ message, hint: "give bars more room, or leave their height and width to the house", path }];
  }
  const astray = length.stacked ? offStack(bars) : offLine(bars, longest.start);
  if (astray === undefined) return [];
  return [
    {
      message: `The bar${ofRow(astray.row)} does not begin at zero`,
      hint: "all bars of a chart begin on one line",
      path,
    },
  ];
}

function barOf(mark: SceneMark, { field, along }: NonNullable<CompiledMark["length"]>): Bar {
  const { plot } = mark;
  // Where its rectangle stands: an edge that is drawn around it makes it no longer.
  const ends = mark.ends[along].map((end) => end - plot[`${along}1`]);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const [low, high] = along === "x" ? [least, most] : [most, least];
  const value = Number(property(mark.values, field));
  const place = along === "x" ? mark.y1 : mark.x1;
  const sides = mark.ends[along === "x" ? "y" : "x"];
  const [start, end] = value < 0 ? [high, low] : [low, high];
  const stack = JSON.stringify([plot.x1, plot.y1, Math.round(place), value < 0]);
  const across = Math.max(...sides) - Math.min(...sides);
  return { row: mark.row, value, pixels: Math.abs(high - low), across, start, end, stack };
}

const offLine = (bars: readonly Bar[], line: number): Bar | undefined =>
  bars.find(({ value, start }) => value !== 0 && Math.abs(start - line) > CLOSE);

/** The first bar of a stack that begins neither where all stacks do nor where the bar before it ends. */
function offStack(bars: readonly Bar[]): Bar | undefined {
  const stacks = new Map<string, Bar[]>();
  for (const bar of bars) if (bar.value !== 0) stacks.set(bar.stack, [...(stacks.get(bar.stack) ?? []), bar]);
  const sorted = [...stacks.values()].map((stack) => stack.toSorted((a, b) => direction(a) * (a.start - b.start)));
  const line = sorted[0]?.[0]?.start ?? 0;
  for (const stack of sorted) {
    const off = stack.find((bar, index) => Math.abs(bar.start - (stack[index - 1]?.end ?? line)) > CLOSE);
    if (off) return off;
  }
  return undefined;
}

const direction = ({ start, end }: Bar): number => Math.sign(end - start);
const ofRow = (row: string | undefined): string => (row === undefined ? "" : ` of ${row}`);
const round = (length: number): string => String(Math.round(length * 10) / 10);
