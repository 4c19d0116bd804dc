import { expect, test } from "vitest";
import { renamedData, type NamedSide } from "../../pipeline/editions/renamed.ts";
import type { Ledger } from "../../pipeline/model/figure.ts";

/** What "how the numbers were made" calls otherwise. */

type Given = readonly [figure: string, sources: readonly string[], cited: readonly string[]];

const side = (title: string, row: string, ...numbers: readonly Given[]): NamedSide =>
  ({
    text: {
      lineage: [
        {
          dataset: "money",
          title,
          rows: [{ title: row, sources: [], numbers: numbers.map(([figure, , sources]) => ({ figure, sources })) }],
        },
      ],
    },
    ledger: {
      figures: Object.fromEntries(numbers.map(([figure, source]) => [figure, { source }])),
    } as unknown as Ledger,
  }) as unknown as NamedSide;

const told = (old: NamedSide, now: NamedSide): readonly string[] =>
  renamedData(old, now, "there").map(({ where, old: was, new: is }) => `${where}: ${was} | ${is}`);

const OLD: Given = ["money.towns.share", ["mot"], ["Ministry, 2025."]];

test.each<[what: string, now: NamedSide, wanted: readonly string[]]>([
  ["nothing", side("Money", "Towns", OLD), []],
  ["a dataset", side("Funds", "Towns", OLD), ["there: Money | Funds"]],
  ["a row", side("Money", "Communes", OLD), ["there: Towns | Communes"]],
  [
    "a source that is the same one",
    side("Money", "Towns", ["money.towns.share", ["mot"], ["Ministry of Transport, 2025."]]),
    ["there: Ministry, 2025. | Ministry of Transport, 2025."],
  ],
  ["another source, which is told of its figure", side("Money", "Towns", ["money.towns.share", ["other"], ["X."]]), []],
  ["one source more", side("Money", "Towns", ["money.towns.share", ["a", "mot"], ["A.", "Ministry, 2025."]]), []],
  ["a row that is new", side("Money", "Lakes", ["money.lakes.share", ["mot"], ["Ministry, 2025."]]), []],
])("%s", (_, now, wanted) => {
  expect(told(side("Money", "Towns", OLD), now)).toEqual(wanted);
});

test("one wording of many rows is told once", () => {
  const numbers = (text: string): readonly Given[] => ["a", "b"].map((row) => [`money.${row}.share`, ["mot"], [text]]);
  expect(told(side("Money", "Towns", ...numbers("A.")), side("Money", "Towns", ...numbers("B.")))).toEqual([
    "there: A. | B.",
  ]);
});

test("an edition whose record has no such words is held against none", () => {
  const old = { ...side("Money", "Towns", OLD), text: {} } as unknown as NamedSide;
  expect(told(old, side("Funds", "Towns", OLD))).toEqual([]);
});
