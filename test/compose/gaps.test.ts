import { describe, expect, test } from "vitest";
import type { Block, Table } from "../../pipeline/model/doc.ts";
import { plainText } from "../../pipeline/model/inline.ts";
import { composed, firstText, problemLines } from "./composed.ts";

const NBSP = "\u00A0";

const PUPILS = {
  "data/b/pupils.yaml": `title: Pupils
source: bai-2018
rounding: exact
figures:
  all: { value: 90 e, unit: count of pupils }
  secret: { value: c, unit: count of pupils }
columns:
  town: { type: id }
  year: { type: period }
  label: { type: text }
  pupils: { unit: count of pupils }
rows:
  - { town: ayr, year: 2018, label: Ayr, pupils: 20 p }
  - { town: ayr, year: 2019, label: Ayr, pupils: 30 rb }
  - { town: bath, year: 2018, label: Bath, pupils: .. }
  - { town: bath, year: 2019, label: Bath, pupils: 40 }
derive:
  each: { more: pupils - previous(pupils) }
`,
  "templates/small/tables/pupils.yaml": `rows: pupils
caption: Pupils
columns:
  - { column: town, heading: Town, head: true }
  - { column: year, heading: Year }
  - { column: pupils, heading: Pupils }
  - { column: more, heading: More }
total: { label: All, figures: { pupils: all, more: secret } }
notes: [A note.]
`,
};

const lines = async (prose: string): Promise<readonly string[]> =>
  problemLines(await composed(`${prose}\n`, PUPILS)).filter((line) => !line.startsWith("discrepancy"));

async function table(): Promise<Table> {
  const outcome = await composed('{{table "pupils"}}\n', PUPILS);
  const find = (blocks: readonly Block[]): Table | undefined => {
    for (const block of blocks) {
      const found = block.kind === "table" ? block : block.kind === "section" ? find(block.blocks) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  const found = find(outcome.value?.doc.body ?? []);
  if (!found) throw new Error(JSON.stringify(outcome.problems));
  return found;
}

describe("in prose", () => {
  test.each([
    ["{{figure pupils.bath_2018.pupils}}", "it is missing"],
    ["{{about pupils.bath_2018.pupils}}", "it is missing"],
    ["{{range pupils.secret}}", "it is confidential"],
    ['{{move pupils.bath_2019.more up="rose" down="fell"}}', "it is missing"],
    ['{{says "many" pupils.secret ">1"}}', "it is confidential"],
    ["{{#each pupils.rows as |row|}}{{figure row.pupils}} {{/each}}", "it is missing"],
  ])("%s of a gap is a problem that says why", async (prose, why) => {
    const found = (await lines(prose)).filter((line) => line.startsWith("figure/no-value"));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(why);
  });

  test("the problem names the cell, and what a formula rests on", async () => {
    const { problems } = await composed("{{figure pupils.bath_2019.more}}\n", PUPILS);
    const found = problems.find((each) => each.code === "figure/no-value");
    expect(found?.message).toBe("pupils.bath_2019.more has no value: it is missing");
    expect(found?.arithmetic).toContain("it rests on pupils.bath_2018.pupils, pupils.bath_2019.pupils");
  });

  test("a comparison with a gap, and a place in a column with one, are problems", async () => {
    expect(await lines('{{says "more" pupils.all "> pupils.secret"}}')).toContain(
      "figure/no-value 1:1 pupils.secret has no value to compare with: confidential",
    );
    const found = (await lines('{{says "the most" pupils.ayr_2018.pupils "rank 1"}}')).join();
    expect(found).toContain("word/undetermined");
  });

  test("a place is one among the rows of the same period", async () => {
    expect(firstText(await composed('{{says "ahead" pupils.bath_2019.pupils "rank 1"}}\n', PUPILS))).toBe("ahead");
  });

  test("switched off, the check leaves the text without the number", async () => {
    const outcome = await composed("Some {{figure pupils.secret}} of them.\n", PUPILS, ["figure/no-value"]);
    expect(firstText(outcome)).toBe("Some  of them.");
  });
});

describe("in tables", () => {
  test("a gap shows its symbol, a flagged number its letters, an id and a period themselves", async () => {
    const { rows } = await table();
    expect(rows.map((row) => row.cells.map((cell) => plainText(cell.inlines)))).toEqual([
      ["ayr", "2018", `20${NBSP}p`, "z"],
      ["ayr", "2019", `30${NBSP}rb`, `10${NBSP}prb`],
      ["bath", "2018", "..", ".."],
      ["bath", "2019", "40", ".."],
      ["All", "", `90${NBSP}e`, "c"],
    ]);
    expect(rows[2]?.cells[2]?.inlines).toMatchObject([{ kind: "abbreviation", text: "..", title: "not available" }]);
    expect(rows[1]?.cells[2]?.inlines).toMatchObject([
      { kind: "figure", text: "30" },
      { kind: "text" },
      { kind: "abbreviation", text: "r", title: "revised" },
      { kind: "abbreviation", text: "b", title: "break in series" },
    ]);
    expect(rows[2]?.cells[2]?.align).toBe("end");
  });

  test("the last note is a legend of what stands in the cells, with an id of its own", async () => {
    const { notes } = await table();
    expect(notes.map((note) => note.id)).toEqual(["table-pupils-note-1", "table-pupils-legend"]);
    expect(plainText(notes[1]?.inlines ?? []).replaceAll(NBSP, " ")).toBe(
      "p provisional; e estimated; r revised; b break in series; .. not available; c confidential; z not applicable",
    );
  });

  test("a table without gaps and flags has no legend", async () => {
    const outcome = await composed('{{table "shares"}}\n');
    const block = outcome.value?.doc.body[0]?.blocks[0];
    expect(block?.kind === "table" && block.notes.map((note) => note.id)).toEqual(["table-shares-note-1"]);
  });
});

test("the ledger lists gaps and flags", async () => {
  const ledger = (await composed("Text.\n", PUPILS)).value?.ledger;
  expect(ledger?.gaps?.["pupils.bath_2018.pupils"]).toMatchObject({ absence: "missing", from: [] });
  expect(ledger?.gaps?.["pupils.bath_2019.more"]).toMatchObject({
    absence: "missing",
    formula: "pupils - previous(pupils)",
    from: ["pupils.bath_2018.pupils", "pupils.bath_2019.pupils"],
  });
  expect(ledger?.figures["pupils.ayr_2019.pupils"]?.flags).toEqual(["revised", "break"]);
  expect((await composed("Text.\n")).value?.ledger.gaps).toBeUndefined();
});
