import { describe, expect, test } from "vitest";
import { crop, harvest, label, number, sectors, step, time, year } from "./gallery-specs.ts";
import { bar, dots, layered, lines, one, problemsOf, ramps, share } from "./specs.ts";
import type { ChartDesign } from "../../pipeline/model/template.ts";

describe("words and numbers in a drawing", () => {
  const axis = (more: object): ChartDesign => one({ x: number("share_2022", { axis: more }) });
  test.each([
    ["numbers put after a label", axis({ labelExpr: "datum.label + '00'" }), '"labelExpr" cannot be'],
    ["words put after a label", axis({ labelExpr: "datum.label + ' thousand'" }), '"labelExpr" cannot be'],
    [
      "another number for a label",
      axis({ labelExpr: "datum.value == 20 ? '40' : datum.label" }),
      '"labelExpr" cannot be',
    ],
    [
      "names by an expression",
      one({ x: share, y: label({ axis: { labelExpr: "datum.label + '%'" } }) }),
      "those of the rows",
    ],
    ["numbers to the base of sixteen", axis({ format: "x" }), '"format" cannot be'],
    ["numbers of one digit", axis({ format: ".1r" }), '"format" cannot be'],
    ["brackets for a minus", axis({ format: "(.0f" }), '"format" cannot be'],
    ["a hundred times as much", axis({ format: ".0%" }), '"format" cannot be'],
    ["a format of times for numbers", axis({ format: "%Y" }), "does not write what this axis has"],
    [
      "a column as a text",
      layered(bar, { mark: "text", encoding: { x: share, text: { field: "share_2022" } } }),
      "no number of digits",
    ],
    [
      "an end as a text",
      layered(bar, { mark: "text", encoding: { x: share, text: { field: "share_2022_hi" } } }),
      "no number of digits",
    ],
    [
      "a number at the place of another",
      layered(bar, { mark: { type: "text", dx: 20 }, encoding: { x: share, text: { field: "before" } } }),
      "The numbers of share_2021 would stand where share_2022 is",
    ],
    [
      "a text that depends",
      layered(bar, {
        mark: "text",
        encoding: { x: share, text: { condition: { test: "datum.row == 'x'", field: "before" }, field: "after" } },
      }),
      '"condition" may not stand',
    ],
    [
      "a typed name at another row",
      layered(bar, {
        transform: [{ filter: "datum.row == 'research'" }],
        mark: { type: "text", text: "Scholarships", align: "left", dx: 8 },
        encoding: { x: share },
      }),
      '"Scholarships" is printed at research',
    ],
    [
      "a panel with the name of another row",
      harvest("panels", {
        hconcat: [
          { title: "Rye", transform: [{ filter: "datum.crop == 'wheat'" }] },
          { title: "The others", transform: [{ filter: "datum.crop != 'wheat'" }] },
        ].map((panel) => ({
          ...panel,
          height: 200,
          mark: dots,
          encoding: {
            x: year({ axis: { values: ["2018", "2023"] } }),
            y: number("tonnes"),
            color: crop({ scale: { range: ramps("series1", "series2", "series3", "series4", "series5") } }),
          },
        })),
      }),
      '"Rye" is printed at wheat',
    ],
  ])("%s", async (_, design, message) => {
    const problems = await problemsOf(design);
    expect(problems.map((problem) => problem.message).join("\n")).toContain(message);
    expect(problems.every(({ place, hint }) => place.line > 1 && (hint ?? "") !== "")).toBe(true);
  });
});

describe("times, narrow drawings, and specs without sense", () => {
  const narrow = (patch: object): ChartDesign => one({ x: share }, "bar", { usermeta: { narrow: patch } });
  test.each([
    ["years from the last to the first", lines({ x: year({ sort: "descending" }) }), "in another order"],
    [
      "years in an order by hand",
      lines({ x: year({ sort: ["2018", "2023", "2019", "2020", "2021", "2022"] }) }),
      "in another order",
    ],
    ["a line in another order", lines({ order: { field: "tonnes", type: "quantitative" } }), '"order" may not stand'],
    ["times sorted by a number", lines({ x: { ...time, sort: "-y" } }), "an order of its own"],
    ["another field on phones", narrow({ encoding: { x: { field: "share_2021" } } }), '"field" may not stand'],
    ["other marks on phones", narrow({ mark: { type: "line" } }), '"type" may not stand'],
    ["other layers on phones", narrow({ layer: [] }), '"layer" may not stand'],
    ["labels moved on phones", narrow({ encoding: { y: { axis: { labelOffset: -30 } } } }), "stands at another row"],
    [
      "a domain cut on phones",
      narrow({ encoding: { x: { scale: { domain: [0, 20] } } } }),
      "is not where|beyond the scale|long and should",
    ],
    ["a mark without a type", one({ x: share }, {}), "The mark has no type"],
    ["a facet by nothing", sectors("f", { facet: {}, spec: { mark: "bar" } }), "Nothing tells the panels apart"],
    ["rows by nothing", one({ x: share, row: {} }), "Nothing tells the panels apart"],
    ["no type", one({ x: { field: "share_2022" } }), "The type of"],
    [
      "half a filter",
      one({ x: share }, "bar", { transform: [{ filter: "datum.share_2022 >" }] }),
      "The expression holds",
    ],
    [
      "an open bracket",
      one({ x: share }, "bar", { transform: [{ filter: "(datum.share_2022 > 2" }] }),
      "The expression holds",
    ],
    ["no layers", sectors("l", { layer: [] }), "There is no layer"],
    [
      "an encoding around panels",
      sectors("e", { encoding: { y: label() }, hconcat: [{ height: step, mark: "bar", encoding: { x: share } }] }),
      "Panels do not share",
    ],
  ])("%s", async (_, design, message) => {
    const problems = await problemsOf(design);
    expect(problems.map((problem) => problem.message).join("\n")).toMatch(new RegExp(message, "u"));
    expect(problems.every(({ place, hint }) => place.line > 1 && (hint ?? "") !== "")).toBe(true);
  });
});
