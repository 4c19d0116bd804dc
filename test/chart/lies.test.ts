import { describe, expect, test } from "vitest";
import { crop, harvest, label, number, sectors, step, year } from "./gallery-specs.ts";
import { bar, dots, heat, layered, lines, one, problemsOf, ramps, share } from "./specs.ts";

/** Specs that would draw another thing than their rows have, or nothing: each is stopped, in the author's words. */

describe("lengths and places", () => {
  test.each([
    ["a bar at a typed number", one({ x: { datum: 90 } }), '"datum" cannot be 90'],
    ["a bar from a typed number", one({ x: share, x2: { datum: 30 } }), '"datum" cannot be 30'],
    ["a bar at a place in pixels", one({ x: { value: 200 } }), "not at a value of the spec"],
    [
      "a tick at zero for one row",
      layered(bar, { transform: [{ filter: "datum.row == 'research'" }], mark: "tick", encoding: { x: { datum: 0 } } }),
      "not at a datum of the spec",
    ],
    ["bars moved sideways", one({ x: share }, { type: "bar", xOffset: 90 }), '"xOffset" may not stand'],
    ["labels moved by a row", one({ x: share, y: label({ axis: { labelOffset: 26 } }) }), "stands at another row"],
    [
      "labels moved by a tick",
      one({ x: number("share_2022", { axis: { labelOffset: 40 } }) }),
      "stands at another row",
    ],
    ["an axis moved away", one({ x: number("share_2022", { axis: { position: 40 } }) }), '"position" may not stand'],
    ["rules as thick as bars", one({ x: share, x2: { datum: 0 } }, { type: "rule", strokeWidth: 18 }), "cannot be 18"],
    [
      "bars from a scale without zero",
      one({ x: number("share_2022", { scale: { domain: [2, 60] } }) }),
      "does not begin at zero",
    ],
    [
      "areas from a scale without zero",
      harvest("area", {
        height: 300,
        mark: "area",
        encoding: { x: year(), y: number("tonnes", { stack: null, scale: { domain: [10, 500] } }), detail: crop() },
      }),
      "does not begin at zero",
    ],
    ["bars whose length is a name", one({ x: { field: "share_2022", type: "nominal" } }), "has no length"],
    ["dots that are stacked", one({ x: number("share_2022", { stack: true }) }, dots), "stands at a sum"],
    ["an end without a beginning", one({ x2: { field: "share_2022" } }), "an end without a beginning"],
    [
      "error bars of another column",
      one({ x: number("share_2021_lo"), x2: { field: "share_2022_hi" } }, "rule"),
      "not the two ends of one number",
    ],
    ["a dot too small to be seen", one({ x: share }, { ...dots, size: 4 }), "are hardly seen"],
    ["a rect whose size is a number", one({ x: share }, "rect"), "its size shows no number"],
    ["cells of one colour", one({}, "rect"), "shows no number"],
    ["a scale turned round", one({ x: number("share_2022", { scale: { reverse: true } }) }), '"reverse" may not stand'],
    [
      "a domain turned round",
      one({ x: number("share_2022", { scale: { domain: [60, 0] } }) }),
      "the smaller one first",
    ],
    ["a domain of nothing", one({ x: number("share_2022", { scale: { domain: [] } }) }), "the smaller one first"],
    ["a domain of texts", one({ x: number("share_2022", { scale: { domain: ["a", "b"] } }) }), "two numbers"],
    ["roots", one({ x: number("share_2022", { scale: { type: "sqrt" } }) }, dots), '"type" cannot be "sqrt"'],
    [
      "a logarithm of no more than zero",
      one({ x: number("shift", { scale: { type: "log" } }) }, dots),
      "have a logarithm",
    ],
  ])("%s", async (_, design, message) => {
    const problems = await problemsOf(design);
    expect(problems.map((problem) => problem.message).join("\n")).toContain(message);
    expect(problems.every(({ place, hint }) => place.line > 1 && (hint ?? "") !== "")).toBe(true);
  });
});

describe("scales that would be compared", () => {
  test.each([
    [
      "layers with scales of their own",
      sectors("own", {
        height: step,
        encoding: { y: label() },
        layer: [bar, bar],
        resolve: { scale: { x: "independent" } },
      }),
      '"resolve" may not stand',
    ],
    [
      "marks that nothing measures",
      one({ x: number("share_2022", { axis: null }) }),
      "Nothing in the drawing says which numbers",
    ],
    [
      "a scale with one label",
      one({ x: number("share_2022", { axis: { values: [20] } }) }, dots),
      "Nothing in the drawing says which numbers",
    ],
    ["rows without names", one({ x: share, y: label({ axis: null }) }), "Nothing in the drawing says which marks"],
    [
      "series by detail without names",
      lines({ detail: crop() }),
      'Nothing in the drawing says which marks are "Wheat"',
    ],
    [
      "groups without names",
      harvest("groups", {
        height: 300,
        mark: "bar",
        encoding: { x: year(), xOffset: { field: "crop" }, y: number("tonnes") },
      }),
      "Nothing in the drawing says which marks",
    ],
    [
      "two series of one colour",
      lines({
        color: crop({ legend: {}, scale: { range: ramps("series1", "series2", "series1", "series3", "series4") } }),
      }),
      "Two series would look alike",
    ],
    [
      "a legend beside a condition",
      lines({ color: crop({ legend: {}, condition: { test: "datum.crop == 'rye'", value: "theme:warm" } }) }),
      "The legend would name colours",
    ],
    [
      "classes from dark to pale",
      heat({ type: "threshold", domain: [5, 25], range: ramps("ramp4", "ramp2", "ramp1") }),
      "from the least to the most",
    ],
    [
      "classes without bounds",
      heat({ type: "threshold", domain: [25], range: ramps("ramp1", "ramp2", "ramp4") }),
      "3 classes need 2 bounds",
    ],
    [
      "a chart of names alone",
      sectors("names", { height: step, mark: "text", encoding: { y: label(), text: { field: "label" } } }),
      "none of the numbers",
    ],
    [
      "lines of one point",
      sectors("point", {
        height: 200,
        mark: "line",
        encoding: {
          y: label(),
          x: share,
          detail: { field: "label" },
        },
      }),
      "of one point is not seen",
    ],
    [
      "steps on an axis of numbers",
      sectors("step", { height: step, mark: dots, encoding: { x: share, y: share } }),
      "y has numbers",
    ],
  ])("%s", async (_, design, message) => {
    const problems = await problemsOf(design);
    expect(problems.map((problem) => problem.message).join("\n")).toContain(message);
    expect(problems.every(({ place, hint }) => place.line > 1 && (hint ?? "") !== "")).toBe(true);
  });
});
