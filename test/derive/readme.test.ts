import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FUNCTIONS } from "../../pipeline/derive/formula.ts";
import { tableShape } from "../../pipeline/load/tables.ts";
import { parseUnit } from "../../pipeline/load/unit.ts";
import { SCALES } from "../../pipeline/model/unit.ts";

/** README lists what formulas, units and tables know, and nothing else. */

const readme = readFileSync(join(import.meta.dirname, "..", "..", "README.md"), "utf8");
const section = (name: string): string => readme.split(`### ${name}\n`)[1]?.split(/\n##/)[0] ?? "";
const firstCells = (name: string): readonly string[] =>
  [...section(name).matchAll(/^\| (`.*?) \| /gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code),
  );

test("every function of formulas", () => {
  const names = new Set(firstCells("Formulas").map((call) => call.replace(/\(.*/, "")));
  expect([...names].toSorted()).toEqual([...FUNCTIONS, "sum", "previous", "rescale"].toSorted());
});

test("every kind of unit, as authors write them", () => {
  const units = firstCells("Units").map((text) => parseUnit(text, "data"));
  expect(units).not.toContain(undefined);
  const kinds = new Set(units.map((unit) => unit?.kind));
  expect(kinds).toEqual(new Set(["amount", "count", "share", "points", "change", "ratio", "rank", "rate", "per"]));
  const scales = units.flatMap((unit) => (unit?.kind === "amount" ? [unit.scale] : []));
  expect(scales).toEqual([...SCALES]);
});

test("every key of a table", () => {
  expect(firstCells("The file of a table").toSorted()).toEqual(Object.keys(tableShape.shape).toSorted());
  for (const key of Object.keys(tableShape.shape.columns.element.shape))
    expect(section("The file of a table")).toContain(`\`${key}`);
});
