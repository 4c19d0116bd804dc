import { nearest } from "../model/problem.ts";
import { onceFor } from "../model/remembered.ts";
import { COLOUR_NAMES } from "../model/theme.ts";
import { colourName } from "./colours.ts";
import { PARTS, type PartName } from "./grammar.ts";
import { INSTEAD, NARROW, VALUES_INSTEAD } from "./instead.ts";
import type { Shape } from "./shape.ts";
import { isObject } from "./json.ts";
import type { Path } from "./spec-places.ts";
import { isLabelWithSign, readExpression } from "./vega-expression.ts";

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
export const checkSpec = (spec: unknown): SpecReading => (isObject(spec) ? readOnce(spec) : readSpec(spec));

const readOnce = onceFor(readSpec);

function readSpec(spec: unknown): SpecReading {
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
      (typeof value === "string" ? VALUES_INSTEAD[value] : undefined) ?? hintFor(shape),
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
    default:
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
  for (const [name, part] of Object.entries(value)) {
    const shape = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (shape !== undefined) {
      check(reading, part, shape, [...path, name]);
      continue;
    }
    const near = nearest(name, Object.keys(properties));
    const guess = near === undefined ? undefined : `did you mean "${near}"?`;
    const hint = path[0] === "usermeta" ? NARROW : Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : guess;
    refuse(reading, [...path, name], "key", `"${name}" may not stand ${whereText(path)} of a chart spec`, hint);
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
      return isObject(value);
    case "list":
      return Array.isArray(value) && value.length <= shape.most;
    case "either":
      return shape.shapes.some((each) => fits(value, shapeOf(each)));
    case "number":
      return typeof value === "number" && value <= shape.most && value >= (shape.least ?? -shape.most);
    case "boolean":
      return typeof value === "boolean";
    case "null":
      return value === null;
    default:
      return typeof value === "string" && value.length <= 500 && isAllowedText(value, shape);
  }
}

function isAllowedText(text: string, shape: Shape): boolean {
  if (shape.kind === "oneOf") return shape.texts.includes(text);
  // The words of a drawing are printed as they stand, so nothing in them may ask to be filled in.
  if (shape.kind === "words") return !text.includes("{{");
  if (shape.kind === "format") return NUMBERS.test(text) || TIMES.test(text);
  if (shape.kind === "labels") return isLabelWithSign(text);
  return shape.kind !== "colour" || text === "transparent" || colourName(text) !== undefined;
}

/** Numbers as they are, none shortened, multiplied or rounded to fewer digits than they have. */
const NUMBERS = /^\+?,?(?:d|\.\df)?$/;
/** Years, quarters, months and days. */
const TIMES = /^(?:%-?[YyqmbBde]|[ .,/-])+$/;

const ONLY_NULL = "it may only be null";

function hintFor(shape: Shape): string | undefined {
  switch (shape.kind) {
    case "oneOf":
      return `it may be ${shape.texts.map((text) => `"${text}"`).join(", ")}`;
    case "colour":
      return `colours are the theme's: ${COLOUR_NAMES.map((name) => `"theme:${name}"`).join(", ")}`;
    case "number":
      if (shape.most === 0) return "only 0: other numbers come from the rows, by a field";
      return `a number, at most ${shape.most}${shape.least === undefined ? "" : ` and at least ${shape.least}`}`;
    case "null":
      return ONLY_NULL;
    case "boolean":
      return "true or false";
    case "list":
      return `a list of at most ${shape.most}`;
    case "either": {
      const hints = shape.shapes.map((each) => hintFor(shapeOf(each))).filter((hint) => hint !== undefined);
      return hints.filter((hint) => hint !== ONLY_NULL || hints.length === 1).join("; or ") || undefined;
    }
    case "object":
      return "an object is needed here";
    case "format":
      return 'of numbers "d", ",d", ".1f" or "+.1f"; of times "%Y", "%b %Y" or "%-d %B %Y"';
    case "labels":
      return "only a sign beside the number: \"datum.label + '%'\", or \"datum.value == 50 ? datum.label + '%' : datum.label\"";
    case "text":
    case "words":
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
