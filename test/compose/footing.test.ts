import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SMALL_BRIEF } from "../load/small-brief.ts";
import { composed } from "./composed.ts";

interface Given {
  /** The rows' spending of 2019 and 2024. */
  readonly rows?: readonly (readonly [number | string, number | string])[];
  readonly figures?: string;
  readonly columns?: string;
  readonly checks?: string;
  readonly total?: string;
  readonly language?: string;
}

const ROWS = [
  [100, 120],
  [150, 190],
  [50, 60],
] as const;

/** A brief with a table of two years' spending, and the problems of its totals. */
const brief = async (given: Given): Promise<readonly string[]> => {
  const { rows = ROWS, figures = "", checks = "", language = "en-GB" } = given;
  const outcome = await composed('{{table "money"}}\n', {
    "templates/house/languages/de.yaml": readFileSync("templates/house/languages/de.yaml", "utf8"),
    "data/b/brief.yaml": (SMALL_BRIEF["data/b/brief.yaml"] ?? "").replace("en-GB", language),
    "data/b/money.yaml": `title: Money
source: bai-2018
rounding: half-up
figures:
  total_2019: { value: 300, unit: EUR million }
  total_2024: { value: 370, unit: EUR million }
${figures}
columns:
  payer: { type: id }
  label: { type: text }
${given.columns ?? "  spending_2019: { unit: EUR million }\n  spending_2024: { unit: EUR million }"}
rows:
${rows.map(([a, b], index) => `  - { payer: p${index}, label: Payer, spending_2019: ${a}, spending_2024: ${b} }`).join("\n")}
${checks}
`,
    "templates/small/tables/money.yaml": `rows: money
caption: Money
columns:
  - { column: label, heading: Payer, head: true }
  - { column: spending_2019, heading: Before }
  - { column: spending_2024, heading: After }
total: ${given.total}
`,
  });
  return outcome.problems
    .filter(({ code }) => code === "table/total" || code === "period/differs")
    .map(({ code, level, message, arithmetic }) => [level, code, message, arithmetic].join("; "));
};

describe("a total", () => {
  test("that the rows come to, as far as rounding tells, is right", async () => {
    const total = "{ label: Total, figures: { spending_2019: total_2019, spending_2024: total_2024 } }";
    expect(await brief({ total })).toEqual([]);
    expect(await brief({ total, rows: [ROWS[0], ROWS[1], [51, 59]] })).toEqual([]);
  });

  test("of another column is an error, or a doubt where no label says that it is a total", async () => {
    for (const [label, level] of [
      ["Total", "error"],
      ["All countries", "warning"],
    ])
      expect(await brief({ total: `{ label: ${label}, figures: { spending_2019: total_2024 } }` })).toEqual([
        `${level}; table/total; money.total_2024 stands as the total under "spending_2019", and is what "spending_2024" comes to; 100 + 150 + 50 = 300, which stands for 298.5 to 301.5; 370, which stands for 369.5 to 370.5, in EUR million`,
      ]);
  });

  const wrong = "  wrong: { value: 380, unit: EUR million }";
  const comes =
    'table/total; The rows of "spending_2024" come to 370, and the total under them, money.wrong, is 380; 120 + 190 + 60 = 370, which stands for 368.5 to 371.5; 380, which stands for 379.5 to 380.5, in EUR million';

  test("beside one that is right is doubted: in the other column rows may lie within others", async () => {
    const total = "{ label: Europe, figures: { spending_2019: total_2019, spending_2024: wrong } }";
    expect(await brief({ figures: wrong, total })).toEqual([`warning; ${comes}`]);
  });

  test("in a dataset that says that its rows add up is an error", async () => {
    const checks = "checks:\n  - { sum: spending_2019, to: total_2019 }";
    const total = "{ label: Total, figures: { spending_2024: wrong } }";
    expect(await brief({ figures: wrong, checks, total })).toEqual([`error; ${comes}`]);
  });

  test.each([
    ["en-GB", "Total"],
    ["en-GB", "All payers taken together"],
    ["de-DE", "Alle Länder zusammen"],
    ["de-DE", "Insgesamt"],
  ])("of which only the label (%s: %s) says that it is one is a warning", async (language, label) => {
    const total = `{ label: "${label}", figures: { spending_2024: wrong } }`;
    expect(await brief({ figures: wrong, total, language })).toEqual([`warning; ${comes}`]);
  });

  test("of more than the rows that are shown, an average, and one that checks hold already are none", async () => {
    const all = "{ label: All countries, figures: { spending_2024: wrong } }";
    expect(await brief({ figures: wrong, total: all })).toEqual([]);
    const mean = "  mean: { value: 123.3, unit: EUR million }";
    const total = "{ label: Europe, figures: { spending_2019: total_2019, spending_2024: mean } }";
    expect(await brief({ figures: mean, total })).toEqual([]);
    expect(await brief({ figures: mean, total: total.replace("Europe", "Total") })).toHaveLength(1);
    const checks = "checks:\n  - { sum: spending_2024, to: wrong }";
    expect(await brief({ figures: wrong, checks, total: all.replace("All countries", "Total") })).toEqual([]);
  });

  test("under a gap, rates, shares of several wholes, or groups that a check adds up is none", async () => {
    const total = "{ label: Total, figures: { spending_2024: wrong } }";
    expect(await brief({ figures: wrong, total, rows: [ROWS[0], ROWS[1], [50, ".."]] })).toEqual([]);
    for (const unit of ["ratio", "points", "% change", "rank", "% of pupils there"]) {
      const columns = `  spending_2019: { unit: EUR million }\n  spending_2024: { unit: "${unit}" }`;
      const figures = `  wrong: { value: 380, unit: "${unit}" }`;
      expect(await brief({ figures, columns, total })).toEqual([]);
    }
    const checks = "checks:\n  - { sum: spending_2019, to: total_2019, by: label }";
    expect(await brief({ figures: wrong, checks, total })).toEqual([]);
  });

  test("under rows that a check takes away is held with these taken away", async () => {
    const checks = "checks:\n  - { sum: spending_2019, to: net_2019, less: [p2] }";
    const figures =
      "  net_2019: { value: 200, unit: EUR million }\n  net_2024: { value: 250, unit: EUR million }\n  wrong: { value: 251.9, unit: EUR million }";
    expect(await brief({ figures, checks, total: "{ label: Total, figures: { spending_2024: net_2024 } }" })).toEqual(
      [],
    );
    expect(await brief({ figures, checks, total: "{ label: Total, figures: { spending_2024: wrong } }" })).toEqual([
      'error; table/total; The rows of "spending_2024" come to 250, and the total under them, money.wrong, is 251.9; 120 + 190 - 60 = 250, which stands for 248.5 to 251.5; 251.9, which stands for 251.85 to 251.95, in EUR million',
    ]);
  });

  test("of another period than the rows is an error for itself", async () => {
    const columns =
      "  spending_2019: { unit: EUR million, period: 2019 }\n  spending_2024: { unit: EUR million, period: 2024 }";
    const figures = "  later: { value: 370, unit: EUR million, period: 2024 }";
    const total = "{ label: Total, figures: { spending_2019: later, spending_2024: later } }";
    expect(await brief({ columns, figures, total })).toEqual([
      "error; period/differs; The total money.later is of 2024, and the numbers above it are of 2019; money.p0.spending_2019 is of 2019, at data/b/money.yaml:14:47; money.later is of 2024, at data/b/money.yaml:7:19",
    ]);
  });
});
