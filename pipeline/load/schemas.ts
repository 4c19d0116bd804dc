import { z } from "zod";
import { chartWordsShape } from "./charts.ts";
import { datasetShape } from "./dataset-shape.ts";
import { discrepanciesShape } from "./discrepancies.ts";
import { languageShape, themeShape } from "./house.ts";
import { briefShape } from "./settings.ts";
import { siteShape } from "./site.ts";
import { sourcesShape } from "./sources.ts";
import { tableShape } from "./tables.ts";

/** The shape of each kind of file, by the name of its schema. */
const SHAPES = {
  brief: briefShape,
  "chart-words": chartWordsShape,
  dataset: datasetShape,
  discrepancies: discrepanciesShape,
  language: languageShape,
  site: siteShape,
  sources: sourcesShape,
  table: tableShape,
  theme: themeShape,
} as const satisfies Record<string, z.ZodType>;

/** The JSON Schemas (2020-12) that editors check YAML files by: file name under schemas/, and text. */
export function schemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SHAPES).map(([name, shape]) => {
      const schema = z.toJSONSchema(shape, { io: "input", unrepresentable: "any" });
      return [`${name}.schema.json`, `${JSON.stringify(schema, undefined, 2)}\n`] as const;
    }),
  );
}
