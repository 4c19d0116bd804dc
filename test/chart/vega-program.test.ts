import { beforeAll, describe, expect, test } from "vitest";
import { runVega, type VegaRun } from "../../pipeline/chart/vega-run.ts";
import { openTypefaces, type Typefaces } from "../../pipeline/type/typefaces.ts";
import { host } from "./fixture.ts";

let typefaces: Typefaces;
beforeAll(async () => {
  typefaces = await openTypefaces(host);
});

const bars = (rows: readonly object[], more: object = {}): Promise<VegaRun> =>
  runVega(
    {
      mark: "bar",
      encoding: {
        y: { field: "name", type: "nominal" },
        x: { field: "value", type: "quantitative" },
        color: { condition: { test: "datum.value > 5", value: "black" }, value: "grey" },
      },
      width: 300,
      data: { name: "rows", values: rows.map((row) => ({ ...row })) },
      ...more,
    },
    {},
    "Source Sans 3",
    typefaces,
  );

const FEW = [
  { name: "a", value: 3 },
  { name: "b", value: 7 },
];
const MANY = [...FEW, { name: "c", value: 31 }];

describe("a chart's program, kept", () => {
  test("draws whatever rows it is given, and nothing of those before", async () => {
    const first = await bars(FEW);
    const other = await bars(MANY);
    expect(other.svg).toContain(">c<");
    expect(other.compiled).toBe(first.compiled);
    const again = await bars(FEW);
    expect({ ...again, scene: undefined, scales: undefined }).toEqual({
      ...first,
      scene: undefined,
      scales: undefined,
    });
    expect(again.scales.get("x")?.place(7)).toBe(first.scales.get("x")?.place(7));
    expect(other.scales.get("x")?.place(7)).not.toBe(first.scales.get("x")?.place(7));
  });

  test("is that of the whole spec", async () => {
    const plain = await bars(FEW);
    expect((await bars(FEW, { width: 301 })).width).toBe(plain.width + 1);
    expect((await bars(FEW, { mark: "point" })).svg).not.toBe(plain.svg);
  });

  test("is warned of each time", async () => {
    const doubted = { encoding: { x: { field: "value", type: "quantitative", scale: { type: "band" } } } };
    const [first, again] = [await bars(FEW, doubted), await bars(FEW, doubted)];
    expect(first.warnings).not.toEqual([]);
    expect(again.warnings).toEqual(first.warnings);
  });
});
