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
  ...hints("title subtitle", 'the words of a chart stand in its .yaml file; write "title": null to keep an axis bare'),
  ...hints("href image tooltip cursor", "a chart is the same in print: take it out"),
  ...hints("params selection bind signals expr", "a drawn chart cannot react: take it out"),
  ...hints(
    "config font padding background autosize view",
    "the house style sets it for all charts, in templates/house/theme.yaml",
  ),
  ...hints(
    "repeat",
    'write each panel, in "vconcat" or "hconcat", or name the field that tells them apart, in "facet"',
  ),
  ...hints("xError yError xError2 yError2", "name the ends of the range: x and x2, from fields as NAME_lo and NAME_hi"),
  ...hints("resolve", "what is compared has one scale; measures of their own go into panels, in vconcat or hconcat"),
  ...hints("reverse", 'scales run from left to right and from the foot up; to turn names round, "sort": "descending"'),
  ...hints("clamp round", "a mark stands where its number is; let the domain hold every number"),
  ...hints(
    "xOffset yOffset offset position zindex clip",
    "a mark stands where its number is, and an axis beside its plot",
  ),
  ...hints("cornerRadius cornerRadiusEnd", "a round corner hides where a bar ends"),
  ...hints(
    "labelBaseline",
    "labels stand at the middle of their rows; labelOffset moves them, by less than half a step",
  ),
  ...hints("order", "lines go on in time and stacks in the order of the rows"),
  ...hints("opacity fillOpacity strokeOpacity strokeWidth", "show numbers by place, length, size or classes of colour"),
  ...hints("labelExpr", "give the dataset a column with the names as they are to be printed"),
  ...hints("labels", "each panel is named by the field that tells them apart"),
  ...hints("condition", "give the dataset a column with the words, or filter a layer for each case"),
  ...hints("scheme", 'name the colours: "range": ["theme:accent", …]'),
  ...hints("angle labelAngle", "text in charts is horizontal; give a long label more room, or turn the chart"),
};

/** What to do instead of values that authors may be used to. */
export const VALUES_INSTEAD: Readonly<Record<string, string>> = {
  normalize: "work out the shares in the dataset, under derive, and draw those",
  center: "a stack begins at zero",
  image: "a chart shows numbers by marks alone",
  arc: "angles are read badly: draw bars",
  trail: "draw a line of one width",
  boxplot: "work out the quartiles in the dataset, and draw an errorbar and ticks",
};

/** What a narrow drawing may have of its own. */
export const NARROW =
  "a narrow drawing shows the same rows in the same marks: change the room for them alone, as height, step, domain or the labels' place";

function hints(names: string, hint: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(" ").map((name) => [name, hint]));
}
