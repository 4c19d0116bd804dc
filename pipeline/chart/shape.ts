import type { PartName } from "./grammar.ts";

/** What a part of a spec may be. A string names another part; a record lists the properties that an object may have. */
export type Shape =
  | { readonly kind: "object"; readonly properties: Readonly<Record<string, Shape | PartName>> }
  | { readonly kind: "list"; readonly of: Shape | PartName; readonly most: number }
  | { readonly kind: "either"; readonly shapes: readonly (Shape | PartName)[] }
  | { readonly kind: "number"; readonly least?: number; readonly most: number }
  | { readonly kind: "text" }
  | { readonly kind: "words" }
  | { readonly kind: "boolean" }
  | { readonly kind: "null" }
  | { readonly kind: "oneOf"; readonly texts: readonly string[] }
  | { readonly kind: "colour" }
  | { readonly kind: "field" }
  | { readonly kind: "expression"; readonly of: "row" | "label" }
  /** How numbers or times are written, in the letters of d3. */
  | { readonly kind: "format" }
  /** What stands beside the numbers of an axis. */
  | { readonly kind: "labels" };

/** An object with no properties but these. */
export const object = (properties: Readonly<Record<string, Shape | PartName>>): Shape => ({
  kind: "object",
  properties,
});
export const list = (of: Shape | PartName, most = 200): Shape => ({ kind: "list", of, most });
export const either = (...shapes: readonly (Shape | PartName)[]): Shape => ({ kind: "either", shapes });
export const oneOf = (...texts: readonly string[]): Shape => ({ kind: "oneOf", texts });
/** Several properties of one shape, their names in one text. */
export const each = (names: string, shape: Shape | PartName): Readonly<Record<string, Shape | PartName>> =>
  Object.fromEntries(names.split(" ").map((name) => [name, shape]));
