import { describe, expect, test } from "vitest";
import { crop, harvest, label, number, sectors, step, year } from "./gallery-specs.ts";
import { dots, problemsOf } from "./specs.ts";

const X = number;
const T = {
  a: { column: "share_2021", decimals: 0 },
  b: { column: "share_2022", decimals: 0 },
  bs: { column: "share_2022", decimals: 0, sign: true },
};
const lay = (layer: readonly object[]): ReturnType<typeof sectors> =>
  sectors("l", { height: step, encoding: { y: label() }, layer }, T);

/** Layers and panels that would say together what none of them says alone. */
describe("plots that would mislead", () => {
  test.each([
    [
      "times in the order of a domain",
      harvest("d", {
        height: 300,
        mark: "line",
        encoding: {
          x: year({ scale: { domain: ["2023", "2022", "2021", "2020", "2019", "2018"] } }),
          y: X("tonnes"),
          color: crop({ legend: {} }),
        },
      }),
      "The names on an axis are those of the rows",
    ],
    [
      "times in another order on phones",
      harvest("d", {
        height: 300,
        mark: "line",
        encoding: { x: year(), y: X("tonnes"), color: crop({ legend: {} }) },
        usermeta: { narrow: { encoding: { x: { scale: { domain: ["2023", "2018"] } } } } },
      }),
      "The names on an axis are those of the rows",
    ],
    [
      "a name that is no row",
      sectors("p", {
        height: step,
        mark: "bar",
        encoding: { y: label({ scale: { domain: ["Scholarships", "Denmark"] } }), x: X("share_2022") },
      }),
      "The names on an axis are those of the rows",
    ],
    [
      "bars with the numbers of another column inside",
      lay([
        { mark: "bar", encoding: { x: X("share_2021") } },
        { mark: { type: "text", align: "left" }, encoding: { x: { datum: 0 }, text: { field: "b" } } },
      ]),
      "would be taken for those of share_2021",
    ],
    [
      "another column with a sign",
      lay([
        { mark: "bar", encoding: { x: X("share_2021") } },
        { mark: { type: "text", align: "left", dx: 4 }, encoding: { x: X("share_2021"), text: { field: "bs" } } },
      ]),
      "would stand where share_2021 is",
    ],
    [
      "one column for one row and another for the rest",
      lay([
        { transform: [{ filter: "datum.row == 'research'" }], mark: "bar", encoding: { x: X("share_2021") } },
        { transform: [{ filter: "datum.row != 'research'" }], mark: "bar", encoding: { x: X("share_2022") } },
      ]),
      "show some of the rows",
    ],
    [
      "a panel without names in another order",
      sectors("tw", {
        hconcat: [
          { height: step, mark: "bar", encoding: { y: label(), x: X("share_2022", { scale: { domain: [0, 60] } }) } },
          {
            height: step,
            mark: "bar",
            encoding: {
              y: label({ sort: "descending", axis: { labels: false } }),
              x: X("share_2021", { scale: { domain: [0, 60] } }),
            },
          },
        ],
      }),
      "stand elsewhere than those of the panel",
    ],
    [
      "a panel without an axis in another order",
      sectors("tw", {
        hconcat: [
          { height: step, mark: "bar", encoding: { y: label(), x: X("share_2022", { scale: { domain: [0, 60] } }) } },
          {
            height: step,
            mark: "bar",
            encoding: { y: label({ sort: "x", axis: null }), x: X("share_2021", { scale: { domain: [0, 60] } }) },
          },
        ],
      }),
      "stand elsewhere than those of the panel",
    ],
    [
      "numbers as names",
      harvest("nn", {
        height: 300,
        mark: "line",
        encoding: {
          x: year(),
          y: { field: "tonnes", type: "ordinal", sort: "descending" },
          color: crop({ legend: {} }),
        },
      }),
      '"tonnes" has numbers, and no names',
    ],
    [
      "numbers a row lower",
      lay([
        { mark: dots, encoding: { x: X("share_2021", { axis: null }) } },
        { mark: { type: "text", dy: 26 }, encoding: { x: X("share_2021"), text: { field: "a" } } },
      ]),
      "A text moved by 26 stands at another row",
    ],
    [
      "a colour over all series",
      harvest("f", {
        height: 300,
        mark: { type: "bar", fill: "theme:bar" },
        encoding: { x: year(), y: X("tonnes"), color: crop({ legend: {} }) },
      }),
      '"fill" paints all series alike',
    ],
    [
      "several rows in one bar",
      harvest("h", { height: 300, mark: "bar", encoding: { x: crop(), y: X("tonnes") } }),
      "Several rows stand in one bar",
    ],
    [
      "dots of nobody",
      sectors("s", { height: 100, mark: dots, encoding: { x: X("share_2021") } }),
      "Nothing says which point is of which row",
    ],
    [
      "numbers for nobody",
      lay([
        { mark: dots, encoding: { x: X("share_2021", { axis: null }) } },
        {
          transform: [{ filter: "datum.row == 'nobody'" }],
          mark: "text",
          encoding: { x: X("share_2021"), text: { field: "a" } },
        },
      ]),
      'No row has "nobody" as its row',
    ],
    [
      "a number for one row alone",
      lay([
        { mark: dots, encoding: { x: X("share_2021", { axis: null }) } },
        {
          transform: [{ filter: "datum.row == 'research'" }],
          mark: { type: "text", dx: 12, align: "left" },
          encoding: { x: X("share_2021"), text: { field: "a" } },
        },
      ]),
      "Nothing in the drawing says which numbers",
    ],
    [
      "per cent of money",
      sectors("p", {
        height: step,
        mark: "bar",
        encoding: { y: label(), x: X("amount_2022", { axis: { labelExpr: "datum.label + '%'" } }) },
      }),
      "is not in per cent",
    ],
    [
      "a plus before a level",
      sectors("p", {
        height: step,
        mark: "bar",
        encoding: { y: label(), x: X("share_2022", { axis: { format: "+d" } }) },
      }),
      "is no change",
    ],
    [
      "the range of another column",
      lay([
        { mark: "bar", encoding: { x: X("amount_2021") } },
        { mark: "errorbar", encoding: { x: X("amount_2022_lo"), x2: { field: "amount_2022_hi" } } },
      ]),
      'The range is of "amount_2022"',
    ],
    [
      "bars in the colour of the ground, with their numbers",
      lay([
        { mark: { type: "bar", color: "theme:background" }, encoding: { x: X("share_2022") } },
        { mark: { type: "text", align: "left", dx: 4 }, encoding: { x: { datum: 0 }, text: { field: "b" } } },
      ]),
      "can hardly be told",
    ],
    [
      "a scale that makes bars vanish",
      sectors("h", {
        height: step,
        mark: "bar",
        encoding: { y: label(), x: X("share_2022", { scale: { domainMax: 100000 } }) },
      }),
      "would all look alike",
    ],
    [
      "the largest row as a dot",
      lay([
        { transform: [{ filter: "datum.row != 'scholarships'" }], mark: "bar", encoding: { x: X("share_2022") } },
        {
          transform: [{ filter: "datum.row == 'scholarships'" }],
          mark: { type: "circle", size: 20 },
          encoding: { x: X("share_2022") },
        },
      ]),
      "show some of the rows",
    ],
    [
      "a second number in the thickness of bars",
      sectors("b", {
        height: step,
        mark: "bar",
        encoding: { y: label(), x: X("share_2022"), size: { field: "amount_2022", type: "quantitative" } },
      }),
      "The size of a bar",
    ],
    [
      "two units on one axis",
      lay([
        { mark: dots, encoding: { x: X("share_2022") } },
        { mark: dots, encoding: { x: X("amount_2022") } },
      ]),
      "have other units",
    ],
    [
      "ticks over two rows",
      sectors("t", { height: step, mark: { type: "tick", size: 42 }, encoding: { y: label(), x: X("share_2022") } }),
      "reaches into the row beside it",
    ],
    [
      "bars that close into one shape",
      sectors("t", { height: step, mark: { type: "bar", height: 36 }, encoding: { y: label(), x: X("share_2022") } }),
      "reaches into the row beside it",
    ],
    [
      "panels of years from the last to the first",
      harvest("fy", {
        height: 60,
        mark: "bar",
        encoding: { y: crop(), x: X("tonnes"), facet: { field: "year", sort: "descending", columns: 3 } },
      }),
      "in another order",
    ],
  ])("%s", async (_, design, message) => {
    const problems = await problemsOf(design);
    expect(problems.map((problem) => problem.message).join("\n")).toContain(message);
    expect(problems.every(({ place, hint }) => place.line > 1 && (hint ?? "") !== "")).toBe(true);
  });
});
