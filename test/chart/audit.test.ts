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

  test("sees a bar of a stack that begins elsewhere than the bar before it ends", () => {
    const [length] = expected.marks.flatMap((mark) => (mark.length === undefined ? [] : [mark.length]));
    if (length === undefined) throw new Error("the drawing has no bars");
    const stacked = {
      ...expected,
      marks: expected.marks.map((mark) =>
        mark.length === undefined ? mark : { ...mark, length: { ...length, stacked: true } },
      ),
    };
    expect(messages(scene, stacked)).toBe("");
    const moved = withMark("india", ({ ends, ...mark }) => ({
      ...mark,
      ends: { ...ends, x: ends.x.map((end) => end + 9) },
    }));
    expect(messages(moved, stacked)).toContain("bar of india does not begin at zero");
  });

  test("sees a mark that is not where its number is, and one beyond its scale", () => {
    const dots: Expected = {
      ...expected,
      marks: expected.marks.map((mark) =>
        mark.length === undefined
          ? mark
          : {
              ...mark,
              length: undefined,
              scaled: {
                x: [{ field: mark.length.field, scale: mark.length.scale, type: "linear", end: "second" }],
                y: [],
              },
            },
      ),
    };
    expect(messages(scene, dots)).toBe("");
    const moved = withMark("india", ({ ends, ...mark }) => ({
      ...mark,
      ends: { ...ends, x: ends.x.map((end) => end + 2) },
    }));
    expect(messages(moved, dots)).toContain("of india is not where 23198 is on the scale");
    expect(messages(withMark("india", (mark) => ({ ...mark, x2: mark.plot.x2 + 12 })))).toContain(
      "of india reaches beyond the scale",
    );
  });

  test("sees a drawing that is too wide, and one whose plot is too narrow", () => {
    expect(messages({ ...scene, width: 660 })).toContain("The drawing is 660 wide and must be 640");
    const narrow = scene.plots.map((plot) => ({ ...plot, x2: plot.x1 + 90 }));
    expect(messages({ ...scene, plots: narrow })).toContain("leave 90 of 640");
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
