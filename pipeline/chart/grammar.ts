/** What a part of a spec may be. A string names another part; a record lists the properties that an object may have. */
export type Shape =
  | { readonly kind: "object"; readonly properties: Readonly<Record<string, Shape | PartName>> }
  | { readonly kind: "list"; readonly of: Shape | PartName; readonly most: number }
  | { readonly kind: "either"; readonly shapes: readonly (Shape | PartName)[] }
  | { readonly kind: "number"; readonly most: number }
  | { readonly kind: "text" }
  | { readonly kind: "words" }
  | { readonly kind: "boolean" }
  | { readonly kind: "null" }
  | { readonly kind: "oneOf"; readonly texts: readonly string[] }
  | { readonly kind: "colour" }
  | { readonly kind: "field" }
  | { readonly kind: "expression"; readonly of: "row" | "label" }
  | { readonly kind: "patch" };

const object = (properties: Readonly<Record<string, Shape | PartName>>): Shape => ({ kind: "object", properties });
const list = (of: Shape | PartName, most = 200): Shape => ({ kind: "list", of, most });
const either = (...shapes: readonly (Shape | PartName)[]): Shape => ({ kind: "either", shapes });
const oneOf = (...texts: readonly string[]): Shape => ({ kind: "oneOf", texts });
const each = (names: string, shape: Shape | PartName): Readonly<Record<string, Shape | PartName>> =>
  Object.fromEntries(names.split(" ").map((name) => [name, shape]));

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
const STEP = either(PIXELS, object({ step: PIXELS }));

/** The parts of a Vega-Lite spec that Footing draws; whatever is not named here is refused. */
export const PARTS = {
  spec: object({
    $schema: TEXT,
    description: TEXT,
    data: object({ name: TEXT }),
    width: either(oneOf("container")),
    height: STEP,
    usermeta: object({ narrow: { kind: "patch" } }),
    transform: "transforms",
    mark: "mark",
    encoding: "encoding",
    layer: list("layer", 40),
  }),
  layer: object({
    name: TEXT,
    description: TEXT,
    transform: "transforms",
    mark: "mark",
    encoding: "encoding",
    layer: list("layer", 40),
  }),
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
  markType: oneOf("bar", "line", "area", "point", "circle", "square", "tick", "rule", "text", "rect"),
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
      ...each("filled clip", FLAG),
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
    ...each("x2 y2", object({ field: FIELD, value: "extent", datum: DATUM })),
    ...each("xOffset yOffset", object({ field: FIELD, type: "type", scale: "scale", sort: "sort", value: PIXELS })),
    ...each("color fill stroke", "colourChannel"),
    ...each("opacity fillOpacity strokeOpacity strokeWidth size", "numberChannel"),
    ...each("shape strokeDash detail", object({ field: FIELD, type: "type", scale: "scale", legend: NULL })),
    order: object({ field: FIELD, type: "type", sort: oneOf("ascending", "descending") }),
    text: object({ field: FIELD, type: "type", format: TEXT, value: WORDS, condition: "textCondition" }),
  }),
  type: oneOf("quantitative", "ordinal", "nominal"),
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
    title: NULL,
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
    legend: NULL,
    value: COLOUR,
    condition: either("colourCondition", list("colourCondition", 20)),
  }),
  colourCondition: object({ test: "test", value: COLOUR }),
  numberChannel: object({
    field: FIELD,
    type: "type",
    scale: "scale",
    legend: NULL,
    value: PIXELS,
    condition: object({ test: "test", value: PIXELS }),
  }),
  textCondition: object({ test: "test", field: FIELD, value: WORDS }),
  scale: object({
    type: oneOf("linear", "log", "sqrt", "symlog", "band", "point", "ordinal"),
    domain: list(DATUM),
    range: list(either(COLOUR, PIXELS)),
    ...each("domainMin domainMax", NUMBER),
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
    title: NULL,
  }),
  labelTest: { kind: "expression", of: "label" },
} satisfies Readonly<Record<string, Shape>>;

export type PartName =
  | "spec"
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

/** What to do instead of the properties that authors of Vega-Lite may be used to. */
export const INSTEAD: Readonly<Record<string, string>> = {
  ...hints(
    "aggregate bin calculate window joinaggregate timeUnit stack fold flatten impute regression loess density quantile pivot sample lookup extent",
    "calculate it in the dataset, under derive, and name the new column here",
  ),
  ...hints(
    "values url sequence sphere graticule datasets",
    'rows come from the dataset alone: "data": { "name": "…" }',
  ),
  ...hints(
    "title subtitle header",
    'the words of a chart stand in its .yaml file; write "title": null to keep an axis bare',
  ),
  ...hints("href image tooltip cursor", "a chart is the same in print: take it out"),
  ...hints("params selection bind signals expr", "a drawn chart cannot react: take it out"),
  ...hints(
    "config font padding background autosize view",
    "the house style sets it for all charts, in templates/house/theme.yaml",
  ),
  ...hints("legend", 'label the marks directly, and write "legend": null'),
  ...hints("scheme", 'name the colours: "range": ["theme:accent", …]'),
  ...hints("angle labelAngle", "text in charts is horizontal; give a long label more room, or turn the chart"),
};

function hints(names: string, hint: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(" ").map((name) => [name, hint]));
}
