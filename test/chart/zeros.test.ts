import { describe, expect, test } from "vitest";
import { chart } from "../../pipeline/chart/chart.ts";
import { checkData } from "../../pipeline/chart/check-data.ts";
import { chartRows } from "../../pipeline/chart/rows.ts";
import { specPlaces } from "../../pipeline/chart/spec-places.ts";
import { rational } from "../../pipeline/model/rational.ts";
import type { DatasetId } from "../../pipeline/model/id.ts";
import { brief, host } from "./fixture.ts";
import { crop, harvest, label, number, sectors, step, year } from "./gallery-specs.ts";

const bars = sectors("bars", { height: step, mark: "bar", encoding: { y: label(), x: number("share_2022") } });

describe("bars", () => {
  test("of zero are drawn as nothing, beside those that have a length, and by themselves", async () => {
    for (const shares of [
      [5, 0, 8],
      [0, 0, 0],
    ]) {
      const rows = shares.map((share, at) => [`row_${at}`, `Row ${at}`, 1, share] as const);
      const { problems } = await chart(brief([bars], rows), host);
      expect(problems).toEqual([]);
    }
  });
});

describe("bars far smaller than the longest", () => {
  test.each([0.0000001, 0.00001, 0.0001, 0.0004, 0.0005, 0.001, 0.01])(
    "a share of %f beside 100 is drawn, or rounded to nothing, and the finished SVG agrees",
    async (share) => {
      const design = sectorsOf(100, share);
      const { problems } = await chart(design, host);
      expect(problems).toEqual([]);
    },
  );
});

/** The sectors' bars, with the numbers of two rows put in. */
function sectorsOf(most: number, least: number): ReturnType<typeof brief> {
  const rows = [
    ["most", "Most", 1, 100],
    ["least", "Least", 1, 0],
  ] as const;
  const made = brief([bars], rows);
  const figures = new Map(
    [...made.figures].map(([id, figure]) => {
      const value = id === "anso.least.share_2022" ? least : id === "anso.most.share_2022" ? most : undefined;
      return [
        id,
        value === undefined ? figure : { ...figure, value: rational(BigInt(Math.round(value * 1e9)), 1_000_000_000n) },
      ];
    }),
  );
  return { ...made, figures };
}

describe("times", () => {
  test("whose steps differ are refused under a line on an axis of names, and taken on one of time", () => {
    const design = harvest("uneven", {
      height: 300,
      mark: "line",
      encoding: { x: year(), y: number("tonnes"), detail: crop() },
    });
    const sample = brief([design]);
    const dataset = sample.datasets.get("harvest" as DatasetId);
    if (dataset === undefined) throw new Error("no harvests");
    const uneven = { ...dataset, rows: dataset.rows.filter(({ period }) => period !== "2019") };
    const { rows } = chartRows(sample, uneven, design.words);
    const problemsOf = (spec: unknown): readonly string[] =>
      checkData(spec, rows, uneven, specPlaces(design.spec)).map(({ arithmetic = "" }) => arithmetic);
    expect(problemsOf(design.spec.json)).toEqual([
      "the steps of 2018, 2020, 2021, 2022, 2023 are 24, 12, 12, 12 months",
    ]);
    const timed = JSON.parse(JSON.stringify(design.spec.json).replace('"ordinal"', '"temporal"')) as unknown;
    expect(problemsOf(timed)).toEqual([]);
  });
});
