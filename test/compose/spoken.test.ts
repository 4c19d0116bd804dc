import { beforeAll, expect, test } from "vitest";
import { allBlocks } from "../../pipeline/model/doc-walk.ts";
import type { Table } from "../../pipeline/model/doc.ts";
import { plainText } from "../../pipeline/model/inline.ts";
import { composedSample } from "./composed.ts";

let tables: readonly Table[];
beforeAll(async () => {
  const { value } = await composedSample();
  tables = value ? allBlocks(value.doc).filter((block) => block.kind === "table") : [];
});

const spoken = (table: Table | undefined): readonly (string | undefined)[] =>
  table?.rows.map(({ cells }) => {
    const [figure] = cells.at(-1)?.inlines ?? [];
    return figure?.kind === "figure" ? figure.spoken : undefined;
  }) ?? [];

test("an interval in a cell is spoken from its ends, and a minus as a word", () => {
  const money = tables.find(({ table }) => table === "anso-money");
  expect(spoken(money)).toContain("between +5.0 and +8.0");
  expect(spoken(money)).toContain("between minus 5.1 and minus 2.5");
  expect(money?.rows.map(({ cells }) => plainText(cells.at(-1)?.inlines ?? []))).toContain("\u22125.1 to \u22122.5");
});

test("the heads of a table say the unit of their numbers where they do not print it", () => {
  const units = tables.map(({ headers }) =>
    headers.flat().flatMap(({ inlines, unit }) => (unit === undefined ? [] : [`${plainText(inlines)}, ${unit}`])),
  );
  expect(units).toEqual([
    [],
    ["Spent in 2021", "Planned for 2022", "Calculated", "Range that rounding allows"].map(
      (head) => `${head}, CNY\u00A0million`,
    ),
    [],
  ]);
});
