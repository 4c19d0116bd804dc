import { describe, expect, test } from "vitest";
import { chart } from "../../pipeline/chart/chart.ts";
import { chartRows } from "../../pipeline/chart/rows.ts";
import type { Derived } from "../../pipeline/model/brief.ts";
import type { Drawing } from "../../pipeline/model/drawing.ts";
import type { ChartDesign } from "../../pipeline/model/template.ts";
import { brief, COUNTRIES, design, host, sharesChart, shiftChart, studentsChart } from "./fixture.ts";
import { without } from "./without.ts";

const texts = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? "");

async function drawn(charted: Derived): Promise<Drawing> {
  const { value, problems } = await chart(charted, host);
  expect(problems).toEqual([]);
  const [drawing] = value?.drawings.values() ?? [];
  if (!drawing) throw new Error("nothing was drawn");
  return drawing;
}

const withGap = (each: ChartDesign, ...ids: readonly string[]): Derived => without(brief([each]), ...ids);
const FINISHES = ["print", "wide", "narrow", "download"] as const;

const bars = (encoding: string, mark = "bar", height = '{ "step": 28 }'): ChartDesign =>
  design(
    "bars",
    "students",
    `{ "data": { "name": "students" }, "width": "container", "height": ${height}, "mark": "${mark}", "encoding": { ${encoding} } }`,
    {},
  );
const ACROSS =
  '"y": { "field": "label", "type": "nominal", "title": null, "sort": "-x" }, "x": { "field": "students", "type": "quantitative", "title": null }';
const LINE =
  '"x": { "field": "rank", "type": "ordinal", "title": null }, "y": { "field": "students", "type": "quantitative", "title": null }';
const UPRIGHT =
  '"x": { "field": "rank", "type": "nominal", "title": null }, "y": { "field": "students", "type": "quantitative", "title": null }';

describe("a row without a number", () => {
  test("has null for the number, and the words for what prints it", () => {
    const charted = withGap(shiftChart(), "anso.research.shift");
    const dataset = [...charted.datasets.values()].find(({ id }) => id === "anso");
    if (!dataset) throw new Error("the sample has no such dataset");
    const { rows } = chartRows(charted, dataset, shiftChart().words);
    const datum = rows.data.find((row) => row["row"] === "research");
    expect(datum).toMatchObject({
      shift: null,
      shift_lo: null,
      shift_hi: null,
      shift_direction: null,
      shift_gap: "missing",
      shift_flags: "",
      shift_text: "missing",
      share_2021: 30,
      share_2021_gap: "",
    });
  });

  test.each([
    ["plain bars along x", bars(ACROSS), "students.japan.students"],
    ["plain bars that stand", bars(UPRIGHT, "bar", "200"), "students.japan.students"],
    ["plain dots", bars(ACROSS, "point"), "students.japan.students"],
    ["the first of the bars", bars(ACROSS), "students.korea.students"],
    ["bars with labels of their own", studentsChart(), "students.japan.students"],
    ["bars with lines and labels in many layers", shiftChart(), "anso.research.shift"],
  ])("is said in a chart of %s, in every drawing, and no mark stands for it", async (_, each, id) => {
    const drawing = await drawn(withGap(each, id));
    const whole = await drawn(brief([each]));
    for (const finish of FINISHES) {
      expect(texts(drawing[finish].svg).filter((text) => text === "missing")).toHaveLength(1);
      expect(texts(whole[finish].svg)).not.toContain("missing");
    }
    const shapes = (svg: string): number => svg.split("<path").length;
    expect(shapes(drawing.wide.svg)).toBeLessThan(shapes(whole.wide.svg));
    expect(drawing.numbers.map(({ figure }) => figure)).not.toContain(id);
  });

  test("leaves the other rows as they stand", async () => {
    const drawing = await drawn(withGap(bars(ACROSS), "students.japan.students"));
    const labels = texts(drawing.wide.svg);
    expect(labels).toEqual(expect.arrayContaining(["South Korea", "Japan", "Laos"]));
    expect(labels.indexOf("South Korea")).toBeLessThan(labels.indexOf("Laos"));
  });

  test("is no zero to a condition, nor to a number that is printed", async () => {
    const condition = `${ACROSS}, "color": { "condition": { "test": "datum.students <= 0", "value": "theme:falling" }, "value": "theme:bar" }`;
    const dots = (await drawn(withGap(bars(condition, "point"), "students.japan.students"))).download.svg;
    expect(dots).not.toContain("#c8672e");
    const printed = ACROSS.replace('"x": {', '"x": { "value": 0 }, "text": {')
      .replace(', "title": null }', " }")
      .replace(', "sort": "-x"', "");
    const { problems } = await chart(withGap(bars(printed, "text"), "students.japan.students"), host);
    expect(problems.map(({ message }) => message)).toEqual(['"students" as a text has no number of digits']);
  });

  test("breaks a line, which does not fall to zero", async () => {
    const drawing = await drawn(withGap(bars(LINE, "line", "200"), "students.laos.students"));
    const [path = ""] = /<path [^>]*d="M[^"]*M[^"]*"/.exec(drawing.wide.svg) ?? [];
    expect(path).not.toBe("");
    expect(path).not.toContain(",200");
    const lone = withGap(bars(LINE, "line", "200"), "students.laos.students", "students.russia.students");
    const { problems } = await chart(lone, host);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining("a line needs two points")]);
  });

  test("must be said by the author where no mark stands for the column that has none", async () => {
    const sized = `${ACROSS}, "size": { "field": "rank", "type": "quantitative", "legend": {} }`;
    const { problems } = await chart(withGap(bars(sized, "point"), "students.india.rank"), host);
    expect(problems.map(({ code }) => code)).toContain("chart/gap-not-said");
    expect(problems.map(({ message }) => message).join()).toContain("rank of india");
  });

  test("is told at once where no row has a number", async () => {
    const all = COUNTRIES.map(([row]) => `students.${row}.students`);
    const { problems } = await chart(withGap(bars(ACROSS), ...all), host);
    expect(problems.map(({ code }) => code)).toEqual(["chart/empty"]);
  });

  test("must be said by the author where several several columns have gaps", async () => {
    // Without the texts at the end of each row, which would say it.
    const text = sharesChart().spec.text.replace('"text": { "field": "shift_pp_text" }', '"text": { "value": "x" }');
    const charted = withGap(sharesChart(text), "anso.research.share_2021", "anso.research.shift_pp");
    const { value, problems } = await chart(charted, host);
    expect(value).toBeUndefined();
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(["chart/gap-not-said"]));
    expect(problems[0]?.message).toContain("share_2021 of research");
    expect(problems[0]?.hint).toContain('"text": { "field": "share_2021_gap" }');
    expect(problems[0]?.place.file).toBe("templates/sample/charts/anso-shares.vl.json");
  });

  test("is said by the texts that print numbers, where they stand somewhere without one", async () => {
    const drawing = await drawn(withGap(sharesChart(), "anso.research.share_2021", "anso.research.shift_pp"));
    for (const finish of FINISHES) expect(texts(drawing[finish].svg)).toContain("missing");
  });

  test("is drawn where the author says it", async () => {
    const said =
      '{ "mark": { "type": "text", "align": "left" }, "encoding": { "x": { "value": 0 }, "text": { "field": "shift_gap" } } }';
    const text = shiftChart().spec.text.replace('"layer": [', `"layer": [ ${said},`);
    const drawing = await drawn(withGap(shiftChart(text), "anso.research.shift"));
    for (const finish of FINISHES)
      expect(texts(drawing[finish].svg).filter((each) => each === "missing")).toHaveLength(1);
  });

  test("is none of a chart's business where it shows another column", async () => {
    const drawing = await drawn(withGap(shiftChart(), "anso.research.share_2021"));
    expect(texts(drawing.wide.svg)).not.toContain("missing");
  });

  test("does not hide what is wrong with the rest, told at its place", async () => {
    const text = shiftChart().spec.text.replace('"thickness": 1.5, "size": 34', '"thickness": 1.5, "size": 800');
    const { problems } = await chart(withGap(shiftChart(text), "anso.research.shift"), host);
    const plain = await chart(brief([shiftChart(text)]), host);
    const spots = (all: typeof problems): readonly string[] => all.map(({ code, place }) => `${code} ${place.line}`);
    expect(plain.problems.length).toBeGreaterThan(0);
    expect(spots(problems)).toEqual(spots(plain.problems));
  });
});
