import { expect, test } from "vitest";
import { load } from "../../pipeline/load/load.ts";
import type { Reader } from "../../pipeline/load/reader.ts";
import { readYaml } from "../../pipeline/load/yaml.ts";
import { plainJson } from "../../pipeline/model/plain-json.ts";
import type { Problem } from "../../pipeline/model/problem.ts";
import { composed } from "../compose/composed.ts";
import { memoryHost } from "./memory-host.ts";
import { SMALL_BRIEF } from "./small-brief.ts";

type Read = readonly [tree: unknown, problems: readonly Problem[]];

/** What is read of files, in order, each with the problems told of it. */
function read(files: Readonly<Record<string, string>>): readonly Read[] {
  return Object.keys(files).map((file) => {
    const reader: Reader = { host: memoryHost(files), inputs: new Map(), problems: [] };
    const tree = readYaml(reader, file);
    expect([...reader.inputs.keys()]).toEqual([file]);
    return [tree, reader.problems];
  });
}

test("a file that did not change is parsed once", () => {
  const files = { "data/a/b.yaml": "unchanged: { yes: 1 }" };
  expect(read(files)[0]?.[0]).toBe(read(files)[0]?.[0]);
});

test("the problems of a file are told each time, at the places of that file", () => {
  const wrong = "a: 1\na: 2\nb: \u200e\u202e\n";
  const [one = [], other = []] = read({ "data/a/one.yaml": wrong, "data/a/other.yaml": wrong }).map(
    ([, problems]) => problems,
  );
  expect(one.map(({ place }) => place.file)).toEqual(one.map(() => "data/a/one.yaml"));
  expect(other.map(({ place }) => place.file)).toEqual(one.map(() => "data/a/other.yaml"));
  expect(one.length).toBeGreaterThan(1);
  expect(read({ "data/a/one.yaml": wrong })[0]?.[1]).toEqual(one);
});

test("the same text in two files has the places of each", () => {
  const [one, other] = read({ "data/a/c.yaml": "same: 1", "data/a/d.yaml": "same: 1" }).map(([tree]) => tree);
  expect(plainJson(one)).toContain("data/a/c.yaml");
  expect(plainJson(other)).toBe(plainJson(one).replaceAll("data/a/c.yaml", "data/a/d.yaml"));
});

test("what a load gives is not the worse for what is made of it", async () => {
  const host = memoryHost(SMALL_BRIEF);
  const first = plainJson(load("b", host).value);
  expect(first).toContain("A small brief");
  const { value } = await composed(SMALL_BRIEF["templates/small/prose.md.hbs"] ?? "");
  expect(value).toBeDefined();
  expect(plainJson(load("b", host).value)).toBe(first);
});
