import { describe, expect, test } from "vitest";
import { chart } from "../../pipeline/chart/chart.ts";
import { withTimeAxes } from "../../pipeline/chart/time-axes.ts";
import { withTimes } from "../../pipeline/chart/times.ts";
import { openTypefaces } from "../../pipeline/type/typefaces.ts";
import { brief, host } from "./fixture.ts";
import { crop, harvest, number } from "./gallery-specs.ts";
import { language, theme } from "./house.ts";

const X = { field: "year", type: "temporal" };

/** The axis of years under panels of a width, as Vega-Lite is told it. */
async function axis(years: readonly number[], width: number, own: object = {}): Promise<Record<string, unknown>> {
  const typefaces = await openTypefaces(host);
  const spec = { facet: { field: "label" }, spec: { width, mark: "line", encoding: { x: { ...X, ...own } } } };
  const rows = years.map((each) => ({ year: String(each) }));
  const made = withTimeAxes(withTimes(spec), { rows, theme, language, typefaces });
  return (made["spec"] as { encoding: { x: { axis: Record<string, unknown> } } }).encoding.x.axis;
}

const from = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** The years that an axis names. */
const named = ({ labelExpr, values }: Record<string, unknown>): readonly number[] =>
  typeof labelExpr === "string"
    ? [...labelExpr.matchAll(/-?\d{10,}/g)].map(([time]) => new Date(Number(time)).getUTCFullYear())
    : (values as readonly { readonly year: number }[]).map((value) => value.year);

describe("labels of years under panels", () => {
  test.each([
    [from(2018, 2023), 400, [2018, 2019, 2020, 2021, 2022, 2023]],
    [from(2018, 2025), 150, [2018, 2025]],
    [from(2018, 2024), 180, [2018, 2020, 2022, 2024]],
    [from(2018, 2024), 80, [2018, 2021, 2024]],
    [from(2018, 2024), 20, [2018]],
    [[2010, 2018, 2019, 2020], 150, [2010, 2020]],
  ])("of %j in a width of %d are %j", async (years, width, wanted) => {
    expect(named(await axis(years, width))).toEqual(wanted);
  });

  test("stand under a tick for each year, and none is moved or dropped", async () => {
    const made = await axis(from(2018, 2025), 150);
    expect(made).toMatchObject({ ticks: true, labelFlush: false, labelOverlap: false });
    expect(made["values"]).toHaveLength(8);
  });

  test("are the author's where the spec names them", async () => {
    const made = await axis(from(2018, 2025), 150, { axis: { values: ["2019", "2020"] } });
    expect([named(made), made["labelExpr"]]).toEqual([[2019, 2020], undefined]);
  });
});

test("every panel names its first and last year, in each layout", async () => {
  const encoding = { x: { ...X, axis: {} }, y: number("tonnes"), facet: crop({ columns: 3 }) };
  const design = harvest("panels", { height: 120, mark: "line", encoding });
  const { value, problems } = await chart(brief([design]), host);
  expect(problems).toEqual([]);
  const drawing = value?.drawings.get(design.id);
  for (const svg of [drawing?.print.svg, drawing?.wide.svg, drawing?.narrow.svg]) {
    const count = (text: string): number => (svg ?? "").split(`>${text}<`).length - 1;
    expect([count("2018"), count("2023")]).toEqual([5, 5]);
  }
});
