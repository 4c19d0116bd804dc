import { describe, expect, test } from "vitest";
import { composed, composedSample, problemLines } from "./composed.ts";

// Shift: 6.51 within 5.73 to 7.38, a width of about 1.6.
const found = async (prose: string, files: Readonly<Record<string, string>> = {}): Promise<readonly string[]> =>
  problemLines(await composed(`${prose}\n`, files)).filter((line) => line.startsWith("prose/false-precision"));

describe("more digits than rounding supports", () => {
  test.each([
    [
      "{{figure anso.research.share_2021 decimals=1}}",
      "anso.research.share_2021 is printed with 1 decimal, and was given with 0",
    ],
    ["{{figure anso.research.shift decimals=2}}", "anso.research.shift is printed with 2 decimals, and supports 1"],
    ["{{about anso.research.shift decimals=1}}", "anso.research.shift is printed with 1 decimal, and supports 0"],
  ])("%s is a warning", async (prose, message) => {
    expect(await found(prose)).toEqual([`prose/false-precision 1:1 ${message}`]);
  });

  test.each([
    "{{figure anso.research.share_2022 decimals=1}}",
    "{{figure anso.research.shift decimals=1}}",
    "{{about anso.research.shift}}",
    "{{range anso.research.shift decimals=2}}",
    "{{figure anso.universities decimals=1}}",
    "{{figure anso.themes decimals=2}}",
  ])("%s is none", async (prose) => {
    expect(await found(prose)).toEqual([]);
  });

  const design = (columns: string): Readonly<Record<string, string>> => ({
    "templates/small/tables/shares.yaml": `rows: anso
caption: Shares
columns:
  - { column: label, heading: Sector, head: true }
${columns}
`,
  });

  test("in a column of a table is one warning, at the column, for a figure that supports least", async () => {
    const outcome = await composed(
      '{{table "shares"}}\n',
      design("  - { column: shift, heading: Shift, decimals: 3 }"),
    );
    const warnings = outcome.problems.filter((each) => each.code === "prose/false-precision");
    expect(warnings.map(({ place, message }) => [place.file, place.line, message])).toEqual([
      ["templates/small/tables/shares.yaml", 5, "anso.research.shift is printed with 3 decimals, and supports 1"],
    ]);
  });

  test("beside the range of the same column is none", async () => {
    const columns =
      "  - { column: shift, heading: Shift, decimals: 3 }\n  - { column: shift, heading: R, decimals: 3, range: true }";
    expect(await found('{{table "shares"}}', design(columns))).toEqual([]);
  });

  test("in a chart's labels is a warning at the field", async () => {
    const words = `title: Money moved
subtitle: CNY million
alt: Bars.
fields: { shift_text: { column: shift, decimals: 2, sign: true } }
`;
    expect(await found('{{chart "shift"}}', { "templates/small/charts/shift.yaml": words })).toHaveLength(1);
    expect(await found('{{chart "shift"}}')).toEqual([]);
  });

  test("is nowhere in the sample", async () => {
    const { problems } = await composedSample();
    expect(problems.filter((each) => each.code === "prose/false-precision")).toEqual([]);
  });
});
