import type { CallExpression, Expression as Parsed } from "acorn";
import type { ProblemCode } from "../model/codes.ts";
import type { Written } from "../model/dataset.ts";
import type { Scale } from "../model/unit.ts";
import { FUNCTIONS, wording, type Expression, type Name, type Span } from "./formula.ts";

/** How the rest of a formula is read, and what may not stand in it is reported. */
export interface Reader {
  readonly formula: Written;
  readonly read: (node: Parsed) => Expression | undefined;
  readonly readName: (node: Parsed) => Name | undefined;
  readonly refuse: (code: ProblemCode, span: Span, message: string, hint?: string) => undefined;
}

const TAKES = {
  sum: ["one column", 1],
  previous: ["one column", 1],
  rescale: ["an amount and a scale", 2],
} as const;

/** Reads a call of one of the functions that formulas know. */
export function readCall(node: CallExpression, reader: Reader): Expression | undefined {
  const { formula, refuse } = reader;
  const { callee, start, end } = node;
  const called = callee.type === "Identifier" && !node.optional ? callee.name : undefined;
  const two = FUNCTIONS.find((each) => each === called);
  const own = called === "sum" || called === "previous" || called === "rescale" ? called : undefined;
  const name = two ?? own;
  if (name === undefined)
    return refuse("formula/not-allowed", callee, `Formulas know no function ${wording(formula, callee)}`);
  const given = node.arguments.filter((each) => each.type !== "SpreadElement");
  const [takes, wanted] = own === undefined ? (["two numbers", 2] as const) : TAKES[own];
  const [first, second] = given;
  if (two === "per") return readPer(given, node, reader);
  if (given.length !== wanted || node.arguments.length !== wanted || !first)
    return refuse("formula/not-allowed", node, `${name} takes ${takes}, and here has ${node.arguments.length}`);
  if (own === "sum" || own === "previous") return readColumn(own, first, node, reader);
  if (!second) return undefined;
  if (own === "rescale") return readRescale(first, second, node, reader);
  const a = reader.read(first);
  const b = reader.read(second);
  return a && b && two && { kind: "call", function: two, arguments: [a, b], start, end };
}

/** Of `per`: what it takes besides its two numbers is a word for one of what the second counts, or how many of them. */
function readPer(given: readonly Parsed[], node: CallExpression, { read, refuse }: Reader): Expression | undefined {
  const { start, end } = node;
  const [first, second, last] = given;
  if (!first || !second || node.arguments.length !== 3 || given.length !== 3)
    return refuse(
      "formula/not-allowed",
      node,
      `per takes two numbers and what is meant by one, and here has ${node.arguments.length}`,
      "write per(spending, people, person), or per(cases, people, 1000)",
    );
  const each = last?.type === "Identifier" ? last.name : last?.type === "Literal" ? last.value : undefined;
  const isMany = typeof each === "number" && Number.isSafeInteger(each) && each > 0;
  const isWord = typeof each === "string" && /^\p{L}[^\d]*$/u.test(each) && !/^[A-Z]{3}$/.test(each);
  if (!isWord && !isMany)
    return refuse(
      "formula/not-allowed",
      last ?? node,
      "The last of per is a word for one of what is counted, or a whole number of them",
      "write per(spending, people, person), or per(cases, people, 1000)",
    );
  const a = read(first);
  const b = read(second);
  return a && b && { kind: "call", function: "per", arguments: [a, b], each, start, end };
}

function readColumn(
  kind: keyof typeof ONE_COLUMN,
  node: Parsed,
  { start, end }: Span,
  { readName, refuse }: Reader,
): Expression | undefined {
  const column = node.type === "Identifier" ? readName(node) : undefined;
  if (column) return { kind, column, start, end };
  const { message, hint } = ONE_COLUMN[kind];
  return refuse("formula/not-allowed", node, message, hint);
}

const ONE_COLUMN = {
  sum: {
    message: "sum adds up one column, and nothing else",
    hint: "write sum(column) with a column of this dataset; give what is to be added up a name under each first",
  },
  previous: {
    message: "previous looks up one column, and nothing else",
    hint: "write previous(column) with a column of this dataset; give what is looked up a name under each first",
  },
} as const;

const SCALES_BY_WORD: Readonly<Record<string, Scale>> = {
  one: "",
  thousand: "thousand",
  million: "million",
  billion: "billion",
  trillion: "trillion",
};

function readRescale(amount: Parsed, word: Parsed, { start, end }: Span, reader: Reader): Expression | undefined {
  const text = word.type === "Identifier" ? word.name : "";
  const scale = Object.hasOwn(SCALES_BY_WORD, text) ? SCALES_BY_WORD[text] : undefined;
  if (scale === undefined)
    return reader.refuse(
      "formula/not-allowed",
      word,
      `“${wording(reader.formula, word)}” is no scale`,
      `write one of ${Object.keys(SCALES_BY_WORD).join(", ")}, as rescale(amount, million)`,
    );
  const of = reader.read(amount);
  return of && { kind: "rescale", of, scale, start, end };
}
