import { beforeAll, describe, expect, test } from "vitest";
import { audit, type Expected } from "../../pipeline/chart/audit.ts";
import { compiledMarks } from "../../pipeline/chart/compiled.ts";
import { houseConfig } from "../../pipeline/chart/house-config.ts";
import { isObject } from "../../pipeline/chart/json.ts";
import { chartRows } from "../../pipeline/chart/rows.ts";
import { readScene, type Scene, type SceneMark, type SceneText } from "../../pipeline/chart/scene.ts";
import { named } from "../../pipeline/chart/views.ts";
import { runVega } from "../../pipeline/chart/vega-run.ts";
import { openTypefaces, type Typefaces } from "../../pipeline/type/typefaces.ts";
import { brief, host, studentsChart } from "./fixture.ts";

let scene: Scene;
let expected: Expected;
let typefaces: Typefaces;

beforeAll(async () => {
  typefaces = await openTypefaces(host);
  const design = studentsChart();
  const sample = brief([design]);
  const dataset = sample.datasets.get(design.rows);
  if (dataset === undefined) throw new Error("the sample has no such dataset");
  const { rows } = chartRows(sample, dataset, design.words);
  const spec = isObject(design.spec.json) ? design.spec.json : {};
  const values = rows.data.map((row) => ({ ...row }));
  const run = await runVega(
    { ...named(spec), data: { name: "rows", values }, width: 640 },
    houseConfig(sample.theme, sample.language),
    "Source Sans 3",
    typefaces,
  );
  scene = readScene(run, "Source Sans 3");
  expected = {
    rows: rows.data.map((row) => String(row["row"])),
    gaps: new Map(),
    marks: compiledMarks(run.compiled),
    scales: run.scales,
    theme: sample.theme,
    width: 640,
    leastSize: 11,
  };
});

const messages = (damaged: Scene, against = expected): string =>
  audit(damaged, against, typefaces)
    .map(({ message }) => message)
    .join("\n");
const withMark = (row: string, change: (mark: SceneMark) => SceneMark): Scene => ({
  ...scene,
  marks: scene.marks.map((mark) => (mark.row === row ? change(mark) : mark)),
});
const withText = (text: string, change: (drawn: SceneText) => SceneText): Scene => ({
  ...scene,
  texts: scene.texts.map((each) => (each.text === text ? change(each) : each)),
});

describe("the audit of a drawing", () => {
  test("finds nothing in the drawing as it is, with its ten bars and twenty texts", () => {
    expect(messages(scene)).toBe("");
    expect(scene.marks.map((mark) => mark.row)).toHaveLength(10);
    expect(scene.texts).toHaveLength(20);
  });

  test("sees a lost mark", () => {
    expect(messages({ ...scene, marks: scene.marks.filter((mark) => mark.row !== "laos") })).toContain(
      "leaves out laos",
    );
  });

  const longer = ([start = 0, end = 0]: readonly number[]): readonly number[] => [start, end + (end - start) / 10];
  test("sees a bar ten per cent too long", () => {
    expect(
      messages(withMark("india", ({ ends, ...mark }) => ({ ...mark, ends: { ...ends, x: longer(ends.x) } }))),
    ).toContain("bar of india");
  });

  test("sees a bar moved off the line where the others begin", () => {
    expect(
      messages(
        withMark("india", ({ ends, ...mark }) => ({ ...mark, ends: { ...ends, x: ends.x.map((end) => end + 9) } })),
      ),
    ).toContain("does not begin at zero");
  });

  test("sees texts over each other, cut, tiny, outside, or without a glyph", () => {
    const thailand = scene.texts.find((text) => text.text === "Thailand");
    const there = { x1: thailand?.x1 ?? 0, x2: thailand?.x2 ?? 0, y1: thailand?.y1 ?? 0, y2: thailand?.y2 ?? 0 };
    expect(messages(withText("Laos", (text) => ({ ...text, ...there })))).toContain("over each other");
    expect(messages(withText("Laos", (text) => ({ ...text, limit: 10 })))).toContain('"Laos" is cut');
    expect(messages(withText("Laos", (text) => ({ ...text, size: 10 })))).toContain('"Laos" is set in 10');
    expect(messages(withText("Laos", (text) => ({ ...text, x1: -3 })))).toContain('"Laos" reaches beyond');
    expect(messages(withText("Laos", (text) => ({ ...text, text: "老撾" })))).toContain("no glyph");
  });
});
