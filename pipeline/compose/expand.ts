import Handlebars, { type HelperDelegate } from "handlebars";
import { error, type Problem } from "../model/problem.ts";
import { onceFor, remembering, type Remembered } from "../model/remembered.ts";
import { checkTemplate } from "./check-template.ts";
import { readSources, sourceMarker, type Expanded } from "./markers.ts";
import type { Names } from "./names.ts";
import type { Origin } from "./origin.ts";
import { curlyQuotes, syntaxProblem } from "./syntax-problems.ts";

/** The helpers of a template: those that stand alone, and those with a block inside. */
export interface Helpers {
  readonly inline: Readonly<Record<string, HelperDelegate>>;
  readonly block: Readonly<Record<string, HelperDelegate>>;
}

/** The name under which every helper is told where it was called, as an offset. */
export const AT = "footing-at";

/**
 * Runs a template and gives its Markdown with the place of every character. The syntax tree is checked first;
 * problems end the expansion before anything runs.
 */
export function expand(
  origin: Origin,
  helpers: Helpers,
  names: Names,
): { readonly expanded?: Expanded; readonly problems: readonly Problem[] } {
  const curly = curlyQuotes(origin);
  if (curly.length > 0) return { problems: curly };
  const parsed = parse(origin);
  if ("problem" in parsed) return { problems: [parsed.problem] };
  const allowed = { helpers: Object.keys(helpers.inline), blocks: Object.keys(helpers.block) };
  const problems = checkTemplate(parsed.program, origin, allowed, names);
  if (problems.length > 0) return { problems };
  try {
    return { expanded: readSources(run(parsed.program, origin, helpers, names), origin), problems };
  } catch (cause) {
    return { problems: [runProblem(cause, origin)] };
  }
}

/** A template's syntax tree, or what Handlebars said of its text. */
type Parsed = { readonly program: hbs.AST.Program } | { readonly said: string };

/** So many characters of templates are remembered with what was made of them: those of some dozens of briefs. */
const MOST_CHARACTERS = 500_000;
const trees = remembering<Parsed & { readonly size: number }>(MOST_CHARACTERS, ({ size }) => size);

function parse(origin: Origin): { readonly program: hbs.AST.Program } | { readonly problem: Problem } {
  const { text } = origin;
  const parsed = trees(text, () => ({ ...parsedOf(text), size: text.length }));
  return "program" in parsed ? parsed : { problem: syntaxProblem(parsed.said, origin) };
}

function parsedOf(text: string): Parsed {
  try {
    return { program: Handlebars.parse(text) };
  } catch (cause) {
    return { said: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** What a stretch of a template sees: the names of the brief, and those that loops around it give. */
interface Scope {
  readonly origin: Origin;
  readonly names: Names;
  readonly locals: ReadonlySet<string>;
}

/**
 * Tells every helper, and every stretch of text, where it stands in the file; and has the names of datasets mean the same
 * inside loops as outside.
 */
function withPlaces(program: hbs.AST.Program, around: Scope): hbs.AST.Program {
  const { origin } = around;
  const scope = { ...around, locals: new Set([...around.locals, ...(program.blockParams ?? [])]) };
  const body = program.body.flatMap((statement): hbs.AST.Statement[] => {
    if (statement.type === "ContentStatement") {
      const content = statement as hbs.AST.ContentStatement;
      // The parser keeps the text as it stood here; its types call it something else.
      const original = content.original as unknown as string;
      const cut = Math.max(original.indexOf(content.value), 0);
      const offset = origin.offset(content.loc.start.line, content.loc.start.column) + cut;
      return content.value === ""
        ? []
        : [{ ...content, value: sourceMarker(offset) + content.value } as hbs.AST.ContentStatement];
    }
    if (statement.type === "MustacheStatement") return [located(statement as hbs.AST.MustacheStatement, scope)];
    if (statement.type === "BlockStatement") {
      const block = located(statement as hbs.AST.BlockStatement, scope);
      return [
        {
          ...block,
          program: withPlaces(block.program, scope),
          ...(block.inverse ? { inverse: withPlaces(block.inverse, scope) } : {}),
        } as hbs.AST.BlockStatement,
      ];
    }
    return [statement];
  });
  return { ...program, body };
}

function located<Call extends hbs.AST.MustacheStatement | hbs.AST.BlockStatement>(call: Call, scope: Scope): Call {
  const offset = scope.origin.offset(call.loc.start.line, call.loc.start.column);
  const value = { type: "NumberLiteral", value: offset, original: offset, loc: call.loc } as hbs.AST.NumberLiteral;
  const pair = { type: "HashPair", key: AT, value, loc: call.loc } as hbs.AST.HashPair;
  const given = (call.hash?.pairs ?? []).map((each) => ({ ...each, value: rooted(each.value, scope) }));
  const hash = { type: "Hash", loc: call.loc, pairs: [...given, pair] } as hbs.AST.Hash;
  return { ...call, params: call.params.map((each) => rooted(each, scope)), hash };
}

/** A path that begins with the name of a dataset, from the root of all names, wherever it stands. */
function rooted(expression: hbs.AST.Expression, { names, locals }: Scope): hbs.AST.Expression {
  if (expression.type !== "PathExpression") return expression;
  const path = expression as hbs.AST.PathExpression;
  const [first] = path.parts;
  if (path.data || path.depth > 0 || first === undefined || !(first in names) || locals.has(first)) return expression;
  return {
    ...path,
    data: true,
    parts: ["root", ...path.parts],
    original: `@root.${path.original}`,
  } as hbs.AST.Expression;
}

/** What Handlebars compiles a template to, before it is bound to helpers. */
type Code = Parameters<typeof Handlebars.template>[0];

/** So many ways to compile one template are remembered: by the datasets of a brief, mostly one. */
const MOST_WAYS = 10;
const codes = onceFor<hbs.AST.Program, Remembered<Code>>(() => remembering(MOST_WAYS));

function run(program: hbs.AST.Program, origin: Origin, helpers: Helpers, names: Names): string {
  const all = { ...helpers.inline, ...helpers.block };
  const known = Object.keys(all);
  // All that goes into the code besides the tree, whose places are those in its own text.
  const code = codes(program)(JSON.stringify([known, Object.keys(names)]), () =>
    compiled(withPlaces(program, { origin, names, locals: new Set() }), known),
  );
  // Bound anew each time: a template that is bound keeps the helpers of its last run, and may stand within itself.
  return Handlebars.template(code)(names, { helpers: all });
}

function compiled(program: hbs.AST.Program, helpers: readonly string[]): Code {
  const engine = Handlebars.create();
  const made: Code[] = [];
  engine.template = (code) => {
    made.push(code);
    return () => "";
  };
  // The tree is our own parser's, not the author's: nothing in it but what `parse` made and `withPlaces` added.
  const template = engine.compile(program, {
    knownHelpers: Object.fromEntries(helpers.map((name) => [name, true])),
    knownHelpersOnly: true,
    strict: true,
    noEscape: true,
  });
  // Handlebars compiles when a template is first run.
  template({});
  const [code] = made;
  if (code === undefined) throw new Error("Handlebars has compiled nothing");
  return code;
}

function runProblem(cause: unknown, origin: Origin): Problem {
  if (!(cause instanceof Error) || !("lineNumber" in cause || /not defined/.test(cause.message))) throw cause;
  const where = cause as Error & { readonly lineNumber?: number; readonly column?: number };
  const name = /"([^"]+)" not defined/.exec(where.message)?.[1] ?? "a name";
  return error(
    "template/unknown-figure",
    origin.place(origin.offset(where.lineNumber ?? 1, where.column ?? 0)),
    `Nothing here is called ${name}`,
    { hint: "name a dataset first, or the loop's own variable" },
  );
}
