import { fieldOf, isNumeric } from "./check-marks.ts";
import type { Refusal } from "./check-spec.ts";
import { isObject } from "./json.ts";
import { isChange, unitOf, type ChartRows } from "./rows.ts";
import { isTime } from "./times.ts";
import type { Unit, UnitChannel } from "./units.ts";

/** Scales and axes that would show numbers, times or classes otherwise than readers expect. */
export const checkScales = (units: readonly Unit[], rows: ChartRows): readonly Refusal[] =>
  units.flatMap(({ channels, height }) =>
    [...channels].flatMap(([name, channel]) => [
      ...(name === "x" || name === "y"
        ? [
            ...placing(channel),
            ...labels(channel),
            ...signs(channel, rows),
            ...moved(channel, name === "y" ? height : undefined),
            ...sorted(channel),
          ]
        : []),
      ...(name === "y" ? stepped(channel, height) : []),
      ...(["color", "fill", "stroke", "shape", "strokeDash"].includes(name) ? colours(channel) : []),
    ]),
  );

const refused = (channel: UnitChannel, steps: readonly string[], message: string, hint: string): readonly Refusal[] => [
  { path: [...(channel.at[steps[0] ?? ""] ?? channel.path), ...steps], at: "value", message, hint },
];

/** From the least to the most: two numbers, or two times. */
function placing(channel: UnitChannel): readonly Refusal[] {
  const { scale, type } = channel.says;
  if (!isObject(scale)) return [];
  const { domain, domainMin, domainMax } = scale;
  if (type !== "quantitative" && type !== "temporal") {
    const step = ["domain", "domainMin", "domainMax"].find((each) => scale[each] !== undefined);
    if (step === undefined) return [];
    const hint = 'write their order into "sort": […], and name every row by its column';
    return refused(channel, ["scale", step], "The names on an axis are those of the rows, all of them", hint);
  }
  const padded = ["padding", "paddingInner", "paddingOuter"].find((each) => scale[each] !== undefined);
  if (padded !== undefined)
    return refused(channel, ["scale", padded], "Only names have padding", "make room by the domain");
  const isEnd = (end: unknown): boolean => (type === "temporal" ? isTime(end) : typeof end === "number");
  const rising = ([low, high]: readonly unknown[]): boolean =>
    isEnd(low) && isEnd(high) && (type === "temporal" ? String(low) < String(high) : Number(low) < Number(high));
  const [what, example] = type === "temporal" ? ["times", '["2018", "2023"]'] : ["numbers", "[0, 70]"];
  if (domain !== undefined && !(Array.isArray(domain) && domain.length === 2 && rising(domain))) {
    const hint = `as ${example}: scales run from left to right and from the foot up`;
    return refused(channel, ["scale", "domain"], `A domain is of two ${what}, the smaller one first`, hint);
  }
  for (const [step, end] of [["domainMin", domainMin] as const, ["domainMax", domainMax] as const]) {
    if (end !== undefined && !isEnd(end))
      return refused(channel, ["scale", step], `"${step}" is one of ${what} here`, `as in ${example}`);
  }
  if (domainMin === undefined || domainMax === undefined || rising([domainMin, domainMax])) return [];
  return refused(channel, ["scale", "domainMax"], '"domainMax" is not above "domainMin"', `as ${example}`);
}

/** Signs beside the numbers of an axis, and formats of numbers for numbers, of times for times. */
function labels(channel: UnitChannel): readonly Refusal[] {
  const { axis, type } = channel.says;
  if (!isObject(axis)) return [];
  if (axis["labelExpr"] !== undefined && type !== "quantitative") {
    const hint = "give the dataset a column with the names as they are to be printed";
    return refused(channel, ["axis", "labelExpr"], "The names on an axis are those of the rows", hint);
  }
  const { format } = axis;
  if (typeof format !== "string" || format.includes("%") === (type === "temporal")) return [];
  const hint = type === "temporal" ? 'as "%Y" or "%b %Y"' : 'as "d" or ".1f"; names have none';
  return refused(channel, ["axis", "format"], `"${format}" does not write what this axis has`, hint);
}

/** Signs beside the numbers of an axis that are those of its unit. */
function signs(channel: UnitChannel, rows: ChartRows): readonly Refusal[] {
  const { axis } = channel.says;
  const column = rows.shows.get(fieldOf(channel) ?? "");
  if (!isObject(axis) || column === undefined) return [];
  const unit = unitOf(column, rows) ?? "";
  if (axis["labelExpr"] !== undefined && !PER_CENT.has(unit)) {
    const hint = "take labelExpr out, and say the unit in the title of the axis or the subtitle of the chart";
    return refused(channel, ["axis", "labelExpr"], `"${column}" is not in per cent`, hint);
  }
  if (!String(axis["format"]).startsWith("+") || isChange(column, rows)) return [];
  return refused(
    channel,
    ["axis", "format"],
    `"${column}" is no change, and its numbers have no sign`,
    'write "d" or ".1f"',
  );
}

const PER_CENT = new Set(["share", "points", "change"]);

/** A height by steps is one for each name. */
function stepped(channel: UnitChannel | undefined, height: unknown): readonly Refusal[] {
  const type = channel?.says["type"];
  if (channel === undefined || !isObject(height) || (type !== "quantitative" && type !== "temporal")) return [];
  const message = 'The height has a "step" for each name on y, and y has numbers';
  return refused(channel, ["type"], message, 'write "height": 240, or another number of pixels');
}

/** Labels that are moved so far along their axis that they would stand at another row. */
function moved(channel: UnitChannel, height: unknown): readonly Refusal[] {
  const { axis } = channel.says;
  const offset = isObject(axis) ? axis["labelOffset"] : undefined;
  const step = isObject(height) ? height["step"] : undefined;
  const most = typeof step === "number" ? Math.floor((step - 1) / 2) : LEAST_ROOM;
  if (typeof offset !== "number" || Math.abs(offset) <= most) return [];
  const hint = `at most ${most}, less than half of the step of the height`;
  return refused(channel, ["axis", "labelOffset"], `A label moved by ${offset} stands at another row`, hint);
}

/** How far labels may be moved where the height of a row is not said. */
const LEAST_ROOM = 6;

function sorted(channel: UnitChannel): readonly Refusal[] {
  const { sort, type } = channel.says;
  if ((type !== "quantitative" && type !== "temporal") || sort === undefined || sort === null) return [];
  if (sort === "ascending") return [];
  const what = type === "temporal" ? "times" : "numbers";
  return refused(
    channel,
    ["sort"],
    `A scale of ${what} has an order of its own`,
    "take sort out, or place the rows by names",
  );
}

const RAMP = ["ramp1", "ramp2", "ramp3", "ramp4", "ramp5"];
const AROUND = ["low2", "low1", "ramp1", "high1", "high2"];
const CLASSED = new Set(["threshold", "quantize"]);

/** Classes that are told by colours in their order, and series by colours of their own. */
function colours(channel: UnitChannel): readonly Refusal[] {
  const { scale, legend, condition } = channel.says;
  if (isObject(legend) && condition !== undefined) {
    const hint = "leave out the condition, or label the marks directly";
    return refused(channel, ["legend"], "The legend would name colours that the condition changes", hint);
  }
  if (!isObject(scale)) return [];
  const range: readonly unknown[] = Array.isArray(scale["range"]) ? scale["range"] : [];
  const names = range.map((colour) => String(colour).replace("theme:", ""));
  if (isNumeric(channel)) return classes(channel, scale, names);
  if (scale["domain"] !== undefined) {
    const hint = 'the colours go to the series in the order of the rows, or of "sort"';
    return refused(channel, ["scale", "domain"], "The series are those of the rows, all of them", hint);
  }
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined || fieldOf(channel) === undefined) return [];
  const hint = "give each a colour of its own, or pick some out by a condition";
  return refused(channel, ["scale", "range"], `Two series would look alike, as "${twice}"`, hint);
}

function classes(channel: UnitChannel, scale: object, names: readonly string[]): readonly Refusal[] {
  const { type, domain } = { type: undefined, domain: undefined, ...scale } as {
    readonly type: unknown;
    readonly domain: unknown;
  };
  if (typeof type !== "string" || !CLASSED.has(type)) return [];
  const inOrder = [RAMP, AROUND].some((ramp) => {
    const places = names.map((name) => ramp.indexOf(name));
    return places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? 0)));
  });
  if (names.length > 0 && !inOrder) {
    const hint = `in this order: ${RAMP.map((name) => `"theme:${name}"`).join(", ")}; around a middle: ${AROUND.map((name) => `"theme:${name}"`).join(", ")}`;
    return refused(channel, ["scale", "range"], "The colours of classes do not go from the least to the most", hint);
  }
  const bounds: readonly unknown[] = Array.isArray(domain) ? domain : [];
  const needed = type === "threshold" ? names.length - 1 : 2;
  const rising = bounds.every(
    (bound, index) => typeof bound === "number" && (index === 0 || bound > Number(bounds[index - 1])),
  );
  if (bounds.length === needed && rising) return [];
  const message = `${names.length} classes need ${needed} bounds, the smaller ones first`;
  return refused(channel, ["scale", "domain"], message, 'as "domain": [5, 10, 25]');
}
