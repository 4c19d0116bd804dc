import { describe, expect, test } from "vitest";
import { chart } from "../../pipeline/chart/chart.ts";
import { point } from "../../pipeline/model/interval.ts";
import { rational } from "../../pipeline/model/rational.ts";
import type { Unit } from "../../pipeline/model/unit.ts";
import { brief, host } from "./fixture.ts";
import { crop, harvest, number, year } from "./gallery-specs.ts";

const AXIS = { axis: { title: null } };
const X = year({ axis: { values: ["2018", "2023"] } });
const SPECS = [
  [
    "x of panels",
    { height: { step: 24 }, mark: "bar", encoding: { y: year(), x: number("tonnes", AXIS), column: crop() } },
  ],
  [
    "y of panels",
    { height: 400, mark: "line", encoding: { x: X, y: number("tonnes", AXIS), facet: crop({ columns: 3 }) } },
  ],
  ["y of rows", { height: 250, mark: "area", encoding: { x: X, y: number("tonnes", AXIS), row: crop() } }],
] as const;

/** The numbers at the ticks of a chart of these, one to six of a unit. */
async function ticks(spec: object, unit: Unit, some: number): Promise<ReadonlySet<string>> {
  const design = harvest("counted", spec);
  const given = brief([design]);
  const figures = new Map(
    [...given.figures].map(([id, figure], index) => {
      const value = rational(BigInt((index % some) + 1));
      return [id, id.startsWith("harvest.") ? { ...figure, unit, value, interval: point(value) } : figure] as const;
    }),
  );
  const { value, problems } = await chart({ ...given, figures }, host);
  expect(problems).toEqual([]);
  const svg = value?.drawings.get(design.id)?.wide.svg ?? "";
  return new Set([...svg.matchAll(/>(\d(?:\.\d)?)</g)].map(([, tick = ""]) => tick));
}

describe("axes of counts", () => {
  test.each(SPECS)("have whole ticks alone, on %s", async (_, spec) => {
    const found = await ticks(spec, { kind: "count", noun: "trains" }, 3);
    expect([...found].filter((tick) => tick.includes("."))).toEqual([]);
    expect(found.size).toBeGreaterThan(1);
  });

  test("are told apart from those of other units", async () => {
    const [, [, spec]] = SPECS;
    expect([...(await ticks(spec, { kind: "ratio" }, 3))].some((tick) => tick.includes("."))).toBe(true);
  });
});
