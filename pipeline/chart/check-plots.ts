import { fieldOf, isNumeric } from "./check-marks.ts";
import type { Refusal } from "./check-spec.ts";
import { isObject } from "./json.ts";
import { isChange, unitOf, type ChartRows } from "./rows.ts";
import type { Unit, UnitChannel } from "./units.ts";

/** What the layers of one plot would say together and should not. */
export function checkPlots(units: readonly Unit[], rows: ChartRows): readonly Refusal[] {
  const plots = new Map<string, Unit[]>();
  for (const unit of units) {
    const key = JSON.stringify(unit.plot);
    plots.set(key, [...(plots.get(key) ?? []), unit]);
  }
  return [...plots.values()].flatMap((plot) => [
    ...unlike(plot, rows),
    ...strangeRanges(plot, rows),
    ...plot.flatMap((unit) => [
      ...strangeTexts(unit, plot, rows),
      ...numbersAsNames(unit, rows),
      ...unnamed(unit),
      ...overpainted(unit),
      ...sizes(unit, rows),
      ...astray(unit),
    ]),
  ]);
}

const PLACES = ["x", "y"] as const;
const RANGES = new Set(["errorbar", "errorband"]);
const DOTS = new Set(["point", "circle", "square"]);

const refused = (path: Refusal["path"], message: string, hint: string): readonly Refusal[] => [
  { path, at: "value", message, hint },
];

/** The columns whose numbers a unit places along an axis, with where they are named. */
function placed(
  unit: Unit,
  axis: "x" | "y",
  rows: ChartRows,
): readonly { readonly column: string; readonly at: UnitChannel }[] {
  if (!isNumeric(unit.channels.get(axis))) return [];
  return [axis, `${axis}2`].flatMap((name) => {
    const at = unit.channels.get(name);
    const column = rows.shows.get(fieldOf(at) ?? "");
    return at === undefined || column === undefined ? [] : [{ column, at }];
  });
}

/** The columns that a unit shows by place, length, colour or size. */
const shownBy = (unit: Unit, rows: ChartRows): readonly string[] => [
  ...PLACES.flatMap((axis) => placed(unit, axis, rows).map(({ column }) => column)),
  ...["color", "fill", "size"].flatMap((name) => {
    const channel = unit.channels.get(name);
    return isNumeric(channel) ? (rows.shows.get(fieldOf(channel) ?? "") ?? []) : [];
  }),
];

/** Numbers of two units along one axis. */
function unlike(plot: readonly Unit[], rows: ChartRows): readonly Refusal[] {
  return PLACES.flatMap((axis): readonly Refusal[] => {
    const all = plot.filter(({ type }) => type !== "text").flatMap((unit) => placed(unit, axis, rows));
    const [first] = all;
    const other = all.find(({ column }) => unitOf(column, rows) !== unitOf(first?.column ?? "", rows));
    if (first === undefined || other === undefined) return [];
    const message = `"${first.column}" and "${other.column}" have other units, and would stand on one scale`;
    return refused([...other.at.path, "field"], message, 'give each a panel of its own, in "hconcat" or "vconcat"');
  });
}

/** Error bars beside marks of another number. */
function strangeRanges(plot: readonly Unit[], rows: ChartRows): readonly Refusal[] {
  const others = plot.filter(({ type }) => type !== "text" && !RANGES.has(type));
  return plot
    .filter(({ type }) => RANGES.has(type))
    .flatMap((unit) =>
      PLACES.flatMap((axis): readonly Refusal[] => {
        const marked = others.flatMap((each) => placed(each, axis, rows).map(({ column }) => column));
        const strange = placed(unit, axis, rows).find(({ column, at }) => {
          const isEnd = !rows.columnOf.has(fieldOf(at) ?? "");
          return isEnd && marked.length > 0 && !marked.includes(column);
        });
        if (strange === undefined) return [];
        const message = `The range is of "${strange.column}", and stands at marks of "${marked[0] ?? ""}"`;
        return refused(
          [...strange.at.path, "field"],
          message,
          `write "${marked[0] ?? ""}_lo" and "${marked[0] ?? ""}_hi"`,
        );
      }),
    );
}

/** A number that is printed beside marks is taken for theirs; a change, which has its sign, is not. */
function strangeTexts(unit: Unit, plot: readonly Unit[], rows: ChartRows): readonly Refusal[] {
  const text = unit.channels.get("text");
  const field = fieldOf(text) ?? "";
  const printed = rows.columnOf.get(field);
  if (unit.type !== "text" || text === undefined || printed === undefined) return [];
  if (rows.signed.has(field) && isChange(printed, rows)) return [];
  const path = [...text.path, "field"];
  const own = PLACES.flatMap((axis) => placed(unit, axis, rows).map(({ column }) => column));
  if (own.length > 0 && !own.includes(printed)) {
    const hint = `place them by "${printed}"; a change is printed with "sign: true" in the words file`;
    return refused(path, `The numbers of ${printed} would stand where ${own[0] ?? ""} is`, hint);
  }
  const marked = plot.filter(({ type }) => type !== "text").flatMap((each) => shownBy(each, rows));
  if (marked.length === 0 || marked.includes(printed)) return [];
  const hint = `print ${marked[0] ?? ""}, or give ${printed} a panel of its own`;
  return refused(path, `The numbers of ${printed} would be taken for those of ${marked[0] ?? ""}`, hint);
}

/** Numbers at equal distances, or in an order of their own, are none; ranks are. */
function numbersAsNames({ channels }: Unit, rows: ChartRows): readonly Refusal[] {
  return ["x", "y", "color", "fill", "stroke"].flatMap((name): readonly Refusal[] => {
    const channel = channels.get(name);
    const column = rows.columnOf.get(fieldOf(channel) ?? "");
    const { type } = { type: undefined, ...channel?.says } as { readonly type: unknown };
    if (channel === undefined || column === undefined || (type !== "nominal" && type !== "ordinal")) return [];
    if (unitOf(column, rows) === "rank" || unitOf(column, rows) === undefined) return [];
    return refused([...channel.path, "type"], `"${column}" has numbers, and no names`, 'write "type": "quantitative"');
  });
}

/** Marks along one axis alone, which nothing tells apart. */
function unnamed({ type, channels, path }: Unit): readonly Refusal[] {
  if (["text", "rule", "rect"].includes(type) || RANGES.has(type)) return [];
  const axes = PLACES.filter((axis) => fieldOf(channels.get(axis)) !== undefined);
  const [only] = axes;
  if (axes.length !== 1 || only === undefined || !isNumeric(channels.get(only))) return [];
  const other = only === "x" ? "y" : "x";
  // A line for all rows, as that of zero.
  if (channels.has(other)) return [];
  const hint = `name them: "${other}": { "field": "…", "type": "nominal" }`;
  return refused([...path, "mark"], `Nothing says which ${type} is of which row`, hint);
}

/** A colour of the mark itself, which lies over those of its series. */
function overpainted({ mark, channels, path }: Unit): readonly Refusal[] {
  const series = ["color", "fill", "stroke"].some((name) => fieldOf(channels.get(name)) !== undefined);
  const own = ["fill", "stroke"].find((name) => name in mark && !channels.has(name));
  // The edge of a face leaves its colour as it is.
  const isEdge = own === "stroke" && (mark["type"] === "bar" || mark["type"] === "area");
  if (!series || own === undefined || isEdge || mark["type"] === "rect" || mark["type"] === "errorband") return [];
  return refused(
    [...path, "mark", own],
    `"${own}" paints all series alike`,
    `take it out: the colours are those of the field`,
  );
}

/** Sizes that show numbers: of dots alone, and with a legend or the numbers themselves. */
function sizes({ type, channels, mark, height, path }: Unit, rows: ChartRows): readonly Refusal[] {
  const size = channels.get("size");
  const offset = ["xOffset", "yOffset"]
    .map((name) => channels.get(name))
    .find((channel) => rows.shows.has(fieldOf(channel) ?? ""));
  if (offset !== undefined) return refused(offset.path, "Marks would be moved by a number", "name a column of names");
  if (fieldOf(size) !== undefined && size !== undefined && !DOTS.has(type))
    return refused(
      size.path,
      `The size of a ${type} shows another number than its place`,
      "take size out, or draw points",
    );
  const step = isObject(height) ? height["step"] : undefined;
  const tall = type === "tick" ? mark["size"] : type === "bar" ? mark["height"] : undefined;
  if (typeof step !== "number" || typeof tall !== "number" || tall <= step) return [];
  return refused(
    [...path, "mark", type === "tick" ? "size" : "height"],
    `A ${type} ${tall} high reaches into the row beside it`,
    `at most ${step}, the step of the height`,
  );
}

/** How far a name or a number may be moved from the mark that it is of, in pixels. */
const NEAR = 30;

/** Texts that are moved so far that they stand at another row. */
function astray({ type, mark, channels, height, path }: Unit): readonly Refusal[] {
  if (type !== "text" || fieldOf(channels.get("text")) === undefined) return [];
  const step = isObject(height) ? height["step"] : undefined;
  const isNamed = fieldOf(channels.get("y")) !== undefined && !isNumeric(channels.get("y"));
  const most = { dx: NEAR, dy: isNamed && typeof step === "number" ? Math.floor((step - 1) / 2) : NEAR };
  return (["dx", "dy"] as const).flatMap((name): readonly Refusal[] => {
    const by = mark[name];
    if (typeof by !== "number" || Math.abs(by) <= most[name]) return [];
    return refused([...path, "mark", name], `A text moved by ${by} stands at another row`, `at most ${most[name]}`);
  });
}
