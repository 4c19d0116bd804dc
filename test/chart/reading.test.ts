import { describe, expect, test } from "vitest";
import { chart } from "../../pipeline/chart/chart.ts";
import type { ChartReading } from "../../pipeline/model/drawing.ts";
import type { ChartDesign } from "../../pipeline/model/template.ts";
import { readingOf } from "../../pipeline/chart/reading.ts";
import { chartRows } from "../../pipeline/chart/rows.ts";
import { crop, harvest, number, year } from "./gallery-specs.ts";
import { without } from "./without.ts";
import { brief, host, sharesChart, shiftChart, studentsChart } from "./fixture.ts";
import { GALLERY } from "./gallery.ts";

async function readingFrom(design: ChartDesign): Promise<ChartReading> {
  const { value } = await chart(brief([design]), host);
  const reading = value?.drawings.get(design.id)?.reading;
  if (reading === undefined) throw new Error(`${design.id} is not drawn`);
  return reading;
}
const inGallery = (id: string): ChartDesign => {
  const found = GALLERY.find((design) => design.id === id);
  if (found === undefined) throw new Error(`no ${id} in the gallery`);
  return found;
};

/** Ends that rounding decides, of a measure that every row has. */
const SURE = { open: [], missing: [] };

describe("what a chart tells at a glance", () => {
  test("the ends of each measure, several rows where they are level, and the row that moves most", async () => {
    expect(await readingFrom(sharesChart())).toEqual({
      kind: "dots",
      panels: 1,
      rows: 6,
      measures: [
        {
          column: "share_2021",
          least: ["anso.network.share_2021"],
          greatest: ["anso.scholarships.share_2021"],
          ...SURE,
        },
        {
          column: "share_2022",
          least: ["anso.network.share_2022", "anso.advisory.share_2022"],
          greatest: ["anso.scholarships.share_2022"],
          ...SURE,
        },
      ],
      moved: { from: "anso.scholarships.share_2021", to: "anso.scholarships.share_2022", along: "columns" },
    });
  });

  test("the column of a range is told once, and one column alone moves nowhere", async () => {
    const { kind, measures, moved } = await readingFrom(shiftChart());
    expect([kind, measures.map(({ column }) => column), moved]).toEqual(["bars", ["shift"], undefined]);
    expect((await readingFrom(studentsChart())).measures).toEqual([
      { column: "students", least: ["students.kazakhstan.students"], greatest: ["students.korea.students"], ...SURE },
    ]);
  });

  test("a series moves from its first to its last period, and the one that moves most is decided beyond rounding", async () => {
    const lines = await readingFrom(inGallery("lines-in-time-labelled-at-the-end"));
    expect(lines.kind).toBe("lines");
    // Wheat goes from 412 to 489, barley from 233 to 281.
    expect(lines.moved).toEqual({
      from: "harvest.wheat.2018.tonnes",
      to: "harvest.wheat.2023.tonnes",
      along: "periods",
    });
  });

  test("numbers along two axes are not compared with each other", async () => {
    const { measures, moved } = await readingFrom(inGallery("scatter"));
    expect(measures).toHaveLength(2);
    expect(moved).toBeUndefined();
  });

  test("nothing is said to move most where rounding does not decide it", async () => {
    // Two rows whose shares both rise by about thirty points.
    const level = [
      ["scholarships", "A", 10, 40],
      ["b", "B", 20, 50],
    ] as const;
    const { value } = await chart(brief([sharesChart()], level), host);
    expect(value?.drawings.get(sharesChart().id)?.reading).toBeDefined();
    expect(value?.drawings.get(sharesChart().id)?.reading.moved).toBeUndefined();
    const clear = [
      ["scholarships", "A", 10, 40],
      ["b", "B", 20, 20],
    ] as const;
    const other = await chart(brief([sharesChart()], clear), host);
    expect(other.value?.drawings.get(sharesChart().id)?.reading.moved?.to).toBe("anso.scholarships.share_2022");
  });

  test("rows without a number are named, and series of other spans are not compared", async () => {
    const dots = harvest("dots", {
      height: 300,
      encoding: { x: year(), y: number("tonnes", { scale: { domainMin: -60 } }), color: crop({ legend: {} }) },
      mark: { type: "point", filled: true },
    });
    const gone = without(brief([dots]), "harvest.rye.2018.tonnes", "harvest.oats.2020.tonnes");
    const { value, problems } = await chart(gone, host);
    expect(problems).toEqual([]);
    const reading = value?.drawings.get(dots.id)?.reading;
    expect(reading?.measures[0]?.missing).toEqual(["oats.2020", "rye.2018"]);
    expect(reading?.moved).toBeUndefined();
  });

  test("an end is open where rounding leaves it so", () => {
    const given = brief(
      [sharesChart()],
      [
        ["a", "A", 9, 12],
        ["b", "B", 10, 12],
      ],
    );
    const dataset = given.datasets.get(sharesChart().rows);
    if (dataset === undefined) throw new Error("no such dataset");
    const { rows } = chartRows(given, dataset, sharesChart().words);
    const measured = ["share_2021", "amount_2021"].map((field) => ({ field, axis: "x" as const }));
    const { measures } = readingOf({}, { measured, panels: 1 }, rows);
    // 9 and 10 are whole numbers, rounded, and meet at 9.5; 9 % and 10 % of about 91 overlap.
    expect(measures.map(({ open }) => open)).toEqual([[], ["least", "greatest"]]);
  });

  test.each([
    ["heat-map", "heatMap", 1],
    ["stacked-areas", "areas", 1],
    ["small-multiples-of-lines", "lines", 5],
    ["error-bars-alone", "ranges", 1],
    ["panels-beside-each-other", "bars", 2],
  ] as const)("%s is called %s, with %i panels", async (id, kind, panels) => {
    expect(await readingFrom(inGallery(id))).toMatchObject({ kind, panels });
  });

  test("every chart of the gallery measures something", async () => {
    for (const design of GALLERY) expect((await readingFrom(design)).measures, design.id).not.toEqual([]);
  });
});
