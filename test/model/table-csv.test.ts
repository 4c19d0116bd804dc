import { describe, expect, it } from "vitest";
import type { TableId, DatasetId } from "../../pipeline/model/id.ts";
import type { TableDesign } from "../../pipeline/model/template.ts";
import { tableCsv } from "../../pipeline/model/table-csv.ts";
import { count, deriveAll, million, number, type Sketch } from "../derive/fixture.ts";

const place = { file: "templates/t/tables/d.yaml", line: 1, column: 1 };

async function csv(sketch: Sketch, ...columns: readonly string[]): Promise<string> {
  const { value, problems } = await deriveAll({ d: sketch });
  if (!value) throw new Error(problems.map(({ message }) => message).join("; "));
  const design: TableDesign = {
    id: "d" as TableId,
    rows: "d" as DatasetId,
    caption: { text: "", place },
    columns: columns.map((column) => ({ column, heading: { text: "", place }, head: false, format: {}, place })),
    notes: [],
    place,
  };
  return tableCsv(design, value);
}

describe("the CSV of a table", () => {
  it("has numbers as typed, and the ends of derived ones", async () => {
    const sketch: Sketch = {
      rounding: "half-up",
      figures: { whole: number("8", million) },
      columns: { money: million },
      rows: { north: { money: "5.0" }, south: { money: "-3" } },
      each: { twice: "money * 2" },
    };
    expect(await csv(sketch, "money", "twice")).toBe(
      "name,money,twice,twice_lo,twice_hi\nnorth,5.0,10,9.9,10.1\nsouth,-3,-6,-7,-5\n",
    );
  });

  it("has the author's symbols for what is not there, and flags in a column of their own where there are any", async () => {
    const sketch: Sketch = {
      columns: { money: million, people: count() },
      rows: {
        north: { money: "5 pr", people: "2" },
        south: { money: ":", people: "3" },
        east: { money: "7", people: "c" },
      },
      each: { each_one: "people * 2", twice: "money * 2", both: "people - people" },
    };
    expect(await csv(sketch, "money", "twice", "people", "each_one")).toBe(
      [
        "name,money,money_flags,twice,twice_lo,twice_hi,twice_flags,people,each_one,each_one_lo,each_one_hi",
        "north,5,pr,10,9,11,pr,2,4,3,5",
        "south,:,,:,,,,3,6,5,7",
        "east,7,,14,13,15,,c,c,,",
        "",
      ].join("\n"),
    );
  });

  it("shows the id and the period of a series apart", async () => {
    const sketch: Sketch = {
      columns: { people: count() },
      rows: { "laos@2017": { people: "5" }, "laos@2018": { people: "6" } },
      each: { more: "people - previous(people)" },
    };
    expect(await csv(sketch, "more")).toBe("name,year,more,more_lo,more_hi\nlaos,2017,z,,\nlaos,2018,1,0,2\n");
  });
});
