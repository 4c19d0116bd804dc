import { describe, expect, test } from "vitest";
import { chart } from "../../pipeline/chart/chart.ts";
import { layOut } from "../../pipeline/chart/draw.ts";
import { isObject } from "../../pipeline/chart/json.ts";
import { chartRows } from "../../pipeline/chart/rows.ts";
import type { ChartDesign } from "../../pipeline/model/template.ts";
import { openTypefaces } from "../../pipeline/type/typefaces.ts";
import { brief, host } from "./fixture.ts";
import { crop, harvest, number, year } from "./gallery-specs.ts";

/** The heads of a chart's panels in the wide drawing, as boxes. */
async function boxes(design: ChartDesign): Promise<readonly { readonly text: string; readonly x2: number }[]> {
  const sample = brief([design]);
  const dataset = sample.datasets.get(design.rows);
  if (dataset === undefined || !isObject(design.spec.json)) throw new Error(`${design.id} has no rows or no spec`);
  const { rows } = chartRows(sample, dataset, design.words);
  const spec = design.spec.json;
  const input = { id: design.id, spec, narrowSpec: spec, rows, theme: sample.theme, language: sample.language };
  const { scene } = await layOut(input, { name: "wide", width: 640, leastSize: 11 }, await openTypefaces(host));
  return scene.texts.filter(({ text }) => GIVEN.includes(text));
}

/** The heads of a chart's panels, in the order in which they stand. */
async function heads(design: ChartDesign): Promise<readonly string[]> {
  const { value, problems } = await chart(brief([design]), host);
  expect(problems).toEqual([]);
  const svg = value?.drawings.get(design.id)?.wide.svg ?? "";
  return [...svg.matchAll(/>(Wheat|Barley|Oats|Rye|Spelt)</g)].map(([, name = ""]) => name);
}

const GIVEN = ["Wheat", "Barley", "Oats", "Rye", "Spelt"];
const x = year({ axis: { values: ["2018", "2023"] } });
const y = number("tonnes", { axis: { title: null, tickCount: 2 } });

describe("panels", () => {
  test.each([
    ["facet", { height: 120, mark: "line", encoding: { x, y, facet: crop({ sort: undefined, columns: 3 }) } }],
    ["row", { height: 70, mark: "area", encoding: { x, y, row: crop({ sort: undefined }) } }],
    ["column", { height: { step: 24 }, mark: "bar", encoding: { y: year(), x: y, column: crop({ sort: undefined }) } }],
    [
      "facet of views",
      { facet: crop({ sort: undefined }), columns: 2, spec: { height: 120, mark: "line", encoding: { x, y } } },
    ],
  ])("by %s stand in the order of the rows, not of letters", async (_, spec) => {
    expect(await heads(harvest("ordered", spec))).toEqual(GIVEN);
  });

  test("by row have their heads beside them, all as near as each other", async () => {
    const found = await boxes(harvest("rows", { height: 70, mark: "area", encoding: { x, y, row: crop() } }));
    expect(found.map(({ text }) => text)).toEqual(GIVEN);
    expect(Math.max(...found.map(({ x2 }) => x2)) - Math.min(...found.map(({ x2 }) => x2))).toBeLessThan(1);
  });

  test("stand in the order that a spec asks for", async () => {
    const facet = crop({ sort: "ascending", columns: 3 });
    expect(await heads(harvest("sorted", { height: 120, mark: "line", encoding: { x, y, facet } }))).toEqual(
      GIVEN.toSorted(),
    );
  });
});
