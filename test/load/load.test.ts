import { expect, test } from "vitest";
import { briefsIn } from "../../pipeline/load/briefs.ts";
import { load } from "../../pipeline/load/load.ts";
import { figureId } from "../../pipeline/load/ids.ts";
import { memoryHost } from "./memory-host.ts";
import { SMALL_BRIEF } from "./small-brief.ts";

const given = (files = SMALL_BRIEF, dates = {}) => {
  const { value, problems } = load("b", memoryHost(files, dates));
  expect(problems).toEqual([]);
  if (value === undefined) throw new Error("the brief should load");
  return value;
};
const figure = (id: string, files = SMALL_BRIEF) => given(files).given.get(figureId(id));
const edited = (file: string, from: string, to: string) => ({
  ...SMALL_BRIEF,
  [file]: (SMALL_BRIEF[file] ?? "").replace(from, to),
});

test("a good brief loads, with its settings, template and house", () => {
  const brief = given();
  expect(brief.settings).toMatchObject({
    title: { text: "A small brief", place: { file: "data/b/brief.yaml", line: 1, column: 8, length: 13 } },
    edition: { id: "2023-06-20", date: "2023-06-20", kind: "first" },
    authors: [{ literal: "The Footing project" }],
    dates: ["2015-03-30", "2016-07", "2013"],
    names: ["Thousand Talents"],
  });
  expect(brief.language.tag).toBe("en-GB");
  expect(brief.language.months[11]).toBe("December");
  expect(brief.theme.paper.margins).toEqual([72, 72, 72, 72]);
  expect([...brief.sources.values()][1]).toMatchObject({
    id: "bai-2018",
    volume: "32",
    issued: [2018, 4, 19],
    author: [{ family: "Bai", given: "Chunli" }],
  });
  expect([...brief.template.tables.keys()]).toEqual(["shares"]);
  expect([...brief.template.charts.values()][0]).toMatchObject({
    id: "shift",
    rows: "anso",
    spec: { json: { mark: "bar" } },
  });
  expect(brief.discrepancies[0]).toMatchObject({ id: "dbar-themes", says: { text: "Seven." } });
});

test("a number keeps the digits as typed, and its place", () => {
  expect(figure("anso.research.share_2022")).toMatchObject({
    value: { n: 23n, d: 1n },
    given: { text: "23.0", decimals: 1 },
    interval: { lo: { n: 23n, d: 1n }, hi: { n: 231n, d: 10n }, loClosed: true, hiClosed: false },
    unit: { kind: "share", of: { figure: "anso.total_2022" } },
    place: { file: "data/b/anso.yaml", line: 16, column: 79, length: 4 },
  });
});

test("no digit of a large number is lost", () => {
  const big = "12345678901234567890.123456789";
  const value = figure("anso.total_2021", edited("data/b/anso.yaml", "value: 91", `value: ${big}`))?.value;
  expect(value).toEqual({ n: 12345678901234567890123456789n, d: 1000000000n });
});

test("a figure's own rounding, source and class go before its dataset's", () => {
  expect(figure("anso.universities")).toMatchObject({
    interval: { lo: { n: 150n }, hi: { n: 150n } },
    sources: ["bai-2018"],
    class: "literature",
    qualifier: "more than",
  });
  expect(figure("anso.total_2021")).toMatchObject({
    interval: { loClosed: true, hiClosed: false },
    sources: ["anso-annual-reports"],
    class: "data",
    basis: "outturn",
    period: "2021",
  });
});

test("the length of a list is a figure, exactly", () => {
  expect(figure("anso.themes")).toMatchObject({
    value: { n: 3n },
    interval: { lo: { n: 3n }, hi: { n: 3n } },
    unit: { kind: "count" },
    given: { text: "3", decimals: 0 },
    place: { line: 9, column: 3 },
  });
});

test("the command line's date goes before the file's, and SOURCE_DATE_EPOCH's comes last", () => {
  expect(given(SMALL_BRIEF, { dateFlag: "2024-01-02", dateFromEpoch: "2020-01-01" }).settings.edition.date).toBe(
    "2024-01-02",
  );
  expect(given(SMALL_BRIEF, { dateFromEpoch: "2020-01-01" }).settings.edition.date).toBe("2023-06-20");
  const undated = edited("data/b/brief.yaml", "date: 2023-06-20, ", "");
  expect(given(undated, { dateFromEpoch: "2020-01-01" }).settings.edition.date).toBe("2020-01-01");
});

test("every file that was read is hashed, and no other", () => {
  const read = Object.keys(SMALL_BRIEF).filter((file) => !file.endsWith("de.yaml"));
  expect([...given().inputs.keys()]).toEqual(read.toSorted());
  expect(given().inputs.get("templates/house/brief.css")).toMatch(/^[0-9a-f]{64}$/);
});

test("briefs are the folders that hold a brief.yaml", () => {
  expect(
    briefsIn(
      memoryHost({ "data/b/brief.yaml": "", "data/a-1/brief.yaml": "", "data/c/x.yaml": "", "data/README.md": "" }),
    ),
  ).toEqual({ value: ["a-1", "b"], problems: [] });
  expect(briefsIn(memoryHost({})).problems).toMatchObject([{ code: "file/missing" }]);
  expect(briefsIn(memoryHost({ "data/B c/brief.yaml": "" })).problems).toMatchObject([
    { code: "file/name", place: { file: "data/B c/brief.yaml" } },
  ]);
});
