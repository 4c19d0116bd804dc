import { beforeAll, describe, expect, test } from "vitest";
import type { DefinitionList } from "../../../pipeline/model/doc.ts";
import { blockContent, textColumn } from "../../../pipeline/render/pdf/content/blocks.ts";
import { columnsFor } from "../../../pipeline/render/pdf/content/column-widths.ts";
import { keyNumber } from "../../../pipeline/render/pdf/content/key-number.ts";
import { settingFor, type Setting } from "../../../pipeline/render/pdf/setting.ts";
import { doc } from "./fixture.ts";
import { drawings, language, theme, typefaces } from "./house.ts";
import { block, figure, place, text } from "./kit.ts";
import { sharesTable } from "./tables.ts";

let setting: Setting;
beforeAll(async () => {
  setting = settingFor({ doc, drawings: drawings(), data: new Map(), theme, language, typefaces: await typefaces() });
});

const WIDE = 500;

describe("the columns of a table that has room to spare", () => {
  test("begin at its edge: the numbers of a first column are not moved from it", () => {
    const { columns, rows } = sharesTable();
    const numbers = {
      columns: columns.slice(1),
      headers: [],
      rows: rows.map((row) => ({ ...row, cells: row.cells.slice(1) })),
    };
    expect(numbers.columns[0]?.align).toBe("end");
    const { widths } = columnsFor(numbers, WIDE, setting);
    const { widths: wider } = columnsFor(numbers, WIDE + 90, setting);
    expect(wider[0]).toBe(widths[0]);
    expect(wider.slice(1).every((width, i) => width > (widths[i + 1] ?? 0))).toBe(true);
  });

  test("share it where the first has words", () => {
    const table = sharesTable();
    expect(table.columns[0]?.align).toBe("start");
    const { widths } = columnsFor(table, WIDE + 200, setting);
    const { widths: wider } = columnsFor(table, WIDE + 290, setting);
    expect(wider[0]).toBeGreaterThan(widths[0] ?? 0);
  });
});

test.each([
  [120, "about 79\u00A0per\u00A0cent"],
  [30, "about 79 per cent"],
])("a number to take away keeps its unit in its line, if there is room for both: in %s points", (width, printed) => {
  const runs = keyNumber([figure("about 79 per cent")], width, setting);
  expect(runs.map((run) => run.text).join("")).toBe(printed);
});

test("what is told of a name in a list is not justified", () => {
  const list: DefinitionList = {
    kind: "definitions",
    id: block("list"),
    place,
    entries: [{ term: [text("amounts")], description: [text("amount_2021, amount_2022")] }],
  };
  const [, told] = blockContent(list, textColumn(setting), setting);
  expect(told).toMatchObject({ kind: "text", alignment: "left" });
  const [paragraph] = blockContent(
    { kind: "paragraph", id: block("p"), place, inlines: [text("words")] },
    textColumn(setting),
    setting,
  );
  expect(paragraph).not.toHaveProperty("alignment");
});
