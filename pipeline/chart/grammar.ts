import { each, either, list, object, oneOf, type Shape } from "./shape.ts";

const NUMBER: Shape = { kind: "number", most: 1e15 };
const PIXELS: Shape = { kind: "number", most: 2000 };
const TEXT: Shape = { kind: "text" };
const WORDS: Shape = { kind: "words" };
const FLAG: Shape = { kind: "boolean" };
const NULL: Shape = { kind: "null" };
const COLOUR: Shape = { kind: "colour" };
const FIELD: Shape = { kind: "field" };
const ALIGN = oneOf("left", "center", "right");
const BASELINE = oneOf("top", "middle", "bottom", "alphabetic");
const WEIGHT = oneOf("normal", "bold");
const DATUM = either(TEXT, NUMBER, FLAG, NULL);
const RESOLUTION = oneOf("shared", "independent");
const HEADER = either(NULL, object({ title: NULL, labels: FLAG, labelExpr: { kind: "expression", of: "label" } }));
const COLUMNS: Shape = { kind: "number", most: 20 };
const PANELS_BY = { field: FIELD, type: "type", sort: "sort", header: HEADER, title: NULL } as const;
const STEP = either(PIXELS, object({ step: PIXELS }));

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
  resolve: object(each("scale axis legend", object(each("x y color fill stroke size shape", RESOLUTION)))),
} as const;

/** The parts of a Vega-Lite spec that Footing draws; whatever is not named here is refused. */
export const PARTS = {
  spec: object({
    $schema: TEXT,
    data: object({ name: TEXT }),
    width: oneOf("container"),
    height: STEP,
    usermeta: object({ narrow: { kind: "patch" } }),
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
      ...each(
        "strokeWidth size thickness dx dy xOffset yOffset fontSize limit lineHeight bandSize minBandSize tension",
        PIXELS,
      ),
      ...each(
        "cornerRadius cornerRadiusEnd cornerRadiusTopLeft cornerRadiusTopRight cornerRadiusBottomLeft cornerRadiusBottomRight",
        PIXELS,
      ),
      ...each("width height", either(PIXELS, object({ band: { kind: "number", most: 1 } }))),
      ...each("filled clip ticks", FLAG),
      strokeDash: list(PIXELS, 8),
      strokeCap: oneOf("butt", "round", "square"),
      strokeJoin: oneOf("miter", "round", "bevel"),
      shape: oneOf("circle", "square", "cross", "diamond", "triangle-up", "triangle-down"),
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
    ...each("x2 y2", object({ field: FIELD, value: "extent", datum: DATUM })),
    ...each("xOffset yOffset", object({ field: FIELD, type: "type", scale: "scale", sort: "sort", value: PIXELS })),
    ...each("color fill stroke", "colourChannel"),
    ...each("opacity fillOpacity strokeOpacity strokeWidth size", "numberChannel"),
    ...each(
      "shape strokeDash detail",
      object({ field: FIELD, type: "type", scale: "scale", sort: "sort", legend: "legend", title: NULL }),
    ),
    order: object({ field: FIELD, type: "type", sort: oneOf("ascending", "descending") }),
    text: object({ field: FIELD, type: "type", format: TEXT, value: WORDS, condition: "textCondition" }),
  }),
  type: oneOf("quantitative", "ordinal", "nominal", "temporal"),
  legend: either(
    NULL,
    object({
      orient: oneOf("top", "bottom", "left", "right"),
      direction: oneOf("horizontal", "vertical"),
      columns: COLUMNS,
      values: list(DATUM),
      format: TEXT,
      labelExpr: { kind: "expression", of: "label" },
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
    datum: DATUM,
    band: { kind: "number", most: 1 },
    bandPosition: { kind: "number", most: 1 },
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
  numberChannel: object({
    field: FIELD,
    type: "type",
    scale: "scale",
    sort: "sort",
    title: NULL,
    legend: "legend",
    value: PIXELS,
    condition: object({ test: "test", value: PIXELS }),
  }),
  textCondition: object({ test: "test", field: FIELD, value: WORDS }),
  scale: object({
    type: oneOf("linear", "log", "sqrt", "symlog", "utc", "band", "point", "ordinal", "threshold", "quantize"),
    domain: list(DATUM),
    range: list(either(COLOUR, PIXELS)),
    ...each("domainMin domainMax", either(NUMBER, TEXT)),
    ...each("zero nice reverse clamp round", FLAG),
    ...each("padding paddingInner paddingOuter", PIXELS),
  }),
  axis: object({
    orient: oneOf("top", "bottom", "left", "right"),
    values: list(DATUM),
    format: TEXT,
    labelExpr: { kind: "expression", of: "label" },
    tickCount: { kind: "number", most: 200 },
    ...each("labels ticks domain grid", FLAG),
    labelFlush: either(FLAG, PIXELS),
    ...each(
      "tickSize offset labelPadding labelOffset labelFontSize labelLimit minExtent maxExtent position zindex",
      PIXELS,
    ),
    ...each(
      "gridWidth gridOpacity domainWidth tickWidth",
      either(PIXELS, object({ condition: object({ test: "labelTest", value: PIXELS }), value: PIXELS })),
    ),
    ...each(
      "gridColor domainColor tickColor labelColor",
      either(COLOUR, object({ condition: object({ test: "labelTest", value: COLOUR }), value: COLOUR })),
    ),
    ...each("gridDash domainDash tickDash", list(PIXELS, 8)),
    labelAlign: ALIGN,
    labelBaseline: BASELINE,
    labelFontWeight: either(WEIGHT, object({ condition: object({ test: "labelTest", value: WEIGHT }), value: WEIGHT })),
    title: either(NULL, WORDS),
  }),
  labelTest: { kind: "expression", of: "label" },
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
  | "numberChannel"
  | "textCondition"
  | "scale"
  | "axis"
  | "labelTest";
