import { expect, test } from "vitest";
import { load } from "../../pipeline/load/load.ts";
import { placeText } from "../../pipeline/model/place.ts";
import type { Host } from "../../pipeline/model/stage.ts";
import { memoryHost } from "./memory-host.ts";
import { SMALL_BRIEF } from "./small-brief.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Every problem as `place code | hint`. */
function problems(files: Files, dates: Pick<Host, "dateFlag"> = {}): readonly string[] {
  const outcome = load("b", memoryHost(files, dates));
  expect(outcome.value === undefined).toBe(outcome.problems.length > 0);
  return outcome.problems.map(
    ({ place, code, hint }) => `${placeText(place)} ${code}${hint === undefined ? "" : ` | ${hint}`}`,
  );
}

const replace = (file: string, from: string, to: string): Files => {
  const before = SMALL_BRIEF[file] ?? "";
  if (!before.includes(from)) throw new Error(`${file} has no ${from}`);
  return { ...SMALL_BRIEF, [file]: before.replace(from, to) };
};
const anso = (from: string, to: string): readonly string[] => problems(replace("data/b/anso.yaml", from, to));
const brief = (from: string, to: string): readonly string[] => problems(replace("data/b/brief.yaml", from, to));
const without = (file: string): Files =>
  Object.fromEntries(Object.entries(SMALL_BRIEF).filter(([name]) => name !== file));
const added = (file: string, content: string | Uint8Array): readonly string[] =>
  problems({ ...SMALL_BRIEF, [file]: content });

test("file/missing", () => {
  expect(problems(without("data/b/sources.yaml"))).toEqual([
    "data/b/sources.yaml:1:1 file/missing | add the file data/b/sources.yaml",
  ]);
  expect(problems(without("templates/small/prose.md.hbs"))[0]).toMatch("data/b/brief.yaml:7:11 file/missing");
  expect(brief("template: small", "template: smal")).toEqual([
    "data/b/brief.yaml:7:11 file/missing | did you mean small?",
  ]);
  expect(brief("en-GB", "fr-FR")).toEqual([
    "data/b/brief.yaml:6:11 file/missing | write one of de, en, or add templates/house/languages/fr.yaml",
  ]);
  expect(problems(without("templates/small/charts/shift.yaml"))[0]).toMatch(
    "templates/small/charts/shift.vl.json:1:1 file/missing",
  );
  expect(problems(without("templates/small/charts/shift.vl.json"))[0]).toMatch(
    "templates/small/charts/shift.yaml:1:1 file/missing",
  );
});

test("file/too-large", () => {
  expect(added("templates/house/brief.css", "x".repeat(1_048_577))).toEqual([
    "templates/house/brief.css:1:1 file/too-large",
  ]);
  expect(added("data/b/more.yaml", "\n".repeat(60_000))).toEqual(["data/b/more.yaml:1:1 file/too-large"]);
});

test("file/not-utf8", () => {
  const bytes = new Uint8Array([...new TextEncoder().encode("title: é\nx: "), 0xe9, 0x0a]);
  expect(added("data/b/more.yaml", bytes)).toEqual(["data/b/more.yaml:2:4 file/not-utf8 | save the file as UTF-8"]);
});

test.each(["\uE000", "\u202E", "\u2066", "\u0000", "\u001B"])("file/forbidden-character %j", (character) => {
  expect(problems(replace("templates/small/prose.md.hbs", "prose", `pr${character}ose`))).toEqual([
    "templates/small/prose.md.hbs:1:8 file/forbidden-character | delete it",
  ]);
});

test("file/forbidden-character, written as an escape", () => {
  expect(brief("A small brief", String.raw`"A \u202E brief"`)).toEqual([
    "data/b/brief.yaml:1:8 file/forbidden-character | delete it",
  ]);
  expect(brief("A small brief", String.raw`"A \uD800 brief"`)).toEqual([
    "data/b/brief.yaml:1:8 file/forbidden-character | delete it",
  ]);
  expect(problems(replace("templates/small/charts/shift.vl.json", '"bar"', String.raw`"b\uE000r"`))).toEqual([
    "templates/small/charts/shift.vl.json:1:36 file/forbidden-character | delete it",
  ]);
});

test("file/name", () => {
  expect(added("data/b/Big-Data.yaml", "")[0]).toMatch("data/b/Big-Data.yaml:1:1 file/name");
  expect(added("data/b/more.yml", "")[0]).toMatch("data/b/more.yml:1:1 file/name");
  expect(added("templates/small/tables/T_1.yaml", "")[0]).toMatch("templates/small/tables/T_1.yaml:1:1 file/name");
  expect(added("templates/small/charts/x.json", "")[0]).toMatch("templates/small/charts/x.json:1:1 file/name");
  expect(load("../b", memoryHost(SMALL_BRIEF)).problems).toMatchObject([{ code: "file/name" }]);
});

test("yaml/syntax", () => {
  expect(brief("title: A small brief", "title: A: small brief")).toEqual([
    'data/b/brief.yaml:1:8 yaml/syntax | put a text that holds ": " in quotes',
  ]);
  expect(brief("[money, science]", "[money, science")[0]).toMatch(
    /^data\/b\/brief.yaml:6:1 yaml\/syntax \| close every/,
  );
  expect(brief("dates:", "---\ndates:")).toEqual(["data/b/brief.yaml:9:1 yaml/syntax | delete the line ---"]);
});

test("yaml/not-plain", () => {
  const act = "write the value out; put a text that begins so in quotes";
  expect(brief("A small brief", "&a x")).toEqual([`data/b/brief.yaml:1:8 yaml/not-plain | ${act}`]);
  expect(brief("A small brief", "*a")).toEqual([`data/b/brief.yaml:1:8 yaml/not-plain | ${act}`]);
  expect(brief("A small brief", "!!str x")).toEqual([`data/b/brief.yaml:1:8 yaml/not-plain | ${act}`]);
  expect(brief("title:", "%YAML 1.1\n---\ntitle:")).toEqual(["data/b/brief.yaml:1:1 yaml/not-plain | delete the line"]);
  expect(brief("dates:", "<<: { x: y }\ndates:")).toEqual(["data/b/brief.yaml:9:1 yaml/not-plain"]);
  expect(brief("dates:", "? [a]\n: b\ndates:")).toEqual(["data/b/brief.yaml:9:3 yaml/not-plain"]);
});

test("yaml/duplicate-key", () => {
  expect(brief("dates:", "title: B\ndates:")).toEqual([
    "data/b/brief.yaml:9:1 yaml/duplicate-key | delete one of the two, or rename it",
  ]);
});

test("yaml/split-number", () => {
  expect(anso("value: 91,", "value: 50,600,")).toEqual(["data/b/anso.yaml:5:24 yaml/split-number | write 50600"]);
  expect(anso("value: 91,", "value: 17, 610,")).toEqual(["data/b/anso.yaml:5:24 yaml/split-number | write 17610"]);
  expect(anso("value: 91,", "value: 1,763,492.5,")).toEqual([
    "data/b/anso.yaml:5:24 yaml/split-number | write 1763492.5",
  ]);
  expect(anso("share_2021: 30", "share_2021: 30,5")).toEqual(["data/b/anso.yaml:16:63 yaml/split-number | write 30.5"]);
  expect(anso("[environmental change,", "[South Korea, 50,600,")).toEqual(
    expect.arrayContaining(["data/b/anso.yaml:9:34 yaml/split-number | write 50600"]),
  );
  expect(problems(replace("templates/house/theme.yaml", "[72, 72, 72, 72]", "[72, 144, 100, 720]"))).toEqual([]);
});

test("a number with a comma outside braces is no number", () => {
  expect(
    anso(
      "  total_2021: { value: 91, unit: CNY million, basis: outturn, period: 2021 }",
      "  total_2021:\n    value: 50,600\n    unit: CNY million",
    ),
  ).toEqual(["data/b/anso.yaml:6:12 shape/not-a-number | write 50600"]);
});

test("yaml/too-many-nodes: forty thousand keys, or a deep nest, are refused at once", () => {
  const keys = Array.from({ length: 40_000 }, (_, i) => `k${i}: 1`).join("\n");
  const start = performance.now();
  expect(added("data/b/more.yaml", keys)[0]).toMatch(/^data\/b\/more.yaml:25001:1 yaml\/too-many-nodes/);
  expect(added("data/b/more.yaml", `a: ${"[".repeat(20_000)}`)[0]).toMatch(
    /^data\/b\/more.yaml:1:\d+ yaml\/too-many-nodes/,
  );
  expect(added("data/b/more.yaml", "- ".repeat(20_000))[0]).toMatch(/yaml\/too-many-nodes/);
  expect(performance.now() - start).toBeLessThan(4000);
});

test("twenty thousand keys are read in a time that is no square", () => {
  const keys = Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join("\n");
  const start = performance.now();
  expect(added("data/b/more.yaml", `title: x\n${keys}`).length).toBe(20_000);
  expect(performance.now() - start).toBeLessThan(8000);
});

test("json/syntax", () => {
  const spec = (text: string): readonly string[] =>
    problems({ ...SMALL_BRIEF, "templates/small/charts/shift.vl.json": text });
  const at = "templates/small/charts/shift.vl.json";
  expect(spec('{\n  "data": {"name": "anso"},\n}')).toEqual([
    `${at}:3:1 json/syntax | no comma may stand before a closing brace`,
  ]);
  expect(spec('{"data": {"name": "anso"}')[0]).toBe(`${at}:1:26 json/syntax`);
  expect(spec('{"data": {"name": "anso"}} x')).toEqual([`${at}:1:28 json/syntax`]);
  expect(spec('{"a": 1, "a": 2}')).toEqual([`${at}:1:10 json/syntax | delete one of the two`]);
  expect(spec('{"__proto__": {}}')).toEqual([`${at}:1:2 json/syntax`]);
  expect(spec("[".repeat(1000))[0]).toMatch(/json\/syntax/);
  expect(spec('{"a": 01}')[0]).toBe(
    `${at}:1:7 json/syntax | texts stand in double quotes; no comma may stand before a closing bracket`,
  );
  expect(spec('{"mark": "bar"}')).toEqual([`${at}:1:1 shape/missing-key | write "data": {"name": "DATASET"}`]);
});

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
    "templates/house/theme.yaml:45:3 shape/wrong-type",
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
