import { z } from "zod";
import type { ProblemCode } from "../model/codes.ts";
import { nearest } from "../model/problem.ts";
import { FIGURE_NAME, NAME } from "../model/id.ts";
import { parseDecimal } from "../model/rational.ts";
import { isCalendarDate } from "./calendar.ts";
import { isPeriod, PERIODS } from "./period.ts";
import { plainNumber } from "./plain-number.ts";
import type { Scalar } from "./tree.ts";

/** What is wrong with one value: the second half of a sentence whose subject is its key. */
export interface Complaint {
  readonly code: ProblemCode;
  readonly says: string;
  readonly hint?: string | undefined;
}

type Json = Readonly<Record<string, unknown>>;
type Judge = (scalar: Scalar) => Complaint | undefined;

const isScalar = (value: unknown): value is Scalar =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === "scalar" && "source" in value;

/** The shape of a single value. `json` tells editors what it looks like; `judge` says what is wrong with it. */
function leaf(json: Json, judge: Judge): z.ZodType<Scalar> {
  return z
    .custom<Scalar>()
    .superRefine((value: unknown, context) => {
      const complaint = judgeAny(value, judge);
      if (complaint !== undefined) context.addIssue({ code: "custom", params: { complaint }, continue: false });
    })
    .meta(json);
}

function judgeAny(value: unknown, judge: Judge): Complaint | undefined {
  if (value === undefined) return { code: "shape/missing-key", says: "is missing" };
  if (isScalar(value)) return judge(value);
  const is = Array.isArray(value) ? "a list" : "a map";
  return { code: "shape/wrong-type", says: `should be a single value; it is ${is}` };
}

const wrong = (says: string, hint?: string): Complaint => ({ code: "shape/wrong-type", says, hint });
const isEmpty = (scalar: Scalar): boolean => scalar.text.trim() === "";
const empty = wrong("has no value", "write a value after the colon, or delete the key");
const quoted = (scalar: Scalar): string =>
  `"${scalar.text.length > 60 ? `${scalar.text.slice(0, 60)}…` : scalar.text}"`;

/** Plain scalars that YAML 1.2's core schema reads as something other than text (YAML 1.2.2, 10.3.2). */
const CORE_NUMBER =
  /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const CORE_WORD = /^(?:true|True|TRUE|false|False|FALSE|null|Null|NULL|~)$/;

function notWord(scalar: Scalar): Complaint | undefined {
  if (isEmpty(scalar)) return empty;
  if (!scalar.plain || !CORE_WORD.test(scalar.text)) return undefined;
  return wrong(`should be text; YAML reads ${scalar.text} as something else`, `write "${scalar.text}" in quotes`);
}

function notText(scalar: Scalar): Complaint | undefined {
  if (!scalar.plain || !CORE_NUMBER.test(scalar.text)) return notWord(scalar);
  return wrong(`should be text; YAML reads ${scalar.text} as a number`, `write "${scalar.text}" in quotes`);
}

/** Text in words. A number must be quoted, as other readers of YAML would take it for one. */
export const text = leaf({ type: "string", minLength: 1 }, notText);

/** Text that may look like a number: a volume, a period, a cell of a text column. */
export const label = leaf({ type: ["string", "number"] }, notWord);

/** A period that numbers are of. */
export const period = leaf({ type: ["string", "number"] }, (scalar) => {
  if (isEmpty(scalar)) return empty;
  return isPeriod(scalar.text) ? undefined : wrong(`should be a period; it is ${quoted(scalar)}`, PERIODS);
});

/** Any single value, empty ones included: what a cell may be is its column's affair. */
export const cell = leaf({ type: ["string", "number"] }, () => undefined);

/** A number as the pipeline reads it: plain digits, with a full stop as the decimal mark, not in quotes. */
export const number = leaf({ type: "number" }, notNumber);

/** What is wrong with a scalar that should be a plain number. */
export function notNumber(scalar: Scalar): Complaint | undefined {
  if (scalar.plain && parseDecimal(scalar.text) !== undefined) return undefined;
  const digits = plainNumber(scalar.text);
  const hint =
    digits === undefined
      ? "write digits, with a full stop as the decimal mark, as 46.1"
      : `write ${digits}${scalar.plain ? "" : ", without quotes"}`;
  const is = isEmpty(scalar)
    ? "it is empty"
    : `it is ${scalar.plain ? quoted(scalar) : `${quoted(scalar)}, in quotes`}`;
  return { code: "shape/not-a-number", says: `should be a plain number; ${is}`, hint };
}

/** What stands in a cell of numbers: a number, alone or with flags, or a symbol of absence. */
export const quantity = leaf({ type: ["number", "string"] }, () => undefined);

/** How many decimals a number is declared with; negative for tens, hundreds. */
export const precision: z.ZodType<number> = leaf({ type: "integer", minimum: -30, maximum: 30 }, (scalar) =>
  scalar.plain && /^-?\d{1,2}$/.test(scalar.text) && Math.abs(Number(scalar.text)) <= 30
    ? undefined
    : wrong(`should be a whole number from -30 to 30; it is ${quoted(scalar)}`),
).transform((scalar) => Number(scalar.text));

/** A number, or the name of a figure. */
export const numberOrName = leaf({ type: ["number", "string"] }, (scalar) =>
  FIGURE_PATH.test(scalar.text) ? undefined : notNumber(scalar),
);
const FIGURE_PATH = /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?$/;

/** A number within bounds, for sizes and lengths. */
export const measure = (least: number, most: number): z.ZodType<number> =>
  leaf({ type: "number", minimum: least, maximum: most }, (scalar) => {
    const value = Number(scalar.text);
    if (notNumber(scalar) !== undefined) return notNumber(scalar);
    return value >= least && value <= most
      ? undefined
      : wrong(`should be from ${least} to ${most}; it is ${scalar.text}`);
  }).transform((scalar) => Number(scalar.text));

/** A whole number within bounds. */
export const whole = (least: number, most: number): z.ZodType<number> =>
  leaf({ type: "integer", minimum: least, maximum: most }, (scalar) => {
    const value = Number(scalar.text);
    const fits = scalar.plain && /^-?\d{1,6}$/.test(scalar.text) && value >= least && value <= most;
    return fits ? undefined : wrong(`should be a whole number from ${least} to ${most}; it is ${quoted(scalar)}`);
  }).transform((scalar) => Number(scalar.text));

/** Yes or no, written true or false. */
export const flag: z.ZodType<boolean> = leaf({ type: "boolean" }, (scalar) =>
  scalar.plain && /^(?:true|false)$/.test(scalar.text)
    ? undefined
    : wrong(`should be true or false; it is ${quoted(scalar)}`),
).transform((scalar) => scalar.text === "true");

/** One of a few words. */
export const oneOf = <Word extends string>(words: readonly Word[]): z.ZodType<Word> =>
  leaf({ type: "string", enum: words }, (scalar) => {
    if (words.some((word) => word === scalar.text)) return undefined;
    const near = nearest(scalar.text, words);
    const hint = near === undefined ? undefined : `write ${near}`;
    return wrong(`should be ${listed(words)}; it is ${quoted(scalar)}`, hint);
  }).transform(
    (scalar, context) =>
      words.find((word) => word === scalar.text) ?? (context.addIssue("not one of the words"), z.NEVER),
  );

/** Words as a reader would list them: a, b or c. */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

/** Text of a fixed form; `form` names it to the author. */
const formed = (pattern: RegExp, form: string): z.ZodType<Scalar> =>
  leaf({ type: "string", pattern: pattern.source }, (scalar) => {
    if (isEmpty(scalar)) return empty;
    return pattern.test(scalar.text) ? undefined : wrong(`should be ${form}; it is ${quoted(scalar)}`);
  });

/** The name of a source, table, chart, template or brief. */
export const name = formed(NAME, "a name of small letters, digits and hyphens, such as bai-2018");

/** The name of a dataset, column or single figure. */
export const figureName = formed(FIGURE_NAME, "a name of small letters, digits and underscores, such as share_2021");

/** The name of a column or single figure to be added, or with a minus sign before it, to be taken away. */
export const term = formed(/^-?[a-z][a-z0-9_]*$/, "the name of a column or single figure, as exports or -imports");

/** The name of a column or single figure of this dataset, or of another: `dataset.name`. */
export const figurePath = formed(
  /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?$/,
  "a name of this dataset, as total, or of another, as dataset.total",
);

/** The name of a file of rows beside the dataset. */
export const csvFile = formed(/^[A-Za-z0-9][A-Za-z0-9._-]*\.csv$/, "a CSV file beside this one, such as students.csv");

/** A colour, as #rrggbb. */
export const colour: z.ZodType<string> = formed(/^#[0-9a-fA-F]{6}$/, "a colour such as #0b4f6c, in quotes").transform(
  (scalar) => scalar.text,
);

/** An address on the web that begins with https. */
export const address = formed(/^https:\/\/[^\s"'<>\\^`{|}]+$/, "an address that begins with https://");

function dated(pattern: RegExp, form: string): z.ZodType<Scalar> {
  return leaf({ type: ["string", "integer"], pattern: pattern.source }, (scalar) => {
    if (isEmpty(scalar)) return empty;
    if (!pattern.test(scalar.text)) return wrong(`should be ${form}; it is ${quoted(scalar)}`);
    return isCalendarDate(scalar.text) ? undefined : wrong(`is ${scalar.text}, a day that no calendar has`);
  });
}

/** A day, YYYY-MM-DD. */
export const day = dated(/^\d{4}-\d{2}-\d{2}$/, "a day such as 2023-06-20");

/** A year, a month or a day. */
export const date = dated(/^\d{4}(?:-\d{2}){0,2}$/, "a date such as 2013, 2016-07 or 2015-03-30");

/** Text, without its place. */
export const plainText: z.ZodType<string> = text.transform((scalar) => scalar.text);
