import { nearest } from "../model/problem.ts";
import { COLOUR_NAMES } from "../model/theme.ts";
import { colourName } from "./colours.ts";
import { PARTS, type PartName } from "./grammar.ts";
import { INSTEAD } from "./instead.ts";
import type { Shape } from "./shape.ts";
import { isObject, property } from "./json.ts";
import type { Path } from "./spec-places.ts";
import { readExpression } from "./vega-expression.ts";

/** Something in a spec that specs may not have. */
export interface Refusal {
  readonly path: Path;
  /** Whether the property's name is at fault, or its value. */
  readonly at: "key" | "value";
  readonly message: string;
  readonly hint?: string;
}

/** A place where a spec names a field of its rows. */
export interface FieldUse {
  readonly field: string;
  readonly path: Path;
}

/** Words that a drawing prints as they stand in the spec. */
export interface SpecWords {
  readonly text: string;
  readonly path: Path;
}

/** What a spec holds: all that is refused, and all fields that it names. */
export interface SpecReading {
  readonly refusals: readonly Refusal[];
  readonly fields: readonly FieldUse[];
  /** The words that a drawing prints as they stand in the spec. */
  readonly words: readonly SpecWords[];
}

/** Holds a spec against the list of what Footing draws. Everything that the list does not name is refused. */
export function checkSpec(spec: unknown): SpecReading {
  const reading: Reading = { refusals: [], fields: [], words: [] };
  check(reading, spec, "spec", []);
  return reading;
}

interface Reading {
  readonly refusals: Refusal[];
  readonly fields: FieldUse[];
  readonly words: SpecWords[];
}

function refuse(reading: Reading, path: Path, at: "key" | "value", message: string, hint?: string): void {
  reading.refusals.push({ path, at, message, ...(hint === undefined ? {} : { hint }) });
}

const shapeOf = (shape: Shape | PartName): Shape => (typeof shape === "string" ? PARTS[shape] : shape);

function check(reading: Reading, value: unknown, part: Shape | PartName, path: Path): void {
  const shape = shapeOf(part);
  if (!fits(value, shape)) {
    refuse(
      reading,
      path,
      "value",
      `${nameOf(path)} cannot be ${shown(value)} in a chart of this house`,
      hintFor(shape),
    );
    return;
  }
  switch (shape.kind) {
    case "object":
      if (isObject(value)) checkObject(reading, value, shape.properties, path);
      return;
    case "list":
      if (Array.isArray(value))
        value.forEach((each: unknown, index) => check(reading, each, shape.of, [...path, index]));
      return;
    case "either":
      check(reading, value, shape.shapes.find((each) => fits(value, shapeOf(each))) ?? { kind: "null" }, path);
      return;
    case "field":
    case "expression":
    case "words":
      if (typeof value === "string") checkText(reading, value, shape, path);
      return;
    case "number":
    case "text":
    case "boolean":
    case "null":
    case "oneOf":
    case "colour":
    case "patch":
      return;
  }
}

function checkText(
  reading: Reading,
  text: string,
  shape: Extract<Shape, { readonly kind: "field" | "expression" | "words" }>,
  path: Path,
): void {
  if (shape.kind === "field") reading.fields.push({ field: text, path });
  else if (shape.kind === "words") reading.words.push({ text, path });
  else checkExpression(reading, text, shape.of, path);
}

function checkObject(
  reading: Reading,
  value: object,
  properties: Readonly<Record<string, Shape | PartName>>,
  path: Path,
): void {
  checkRange(reading, value, path);
  checkLength(reading, value, path);
  checkPanels(reading, value, path);
  for (const [name, part] of Object.entries(value)) {
    const shape = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (shape !== undefined) {
      check(reading, part, shape, [...path, name]);
      continue;
    }
    const near = nearest(name, Object.keys(properties));
    const hint = Object.hasOwn(INSTEAD, name)
      ? INSTEAD[name]
      : near === undefined
        ? undefined
        : `did you mean "${near}"?`;
    refuse(reading, [...path, name], "key", `"${name}" may not stand ${whereText(path)} of a chart spec`, hint);
  }
}

/** Small multiples of no view, a view that draws nothing, or more than one thing. */
function checkPanels(reading: Reading, view: object, path: Path): void {
  const step = path.findLast((each) => typeof each === "string");
  if (path.length > 0 && !["spec", "layer", "hconcat", "vconcat", "concat"].includes(step ?? "")) return;
  if (path.at(-1) !== step && typeof path.at(-1) !== "number") return;
  const drawn = ["mark", "layer", "hconcat", "vconcat", "concat", "facet"].filter((name) => name in view);
  const hint = 'a view has a "mark", or "layer", or panels: "facet" with its "spec", "hconcat", "vconcat"';
  if (drawn.length === 0) refuse(reading, path, "value", `There is nothing to draw ${whereText(path)}`, hint);
  if (drawn.length > 1)
    refuse(reading, [...path, drawn[1] ?? ""], "key", `A view cannot have both "${drawn.join('" and "')}"`, hint);
  if ("facet" in view !== "spec" in view)
    refuse(reading, [...path, "facet" in view ? "facet" : "spec"], "key", '"facet" and "spec" need each other', hint);
}

/** An error bar or band without both ends in its encoding would be worked out by Vega-Lite. */
function checkRange(reading: Reading, view: object, path: Path): void {
  const mark = property(view, "mark");
  const type = isObject(mark) ? mark["type"] : mark;
  if (type !== "errorbar" && type !== "errorband") return;
  const encoding = property(view, "encoding");
  const ends = ["x", "y"].some(
    (axis) => property(encoding, axis) !== undefined && property(encoding, `${axis}2`) !== undefined,
  );
  if (ends) return;
  const hint = 'write "x": { "field": "NAME_lo", … }, "x2": { "field": "NAME_hi" }, or the same with y';
  refuse(reading, [...path, "mark"], "value", `An ${type} needs both ends of its range in its own encoding`, hint);
}

/** The length of a bar and the height of an area begin at zero, which a logarithm does not have. */
function checkLength(reading: Reading, view: object, path: Path): void {
  const mark = property(view, "mark");
  const type = isObject(mark) ? mark["type"] : mark;
  if (type !== "bar" && type !== "area") return;
  for (const axis of ["x", "y"]) {
    const scale = property(property(property(view, "encoding"), axis), "scale");
    if (property(scale, "type") !== "log") continue;
    const where = [...path, "encoding", axis, "scale", "type"];
    const message = `The length of a ${type} begins at zero, and a scale of logarithms has no zero`;
    refuse(reading, where, "value", message, 'draw points, or take "log" out of the scale');
  }
}

function checkExpression(reading: Reading, text: string, of: "row" | "label", path: Path): void {
  const { fields, refused } = readExpression(text);
  if (refused !== undefined) {
    const hint = "an expression may compare fields (datum.name) with texts and numbers, join texts and choose by ? :";
    refuse(reading, path, "value", `The expression holds "${refused}", which expressions of a chart may not`, hint);
    return;
  }
  if (of === "row") reading.fields.push(...fields.map((field) => ({ field, path })));
  const strange = of === "label" ? fields.find((field) => !["value", "label", "index"].includes(field)) : undefined;
  if (strange !== undefined) {
    refuse(
      reading,
      path,
      "value",
      `An axis label has no "${strange}"`,
      "it has datum.value, datum.label and datum.index",
    );
  }
}

/** Whether a value is of a shape, its outermost layer alone: what lies within is checked one by one. */
function fits(value: unknown, shape: Shape): boolean {
  switch (shape.kind) {
    case "object":
    case "patch":
      return isObject(value);
    case "list":
      return Array.isArray(value) && value.length <= shape.most;
    case "either":
      return shape.shapes.some((each) => fits(value, shapeOf(each)));
    case "number":
      return typeof value === "number" && Math.abs(value) <= shape.most;
    case "boolean":
      return value === true || value === false;
    case "null":
      return value === null;
    case "oneOf":
    case "colour":
    case "text":
    case "words":
    case "field":
    case "expression":
      return typeof value === "string" && value.length <= 500 && isAllowedText(value, shape);
  }
}

function isAllowedText(text: string, shape: Shape): boolean {
  if (shape.kind === "oneOf") return shape.texts.includes(text);
  // The words of a drawing are printed as they stand, so nothing in them may ask to be filled in.
  if (shape.kind === "words") return !text.includes("{{");
  return shape.kind !== "colour" || text === "transparent" || colourName(text) !== undefined;
}

function hintFor(shape: Shape): string | undefined {
  switch (shape.kind) {
    case "oneOf":
      return `it may be ${shape.texts.map((text) => `"${text}"`).join(", ")}`;
    case "colour":
      return `colours are the theme's: ${COLOUR_NAMES.map((name) => `"theme:${name}"`).join(", ")}`;
    case "number":
      return `a number, at most ${shape.most}`;
    case "null":
      return "it may only be null";
    case "list":
      return `a list of at most ${shape.most}`;
    case "either":
      return shape.shapes.map((each) => hintFor(shapeOf(each))).find((hint) => hint !== undefined);
    case "object":
    case "patch":
      return "an object is needed here";
    case "text":
    case "words":
    case "boolean":
    case "field":
    case "expression":
      return undefined;
  }
}

const nameOf = (path: Path): string =>
  path.length === 0 ? "The spec" : `"${path.findLast((step) => typeof step === "string") ?? ""}"`;
const whereText = (path: Path): string => (path.length === 0 ? "at the top" : `in ${nameOf(path)}`);

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
