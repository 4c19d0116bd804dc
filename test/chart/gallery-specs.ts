import type { ChartDesign } from "../../pipeline/model/template.ts";
import { design } from "./fixture.ts";

export const label = (extra: object = {}): object => ({
  field: "label",
  type: "nominal",
  sort: null,
  axis: { title: null, domain: false, ticks: false },
  ...extra,
});
export const bare = { title: null };
export const number = (field: string, extra: object = {}): object => ({
  field,
  type: "quantitative",
  title: null,
  ...extra,
});
export const step = { step: 26 };

/** A spec over the sectors, whose shares and amounts are known with their ranges. */
export const sectors = (id: string, spec: object, fields: Parameters<typeof design>[3] = {}): ChartDesign =>
  design(id, "anso", JSON.stringify({ data: { name: "anso" }, width: "container", ...spec }, null, 2), fields);
export const countries = (id: string, spec: object, fields: Parameters<typeof design>[3] = {}): ChartDesign =>
  design(id, "students", JSON.stringify({ data: { name: "students" }, width: "container", ...spec }, null, 2), fields);

/** A spec over the harvests of five crops in six years. */
export const harvest = (
  id: string,
  spec: object,
  fields: Parameters<typeof design>[3] = {},
  rows: "harvest" | "ends" = "harvest",
): ChartDesign =>
  design(id, rows, JSON.stringify({ data: { name: rows }, width: "container", ...spec }, null, 2), fields);
export const crop = (extra: object = {}): object => ({
  field: "label",
  type: "nominal",
  sort: null,
  title: null,
  ...extra,
});
export const year = (extra: object = {}): object => ({ field: "year", type: "ordinal", title: null, ...extra });
export const time = { field: "year", type: "temporal", title: null };
export const tonnes = { tonnes_text: { column: "tonnes", decimals: 0 } };
export const atEnd = {
  transform: [{ filter: "datum.year == '2023'" }],
  mark: { type: "text", align: "left", dx: 8 },
  encoding: { text: { field: "label" } },
};
export const CLASSES = {
  type: "threshold",
  domain: [50, 150, 250, 400],
  range: ["theme:ramp1", "theme:ramp2", "theme:ramp3", "theme:ramp4", "theme:ramp5"],
};
