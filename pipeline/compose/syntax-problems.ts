import { error, type Problem } from "../model/problem.ts";
import type { Origin } from "./origin.ts";

/** A `{{…}}` of a template, or a `{{` that nothing closes. */
interface Tag {
  readonly at: number;
  readonly text: string;
  readonly closed: boolean;
  /** `#`, `/` or nothing, and the name behind it. */
  readonly sign: string;
  readonly name: string;
}

const TAG = /\{\{!--[\s\S]*?--\}\}|\{\{(?:(?!\{\{|\}\})[\s\S])*(?<end>\}\})?/g;

const tagsOf = (text: string): readonly Tag[] =>
  [...text.matchAll(TAG)].flatMap(({ index, 0: whole, groups = {} }) => {
    const [, sign = "", name = ""] = /^\{\{~?\s*([#/]?)\s*([^\s}~]*)/.exec(whole) ?? [];
    return whole.startsWith("{{!") && whole.endsWith("}}")
      ? []
      : [{ at: index, text: whole, closed: groups["end"] !== undefined, sign, name }];
  });

/** What is wrong with a template that Handlebars cannot read, in its author's words; `said` is how Handlebars put it. */
export function syntaxProblem(said: string, origin: Origin): Problem {
  const tags = tagsOf(origin.text);
  const open = tags.find(({ closed }) => !closed);
  const isComment = open?.text.startsWith("{{!") === true;
  const hint = isComment ? "write --}} where the comment ends" : "write }} where the helper ends";
  if (open) return problem(origin, { ...open, text: "{{" }, "Nothing closes this {{", hint);
  const block = wrongBlock(tags, origin);
  if (block) return block;
  const line = Number(/Parse error on line (\d+)/.exec(said)?.[1] ?? /- (\d+):(\d+)/.exec(said)?.[1] ?? 1);
  const column = Number(/- (\d+):(\d+)/.exec(said)?.[2] ?? 0);
  const what = /^(.*?) - \d+:\d+$/.exec(said.split("\n")[0] ?? "")?.[1];
  const at = origin.offset(line, column);
  // Handlebars counts the line of what it could not read; the helper that begins last before its end is the one.
  const end = what === undefined ? origin.offset(line + 1, 0) : at;
  const tag = tags.findLast((each) => each.at < end && each.at + each.text.length > at);
  if (what === undefined && tag?.name === "else")
    return problem(origin, tag, "{{else}} stands in no block", "write it between {{#if …}} and {{/if}}");
  if (what === undefined && tag)
    return problem(
      origin,
      tag,
      `${tag.text} cannot be read`,
      'write it as {{figure x}} or {{see "name"}}: a name, then what it is given',
    );
  return error("template/syntax", origin.place(at), what ?? "The template cannot be read here", {
    hint: "every {{ needs its }}, every {{#block}} its {{/block}}",
  });
}

/** A block that is opened or closed alone, or across another. */
function wrongBlock(tags: readonly Tag[], origin: Origin): Problem | undefined {
  const open: Tag[] = [];
  for (const tag of tags) {
    if (tag.sign === "#") open.push(tag);
    if (tag.sign !== "/") continue;
    const last = open.pop();
    if (last?.name === tag.name) continue;
    const plain = tags.findLast((each) => each.at < tag.at && each.sign === "" && each.name === tag.name);
    const isForgotten = plain && (last === undefined || plain.at > last.at);
    if (isForgotten)
      return problem(
        origin,
        plain,
        `{{${tag.name}}} has text inside, up to {{/${tag.name}}}, and begins without #`,
        `write {{#${plain.text.slice(2)}`,
      );
    if (last === undefined)
      return problem(
        origin,
        tag,
        `{{/${tag.name}}} closes what was not opened`,
        `write {{#${tag.name} …}} where it begins`,
      );
    return problem(
      origin,
      last,
      `{{#${last.name}}} is not closed before ${tag.text}`,
      `write {{/${last.name}}} where it ends`,
    );
  }
  const left = open.at(-1);
  return left && problem(origin, left, `{{#${left.name}}} is not closed`, `write {{/${left.name}}} where it ends`);
}

const CURLY = /[\u201C-\u201F\u2018-\u201B\u00AB\u00BB\u2039\u203A]/u;

/** Helpers whose texts stand in curly quotes, as word processors make them: to Handlebars these are letters. */
export const curlyQuotes = (origin: Origin): readonly Problem[] =>
  CURLY.test(origin.text)
    ? tagsOf(origin.text).flatMap((tag) => {
        const bare = tag.text.replace(/"[^"]*"|'[^']*'/g, (quoted) => " ".repeat(quoted.length));
        const from = bare.search(CURLY);
        if (from < 0 || !tag.closed) return [];
        const text = tag.text.slice(from, -2).trim();
        const last = text.slice(1).search(CURLY);
        const quoted = last < 0 ? text : text.slice(0, last + 2);
        const straight =
          last < 0 ? 'the quotes of helpers are straight: "…"' : `write straight ones: "${quoted.slice(1, -1)}"`;
        const found = { ...tag, at: tag.at + from, text: quoted };
        return [problem(origin, found, `The quotes of ${quoted} are curly`, straight)];
      })
    : [];

const problem = (origin: Origin, tag: Tag, message: string, hint: string): Problem =>
  error("template/syntax", origin.place(tag.at, tag.text.length), message, { hint });
