import { each, either, list, object, oneOf, type Shape } from "./shape.ts";

const NUMBER: Shape = { kind: "number", most: 1e15 };
const PIXELS: Shape = { kind: "number", most: 2000 };
/** The width of a line that is no mark. */
const THIN: Shape = { kind: "number", least: 0, most: 3 };
const TEXT: Shape = { kind: "text" };
const WORDS: Shape = { kind: "words" };
const FLAG: Shape = { kind: "boolean" };
const NULL: Shape = { kind: "null" };
/** The one place that needs no row: where a scale of numbers begins. */
const ZERO: Shape = { kind: "number", least: 0, most: 0 };
const COLOUR: Shape = { kind: "colour" };
const FIELD: Shape = { kind: "field" };
const ALIGN = oneOf("left", "center", "right");
const BASELINE = oneOf("top", "middle", "bottom", "alphabetic");
const WEIGHT = oneOf("normal", "bold");
const FORMAT: Shape = { kind: "format" };
const DATUM = either(TEXT, NUMBER, FLAG, NULL);
const HEADER = object({ title: NULL });
const COLUMNS: Shape = { kind: "number", most: 20 };
const PANELS_BY = { field: FIELD, type: "type", sort: "sort", header: HEADER, title: NULL } as const;
const HEIGHT: Shape = { kind: "number", least: 20, most: 2000 };
const STEP = either(HEIGHT, object({ step: { kind: "number", least: 4, most: 2000 } }));

/** The least length of a tick, the least area of a point, and the thickest line, in pixels. */
const LEAST_SIZE = 4;
const LEAST_AREA = 20;
const THICKEST = 5;

const SYMBOLS = ["circle", "square", "cross", "diamond", "triangle-up", "triangle-down"];

const MARKS = [
  "bar",
  "line",
  "area",
  "point",
  "circle",
  "square",
  "tick",
  "rule",
  "text",
  "rect",
  "errorbar",
  "errorband",
];

/** What draws: marks of one kind, or layers over each other. */
const VIEW = {
  name: TEXT,
  description: TEXT,
  transform: "transforms",
  mark: "mark",
  encoding: "encoding",
  layer: list("layer", 40),
} as const;

/** What several panels are made of: views beside or under each other, or one view for each value of a field. */
const PANELS = {
  ...each("hconcat vconcat concat", list("panel", 40)),
  facet: "facet",
  spec: "panel",
  columns: COLUMNS,
  spacing: PIXELS,
} as const;

/** The parts of a Vega-Lite spec that Footing draws; whatever is not named here is refused. */
export const PARTS = {
  spec: object({
    $schema: TEXT,
    data: object({ name: TEXT }),
    width: oneOf("container"),
    height: STEP,
    usermeta: object({ narrow: "narrow" }),
    ...VIEW,
    ...PANELS,
  }),
  panel: object({ title: WORDS, height: STEP, ...VIEW, ...PANELS }),
  facet: object({
    ...PANELS_BY,
    columns: COLUMNS,
    ...each("row column", object(PANELS_BY)),
  }),
  layer: object(VIEW),
  transforms: list(object({ filter: "test" }), 20),
  test: either({ kind: "expression", of: "row" }, "predicate"),
  predicate: object({
    ...each("equal lt lte gt gte", DATUM),
    field: FIELD,
    range: list(NUMBER, 2),
    oneOf: list(DATUM),
    valid: FLAG,
    and: list("test"),
    or: list("test"),
    not: "test",
  }),
  markType: oneOf(...MARKS),
  mark: either(
    "markType",
    object({
      type: "markType",
      ...each("color fill stroke", COLOUR),
      ...each("opacity fillOpacity strokeOpacity", { kind: "number", most: 1 }),
      ...each("dx dy fontSize limit lineHeight", PIXELS),
      size: { kind: "number", least: LEAST_SIZE, most: 2000 },
      // A thicker line could be taken for a bar.
      ...each("strokeWidth thickness", { kind: "number", least: 0, most: THICKEST }),
      ...each("width height", either(PIXELS, object({ band: { kind: "number", most: 1 } }))),
      ...each("filled ticks", FLAG),
      strokeDash: list({ kind: "number", least: 1, most: 8 }, 8),
      strokeCap: oneOf("butt", "round", "square"),
      strokeJoin: oneOf("miter", "round", "bevel"),
      shape: oneOf(...SYMBOLS),
      orient: oneOf("horizontal", "vertical"),
      interpolate: oneOf("linear", "monotone", "step", "step-before", "step-after"),
      align: ALIGN,
      baseline: BASELINE,
      fontWeight: WEIGHT,
      fontStyle: oneOf("normal", "italic"),
      text: WORDS,
    }),
  ),
  encoding: object({
    ...each("x y", "position"),
    ...each("row column", object(PANELS_BY)),
    facet: object({ ...PANELS_BY, columns: COLUMNS }),
    ...each("x2 y2", object({ field: FIELD, datum: ZERO })),
    ...each("xOffset yOffset", object({ field: FIELD, type: "type", scale: "scale", sort: "sort" })),
    ...each("color fill stroke", "colourChannel"),
    size: "sizeChannel",
    ...each(
      "shape strokeDash detail",
      object({ field: FIELD, type: "type", scale: "scale", sort: "sort", legend: "legend", title: NULL }),
    ),
    text: object({ field: FIELD, type: "type", value: WORDS }),
  }),
  type: oneOf("quantitative", "ordinal", "nominal", "temporal"),
  legend: either(
    NULL,
    object({
      orient: oneOf("top", "bottom", "left", "right"),
      direction: oneOf("horizontal", "vertical"),
      columns: COLUMNS,
      symbolType: oneOf("circle", "square", "stroke"),
      ...each("offset rowPadding columnPadding", PIXELS),
      title: NULL,
    }),
  ),
  extent: either(PIXELS, oneOf("width", "height")),
  position: object({
    field: FIELD,
    type: "type",
    value: "extent",
    datum: ZERO,
    scale: "scale",
    axis: either(NULL, "axis"),
    sort: "sort",
    stack: either(NULL, FLAG),
    title: either(NULL, WORDS),
  }),
  sort: either(
    NULL,
    oneOf("ascending", "descending", "x", "-x", "y", "-y"),
    list(DATUM),
    object({ field: FIELD, op: oneOf("min", "max"), order: oneOf("ascending", "descending") }),
  ),
  colourChannel: object({
    field: FIELD,
    type: "type",
    scale: "scale",
    sort: "sort",
    title: NULL,
    legend: "legend",
    value: COLOUR,
    condition: either("colourCondition", list("colourCondition", 20)),
  }),
  colourCondition: object({ test: "test", value: COLOUR }),
  sizeChannel: object({
    field: FIELD,
    type: "type",
    scale: object({ rangeMax: { kind: "number", least: LEAST_AREA, most: 5000 } }),
    legend: "legend",
    title: NULL,
    value: { kind: "number", least: LEAST_AREA, most: 2000 },
  }),
  scale: object({
    type: oneOf("linear", "log", "band", "point", "ordinal", "threshold", "quantize"),
    domain: list(DATUM),
    range: list(either(COLOUR, oneOf(...SYMBOLS))),
    ...each("domainMin domainMax", either(NUMBER, TEXT)),
    ...each("zero nice", FLAG),
    ...each("padding paddingInner paddingOuter", PIXELS),
  }),
  axis: object({
    orient: oneOf("top", "bottom", "left", "right"),
    values: list(DATUM),
    format: FORMAT,
    labelExpr: { kind: "labels" },
    tickCount: { kind: "number", least: 2, most: 20 },
    ...each("labels ticks domain grid", FLAG),
    labelFlush: either(FLAG, PIXELS),
    tickSize: { kind: "number", least: 0, most: 10 },
    ...each("labelPadding labelOffset labelFontSize labelLimit", PIXELS),
    ...each(
      "gridWidth gridOpacity domainWidth tickWidth",
      either(THIN, object({ condition: object({ test: "labelTest", value: THIN }), value: THIN })),
    ),
    ...each(
      "gridColor domainColor tickColor labelColor",
      either(COLOUR, object({ condition: object({ test: "labelTest", value: COLOUR }), value: COLOUR })),
    ),
    ...each("gridDash domainDash tickDash", list({ kind: "number", least: 1, most: 8 }, 8)),
    labelAlign: ALIGN,
    labelFontWeight: either(WEIGHT, object({ condition: object({ test: "labelTest", value: WEIGHT }), value: WEIGHT })),
    title: either(NULL, WORDS),
  }),
  labelTest: { kind: "expression", of: "label" },
  // A narrow drawing is of the same rows, fields and marks: what changes is where they have room.
  narrow: object({
    height: STEP,
    columns: COLUMNS,
    spacing: PIXELS,
    mark: object({ ...each("dx dy size", PIXELS), ...each("width height", PIXELS), align: ALIGN, baseline: BASELINE }),
    encoding: object(each("x y", "narrowPosition")),
  }),
  narrowPosition: object({
    scale: object({
      domain: list(DATUM),
      ...each("domainMin domainMax", either(NUMBER, TEXT)),
      ...each("padding paddingInner paddingOuter", PIXELS),
    }),
    axis: object({
      orient: oneOf("top", "bottom", "left", "right"),
      values: list(DATUM),
      tickCount: { kind: "number", least: 2, most: 20 },
      ...each("labelPadding labelOffset labelLimit", PIXELS),
      labelFlush: either(FLAG, PIXELS),
      labelAlign: ALIGN,
    }),
  }),
} satisfies Readonly<Record<string, Shape>>;

export type PartName =
  | "spec"
  | "panel"
  | "facet"
  | "legend"
  | "layer"
  | "transforms"
  | "test"
  | "predicate"
  | "markType"
  | "mark"
  | "encoding"
  | "type"
  | "extent"
  | "position"
  | "sort"
  | "colourChannel"
  | "colourCondition"
  | "sizeChannel"
  | "scale"
  | "axis"
  | "labelTest"
  | "narrow"
  | "narrowPosition";
