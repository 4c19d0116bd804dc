import { nearest, error, type Problem } from "../model/problem.ts";
import type { Place } from "../model/place.ts";
import { isLeaf, type Names } from "./names.ts";
import type { Origin } from "./origin.ts";

/** Block helpers of Handlebars itself that a template may use. */
const LOOPS = ["each", "if", "unless"];

/** Stands in the scope of a loop that gives its row no name: bare names are the row's own. */
const ROW = "*";

interface Checker {
  readonly origin: Origin;
  readonly helpers: readonly string[];
  readonly blocks: readonly string[];
  readonly names: Names;
  readonly problems: Problem[];
}

/**
 * Walks a template's syntax tree before it runs: only known helpers, no raw output, no partials, and every path
 * that begins at a dataset leads to something. At run time Handlebars would print nothing in silence.
 */
export function checkTemplate(
  program: hbs.AST.Program,
  origin: Origin,
  allowed: { readonly helpers: readonly string[]; readonly blocks: readonly string[] },
  names: Names,
): readonly Problem[] {
  const checker: Checker = { origin, ...allowed, names, problems: [] };
  checkProgram(program, checker, []);
  return checker.problems;
}

function placeOf(node: hbs.AST.Node, { origin }: Checker): Place {
  const start = origin.offset(node.loc.start.line, node.loc.start.column);
  const end = origin.offset(node.loc.end.line, node.loc.end.column);
  return origin.place(start, Math.max(end - start, 1));
}

function refuse(node: hbs.AST.Node, what: string, hint: string, checker: Checker): void {
  checker.problems.push(
    error("template/not-allowed", placeOf(node, checker), `Templates may not use ${what}`, { hint }),
  );
}

function checkProgram(program: hbs.AST.Program, checker: Checker, scope: readonly string[]): void {
  for (const statement of program.body) {
    switch (statement.type) {
      case "ContentStatement":
      case "CommentStatement":
        break;
      case "MustacheStatement":
        checkMustache(statement as hbs.AST.MustacheStatement, checker, scope);
        break;
      case "BlockStatement":
        checkBlock(statement as hbs.AST.BlockStatement, checker, scope);
        break;
      default:
        refuse(statement, "partials or decorators", "write the text where it belongs", checker);
    }
  }
}

function checkMustache(call: hbs.AST.MustacheStatement, checker: Checker, scope: readonly string[]): void {
  if (!call.escaped) refuse(call, "raw output ({{{ or {{&)", "use {{ and a helper", checker);
  checkHelper(call.path, checker.helpers, checker, checker.blocks);
  checkArguments(call, checker, scope);
}

function checkBlock(call: hbs.AST.BlockStatement, checker: Checker, scope: readonly string[]): void {
  checkHelper(call.path, [...checker.blocks, ...LOOPS], checker);
  checkArguments(call, checker, scope);
  // Handlebars' own types know nothing of a block that begins turned round.
  if ((call.program as hbs.AST.Program | undefined) === undefined)
    return refuse(call, "a block that begins with ^", "write {{#unless …}}", checker);
  const names = call.program.blockParams ?? [];
  const inner = [
    ...scope,
    ...names,
    ...("original" in call.path && call.path.original === "each" && names.length === 0 ? [ROW] : []),
  ];
  checkProgram(call.program, checker, inner);
  if (call.inverse !== undefined && call.inverse !== null) checkProgram(call.inverse, checker, scope);
}

function checkHelper(
  path: hbs.AST.PathExpression | hbs.AST.Literal,
  known: readonly string[],
  checker: Checker,
  blocks: readonly string[] = [],
): void {
  const name = "original" in path ? path.original : "";
  if (known.includes(name)) return;
  if (blocks.includes(name)) {
    const message = `${name} has text inside, and begins with #`;
    const hint = `write {{#${name} …}}, the text, and {{/${name}}}`;
    checker.problems.push(error("template/unknown-helper", placeOf(path, checker), message, { hint }));
    return;
  }
  const near = nearest(name, known);
  const bare = Object.hasOwn(checker.names, name.split(".")[0] ?? "");
  checker.problems.push(
    error("template/unknown-helper", placeOf(path, checker), `There is no helper called ${name || "this"}`, {
      hint: bare ? `{{figure ${name}}} prints a figure` : near ? `did you mean ${near}?` : `known: ${known.join(", ")}`,
    }),
  );
}

function checkArguments(
  call: hbs.AST.MustacheStatement | hbs.AST.BlockStatement,
  checker: Checker,
  scope: readonly string[],
): void {
  const values = [...call.params, ...(call.hash?.pairs ?? []).map((pair) => pair.value)];
  for (const value of values) {
    if (value.type === "SubExpression")
      refuse(value, "a helper inside a helper's arguments", "call the helper on its own", checker);
    if (value.type === "PathExpression") checkPath(value as hbs.AST.PathExpression, checker, scope);
  }
}

function checkPath(path: hbs.AST.PathExpression, checker: Checker, scope: readonly string[]): void {
  const parts = path.parts as unknown as readonly string[];
  const [head = ""] = parts;
  if (path.depth > 0 || path.data || scope.includes(head) || path.original.startsWith("this")) return;
  if (scope.includes(ROW) && !Object.hasOwn(checker.names, head)) return;
  let at: unknown = checker.names;
  for (const [index, part] of parts.entries()) {
    const before = parts.slice(0, index).join(".");
    const keys = isLeaf(at) ? [] : Object.keys(at as Names);
    if (!keys.includes(part)) {
      const near = nearest(part, keys);
      const message = isLeaf(at)
        ? `${before} is one thing: nothing is called ${part} below it`
        : `There is no figure ${path.original}: ${before ? `${before} has no ${part}` : `no dataset is called ${part}`}`;
      const hint = near
        ? `did you mean ${[before, near].filter(Boolean).join(".")}?`
        : keys.length > 0
          ? `known here: ${keys.slice(0, 12).join(", ")}`
          : `write ${before}`;
      checker.problems.push(error("template/unknown-figure", placeOf(path, checker), message, { hint }));
      return;
    }
    at = (at as Names)[part];
  }
}
