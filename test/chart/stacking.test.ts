import { beforeAll, describe, expect, test } from "vitest";
import { chart } from "../../pipeline/chart/chart.ts";
import { withNumberAxes } from "../../pipeline/chart/number-axes.ts";
import type { ChartDesign } from "../../pipeline/model/template.ts";
import { brief, host } from "./fixture.ts";
import { crop, harvest, number, year } from "./gallery-specs.ts";

async function wideOf(design: ChartDesign): Promise<string> {
  const { value, problems } = await chart(brief([design]), host);
  expect(problems).toEqual([]);
  return value?.drawings.get(design.id)?.wide.svg ?? "";
}

/** The fills of the bars of the first column, from its foot up. */
function stackOf(svg: string): readonly string[] {
  const bars = [...svg.matchAll(/<path d="M([\d.]+),([\d.]+)h[^"]*"[^>]*fill="([^"]*)"/g)];
  const first = Math.min(...bars.map(([, x]) => Number(x)));
  const own = bars.filter(([, x]) => Number(x) === first);
  return own.toSorted((a, b) => Number(b[2]) - Number(a[2])).map(([, , , fill = ""]) => fill);
}

describe("stacks", () => {
  let inRowOrder: readonly string[];
  const stacked = (sort: unknown): ChartDesign =>
    harvest("stacked", {
      height: 300,
      mark: "bar",
      encoding: { x: year(), y: number("tonnes"), color: crop({ sort, legend: { orient: "top" } }) },
    });
  beforeAll(async () => {
    inRowOrder = stackOf(await wideOf(stacked(null)));
  });

  test("are in the order of the rows from the foot up, as their legend names them", () => {
    expect(inRowOrder).toEqual(["series1", "series2", "series3", "series4", "series5"].map((name) => `var(--${name})`));
  });

  test("are in the order that the spec asks for, where it asks for one", async () => {
    expect(stackOf(await wideOf(stacked(["Spelt", "Rye", "Oats", "Barley", "Wheat"])))).not.toEqual(inRowOrder);
  });
});

describe("ticks", () => {
  test("are as many as have room, on axes of numbers alone, unless the spec says how many or which", () => {
    const axis = (channel: object): unknown =>
      (withNumberAxes({ encoding: { x: channel } }, 640, () => false)["encoding"] as { readonly x: unknown }).x;
    const numbers = { field: "a", type: "quantitative" };
    expect(axis(numbers)).toEqual({ ...numbers, axis: { tickCount: 8 } });
    for (const own of [{ axis: { values: [0, 1] } }, { axis: { tickCount: 2 } }, { axis: null }])
      expect(axis({ ...numbers, ...own })).toEqual({ ...numbers, ...own });
    expect(axis({ field: "a", type: "nominal" })).toEqual({ field: "a", type: "nominal" });
  });

  test("are never fewer than three", () => {
    expect(withNumberAxes({ height: 20, encoding: { y: { type: "quantitative" } } }, 640, () => false)).toMatchObject({
      encoding: { y: { axis: { tickCount: 3 } } },
    });
  });
});
