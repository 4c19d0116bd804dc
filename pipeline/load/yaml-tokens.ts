import { CST, Lexer } from "yaml";
import { error, type Problem } from "../model/problem.ts";
import { LIMITS } from "./limits.ts";
import type { PlaceAt } from "./positions.ts";

/** Marks that the lexer puts between tokens: they take no room in the text. */
const MARKS = new Set(["\u0002", "\u0018", "\u001F"]);
const SCALAR_FOLLOWS = "\u001F";

const NOT_PLAIN: Readonly<Record<string, string>> = {
  alias: "An alias (*name) may not stand here",
  anchor: "An anchor (&name) may not stand here",
  tag: "A tag (!name) may not stand here",
  "directive-line": "A directive (%NAME) may not stand here",
};

/**
 * Looks through the tokens of a YAML text before it is parsed: whether there are too many, and whether any makes it
 * other than plain. False, with problems, when it is not to be parsed.
 */
export function reportTokens(text: string, placeAt: PlaceAt, problems: Problem[]): boolean {
  let offset = 0;
  let nodes = 0;
  let plain = true;
  let scalar = false;
  for (const token of new Lexer().lex(text)) {
    const type = scalar ? "scalar" : MARKS.has(token) ? "" : (CST.tokenType(token) ?? "");
    if (isNode(type)) nodes += 1;
    if (nodes > LIMITS.nodes) {
      const message = `This file has more than the ${LIMITS.nodes} keys and values that are read`;
      problems.push(error("yaml/too-many-nodes", placeAt(offset), message, { hint: "give fewer rows" }));
      return false;
    }
    const said = NOT_PLAIN[type];
    if (said !== undefined) {
      plain = false;
      const hint =
        type === "directive-line" ? "delete the line" : "write the value out; put a text that begins so in quotes";
      problems.push(error("yaml/not-plain", placeAt(offset, token.length), said, { hint }));
    }
    scalar = token === SCALAR_FOLLOWS;
    if (!MARKS.has(token)) offset += token.length;
  }
  return plain;
}

const NODES = new Set([
  "scalar",
  "single-quoted-scalar",
  "double-quoted-scalar",
  "flow-map-start",
  "flow-seq-start",
  "seq-item-ind",
]);
const isNode = (type: string): boolean => NODES.has(type);
