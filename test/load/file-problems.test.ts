import { expect, test } from "vitest";
import { load } from "../../pipeline/load/load.ts";
import { added, anso, brief, problems, replace, without } from "./edited-brief.ts";
import { memoryHost } from "./memory-host.ts";
import { SMALL_BRIEF } from "./small-brief.ts";

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
  expect(performance.now() - start).toBeLessThan(15_000);
}, 30_000);

test("twenty thousand keys are read in a time that is no square", () => {
  const keys = Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join("\n");
  const start = performance.now();
  expect(added("data/b/more.yaml", `title: x\n${keys}`).length).toBe(20_000);
  expect(performance.now() - start).toBeLessThan(15_000);
}, 30_000);

const spec = (text: string): readonly string[] =>
  problems({ ...SMALL_BRIEF, "templates/small/charts/shift.vl.json": text });

test("json/syntax", () => {
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
