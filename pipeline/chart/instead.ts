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
  ...hints("scheme", 'name the colours: "range": ["theme:accent", …]'),
  ...hints("angle labelAngle", "text in charts is horizontal; give a long label more room, or turn the chart"),
};

function hints(names: string, hint: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(" ").map((name) => [name, hint]));
}
