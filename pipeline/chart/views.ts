import { isObject, type JsonObject } from "./json.ts";
import type { Path } from "./spec-places.ts";

/** Where a spec holds panels beside, under or after each other. */
export const CONCATS = ["hconcat", "vconcat", "concat"] as const;

/** The views that stand in a list of a spec; empty where it has no such list. */
export function viewsIn(spec: JsonObject, name: string): readonly JsonObject[] {
  const list = spec[name];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** Whether a view is made of several panels. */
export const isPanelled = (spec: JsonObject): boolean =>
  isObject(spec["spec"]) || CONCATS.some((name) => Array.isArray(spec[name]));

type Change = (view: JsonObject, path: Path) => JsonObject;

/** A spec with every view of it changed, panels and layers, the innermost first. */
export const changed = (spec: JsonObject, change: Change): JsonObject =>
  walked(spec, change, ["layer", ...CONCATS], []);

/** A spec with each plot of it changed: every view that is not made of panels, its layers left to the change. */
export const plotsChanged = (spec: JsonObject, change: Change): JsonObject =>
  walked(spec, (view, path) => (isPanelled(view) ? view : change(view, path)), CONCATS, []);

function walked(spec: JsonObject, change: Change, lists: readonly string[], path: Path): JsonObject {
  const view: Record<string, unknown> = { ...spec };
  for (const name of lists) {
    const list = spec[name];
    if (!Array.isArray(list)) continue;
    view[name] = list.map((each: unknown, index) =>
      isObject(each) ? walked(each, change, lists, [...path, name, index]) : each,
    );
  }
  if (isObject(spec["spec"])) view["spec"] = walked(spec["spec"], change, lists, [...path, "spec"]);
  return change(view, path);
}

/** A spec whose views are named after their places, so that what Vega draws can be traced to what the author wrote. */
export const named = (spec: JsonObject): JsonObject =>
  changed(spec, (view, path) => ("mark" in view ? { ...view, name: [...path, "view"].join("_") } : view));

/** The place of the view that marks are of, by their name in what Vega-Lite compiles: the inverse of `named`. */
export function pathOfMark(name: string): Path {
  const steps = /^((?:(?:layer|hconcat|vconcat|concat)_\d+_|spec_)*)view_/.exec(`${name}_`)?.[1] ?? "";
  return steps
    .split("_")
    .filter((step) => step !== "")
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
