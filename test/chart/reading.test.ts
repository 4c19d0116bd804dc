import { describe, expect, test } from "vitest";
import { chart } from "../../pipeline/chart/chart.ts";
import type { ChartReading } from "../../pipeline/model/drawing.ts";
import type { ChartDesign } from "../../pipeline/model/template.ts";
import { brief, host, sharesChart, shiftChart, studentsChart } from "./fixture.ts";
import { GALLERY } from "./gallery.ts";

async function readingOf(design: ChartDesign): Promise<ChartReading> {
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

describe("what a chart tells at a glance", () => {
  test("the ends of each measure, several rows where they are level, and the row that moves most", async () => {
    expect(await readingOf(sharesChart())).toEqual({
      kind: "dots",
      panels: 1,
      rows: 6,
      measures: [
        { column: "share_2021", least: ["anso.network.share_2021"], greatest: ["anso.scholarships.share_2021"] },
        {
          column: "share_2022",
          least: ["anso.network.share_2022", "anso.advisory.share_2022"],
          greatest: ["anso.scholarships.share_2022"],
        },
      ],
      moved: { from: "anso.scholarships.share_2021", to: "anso.scholarships.share_2022", along: "columns" },
    });
  });

  test("the column of a range is told once, and one column alone moves nowhere", async () => {
    const { kind, measures, moved } = await readingOf(shiftChart());
    expect([kind, measures.map(({ column }) => column), moved]).toEqual(["bars", ["shift"], undefined]);
    expect((await readingOf(studentsChart())).measures).toEqual([
      { column: "students", least: ["students.kazakhstan.students"], greatest: ["students.korea.students"] },
    ]);
  });

  test("a series moves from its first to its last period, and the one that moves most is decided beyond rounding", async () => {
    const lines = await readingOf(inGallery("lines-in-time-labelled-at-the-end"));
    expect(lines.kind).toBe("lines");
    // Wheat goes from 412 to 489, barley from 233 to 281.
    expect(lines.moved).toEqual({
      from: "harvest.wheat.2018.tonnes",
      to: "harvest.wheat.2023.tonnes",
      along: "periods",
    });
  });

  test("numbers along two axes are not compared with each other", async () => {
    const { measures, moved } = await readingOf(inGallery("scatter"));
    expect(measures).toHaveLength(2);
    expect(moved).toBeUndefined();
  });

  test("nothing is said to move most where rounding does not decide it", async () => {
    // Two rows whose shares both rise by about two points.
    const level = [
      ["a", "A", 10, 12],
      ["b", "B", 20, 22],
    ] as const;
    const { value } = await chart(brief([sharesChart()], level), host);
    expect(value?.drawings.get(sharesChart().id)?.reading.moved).toBeUndefined();
    const clear = [
      ["a", "A", 10, 13],
      ["b", "B", 20, 20],
    ] as const;
    const other = await chart(brief([sharesChart()], clear), host);
    expect(other.value?.drawings.get(sharesChart().id)?.reading.moved?.to).toBe("anso.a.share_2022");
  });

  test.each([
    ["heat-map", "heatMap", 1],
    ["stacked-areas", "areas", 1],
    ["small-multiples-of-lines", "lines", 5],
    ["error-bars-alone", "ranges", 1],
    ["panels-beside-each-other", "bars", 2],
  ] as const)("%s is called %s, with %i panels", async (id, kind, panels) => {
    expect(await readingOf(inGallery(id))).toMatchObject({ kind, panels });
  });

  test("every chart of the gallery measures something", async () => {
    for (const design of GALLERY) expect((await readingOf(design)).measures, design.id).not.toEqual([]);
  });
});
