import { describe, expect, test } from "vitest";
import { chart } from "../../pipeline/chart/chart.ts";
import type { Drawing } from "../../pipeline/model/drawing.ts";
import type { Problem } from "../../pipeline/model/problem.ts";
import type { ChartDesign } from "../../pipeline/model/template.ts";
import { brief, COUNTRIES, design, host, SECTORS, sharesChart, shiftChart, studentsChart } from "./fixture.ts";

async function drawn(...charts: readonly ChartDesign[]): Promise<{ readonly [id: string]: Drawing }> {
  const { value, problems } = await chart(brief(charts), host);
  expect(problems).toEqual([]);
  return Object.fromEntries(value?.drawings ?? []);
}

function of(drawings: { readonly [id: string]: Drawing }, id: string): Drawing {
  const drawing = drawings[id];
  if (drawing === undefined) throw new Error(`${id} was not drawn`);
  return drawing;
}

async function problemsOf(...charts: readonly ChartDesign[]): Promise<readonly Problem[]> {
  const { value, problems } = await chart(brief(charts), host);
  expect(value).toBeUndefined();
  return problems;
}

const texts = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? "");

describe("the sample's charts", () => {
  test("are drawn without a problem, each as wide as the theme says", async () => {
    const drawings = await drawn(sharesChart(), shiftChart(), studentsChart());
    expect(Object.keys(drawings)).toEqual(["anso-shares", "anso-shift", "students"]);
    for (const { print, wide, narrow, download } of Object.values(drawings)) {
      expect(print.width).toBeGreaterThan(450);
      expect(print.width).toBeLessThanOrEqual(451);
      expect([wide.width, narrow.width, download.width]).toEqual([640, 340, 640]);
    }
  });

  test("are drawn narrower for a narrow paper, and their words are no smaller", async () => {
    const given = brief([shiftChart()]);
    const paper = { ...given.theme.paper, size: "A5", margins: [40, 50, 40, 50] } as const;
    const { value, problems } = await chart({ ...given, theme: { ...given.theme, paper } }, host);
    expect(problems).toEqual([]);
    const print = value?.drawings.get(shiftChart().id)?.print;
    expect(print?.width).toBeGreaterThan(330);
    expect(print?.width).toBeLessThanOrEqual(339.53);
    const [, across = "1"] = /viewBox="0 0 ([\d.]+)/u.exec(print?.svg ?? "") ?? [];
    const sizes = [...(print?.svg.matchAll(/font-size="([\d.]+)/gu) ?? [])].map(([, size]) => Number(size));
    expect((Math.min(...sizes) * (print?.width ?? 0)) / Number(across)).toBeCloseTo(8.5, 1);
  });

  test("print every label and number in all four finishes", async () => {
    const drawings = await drawn(sharesChart(), shiftChart(), studentsChart());
    const [shares, shift, students] = [
      of(drawings, "anso-shares"),
      of(drawings, "anso-shift"),
      of(drawings, "students"),
    ];
    for (const finish of ["print", "wide", "narrow", "download"] as const) {
      const [inShares, inShift, inStudents] = [
        texts(shares[finish].svg),
        texts(shift[finish].svg),
        texts(students[finish].svg),
      ];
      expect(inShares).toEqual(
        expect.arrayContaining(SECTORS.flatMap(([, label, before, after]) => [label, String(before), String(after)])),
      );
      expect(inShares).toEqual(expect.arrayContaining(["+14", "+2", "−1", "−2", "−6", "−7", "2021", "2022 plan"]));
      expect(inShift).toEqual(expect.arrayContaining(["+44.1", "+6.9", "+6.5", "+1.5", "+0.8", "−3.8"]));
      expect(inStudents).toEqual(expect.arrayContaining([...COUNTRIES.map(([, label]) => label), "50,600", "11,784"]));
    }
  });

  test("name the figure of every number that they print", async () => {
    const drawings = await drawn(sharesChart(), shiftChart());
    const [shares, shift] = [of(drawings, "anso-shares"), of(drawings, "anso-shift")];
    expect(shares.numbers).toHaveLength(18);
    expect(shift.numbers).toContainEqual({ figure: "anso.research.shift", text: "+6.5" });
    expect(shift.reading.measures[0]?.least).toEqual(["anso.advisory.shift"]);
    expect(shift.reading.measures[0]?.greatest).toEqual(["anso.scholarships.shift"]);
  });

  test("have variables for colours on the page, and literal ones in the PDF and the download", async () => {
    for (const { wide, narrow, print, download } of Object.values(
      await drawn(sharesChart(), shiftChart(), studentsChart()),
    )) {
      const paints = (svg: string): readonly string[] =>
        [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map((match) => match[1] ?? "");
      for (const paint of [...paints(wide.svg), ...paints(narrow.svg)])
        expect(paint).toMatch(/^(?:none|var\(--[a-z]+\))$/);
      for (const paint of [...paints(print.svg), ...paints(download.svg)])
        expect(paint).toMatch(/^(?:none|#[0-9a-f]{6})$/);
      expect(download.svg).toContain('fill="#fdfcf9"');
    }
  });

  test("hold no ids that two drawings share, no class names and no labels for screen readers", async () => {
    const drawings = Object.values(await drawn(sharesChart(), shiftChart(), studentsChart()));
    const svgs = drawings.flatMap(({ wide, narrow, print, download }) =>
      [wide, narrow, print, download].map(({ svg }) => svg),
    );
    const ids = svgs.flatMap((svg) => [...svg.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]));
    expect(new Set(ids).size).toBe(ids.length);
    for (const svg of svgs) expect(svg).not.toMatch(/ class=| aria-| role=|<\?xml|tspan|\n/);
  });

  test("are the same bytes whatever the order, alone or together", async () => {
    const together = await drawn(sharesChart(), shiftChart(), studentsChart());
    const turned = await drawn(studentsChart(), shiftChart(), sharesChart());
    const alone = await drawn(shiftChart());
    expect(turned).toEqual(together);
    expect(alone["anso-shift"]).toEqual(together["anso-shift"]);
  });

  test("follow the figures: one share changed moves its number, its dot and its change", async () => {
    const before = await drawn(sharesChart());
    const { value } = await chart(
      brief(
        [sharesChart()],
        SECTORS.map((row) => (row[0] === "research" ? [row[0], row[1], 30, 24] : row)),
      ),
      host,
    );
    const after = [...(value?.drawings.values() ?? [])][0];
    expect(after?.numbers).toContainEqual({ figure: "anso.research.share_2022", text: "24" });
    expect(after?.numbers).toContainEqual({ figure: "anso.research.shift_pp", text: "−6" });
    expect(texts(after?.wide.svg ?? "")).not.toContain("23");
    expect(after?.wide.svg).not.toEqual(before["anso-shares"]?.wide.svg);
  });
});

const BARS = `{
  "data": { "name": "students" },
  "width": "container",
  "height": { "step": 28 },
  "mark": { "type": "bar" },
  "encoding": {
    "y": { "field": "label", "type": "nominal", "title": null },
    "x": { "field": "students", "type": "quantitative", "title": null, "stack": null }
  }
}`;
const bars = (from: string, to: string): ChartDesign => design("bars", "students", BARS.replace(from, to), {});

describe("a spec that Footing does not draw", () => {
  test.each([
    ["a data URL", '"name": "students"', '"url": "http://example.org/x.csv"', "chart/not-allowed", 2],
    ["an aggregate", '"field": "students",', '"aggregate": "sum", "field": "students",', "chart/not-allowed", 8],
    ["a bin", '"field": "students",', '"bin": true, "field": "students",', "chart/not-allowed", 8],
    [
      "a calculation",
      '"mark":',
      '"transform": [{ "calculate": "datum.students * 2", "as": "twice" }], "mark":',
      "chart/not-allowed",
      5,
    ],
    ["now()", '"mark":', '"transform": [{ "filter": "datum.students < now()" }], "mark":', "chart/not-allowed", 5],
    ["a parameter", '"mark":', '"params": [], "mark":', "chart/not-allowed", 5],
    ["a title", '"mark":', '"title": "Students", "mark":', "chart/not-allowed", 5],
    ["a link", '"type": "bar"', '"type": "bar", "href": "javascript:alert(1)"', "chart/not-allowed", 5],
    ["an image", '"type": "bar"', '"type": "image", "url": "x.png"', "chart/not-allowed", 5],
    ["a colour of its own", '"type": "bar"', '"type": "bar", "color": "#ff0000"', "chart/not-allowed", 5],
    ["a colour that no theme has", '"type": "bar"', '"type": "bar", "color": "theme:acent"', "chart/not-allowed", 5],
    ["a facet", '"mark":', '"facet": {}, "mark":', "chart/not-allowed", 5],
    ["a field that the rows have not", '"field": "students"', '"field": "studnets"', "chart/unknown-field", 8],
    [
      "a field in a filter that the rows have not",
      '"mark":',
      '"transform": [{ "filter": "datum.rnk == 1" }], "mark":',
      "chart/unknown-field",
      5,
    ],
    ["huge steps", '"step": 28', '"step": 1900', "chart/bounds", 4],
    [
      "bars that do not begin at zero",
      '"stack": null',
      '"stack": null, "scale": { "domain": [10000, 60000], "zero": false }',
      "chart/bad-drawing",
      5,
    ],
    [
      "bars longer than their scale",
      '"stack": null',
      '"stack": null, "scale": { "domain": [0, 20000] }',
      "chart/bad-drawing",
      5,
    ],
    [
      "a number format that is none",
      '"quantitative", "title": null',
      '"quantitative", "axis": { "format": "qq" }',
      "chart/not-allowed",
      8,
    ],
    ["tiny type", '"title": null },', '"title": null, "axis": { "labelFontSize": 7 } },', "chart/bad-drawing", 5],
    ["labels cut short", '"title": null },', '"title": null, "axis": { "labelLimit": 30 } },', "chart/bad-drawing", 5],
    ["rows that collide", '"step": 28', '"step": 8', "chart/bad-drawing", 5],
  ])("%s is a problem with its place", async (_, from, to, code, line) => {
    const problems = await problemsOf(bars(from, to));
    expect(problems.map((problem) => problem.code)).toContain(code);
    const first = problems.find((problem) => problem.code === code);
    expect(first?.place.file).toBe("templates/sample/charts/bars.vl.json");
    expect(first?.place.line).toBe(line);
  });

  test("names the nearest right name, at the column where the wrong one stands", async () => {
    const [problem] = await problemsOf(bars('"field": "students"', '"field": "studnets"'));
    expect(problem).toMatchObject({ hint: 'did you mean "students"?', place: { line: 8, column: 21, length: 10 } });
  });

  test("a words field of a column that is not there is a problem in the words file", async () => {
    const [problem] = await problemsOf(design("bars", "students", BARS, { wrong: { column: "studens" } }));
    expect(problem).toMatchObject({
      code: "chart/unknown-field",
      hint: "did you mean students?",
      place: { file: "templates/sample/charts/bars.yaml", line: 9 },
    });
  });

  test("a label that no typeface can set is a problem", async () => {
    const { problems } = await chart(
      brief(
        [sharesChart()],
        SECTORS.map((row) => [row[0], row[1].replace("Scholar", "奖学金"), row[2], row[3]]),
      ),
      host,
    );
    expect(problems.map((problem) => problem.code)).toContain("chart/bad-drawing");
    expect(problems[0]?.message).toContain("奖学金");
  });

  test("a label longer than the chart is a problem", async () => {
    const { problems } = await chart(
      brief(
        [sharesChart()],
        SECTORS.map((row) => [row[0], row[1].repeat(6), row[2], row[3]]),
      ),
      host,
    );
    expect(problems.map((problem) => problem.code)).toContain("chart/bad-drawing");
  });

  test("a dataset without rows is a problem", async () => {
    const { problems } = await chart(brief([sharesChart()], []), host);
    expect(problems.map((problem) => problem.code)).toEqual(["chart/empty"]);
  });

  test("all problems of all charts are told at once", async () => {
    const problems = await problemsOf(
      bars('"field": "students",', '"bin": true, "aggregate": "sum", "field": "studnets",'),
      { ...sharesChart(sharesChart().spec.text.replace("share_2021_text", "share_text")) },
    );
    expect(problems.map((problem) => problem.code).toSorted()).toEqual([
      "chart/not-allowed",
      "chart/not-allowed",
      "chart/unknown-field",
      "chart/unknown-field",
    ]);
  });
});
