import { Composer, type CST, isMap, isScalar, isSeq, Parser, type ParsedNode, type YAMLError } from "yaml";
import { error, type Problem } from "../model/problem.ts";
import { reportEscaped } from "./forbidden.ts";
import { LIMITS } from "./limits.ts";
import { headOf, placesIn, type PlaceAt } from "./positions.ts";
import { madeOfFiles, readText, type Asked, type Reader } from "./reader.ts";
import { joinSplitItems, joinSplitPairs } from "./split-number.ts";
import { reportTokens } from "./yaml-tokens.ts";
import type { Entry, Scalar, Tree, TreeList, TreeMap } from "./tree.ts";

/** What turning one file's syntax tree into located values needs. */
export interface Source {
  readonly text: string;
  readonly placeAt: PlaceAt;
  readonly problems: Problem[];
}

/** A YAML file that must be there, as located values; undefined, with problems, when it cannot be read. */
export function readYaml(reader: Reader, file: string, asked: Asked = {}): Tree | undefined {
  const text = readText(reader, file, asked);
  if (text === undefined) return undefined;
  return trees({ file, content: text, size: text.length }, reader.problems, (problems) =>
    parseYaml(file, text, problems),
  );
}

const trees = madeOfFiles<Tree | undefined>();

/**
 * Reads YAML 1.2 strictly: scalars stay text; aliases, anchors, tags, directives, merge keys and keys that are no
 * plain text are problems; so is a key that stands twice.
 */
function parseYaml(file: string, text: string, problems: Problem[]): Tree | undefined {
  const placeAt = placesIn(file, text);
  if (!reportTokens(text, placeAt, problems)) return undefined;
  const tokens = [...new Parser().parse(text)];
  const deep = tooDeep(tokens);
  if (deep !== undefined) {
    const message = `Maps and lists stand inside each other more than ${LIMITS.depth} deep here`;
    problems.push(error("yaml/too-many-nodes", placeAt(deep), message));
    return undefined;
  }
  // The library's own look for duplicate keys takes quadratic time; ours is in readMap.
  const composer = new Composer({
    version: "1.2",
    schema: "failsafe",
    uniqueKeys: false,
    prettyErrors: false,
    merge: false,
  });
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  const faults = [...(document?.errors ?? []), ...(second?.errors ?? [])];
  // The faults after the first are mostly its echoes.
  if (faults[0] !== undefined) reportSyntax(faults[0], { text, placeAt, problems });
  if (second !== undefined && faults.length === 0) {
    const message = "A second document begins here; a file holds one";
    problems.push(error("yaml/syntax", placeAt(second.range[0], 3), message, { hint: "delete the line ---" }));
  }
  if (faults.length > 0 || second !== undefined) return undefined;
  const source = { text, placeAt, problems };
  const root = document?.contents;
  const tree = root ? readNode(root, source) : undefined;
  // A file of comments alone is a map without keys.
  if (tree === undefined || (tree.kind === "scalar" && tree.source === "")) {
    return { kind: "map", entries: new Map(), place: headOf(file) };
  }
  return tree;
}

/** The offset of a value that stands too deep. The parser keeps a stack of its own, but composing would recurse. */
function tooDeep(tokens: readonly CST.Token[]): number | undefined {
  const rest: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { token, depth } = next;
    if (depth > LIMITS.depth) return token.offset;
    if (token.type === "document" && token.value) rest.push({ token: token.value, depth });
    if (!("items" in token)) continue;
    for (const item of token.items) {
      if (item.key) rest.push({ token: item.key, depth: depth + 1 });
      if (item.value) rest.push({ token: item.value, depth: depth + 1 });
    }
  }
  return undefined;
}

const HINTS: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'put a text that holds ": " in quotes',
  MULTILINE_IMPLICIT_KEY: 'a key ends with ": " on its own line; put a text of several lines in quotes',
  TAB_AS_INDENT: "indent with spaces",
  BAD_INDENT: "give all keys of one map the same indentation",
  MISSING_CHAR: "close every quote, bracket and brace, and put commas between the items",
  BAD_SCALAR_START: "put the text in quotes",
  BAD_DQ_ESCAPE: 'write \\\\ for a backslash inside "…", or use single quotes',
};

function reportSyntax(fault: YAMLError, { text, placeAt, problems }: Source): void {
  const offset = Math.min(fault.pos[0], Math.max(0, text.trimEnd().length));
  const message = `This is no YAML that can be read: ${fault.message}`;
  const hint = HINTS[fault.message.startsWith("Flow ") ? "MISSING_CHAR" : fault.code];
  problems.push(error("yaml/syntax", placeAt(offset, fault.pos[1] - fault.pos[0]), message, { hint }));
}

function readNode(node: ParsedNode, source: Source): Tree {
  if (isMap<ParsedNode, ParsedNode | null>(node)) return readMap(node, source);
  if (isSeq<ParsedNode>(node)) return readList(node, source);
  return readScalar(node, source);
}

function readScalar(node: ParsedNode, { text, placeAt, problems }: Source): Scalar {
  const [start, end] = node.range;
  const value = isScalar(node) && typeof node.value === "string" ? node.value : "";
  const place = placeAt(start, end - start);
  reportEscaped(value, place, problems);
  return {
    kind: "scalar",
    text: value,
    source: text.slice(start, end),
    plain: isScalar(node) && node.type === "PLAIN",
    place,
  };
}

type MapNode = Extract<ParsedNode, { items: readonly { key: unknown }[] }>;
type ListNode = Exclude<Extract<ParsedNode, { items: unknown }>, MapNode>;

function readList(node: ListNode, source: Source): TreeList {
  const items = node.items.map((item) => readNode(item, source));
  const place = source.placeAt(node.range[0]);
  return { kind: "list", items: node.flow === true ? joinSplitItems(items, source.problems) : items, place };
}

function readMap(node: MapNode, source: Source): TreeMap {
  const { problems } = source;
  const pairs: Entry[] = [];
  for (const pair of node.items) {
    const key = readNode(pair.key, source);
    if (key.kind !== "scalar" || (key.plain && key.text === "<<")) {
      problems.push(
        error("yaml/not-plain", key.place, "A key is a plain text; maps, lists and << may not stand in its place"),
      );
      continue;
    }
    // The library gives no value at all where the colon is left out.
    const bare = node.flow === true && pair.value === null;
    pairs.push({ key, value: pair.value === null ? emptyAfter(key) : readNode(pair.value, source), bare });
  }
  const entries = new Map<string, Entry>();
  for (const entry of node.flow === true ? joinSplitPairs(pairs, problems) : pairs) addEntry(entries, entry, problems);
  return { kind: "map", entries, place: source.placeAt(node.range[0]) };
}

const emptyAfter = (key: Scalar): Scalar => ({ kind: "scalar", text: "", source: "", plain: true, place: key.place });

/** Names that reach into the machinery of JavaScript objects. */
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

function addEntry(entries: Map<string, Entry>, entry: Entry, problems: Problem[]): void {
  const { text, place } = entry.key;
  const first = entries.get(text);
  if (RESERVED.has(text)) {
    problems.push(error("name/form", place, `"${text}" may not be a name`, { hint: "choose another name" }));
  } else if (first !== undefined) {
    const message = `The key "${text}" stands twice in one map; the first is on line ${first.key.place.line}`;
    problems.push(error("yaml/duplicate-key", place, message, { hint: "delete one of the two, or rename it" }));
  } else entries.set(text, entry);
}
