import {
  parseExpressionAt,
  type BinaryExpression,
  type Comment,
  type Expression as Parsed,
  type MemberExpression,
} from "acorn";
import type { ProblemCode } from "../model/codes.ts";
import type { Written } from "../model/dataset.ts";
import { error, type Problem } from "../model/problem.ts";
import { parseDecimal } from "../model/rational.ts";
import { readCall } from "./call.ts";
import { spot, wording, type Expression, type Name, type Operator, type Span } from "./formula.ts";

const LONGEST = 500;
const MAY_USE =
  "a formula may use + - * /, parentheses, plain numbers, names, and pp(a, b), change(new, old), share(part, whole), sum(column), previous(column), rescale(amount, million), convert(amount, rate), per(amount, count, person)";

type Refuse = (code: ProblemCode, span: Span, message: string, hint?: string) => undefined;

/** Reads a formula, or reports why it cannot: all that it uses and may not, each at its place. */
export function parseFormula(formula: Written, problems: Problem[]): Expression | undefined {
  const refuse: Refuse = (code, span, message, hint = MAY_USE) => {
    problems.push(error(code, spot(formula, span), message, { hint }));
    return undefined;
  };
  const all = { start: 0, end: formula.text.length };
  if (formula.text.length > LONGEST) {
    const hint = "give its parts names of their own under derive, and use these";
    return refuse(
      "formula/too-long",
      all,
      `This formula has ${formula.text.length} characters; ${LONGEST} are the most`,
      hint,
    );
  }
  const comments: Comment[] = [];
  const parsed = parseText(formula, comments, refuse);
  for (const each of comments)
    refuse("formula/not-allowed", each, "A comment stands in a formula", "write it after # in the YAML");
  if (!parsed) return undefined;
  const expression = read(parsed, formula, refuse);
  return comments.length === 0 ? expression : undefined;
}

function parseText(formula: Written, comments: Comment[], refuse: Refuse): Parsed | undefined {
  try {
    const parsed = parseExpressionAt(formula.text, 0, { ecmaVersion: 2024, preserveParens: true, onComment: comments });
    const rest = /\S/.exec(formula.text.slice(parsed.end));
    if (!rest || comments.length > 0) return parsed;
    return cannotRead(formula, parsed.end + rest.index, refuse);
  } catch (thrown) {
    if (thrown instanceof SyntaxError && "pos" in thrown && typeof thrown.pos === "number") {
      return cannotRead(formula, thrown.pos, refuse);
    }
    throw thrown;
  }
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  "−": "-",
  "–": "-",
  "—": "-",
  "×": "*",
  "·": "*",
  "÷": "/",
  ":": "/",
  "∕": "/",
};

function cannotRead(formula: Written, at: number, refuse: Refuse): undefined {
  const { text } = formula;
  if (text.trim() === "")
    return refuse(
      "formula/syntax",
      { start: 0, end: text.length },
      "This formula is empty",
      "write a formula, or take the name out",
    );
  const character = String.fromCodePoint(text.codePointAt(at) ?? 32);
  const meant = LOOKALIKES[character];
  const ended = at >= text.length;
  const message = ended
    ? "This formula breaks off at its end"
    : `This formula cannot be read from “${text.slice(at).slice(0, 20)}” on`;
  const hint = meant === undefined ? unreadHint(text.slice(0, at)) : `write ${meant} for ${character}`;
  return refuse("formula/syntax", { start: at, end: at + (ended ? 1 : character.length) }, message, hint);
}

const unreadHint = (before: string): string =>
  /(?:--|\+\+)\s*\w*$/.test(before)
    ? "put a space between the two signs"
    : `${MAY_USE}; words that JavaScript reserves, as new or class, cannot be names in it`;

function read(node: Parsed, formula: Written, refuse: Refuse): Expression | undefined {
  switch (node.type) {
    case "ParenthesizedExpression":
      return read(node.expression, formula, refuse);
    case "Literal": {
      const value = /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(node.raw ?? "") ? parseDecimal(node.raw ?? "")?.value : undefined;
      return value ? { kind: "number", value, start: node.start, end: node.end } : refuseNode(node, formula, refuse);
    }
    case "Identifier":
    case "MemberExpression":
      return readName(node, formula, refuse);
    case "UnaryExpression": {
      if (node.operator !== "-") return refuseNode(node, formula, refuse);
      const of = read(node.argument, formula, refuse);
      return of && { kind: "negate", of, start: node.start, end: node.end };
    }
    case "BinaryExpression":
      return readBinary(node, formula, refuse);
    case "CallExpression":
      return readCall(node, {
        formula,
        refuse,
        read: (each) => read(each, formula, refuse),
        readName: (each) => readName(each, formula, refuse),
      });
    default:
      return refuseNode(node, formula, refuse);
  }
}

const OPERATORS: readonly Operator[] = ["+", "-", "*", "/"];

function readBinary(node: BinaryExpression, formula: Written, refuse: Refuse): Expression | undefined {
  const operator = OPERATORS.find((each) => each === node.operator);
  if (operator === undefined || node.left.type === "PrivateIdentifier") return refuseNode(node, formula, refuse);
  const left = read(node.left, formula, refuse);
  const right = read(node.right, formula, refuse);
  return left && right && { kind: "binary", operator, left, right, start: node.start, end: node.end };
}

function readName(node: Parsed, formula: Written, refuse: Refuse): Name | undefined {
  const path = node.type === "Identifier" ? [node.name] : node.type === "MemberExpression" ? pathOf(node) : undefined;
  if (path === undefined || path.length > 3) return refuseNode(node, formula, refuse);
  return { kind: "name", path, start: node.start, end: node.end };
}

function pathOf(node: MemberExpression): readonly string[] | undefined {
  if (node.computed || node.optional || node.property.type !== "Identifier") return undefined;
  const { object } = node;
  if (object.type === "Identifier") return [object.name, node.property.name];
  const before = object.type === "MemberExpression" ? pathOf(object) : undefined;
  return before && [...before, node.property.name];
}

function refuseNode(node: Parsed, formula: Written, refuse: Refuse): undefined {
  return refuse(
    "formula/not-allowed",
    node,
    `“${wording(formula, node)}” is nothing that a formula may use`,
    refusalHint(node),
  );
}

function refusalHint(node: Parsed): string {
  if (node.type === "UpdateExpression") return "put a space between the two signs";
  if (node.type === "SequenceExpression") return "write numbers without commas: 50600, not 50,600";
  if (node.type === "Literal" && typeof node.value === "number") return "write a plain number: 1000000, 0.5";
  if (node.type === "Literal" && typeof node.value === "string")
    return "write names and numbers without quotation marks";
  if (node.type === "BinaryExpression" && node.operator === "%") return "write share(part, whole) for per cent";
  return MAY_USE;
}
