import type { HelperOptions } from "handlebars";
import { error, nearest } from "../model/problem.ts";
import type { Absence, Gap } from "../model/figure.ts";
import { placeText, type Place } from "../model/place.ts";
import type { ProblemCode } from "../model/codes.ts";
import { AT } from "./expand.ts";
import { pieceMarker } from "./markers.ts";
import { isLeaf, type Leaf, type Names } from "./names.ts";
import type { Origin } from "./origin.ts";
import type { Piece, Workshop } from "./workshop.ts";

/** One call of a helper in a template, with what it was given. */
export interface Call {
  readonly workshop: Workshop;
  readonly origin: Origin;
  readonly helper: string;
  readonly place: Place;
  readonly given: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
  /** Whether it has text inside: `{{#lang "fr"}}…{{/lang}}`. */
  readonly isBlock: boolean;
  /** Whether the tag has its line to itself, so that Handlebars takes the end of the line away with it. */
  readonly isAlone: boolean;
  /** The text inside a block helper, expanded. */
  inner(): string;
}

/** Reads Handlebars' own call convention: arguments, then an options object. */
export function readCall(workshop: Workshop, origin: Origin, helper: string, values: readonly unknown[]): Call {
  const last = values.at(-1) as HelperOptions;
  const { [AT]: at, ...options } = last.hash as Record<string, unknown>;
  const offset = Number(at ?? 0);
  const end = origin.text.indexOf("}}", offset);
  return {
    workshop,
    origin,
    helper,
    place: origin.place(offset, end < 0 ? 1 : end + 2 - offset),
    given: values.slice(0, -1),
    options,
    isBlock: typeof last.fn === "function",
    isAlone: isAlone(origin.text, offset, end),
    inner: () => (typeof last.fn === "function" ? last.fn(workshop.names) : ""),
  };
}

/** Whether a call stands on a line of its own. */
function isAlone(text: string, offset: number, end: number): boolean {
  const before = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^[ \t]*$/.test(before) && /^\}\}[ \t]*\r?\n/.test(text.slice(end));
}

/** Leaves a piece in the Markdown. */
export const leave = (call: Call, piece: Piece): string => pieceMarker(call.workshop.pieces.push(piece) - 1);

/** Reports what is wrong with a call, and leaves nothing. */
export function fail(
  call: Call,
  message: string,
  hint?: string,
  code: ProblemCode = "template/arguments",
  arithmetic?: string,
): undefined {
  call.workshop.problems.push(error(code, call.place, message, { hint, arithmetic }));
  return undefined;
}

/** The argument at an index when it leads to a figure, or to a list, whose count is one. */
export function figureArgument(call: Call, index: number): (Leaf & { readonly leaf: "figure" }) | undefined {
  const value = call.given[index];
  if (isLeaf(value) && value.leaf === "figure") return value;
  if (isLeaf(value) && value.leaf === "list") return { leaf: "figure", id: value.list.count };
  if (isLeaf(value) && value.leaf === "gap") return failGap(call, value.gap);
  const within = isLeaf(value) ? undefined : namesWithin(value);
  if (within) return failWhole(call, within);
  const message =
    value === undefined && call.given.length > index ? "Nothing here bears that name" : `${call.helper} needs a figure`;
  return fail(
    call,
    message,
    `as in {{${call.helper} dataset.row.column}}`,
    value === undefined && call.given.length > index ? "template/unknown-figure" : "template/arguments",
  );
}

/** What a name holds that leads to no one thing: a dataset, or a row. */
const namesWithin = (value: unknown): Names | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Names) : undefined;

/** A dataset or a row is many things: which one is meant must be said. */
function failWhole(call: Call, within: Names): undefined {
  const { helper, workshop } = call;
  const [name] = Object.entries(workshop.names).find(([, names]) => names === within) ?? ["dataset.row"];
  const rows = within["rows"];
  const list = Object.entries(within).find(([, held]) => isLeaf(held) && held.leaf === "list")?.[0];
  const figure = Object.entries(within).find(([, held]) => isLeaf(held) && held.leaf === "figure")?.[0];
  if (!Array.isArray(rows))
    return fail(
      call,
      `${helper} needs a figure, and this is a whole row`,
      `name a column: {{${helper} ${name}.${figure ?? "column"}}}`,
    );
  if (helper !== "count")
    return fail(
      call,
      `${helper} needs a figure, and ${name} is a whole dataset`,
      `name one of its figures: {{${helper} ${name}.${figure ?? "row.column"}}}`,
    );
  return fail(
    call,
    `count needs a list, and ${name} is a dataset of ${rows.length} rows`,
    list === undefined
      ? `how many rows there are is a figure of its own: write it under figures of ${name}, as rows_listed: { value: ${rows.length}, unit: count, rounding: exact }, and {{figure ${name}.rows_listed}}`
      : `count one of its lists: {{count ${name}.${list}}}`,
  );
}

const REASONS = {
  missing: "it is missing",
  confidential: "it is confidential",
  "not-applicable": "it does not apply",
} as const satisfies Record<Absence, string>;

/** Prose says numbers, and a gap has none. */
function failGap(call: Call, gap: Gap): undefined {
  const rests = gap.formula === undefined ? "" : `; it rests on ${gap.from.join(", ")}`;
  return fail(
    call,
    `${gap.id} has no value: ${REASONS[gap.absence]}`,
    "say in words that there is no number, or show it in a table",
    "figure/no-value",
    `"${gap.symbol}" at ${placeText(gap.place)}${rests}`,
  );
}

/** The argument at an index when it is text in quotes. */
export function textArgument(call: Call, index: number, what: string): string | undefined {
  const value = call.given[index];
  if (typeof value === "string" && value !== "") return value;
  return fail(call, `${call.helper} needs ${what} in quotes`, `as in {{${call.helper} "…"}}`);
}

/** An option that is text; undefined when it is not given. */
export function textOption(call: Call, name: string): string | undefined {
  const value = call.options[name];
  if (value === undefined || typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return fail(call, `${name} is text`, `as in ${name}="…"`);
}

/** Reports options that a helper does not know. */
export function checkOptions(call: Call, known: readonly string[]): void {
  for (const name of Object.keys(call.options)) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    fail(
      call,
      `${call.helper} has no option ${name}`,
      near ? `did you mean ${near}?` : `known: ${known.join(", ") || "none"}`,
    );
  }
}

const SWITCHES = ["sign", "words", "ordinal", "bare", "abs", "word"] as const;

/** The options of helpers that print numbers. */
export function numberOptions(
  call: Call,
  more: readonly string[] = [],
): { readonly decimals?: number } & Readonly<Partial<Record<(typeof SWITCHES)[number], boolean>>> {
  checkOptions(call, ["decimals", ...SWITCHES, ...more]);
  const { decimals } = call.options;
  const whole = typeof decimals === "number" && Number.isInteger(decimals) && decimals >= 0 && decimals <= 12;
  if (decimals !== undefined && !whole) fail(call, "decimals needs a whole number from 0 to 12", "as in decimals=1");
  const found = SWITCHES.filter((name) => call.options[name] !== undefined);
  for (const name of found)
    if (typeof call.options[name] !== "boolean") fail(call, `${name} is true or false`, `as in ${name}=true`);
  return {
    ...(whole ? { decimals } : {}),
    ...Object.fromEntries(found.map((name) => [name, call.options[name] === true])),
  };
}
