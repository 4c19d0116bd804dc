import type { Refusal } from "./check-spec.ts";
import { isObject } from "./json.ts";
import type { Path } from "./spec-places.ts";
import { CONCATS } from "./views.ts";

const HINT = 'a view has a "mark", or "layer", or panels: "facet" with its "spec", "hconcat", "vconcat"';

/** Views that draw nothing or more than one thing, and small multiples of nothing or by nothing. */
export function checkViews(view: unknown, path: Path = []): readonly Refusal[] {
  if (!isObject(view)) return [];
  const below = ["layer", ...CONCATS].flatMap((name) => {
    const list = view[name];
    return Array.isArray(list) ? list.flatMap((each: unknown, index) => checkViews(each, [...path, name, index])) : [];
  });
  return [...ownRefusals(view, path), ...below, ...checkViews(view["spec"], [...path, "spec"])];
}

function ownRefusals(view: object, path: Path): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (step: string, at: Refusal["at"], message: string, hint = HINT): unknown =>
    refusals.push({ path: step === "" ? path : [...path, step], at, message, hint });
  const drawn = ["mark", "layer", ...CONCATS, "facet"].filter((name) => name in view);
  const [first, second] = drawn;
  if (first === undefined) refuse("", "value", "There is nothing to draw here");
  if (second !== undefined) refuse(second, "key", `A view cannot have both "${drawn.join('" and "')}"`);
  if ("facet" in view !== "spec" in view)
    refuse("facet" in view ? "facet" : "spec", "key", '"facet" and "spec" need each other');
  const { mark, facet, layer } = { mark: undefined, facet: undefined, layer: undefined, ...view } as Parts;
  if (isObject(mark) && mark["type"] === undefined)
    refuse("mark", "value", "The mark has no type", 'write "mark": "bar", or another kind of mark');
  if (Array.isArray(layer) && layer.length === 0) refuse("layer", "value", "There is no layer to draw");
  if (isObject(facet) && !["field", "row", "column"].some((name) => name in facet))
    refuse("facet", "value", "Nothing tells the panels apart", 'write "facet": { "field": "…" }');
  if ("encoding" in view && (first === "facet" || CONCATS.some((name) => name === first)))
    refuse("encoding", "key", "Panels do not share an encoding", "give each panel its own");
  for (const [name, channel] of Object.entries(
    isObject(Reflect.get(view, "encoding")) ? (Reflect.get(view, "encoding") as object) : {},
  )) {
    if (!["row", "column", "facet"].includes(name) || (isObject(channel) && "field" in channel)) continue;
    refusals.push({
      path: [...path, "encoding", name],
      at: "value",
      message: "Nothing tells the panels apart",
      hint: `write "${name}": { "field": "…" }`,
    });
  }
  return refusals;
}

interface Parts {
  readonly mark: unknown;
  readonly facet: unknown;
  readonly layer: unknown;
}
