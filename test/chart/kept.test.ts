import { beforeAll, expect, test } from "vitest";
import type { ChartInput, Drawn } from "../../pipeline/chart/draw.ts";
import { keptDrawing } from "../../pipeline/chart/kept.ts";
import type { ChartId } from "../../pipeline/model/id.ts";
import type { Cache } from "../../pipeline/model/stage.ts";
import { host } from "./fixture.ts";
import { language, theme } from "./house.ts";

const rows: ChartInput["rows"] = {
  data: [{ row: "a", x: 1 }],
  fields: new Set(["x"]),
  columnOf: new Map(),
  figures: new Map(),
} as unknown as ChartInput["rows"];
const input: ChartInput = {
  id: "kept" as ChartId,
  spec: { mark: "bar" },
  narrowSpec: { mark: "bar" },
  rows,
  theme,
  language,
};
const drawn = { letters: [{ weight: 400, italic: false, characters: "a drawing" }] } as unknown as Drawn;

const inMemory = (kept: Map<string, string>): Cache => ({
  read: (inputs) => kept.get(inputs),
  readBytes: () => undefined,
  use: (inputs) => kept.has(inputs),
  write: (inputs, text) => void (typeof text === "string" && kept.set(inputs, text)),
});

beforeAll(() => {
  keptDrawing(input, host).keep(drawn);
});

test("a drawing is kept in the process without a cache", () => {
  expect(keptDrawing({ ...input, theme: { ...theme } }, host).drawn).toBe(drawn);
});

test("all that goes into a drawing tells it from others", () => {
  const others: Readonly<Record<string, ChartInput>> = {
    id: { ...input, id: "other" as ChartId },
    spec: { ...input, spec: { mark: "line" } },
    narrowSpec: { ...input, narrowSpec: { mark: "line" } },
    rows: { ...input, rows: { ...rows, data: [{ row: "a", x: 2 }] } },
    figures: { ...input, rows: { ...rows, figures: new Map([["a", new Map()]]) } },
    theme: { ...input, theme: { ...theme, chart: { ...theme.chart, wide: theme.chart.wide + 1 } } },
    language: { ...input, language: { ...language, tag: "en-NZ" } },
  };
  const found = Object.entries(others).filter(([, other]) => keptDrawing(other, host).drawn !== undefined);
  expect(found.map(([name]) => name)).toEqual([]);
  const fonts = { packageFile: (path: string) => host.packageFile(path) };
  expect(keptDrawing(input, fonts).drawn).toBeUndefined();
});

test("what the process does not know may be in the cache, and what it makes is put there", () => {
  const kept = new Map<string, string>();
  const cache = inMemory(kept);
  const other = { ...input, id: "cached" as ChartId };
  keptDrawing(other, { ...host, cache }).keep(drawn);
  const others = new Map<string, string>();
  const second = inMemory(others);
  expect(keptDrawing(other, { ...host, cache: second }).drawn).toBe(drawn);
  expect(others).toEqual(kept);
  const anew = { cache, packageFile: (path: string) => host.packageFile(path) };
  expect(keptDrawing(other, anew).drawn).toEqual(drawn);
});
