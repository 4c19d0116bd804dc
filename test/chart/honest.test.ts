import { describe, expect, test } from "vitest";
import { crop, harvest, label, number, sectors, step, tonnes, year, countries } from "./gallery-specs.ts";
import { bar, dots, layered, one, ramps, share, texts } from "./specs.ts";
import { chart } from "../../pipeline/chart/chart.ts";
import { brief, host } from "./fixture.ts";

describe("honest charts", () => {
  test.each([
    [
      "sorted by the other axis, in layers",
      layered(
        { ...bar, encoding: { x: number("share_2022", { scale: { domainMax: 70 } }), y: label({ sort: "-x" }) } },
        {
          mark: { type: "text", align: "left", dx: 5 },
          encoding: { x: share, y: label({ sort: "-x" }), text: { field: "after" } },
        },
      ),
    ],
    ["bars between two numbers, of which some fall", one({ x: number("share_2021"), x2: { field: "share_2022" } })],
    [
      "points on a scale of logarithms",
      countries("log", {
        height: step,
        mark: dots,
        encoding: { y: label(), x: number("students", { scale: { type: "log", domain: [10_000, 100_000] } }) },
      }),
    ],
    [
      "texts alone",
      sectors("texts", { height: step, mark: "text", encoding: { y: label(), text: { field: "after" } } }, texts),
    ],
    [
      "a sign beside some labels",
      one({ x: number("share_2022", { axis: { labelExpr: "datum.value == 20 ? datum.label + '%' : datum.label" } }) }),
    ],
    [
      "classes with a legend",
      one(
        {
          color: {
            field: "share_2022",
            type: "quantitative",
            legend: { orient: "top" },
            scale: { type: "threshold", domain: [25], range: ramps("ramp4", "ramp5") },
          },
        },
        "rect",
      ),
    ],
    [
      "a change beside an amount",
      sectors(
        "change",
        {
          height: step,
          encoding: { y: label() },
          layer: [
            { mark: "bar", encoding: { x: number("amount_2022", { scale: { domainMax: 110 } }) } },
            {
              mark: { type: "text", align: "left", dx: 5 },
              encoding: { x: number("amount_2022"), text: { field: "up" } },
            },
          ],
        },
        { up: { column: "shift", decimals: 0, sign: true } },
      ),
    ],
    [
      "grouped columns with a legend",
      harvest(
        "groups",
        {
          height: 300,
          mark: "bar",
          encoding: {
            x: year(),
            xOffset: { field: "label", sort: null },
            color: crop({ legend: {} }),
            y: number("tonnes"),
          },
        },
        tonnes,
      ),
    ],
    ["rows without titles of axes", one({ x: { field: "share_2022", type: "quantitative" } })],
  ])("%s", async (_, design) => {
    const { value, problems } = await chart(brief([design]), host);
    expect(problems).toEqual([]);
    const svg = [...(value?.drawings.values() ?? [])][0]?.wide.svg ?? "";
    expect(svg).not.toContain("share_2022");
    expect(svg).not.toContain("label");
  });
});
