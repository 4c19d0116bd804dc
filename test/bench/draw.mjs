import { readFileSync } from "node:fs";
import { join } from "node:path";
import { written } from "./subject.mjs";

/**
 * A chart as Vega takes it: a Vega-Lite spec with its sizes and colours, and its rows.
 * @typedef {{ readonly id: string, readonly spec: import("vega-lite").TopLevelSpec, readonly rows: readonly object[] }} Chart
 */

/** @type {Map<string, import("vega").Spec>} */
const compiled = new Map();

/**
 * The charts of the sample as SVG, by name: those that are ready, or drawn by Vega as it comes.
 * @param {string} folder
 * @param {import("./subject.mjs").Task} task
 * @returns {Promise<Readonly<Record<string, string>>>}
 */
export async function pictures(folder, { charts, number }) {
  if (charts === "ready") return /** @type {Record<string, string>} */ (json(folder, "ready.json", number));
  const all = /** @type {readonly Chart[]} */ (json(folder, "charts.json", number));
  const [vega, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  /** @type {Record<string, string>} */
  const svgs = {};
  for (const { id, spec, rows } of all) {
    // What Vega-Lite makes of a spec is kept within a process.
    /** @type {import("vega").Spec} */
    const kept = compiled.get(id) ?? { ...compile(spec).spec, autosize: { type: "fit-x", contains: "padding" } };
    compiled.set(id, kept);
    const data = (kept.data ?? []).map((each) => (each.name === "rows" ? { ...each, values: [...rows] } : each));
    const view = new vega.View(vega.parse({ ...kept, data }), { renderer: "none" });
    svgs[id] = await view.toSVG();
    view.finalize();
  }
  return svgs;
}

/**
 * What a file of the folder holds, with another number.
 * @param {string} folder
 * @param {string} name
 * @param {number} number
 * @returns {unknown}
 */
export const json = (folder, name, number) => JSON.parse(edited(readFileSync(join(folder, name), "utf8"), number));

/**
 * The sample with another number, wherever text or data have it.
 * @param {string} text
 * @param {number} number
 */
export const edited = (text, number) =>
  text.replaceAll("11,784", written(number)).replaceAll(/\b11784\b/g, String(number));
