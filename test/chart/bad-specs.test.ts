import { describe, expect, test } from "vitest";
import { chart } from "../../pipeline/chart/chart.ts";
import type { Problem } from "../../pipeline/model/problem.ts";
import type { ChartDesign } from "../../pipeline/model/template.ts";
import { brief, design, host } from "./fixture.ts";
import { crop, harvest, label, number, sectors, step, year } from "./gallery-specs.ts";

const problemsOf = async (...designs: readonly ChartDesign[]): Promise<readonly Problem[]> =>
  (await chart(brief(designs), host)).problems;

const lines = (extra: object): ChartDesign =>
  harvest("lines", { height: 300, mark: "line", encoding: { x: year(), y: number("tonnes"), ...extra } });
const bars = (spec: object): ChartDesign =>
  sectors("bars", { height: step, mark: "bar", encoding: { y: label(), x: number("share_2022") }, ...spec });

describe("what a spec asks of its rows", () => {
  test.each([
    ["more series than colours", lines({ color: { field: "row", type: "nominal" } }), "chart/bounds", "30 values"],
    ["a text on a scale of numbers", lines({ y: number("label") }), "chart/not-allowed", ""],
    [
      "a name on a scale of time",
      lines({ x: { field: "label", type: "temporal", title: null } }),
      "chart/not-allowed",
      "",
    ],
    ["a facet of no view", harvest("f", { facet: crop() }), "chart/not-allowed", ""],
    ["a view that draws nothing", harvest("f", { hconcat: [{ height: 20 }] }), "chart/not-allowed", ""],
    ["a view that draws two things", bars({ layer: [] }), "chart/not-allowed", ""],
    [
      "words that ask to be filled in",
      harvest("f", { hconcat: [{ title: "{{year}}", mark: "bar" }] }),
      "chart/not-allowed",
      "",
    ],
    ["a repeat", bars({ repeat: ["share_2021"] }), "chart/not-allowed", ""],
  ])("%s is a problem with its place", async (_, asked, code, arithmetic) => {
    const problems = await problemsOf(asked);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(problems.some((problem) => (problem.arithmetic ?? "").includes(arithmetic))).toBe(true);
    expect(problems.every(({ place }) => place.line > 0 && place.file !== "")).toBe(true);
  });

  test("more panels than a chart has room for", async () => {
    const rows = Array.from({ length: 41 }, (_, at) => [`sector_${at}`, `Sector ${at}`, 1, 1] as const);
    const facet = { field: "label", columns: 6 };
    const panels = sectors("panels", {
      height: 60,
      mark: "bar",
      encoding: { y: label(), x: number("share_2022"), facet },
    });
    const { problems } = await chart(brief([panels], rows), host);
    expect(problems.map(({ code, arithmetic }) => [code, arithmetic])).toEqual([
      ["chart/bounds", '41 values of "label", at most 40'],
    ]);
  });

  test("forty layers of many rows are more marks than a chart has", async () => {
    const rows = Array.from({ length: 600 }, (_, at) => [`sector_${at}`, `Sector ${at}`, 1, 1] as const);
    const layer = Array.from({ length: 40 }, () => ({
      mark: "bar",
      encoding: { y: label(), x: number("share_2022") },
    }));
    const { problems } = await chart(brief([sectors("many", { height: step, layer })], rows), host);
    expect(problems.map(({ code, arithmetic }) => [code, arithmetic])).toEqual([
      ["chart/bounds", "40 layers of 600 rows are 24000 marks, at most 20000"],
    ]);
  });
});

describe("what the audit sees in a drawing", () => {
  test.each([
    ["series that nothing names", lines({ color: crop() }), "Nothing in the drawing says"],
    [
      "a legend for two series",
      design(
        "two",
        "anso",
        JSON.stringify({
          data: { name: "anso" },
          height: step,
          mark: "bar",
          encoding: {
            y: label(),
            x: number("shift"),
            color: { field: "shift_direction", type: "nominal", legend: {} },
          },
        }),
        {},
      ),
      "A legend for",
    ],
    ["marks in the colour of the ground", bars({ mark: { type: "bar", color: "theme:tint" } }), "can hardly be told"],
    ["marks that let nearly all through", bars({ mark: { type: "bar", opacity: 0.1 } }), "can hardly be told"],
    [
      "texts that the bars are too dark for",
      bars({
        mark: undefined,
        encoding: undefined,
        layer: [
          { mark: { type: "bar", color: "theme:accent" }, encoding: { y: label(), x: number("share_2022") } },
          {
            mark: { type: "text", align: "left", dx: 2 },
            encoding: { y: label(), x: { datum: 0 }, text: { field: "row" } },
          },
        ],
      }),
      "hard to read",
    ],
    [
      "texts under bars",
      bars({
        mark: undefined,
        encoding: undefined,
        layer: [
          { mark: { type: "text", align: "left" }, encoding: { y: label(), x: { datum: 0 }, text: { field: "row" } } },
          { mark: "bar", encoding: { y: label(), x: number("share_2022", { scale: { domainMax: 60 } }) } },
        ],
      }),
      "lies under a bar",
    ],
    [
      "marks under marks of other rows",
      bars({
        mark: undefined,
        height: 200,
        layer: [
          { mark: { type: "point", filled: true, size: 60 } },
          { mark: { type: "point", filled: true, size: 300, color: "theme:bar" } },
          { mark: { type: "text", align: "left", dx: 14 }, encoding: { text: { field: "label" } } },
        ],
        encoding: {
          y: { field: "share_2022", type: "quantitative" },
          x: { field: "share_2022", type: "quantitative" },
        },
      }),
      "lies wholly under",
    ],
    [
      "an axis that prints another number",
      sectors("dots", {
        height: step,
        mark: { type: "point", filled: true },
        encoding: { y: label(), x: number("share_2022", { axis: { values: [0, 12.5, 25, 50], format: "d" } }) },
      }),
      "at 12.5",
    ],
    ["bars as thin as a hair", bars({ mark: { type: "bar", height: 0.4 } }), "is 0.4 thick"],
    ["one line for several series", lines({ color: { value: "theme:ink" } }), "goes through several rows at one place"],
    [
      "lines too thin to be seen",
      harvest("thin", {
        height: 300,
        mark: { type: "line", strokeWidth: 0.1 },
        encoding: { x: year(), y: number("tonnes"), detail: crop() },
      }),
      "leaves out",
    ],
    [
      "sizes for numbers below zero",
      bars({
        mark: { type: "point", filled: true },
        encoding: { y: label(), x: number("share_2022"), size: { field: "shift", type: "quantitative", legend: {} } },
      }),
      "nothing is smaller than nothing",
    ],
    [
      "bars of panels with a scale each",
      sectors("own", {
        vconcat: [
          { height: step, mark: "bar", encoding: { y: label(), x: number("share_2021") } },
          { height: step, mark: "bar", encoding: { y: label(), x: number("share_2022") } },
        ],
      }),
      "Bars of one unit have two scales",
    ],
    [
      "a filter that leaves years out",
      harvest("some", {
        height: 300,
        transform: [{ filter: "datum.year == '2018'" }],
        mark: "bar",
        encoding: { x: crop(), y: number("tonnes") },
      }),
      "leaves out",
    ],
  ])("%s", async (_, asked, message) => {
    const problems = await problemsOf(asked);
    expect(problems.map((problem) => problem.message).join("\n")).toContain(message);
  });
});
