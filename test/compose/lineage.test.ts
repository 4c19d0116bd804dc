import { beforeAll, describe, expect, test } from "vitest";
import type { Composed } from "../../pipeline/model/brief.ts";
import { allBlocks, eachInline } from "../../pipeline/model/doc-walk.ts";
import type { NumberLineage, RowLineage } from "../../pipeline/model/lineage.ts";
import { composedSample } from "./composed.ts";

let brief: Composed;
beforeAll(async () => {
  const { value } = await composedSample();
  if (!value) throw new Error("the sample is not composed");
  brief = value;
});

const rows = (): readonly RowLineage[] => brief.doc.lineage.flatMap((each) => each.rows);
function lineOf(figure: string): NumberLineage | undefined {
  return rows()
    .flatMap(({ numbers }) => numbers)
    .find((each) => each.figure === figure);
}

describe("how the numbers were made", () => {
  test("a given number has its line, and what rounding leaves", () => {
    expect(lineOf("anso.research.share_2022")).toMatchObject({
      name: "share_2022",
      text: "23\u00A0per cent",
      range: "between 22.5 and 23.5",
      line: "line\u00A019",
      from: [],
    });
    expect(lineOf("anso.research.share_2022")?.formula).toBeUndefined();
  });

  test("a derived number has its formula, the numbers in it, and what lies outside of its row", () => {
    expect(lineOf("anso.research.amount_2022")).toMatchObject({
      formula: "share_2022 × total_2022",
      filled: "23 × 147",
      text: "CNY\u00A033.81\u00A0million",
      range: "between 32.9 and 34.7",
      from: [{ figure: "anso.total_2022", name: "total_2022" }],
    });
    expect(lineOf("anso.research.shift")).toMatchObject({
      formula: "amount_2022 \u2212 amount_2021",
      filled: "33.81 \u2212 27.3",
      text: "CNY\u00A06.51\u00A0million",
      from: [],
    });
    expect(lineOf("anso.research.shift_pp")?.text).toBe("\u22127\u00A0percentage points");
  });

  test("an exact number has no range, and all cells of its column as inputs", () => {
    expect(lineOf("students.top_ten")).toMatchObject({
      text: "226,373 students",
      formula: "sum(students)",
    });
    expect(lineOf("students.top_ten")?.range).toBeUndefined();
    expect(lineOf("students.top_ten")?.from).toHaveLength(10);
  });

  test("each number of the text is there, and each that it rests on", () => {
    const told = new Set(rows().flatMap(({ numbers }) => numbers.map(({ figure }) => figure)));
    const wanted = new Set<string>();
    eachInline(brief.doc, (inline) => {
      if (inline.kind === "figure" || inline.kind === "word") wanted.add(inline.figure);
    });
    for (const id of told) for (const from of brief.figures.get(id)?.from ?? []) wanted.add(from);
    expect([...wanted].filter((id) => !told.has(id as NumberLineage["figure"]))).toEqual([]);
    expect(wanted.size).toBeGreaterThan(90);
  });

  test("a row names its source and where it is shown, in the order of reading, each place once", () => {
    const research = rows().find(({ title }) => title === "Research projects");
    expect(research?.sources).toEqual(["ANSO annual reports, ANSO Secretariat, Beijing."]);
    const names = research?.shownIn.map(({ words }) => words) ?? [];
    expect(names.slice(0, 3)).toEqual(["Summary", "Table 1", "Figure 1"]);
    expect(names).toHaveLength(new Set(names).size);
    const blocks = new Set<string>(
      [...allBlocks(brief.doc), ...brief.doc.notes, ...brief.doc.discrepancies].map(({ id }) => id),
    );
    expect(rows().flatMap(({ shownIn }) => shownIn.filter(({ block }) => !blocks.has(block)))).toEqual([]);
  });

  test("numbers of several sources name each its own", () => {
    const literature = brief.doc.lineage.find(({ dataset }) => dataset === "literature")?.rows[0];
    expect(literature?.sources).toEqual([]);
    expect(literature?.numbers.find(({ name }) => name === "coauthored")?.sources.join()).toContain("Hepeng Jia");
  });
});

test("the time that the text takes to read is that of its words", async () => {
  expect(brief.doc.readingTime).toMatch(/^\d+ minutes to read$/);
  const { value } = await composedSample([
    ["templates/house/languages/en.yaml", '"{minutes} minutes to read"', '"in {minutes} minutes"'],
  ]);
  expect(value?.doc.readingTime).toMatch(/^in \d+ minutes$/);
});
