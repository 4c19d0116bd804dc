import type { Problem } from "../../pipeline/model/problem.ts";
import { chart } from "../../pipeline/chart/chart.ts";
import type { ChartDesign } from "../../pipeline/model/template.ts";
import { brief, host } from "./fixture.ts";
import { harvest, label, number, sectors, step, year } from "./gallery-specs.ts";

/** Specs for tests of what is refused, and what is not. */

export const problemsOf = async (design: ChartDesign): Promise<readonly Problem[]> =>
  (await chart(brief([design]), host)).problems;

export const dots = { type: "point", filled: true };
export const share = number("share_2022");
export const bar = { mark: "bar", encoding: { x: share } };
export const texts = {
  before: { column: "share_2021", decimals: 0 },
  after: { column: "share_2022", decimals: 0 },
};
export const one = (encoding: object, mark: unknown = "bar", more: object = {}): ChartDesign =>
  sectors("one", { height: step, mark, encoding: { y: label(), ...encoding }, ...more });
export const layered = (...layer: readonly object[]): ChartDesign =>
  sectors("layered", { height: step, encoding: { y: label() }, layer }, texts);
export const lines = (more: object): ChartDesign =>
  harvest("lines", { height: 300, mark: "line", encoding: { x: year(), y: number("tonnes"), ...more } });
export const heat = (scale: object): ChartDesign =>
  one({ color: { field: "share_2022", type: "quantitative", legend: null, scale } }, "rect");
export const ramps = (...names: readonly string[]): readonly string[] => names.map((name) => `theme:${name}`);
