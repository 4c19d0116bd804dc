import { expect, test } from "vitest";
import { added, anso, brief, problems, replace } from "./edited-brief.ts";

test("shape/unknown-key", () => {
  expect(anso("\ncolumns:", "\ncolums:")).toEqual(
    expect.arrayContaining(["data/b/anso.yaml:10:1 shape/unknown-key | did you mean columns?"]),
  );
  expect(brief("keywords:", "keyword:")).toEqual(["data/b/brief.yaml:5:1 shape/unknown-key | did you mean keywords?"]);
  expect(brief("template: small", "templat: small")).toEqual([
    "data/b/brief.yaml:7:1 shape/unknown-key | did you mean template?",
  ]);
  expect(anso("period: 2021", "perod: 2021")).toEqual([
    "data/b/anso.yaml:5:63 shape/unknown-key | did you mean period?",
  ]);
  expect(anso("share_2021: 70", "shar_2021: 70")).toEqual([
    "data/b/anso.yaml:17:44 shape/unknown-key | did you mean share_2021?",
  ]);
  expect(anso("{ sum: share_2021,", "{ summ: share_2021,")).toEqual([
    "data/b/anso.yaml:19:7 shape/unknown-key | did you mean sum?",
  ]);
  expect(anso("Research projects", "Research, and more")).toEqual([
    "data/b/anso.yaml:16:42 shape/unknown-key | put a text that holds a comma in quotes",
  ]);
  expect(anso("{ type: text }", "{ type: text, basis: plan }")).toEqual([
    "data/b/anso.yaml:12:24 shape/unknown-key | delete it",
  ]);
});

test("shape/missing-key", () => {
  expect(brief("institution: The Footing project\n", "")).toEqual([
    "data/b/brief.yaml:1:1 shape/missing-key | add institution: …",
  ]);
  expect(anso(", unit: CNY million, basis: outturn", "")).toEqual([
    "data/b/anso.yaml:5:3 shape/missing-key | add unit: …",
  ]);
  expect(anso("share_2021: 70, ", "")).toEqual(["data/b/anso.yaml:17:5 shape/missing-key | add share_2021: …"]);
  expect(anso("  sector: { type: id }", "  sector: { type: text }")).toEqual([
    "data/b/anso.yaml:15:1 shape/missing-key | add a column { type: id }",
  ]);
  expect(anso("source: anso-annual-reports\n", "")).toEqual([
    "data/b/anso.yaml:4:24 shape/missing-key | add source: … to the dataset, or to the figure",
  ]);
});

test("shape/wrong-type", () => {
  const periods = "periods are written as 2018, 2018-03, 2018-03-15, 2018-Q1, 2018-H1 or 2018/19";
  for (const wrong of ["2O21", "21", "the year", "2021-13"])
    expect(anso("period: 2021", `period: ${wrong}`)).toEqual([`data/b/anso.yaml:5:71 shape/wrong-type | ${periods}`]);
  for (const right of ["2021-03-31", "2021-Q4", "2020/21", "2021-W07"])
    expect(anso("period: 2021", `period: ${right}`)).toEqual([]);
  expect(anso('"% of total_2021" }', '"% of total_2021", period: 2O21 }')).toEqual([
    `data/b/anso.yaml:13:50 shape/wrong-type | ${periods}`,
  ]);
  expect(brief("[money, science]", "money")).toEqual(["data/b/brief.yaml:5:11 shape/wrong-type"]);
  expect(brief("A small brief", "[a]")).toEqual(["data/b/brief.yaml:1:8 shape/wrong-type"]);
  expect(brief("A small brief", "2023")).toEqual(['data/b/brief.yaml:1:8 shape/wrong-type | write "2023" in quotes']);
  expect(brief("title: A small brief", "title:")).toEqual([
    "data/b/brief.yaml:1:7 shape/wrong-type | write a value after the colon, or delete the key",
  ]);
  expect(brief("2016-07", "2016-13")).toEqual(["data/b/brief.yaml:9:21 shape/wrong-type"]);
  expect(brief("2023-06-20", "2023-02-29")).toEqual(["data/b/brief.yaml:8:18 shape/wrong-type"]);
  expect(brief("kind: first", "kind: frist")).toEqual(["data/b/brief.yaml:8:36 shape/wrong-type | write first"]);
  expect(anso("rounding: half-up", "rounding: halfup")).toEqual([
    "data/b/anso.yaml:3:11 shape/wrong-type | write half-up",
  ]);
  expect(anso("figures:", "figures: 3\nother:")).toEqual(
    expect.arrayContaining(["data/b/anso.yaml:4:10 shape/wrong-type"]),
  );
  expect(problems(replace("data/b/sources.yaml", "https:", "http:"))).toEqual([
    "data/b/sources.yaml:2:151 shape/wrong-type",
  ]);
  expect(problems(replace("data/b/sources.yaml", "{ literal: ANSO }", "ANSO"))).toEqual([
    "data/b/sources.yaml:1:70 shape/wrong-type",
  ]);
  expect(problems(replace("templates/house/theme.yaml", "[72, 72, 72, 72]", "[72, 72, 72]"))).toEqual([
    "templates/house/theme.yaml:78:3 shape/wrong-type",
  ]);
  expect(added("data/b/more.yaml", "- a")).toEqual(["data/b/more.yaml:1:1 shape/wrong-type"]);
  expect(added("data/b/more.yaml", "text")).toEqual(["data/b/more.yaml:1:1 shape/wrong-type"]);
});

test("shape/not-a-number", () => {
  expect(anso("share_2021: 30", 'share_2021: "30"')).toEqual([
    "data/b/anso.yaml:16:63 shape/not-a-number | write 30, without quotes",
  ]);
  expect(anso("share_2021: 30", 'share_2021: "50,600"')).toEqual([
    "data/b/anso.yaml:16:63 shape/not-a-number | write 50600, without quotes",
  ]);
  expect(anso("share_2021: 30", "share_2021: 30%")).toEqual(["data/b/anso.yaml:16:63 shape/not-a-number | write 30"]);
  expect(anso("share_2021: 30", "share_2021: thirty")[0]).toMatch(
    "data/b/anso.yaml:16:63 shape/not-a-number | write digits",
  );
  expect(anso("share_2021: 30", "share_2021: ")[0]).toMatch("data/b/anso.yaml:16:63 shape/not-a-number");
  expect(anso("value: 91", "value: 0x5B")[0]).toMatch("data/b/anso.yaml:5:24 shape/not-a-number");
});

test("shape/unit", () => {
  expect(anso("unit: CNY million, basis: outturn", "unit: CNY millions, basis: outturn")[0]).toMatch(
    /^data\/b\/anso.yaml:5:34 shape\/unit \| units are written as CNY million, /,
  );
});

test("name/form", () => {
  expect(anso("  universities:", "  Universities:")[0]).toMatch("data/b/anso.yaml:7:3 name/form");
  expect(anso("sector: research", "sector: Research")[0]).toMatch("data/b/anso.yaml:16:15 name/form");
  expect(problems(replace("data/b/sources.yaml", "bai-2018:", "Bai_2018:"))).toEqual(
    expect.arrayContaining([expect.stringMatching("data/b/sources.yaml:2:1 name/form")]),
  );
});

test.each(["__proto__", "constructor", "prototype"])("name/form: %s is no name", (key) => {
  expect(anso("  universities:", `  ${key}: { value: 1, unit: count }\n  universities:`)).toEqual([
    "data/b/anso.yaml:7:3 name/form | choose another name",
  ]);
});

test("name/taken", () => {
  expect(anso("sector: other", "sector: research")).toEqual([
    "data/b/anso.yaml:17:15 name/taken | rename one of the two",
  ]);
  expect(anso("sector: other", "sector: label")).toEqual(["data/b/anso.yaml:17:15 name/taken | rename one of the two"]);
  expect(anso("  themes:", "  total_2021:")).toEqual(
    expect.arrayContaining(["data/b/anso.yaml:9:3 name/taken | rename one of the two"]),
  );
  expect(anso("    amount_2021:", "    share_2021:")).toEqual(
    expect.arrayContaining(["data/b/anso.yaml:23:5 name/taken | rename one of the two"]),
  );
});

test("name/unknown", () => {
  expect(anso("source: anso-annual-reports", "source: anso-annual-report")).toEqual([
    "data/b/anso.yaml:2:9 name/unknown | did you mean anso-annual-reports?",
  ]);
  expect(anso("source: anso-annual-reports", "source: [bai-2018, nobody]")).toEqual([
    "data/b/anso.yaml:2:20 name/unknown | add nobody to sources.yaml",
  ]);
  expect(anso("% of total_2021", "% of total_2020")[0]).toMatch(
    "data/b/anso.yaml:13:23 name/unknown | did you mean anso.total_2021?",
  );
  expect(anso("{ sum: share_2021,", "{ sum: share_2020,")).toEqual([
    "data/b/anso.yaml:19:12 name/unknown | did you mean share_2021?",
  ]);
  expect(anso("of: total_2022", "of: total")[0]).toMatch("data/b/anso.yaml:20:29 name/unknown");
  expect(problems(replace("templates/small/tables/shares.yaml", "rows: anso", "rows: ansa"))).toEqual([
    "templates/small/tables/shares.yaml:1:7 name/unknown | did you mean anso?",
  ]);
  expect(problems(replace("templates/small/charts/shift.vl.json", '"anso"', '"ansa"'))).toEqual([
    "templates/small/charts/shift.vl.json:1:19 name/unknown | did you mean anso?",
  ]);
  expect(problems(replace("data/b/discrepancies.yaml", "anso.themes", "anso.theme"))).toEqual([
    "data/b/discrepancies.yaml:1:21 name/unknown | did you mean anso.themes?",
  ]);
  expect(brief("dates:", "accept: [{ code: x/y, at: a, reason: r, date: 2023-01-01 }]\ndates:")[0]).toMatch(
    "data/b/brief.yaml:9:18 name/unknown",
  );
});

test("date/missing", () => {
  expect(brief("date: 2023-06-20, ", "")[0]).toMatch(/^data\/b\/brief.yaml:8:1 date\/missing/);
  expect(brief("edition: { date: 2023-06-20, kind: first }\n", "")[0]).toMatch(
    /^data\/b\/brief.yaml:1:1 date\/missing/,
  );
});

test("problems of several files are reported together, in the order of reading", () => {
  const files = {
    ...replace("data/b/anso.yaml", "value: 91,", "value: 91x,"),
    "data/b/sources.yaml": "a: 3\n",
    "templates/small/tables/shares.yaml": "rows: anso\n",
  };
  expect(problems(files).map((each) => each.split(" |")[0])).toEqual([
    "data/b/anso.yaml:5:24 shape/not-a-number",
    "data/b/sources.yaml:1:4 shape/wrong-type",
    "templates/small/tables/shares.yaml:1:1 shape/missing-key",
    "templates/small/tables/shares.yaml:1:1 shape/missing-key",
  ]);
});
