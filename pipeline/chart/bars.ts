import type { Finding } from "./audit.ts";
import type { CompiledMark, Length } from "./compiled.ts";
import { property } from "./json.ts";
import type { SceneMark } from "./scene.ts";
import type { PlotScale } from "./vega-run.ts";

/** A bar, or an area at one place, as it stands on the axis that its length is along, in pixels. */
interface Bar {
  readonly row: string | undefined;
  readonly value: number;
  /** Where it begins and ends, from zero on. */
  readonly start: number;
  readonly end: number;
  /** Where zero and its number are on the scale. */
  readonly zero: number;
  readonly ought: number;
  /** The edges of its plot. */
  readonly from: number;
  readonly to: number;
  /** How thick it is. */
  readonly across: number;
  /** The stack that it is in: its plot and place across, and its side of zero. */
  readonly stack: string;
}

/** The least that a bar is thick. */
const THINNEST = 1;

/** The part of its plot that the longest bar takes at least: one in so many. */
const LEAST_PART = 10;

/** How far a bar's length may be off. */
const CLOSE = 1;

/** Bars and areas whose lengths are not what the scale has for their numbers, or that begin elsewhere than at zero. */
export function badBars(
  marks: readonly SceneMark[],
  { type, length, path }: CompiledMark,
  scales: ReadonlyMap<string, PlotScale>,
): readonly Finding[] {
  const scale = length === undefined ? undefined : scales.get(length.scale);
  if (length === undefined || scale === undefined) return [];
  const name = type === "area" ? "area" : "bar";
  const bars = marks.flatMap((mark) => barOf(mark, length, scale));
  const long = bars.find(({ value, start, end, zero, ought }) => {
    return value !== 0 && Math.abs(Math.abs(end - start) - Math.abs(ought - zero)) > CLOSE;
  });
  const astray = length.stacked
    ? offStack(bars)
    : bars.find(({ value, start, zero }) => value !== 0 && !isAt(start, zero));
  const beyond = bars.find(({ zero, from, to }) => zero < from - CLOSE || zero > to + CLOSE);
  if (astray !== undefined || beyond !== undefined) {
    const message = `The ${name}${ofRow((astray ?? beyond)?.row)} does not begin at zero`;
    return [{ message, hint: "let the scale's domain hold zero, and take zero: false out of it", path }];
  }
  if (long !== undefined) {
    const [is, should] = [Math.abs(long.end - long.start), Math.abs(long.ought - long.zero)];
    const message = `The ${name}${ofRow(long.row)} is ${round(is)} long and should be ${round(should)}`;
    const arithmetic = `from 0 to ${long.value} on its scale`;
    return [{ message, arithmetic, hint: "let the scale's domain hold every number", path }];
  }
  const longest = bars.toSorted((a, b) => Math.abs(b.end - b.start) - Math.abs(a.end - a.start))[0];
  const whole = longest === undefined ? 0 : longest.to - longest.from;
  const most = longest === undefined ? 0 : Math.abs(longest.end - longest.start);
  if (bars.some(({ value }) => value !== 0) && most < whole / LEAST_PART) {
    const message = `The longest ${name} takes ${round(most)} of ${round(whole)} pixels`;
    return [{ message, hint: "let the scale's domain end near the greatest number", path }];
  }
  const thin = type === "area" ? undefined : bars.find(({ across, value }) => value !== 0 && across < THINNEST);
  if (thin === undefined) return [];
  const message = `The bar${ofRow(thin.row)} is ${round(thin.across)} thick`;
  return [{ message, hint: "give bars more room, or leave their height and width to the house", path }];
}

/** Bars of one unit whose scales give one length to different numbers, as in two panels. */
export function unlikeBars(
  marks: readonly CompiledMark[],
  scales: ReadonlyMap<string, PlotScale>,
  unitOf: (field: string) => string | undefined,
): readonly Finding[] {
  const lengths = marks.flatMap(({ length, path }) => {
    const [scale, unit] = [scales.get(length?.scale ?? ""), unitOf(length?.field ?? "")];
    if (length === undefined || scale === undefined || unit === undefined) return [];
    return [{ path, unit: `${length.along} ${unit}`, one: Math.abs(scale.place(1) - scale.place(0)) }];
  });
  const unlike = lengths.find(({ unit, one }) => {
    const first = lengths.find((each) => each.unit === unit);
    return first !== undefined && Math.abs(one / first.one - 1) > ALIKE;
  });
  if (unlike === undefined) return [];
  return [
    {
      message: "Bars of one unit have two scales, and their lengths cannot be compared",
      hint: 'give each panel the same "scale": { "domain": [0, …] }',
      path: unlike.path,
    },
  ];
}

/** The plots of panels are of whole pixels. */
const ALIKE = 0.02;

function barOf(mark: SceneMark, { field, along }: Length, scale: PlotScale): readonly Bar[] {
  const { plot } = mark;
  const value = Number(property(mark.values, field) ?? Number.NaN);
  if (!Number.isFinite(value)) return [];
  const [zero, ought] = [0, value].map((each) => plot[`${along}1`] + scale.place(each)) as [number, number];
  const ends = mark.ends[along];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const [start, end] = ought < zero ? [most, least] : [least, most];
  const sides = mark.ends[along === "x" ? "y" : "x"];
  const across = Math.max(...sides) - Math.min(...sides);
  const stack = JSON.stringify([plot.x1, plot.y1, Math.round(Math.min(...sides)), value < 0]);
  const [from, to] = [plot[`${along}1`], plot[`${along}2`]];
  return [{ row: mark.row, value, start, end, zero, ought, from, to, across, stack }];
}

const isAt = (a: number, b: number): boolean => Math.abs(a - b) <= CLOSE;

/** The first bar of a stack that begins neither at zero nor where the bar before it ends. */
function offStack(bars: readonly Bar[]): Bar | undefined {
  const stacks = new Map<string, Bar[]>();
  for (const bar of bars) if (bar.value !== 0) stacks.set(bar.stack, [...(stacks.get(bar.stack) ?? []), bar]);
  for (const stack of stacks.values()) {
    const sorted = stack.toSorted((a, b) => Math.sign(a.ought - a.zero) * (a.start - b.start));
    const off = sorted.find((bar, index) => !isAt(bar.start, sorted[index - 1]?.end ?? bar.zero));
    if (off) return off;
  }
  return undefined;
}

const ofRow = (row: string | undefined): string => (row === undefined ? "" : ` of ${row}`);
const round = (length: number): string => String(Math.round(length * 10) / 10);
