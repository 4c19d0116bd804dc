import { z } from "zod";
import type { ChartDesign, ChartWords } from "../model/template.ts";
import { FIGURE_NAME } from "../model/id.ts";
import { error } from "../model/problem.ts";
import { defined } from "./defined.ts";
import { chartId, datasetId } from "./ids.ts";
import { readJson, type JsonFile } from "./json.ts";
import { figureName, text } from "./leaf.ts";
import { headOf } from "./positions.ts";
import type { Reader } from "./reader.ts";
import { readShape } from "./shape.ts";
import { formatOf, formatShape } from "./tables.ts";
import { keyPlaceAt, nodeAt, placeAt, written, type Scalar } from "./tree.ts";
import { readYaml } from "./yaml.ts";

const field = z.strictObject({ column: figureName, ...formatShape });

/** The shape of templates/TEMPLATE/charts/ID.yaml: the words of a chart. */
export const chartWordsShape = z.strictObject({
  title: text,
  subtitle: text,
  source: text.optional(),
  alt: text,
  fields: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), field).optional(),
});

/** A chart's design, and the name of its dataset, to be looked up. */
export interface ReadChart {
  readonly design: ChartDesign;
  readonly rows: Scalar;
}

/** Reads one chart from its spec, `STEM.vl.json`, and its words, `STEM.yaml`. */
export function readChart(reader: Reader, stem: string, id: string): ReadChart | undefined {
  const file = `${stem}.vl.json`;
  const words = readWords(reader, `${stem}.yaml`, file);
  const hint = `add the chart's Vega-Lite spec, ${file}`;
  const spec = readJson(reader, file, { place: headOf(`${stem}.yaml`), hint });
  const rows = spec && rowsOf(reader, file, spec);
  if (spec === undefined || words === undefined || rows === undefined) return undefined;
  const { text: source, json } = spec;
  const design = {
    id: chartId(id),
    rows: datasetId(rows.text),
    spec: { file, text: source, json },
    words,
    place: headOf(file),
  };
  return { design, rows };
}

function readWords(reader: Reader, file: string, spec: string): ChartWords | undefined {
  const tree = readYaml(reader, file, { place: headOf(spec), hint: `add the chart's words, ${file}` });
  const given = tree && readShape(chartWordsShape, tree, reader.problems);
  if (tree === undefined || given === undefined) return undefined;
  const fields = Object.entries(given.fields ?? {}).map(([name, { column, ...format }]) => {
    const place = keyPlaceAt(tree, ["fields", name]);
    return [
      name,
      {
        column: column.text,
        format: formatOf({ decimals: format.decimals, sign: format.sign, range: format.range }),
        place,
      },
    ] as const;
  });
  return {
    title: written(given.title),
    subtitle: written(given.subtitle),
    alt: written(given.alt),
    fields: new Map(fields),
    ...defined({ source: given.source && written(given.source) }),
  };
}

/** The dataset that a spec names, `"data": {"name": "anso"}`. */
function rowsOf(reader: Reader, file: string, spec: JsonFile): Scalar | undefined {
  const name = nodeAt(spec.tree, ["data", "name"]);
  if (name?.kind === "scalar" && FIGURE_NAME.test(name.text)) return name;
  const place = nodeAt(spec.tree, ["data"]) === undefined ? headOf(file) : placeAt(spec.tree, ["data", "name"]);
  const hint = 'write "data": {"name": "DATASET"}';
  reader.problems.push(error("shape/missing-key", place, "The spec does not name the dataset that it draws", { hint }));
  return undefined;
}
