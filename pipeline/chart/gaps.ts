import type { Finding } from "./audit.ts";
import { checkSpec } from "./check-spec.ts";
import type { CompiledMark } from "./compiled.ts";
import { isObject, property, type JsonObject } from "./json.ts";
import type { ChartRows } from "./rows.ts";
import type { Scene } from "./scene.ts";
import type { SvgElement } from "./svg-tree.ts";
import { placedBy } from "./sorts.ts";
import { plotsChanged } from "./views.ts";

/** The words that a drawing must print, by row and by the column that has a gap there. */
export type GapWords = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What a drawing of this spec must say of what is not there, by row. */
export function gapWordsOf(spec: JsonObject, rows: ChartRows): GapWords {
  const columns = columnsOf(spec, rows);
  return new Map(
    [...rows.gaps].flatMap(([row, gaps]): [string, ReadonlyMap<string, string>][] => {
      const shown = [...gaps].filter(([column]) => columns.has(column));
      return shown.length === 0 ? [] : [[row, new Map(shown)]];
    }),
  );
}

/** The columns whose numbers a spec shows. */
const columnsOf = (spec: JsonObject, rows: ChartRows): ReadonlySet<string> =>
  new Set(checkSpec(spec).fields.flatMap(({ field }) => rows.shows.get(field) ?? []));

const SPACE = 4;

/**
 * The spec with a text in each plot that says what is not there, at the foot of the axis of numbers, where the row stands on
 * the other one. It is added where one column has gaps and one axis is of words; any other plot must say it itself.
 */
export const sayingGaps = (spec: JsonObject, rows: ChartRows): JsonObject =>
  plotsChanged(spec, (plot) => sayingOwnGaps(plot, rows));

function sayingOwnGaps(plot: JsonObject, rows: ChartRows): JsonObject {
  const { mark, layer, encoding, name, ...rest } = plot;
  const [column, ...others] = unsaidColumns(plot, rows);
  const words = wordsAxis(encoding);
  if (column === undefined || others.length > 0 || words === undefined || !isObject(encoding)) return plot;
  const numbers = words === "x" ? "y" : "x";
  if (!placedBy(plot, numbers).some((field) => rows.shows.get(field) === column)) return plot;
  const { [words]: shared, ...own } = encoding;
  const look =
    numbers === "x"
      ? { align: "left", baseline: "middle", dx: SPACE }
      : { align: "center", baseline: "bottom", dy: -SPACE };
  const said = {
    name: "gaps",
    transform: [{ filter: `datum["${column}_gap"] != ''` }],
    mark: { type: "text", color: "theme:muted", ...look },
    encoding: { [numbers]: { value: numbers === "x" ? 0 : "height" }, text: { field: `${column}_gap` } },
  };
  const asked = { encoding: own, ...(layer === undefined ? { mark, name } : { layer }) };
  const across = { [words]: withOrder(shared, rows) };
  return { ...rest, encoding: across, layer: [asked, said] };
}

/** The columns with gaps that a spec shows and has no text for. */
function unsaidColumns(spec: JsonObject, rows: ChartRows): readonly string[] {
  const shown = new Set([...gapWordsOf(spec, rows).values()].flatMap((gaps) => [...gaps.keys()]));
  const named = new Set(checkSpec(spec).fields.map(({ field }) => field));
  return [...shown].filter((column) => !named.has(`${column}_gap`));
}

/** The axis along which rows stand by their words, where the other one is of numbers. */
function wordsAxis(encoding: unknown): "x" | "y" | undefined {
  if (property(encoding, "xOffset") !== undefined || property(encoding, "yOffset") !== undefined) return undefined;
  const found = (["x", "y"] as const).filter((axis) => {
    const channel = property(encoding, axis);
    const type = property(channel, "type");
    return (
      (type === "nominal" || type === "ordinal" || type === "temporal") &&
      typeof property(channel, "field") === "string"
    );
  });
  return found.length === 1 ? found[0] : undefined;
}

/** The order along the axis of words as a list, since a layer does not see the rows of another. */
function withOrder(channel: unknown, rows: ChartRows): unknown {
  if (!isObject(channel) || typeof channel["field"] !== "string") return channel;
  const { field, sort } = channel;
  if (sort !== null && !isObject(sort)) return channel;
  const key = property(sort, "field");
  if (typeof key !== "string") return { ...channel, sort: [...new Set(rows.data.map((row) => row[field]))] };
  const turn = property(sort, "order") === "descending" ? -1 : 1;
  const [there, gone] = [true, false].map((has) => rows.data.filter((row) => (typeof row[key] === "number") === has));
  const sorted = (there ?? []).toSorted((a, b) => turn * (Number(a[key]) - Number(b[key])));
  return { ...channel, sort: [...new Set([...sorted, ...(gone ?? [])].map((row) => row[field]))] };
}

/** Rows whose gaps a drawing is silent about. */
export function silentGaps(scene: Scene, words: GapWords): readonly Finding[] {
  return [...words].flatMap(([row, gaps]) => {
    const texts = scene.texts.filter((text) => text.row === row).map(({ text }) => text);
    const silent = [...gaps].find(([, each]) => !texts.some((text) => text.includes(each)));
    if (silent === undefined) return [];
    const [column, unsaid] = silent;
    return [
      {
        code: "chart/gap-not-said" as const,
        message: `There is no number for ${column} of ${row}, and the drawing does not say "${unsaid}"`,
        hint: `add a layer that says so: { "transform": [{ "filter": "datum.${column}_gap != ''" }], "mark": { "type": "text", "align": "left" }, "encoding": { "x": { "value": 0 }, "text": { "field": "${column}_gap" } } }, or with "y": { "value": "height" } where the numbers stand upright`,
        path: ["layer"],
      },
    ];
  });
}

/** Lines and areas of one point, as between two gaps: they have no length, and are not seen. */
export function lonePoints(svg: SvgElement, marks: readonly CompiledMark[], words: GapWords): readonly Finding[] {
  const line = marks.find(({ type }) => type === "line" || type === "area");
  if (!line || marks.some(({ type }) => type === "symbol")) return [];
  if (!pathsOf(svg).some((path) => /M[-\d.]+,[-\d.]+(?=M|Z|$)/.test(path))) return [];
  return [
    {
      message:
        words.size === 0
          ? `A ${line.type} of one point is not seen`
          : "A number between two that are not there is not seen, since a line needs two points",
      hint: 'add a layer of points: { "mark": { "type": "point", "filled": true } }',
      path: line.path,
    },
  ];
}

const pathsOf = ({ tag, attributes, children }: SvgElement): readonly string[] => [
  ...(tag === "path" ? [attributes.get("d") ?? ""] : []),
  ...children.flatMap((child) => (typeof child === "string" ? [] : pathsOf(child))),
];
