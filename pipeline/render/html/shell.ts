import Handlebars from "handlebars";
import { error, type Problem } from "../../model/problem.ts";
import { remembering } from "../../model/remembered.ts";
import type { Outcome } from "../../model/stage.ts";
import type { Html } from "./element.ts";

const FILE = "templates/house/page.html.hbs";

/** What the house's page shell may print. Its comment at the top documents each. */
export interface ShellVariables {
  readonly text: Readonly<Record<string, string | boolean>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, Html | undefined>>;
}

/** So many shells are remembered as Handlebars compiled them: those of some houses. */
const MOST = 20;
const shells = remembering<HandlebarsTemplateDelegate>(MOST);

/** Sets the parts of a page into the house's shell. */
export function fillShell(shell: string, variables: ShellVariables): Outcome<string> {
  const unescaped = unescapedAt(shell);
  if (unescaped !== undefined) return { problems: [unescaped] };
  const parts = Object.entries(variables.parts).map(([name, html]) => [
    name,
    html === undefined ? "" : new Handlebars.SafeString(html.markup),
  ]);
  try {
    const page = shells(shell, () => Handlebars.compile(shell, { strict: true }))({
      ...variables.text,
      labels: variables.labels,
      ...Object.fromEntries(parts),
    });
    return { value: page, problems: [] };
  } catch (thrown) {
    return { problems: [shellProblem(thrown)] };
  }
}

/** The first place where the shell would print without escaping, as a problem. */
function unescapedAt(shell: string): Problem | undefined {
  const match = /\{\{(?:~?\{|~?\s*&)/.exec(
    shell.replace(/\{\{!--[\s\S]*?--\}\}/g, (comment) => comment.replace(/\{/g, " ")),
  );
  if (!match) return undefined;
  const before = shell.slice(0, match.index).split("\n");
  const place = { file: FILE, line: before.length, column: (before.at(-1) ?? "").length + 1 };
  const hint = "write {{name}}: parts that are markup already are printed as such";
  return error("template/not-allowed", place, "The page shell prints something without escaping it", { hint });
}

/** Handlebars says "Parse error on line 3:", or `"x" not defined in [object Object] - 3:4`, columns from 0. */
function shellProblem(thrown: unknown): Problem {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const missing = /^"([^"]*)" not defined.* - (\d+):(\d+)/s.exec(message);
  if (missing) {
    const place = { file: FILE, line: Number(missing[2]), column: Number(missing[3]) + 1 };
    const hint = "the comment at the top of templates/house/page.html.hbs lists the names that there are";
    return error("template/syntax", place, `The page shell names "${missing[1]}", which there is not`, { hint });
  }
  const line = Number(/\bline (\d+)/.exec(message)?.[1] ?? "1");
  const [first = ""] = message.split("\n");
  return error(
    "template/syntax",
    { file: FILE, line, column: 1 },
    `The page shell cannot be read: ${first.replace(/:$/, "")}`,
  );
}
