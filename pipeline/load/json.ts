import { error, type Problem } from "../model/problem.ts";
import { reportEscaped } from "./forbidden.ts";
import { LIMITS } from "./limits.ts";
import { placesIn, type PlaceAt } from "./positions.ts";
import { madeOfFiles, readText, type Asked, type Reader } from "./reader.ts";
import type { Entry, Scalar, Tree } from "./tree.ts";

/** A JSON file as its text, its value, and the place of each of its parts. */
export interface JsonFile {
  readonly text: string;
  readonly json: unknown;
  readonly tree: Tree;
}

/** A JSON file that must be there (RFC 8259); undefined, with a problem, when it cannot be read. */
export function readJson(reader: Reader, file: string, asked: Asked = {}): JsonFile | undefined {
  const text = readText(reader, file, asked);
  if (text === undefined) return undefined;
  return jsonFiles({ file, content: text, size: text.length }, reader.problems, (problems) =>
    parseJson(file, text, problems),
  );
}

const jsonFiles = madeOfFiles<JsonFile | undefined>();

function parseJson(file: string, text: string, problems: Problem[]): JsonFile | undefined {
  const scan: Scan = { text, placeAt: placesIn(file, text), problems, at: 0 };
  try {
    const tree = readValue(scan, 0);
    space(scan);
    if (scan.at < text.length) throw new Fault(scan.at, "nothing may follow the value");
    return { text, tree, json: JSON.parse(text) };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const message = `This is no JSON that can be read: ${fault.message}`;
    problems.push(error("json/syntax", scan.placeAt(fault.offset), message, { hint: fault.hint }));
    return undefined;
  }
}

/** JSON.parse words its errors, and their places, differently from one Node to the next: this is for the places. */
interface Scan {
  readonly text: string;
  readonly placeAt: PlaceAt;
  readonly problems: Problem[];
  at: number;
}

class Fault extends Error {
  readonly offset: number;
  readonly hint: string | undefined;
  constructor(offset: number, message: string, hint?: string) {
    super(message);
    this.offset = offset;
    this.hint = hint;
  }
}

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const WORD = /true|false|null/y;

function take(scan: Scan, pattern: RegExp): string | undefined {
  pattern.lastIndex = scan.at;
  const found = pattern.exec(scan.text)?.[0];
  if (found !== undefined) scan.at += found.length;
  return found;
}

const space = (scan: Scan): void => void take(scan, SPACE);

function accept(scan: Scan, character: string): boolean {
  space(scan);
  if (scan.text[scan.at] !== character) return false;
  scan.at += 1;
  return true;
}

function readValue(scan: Scan, depth: number): Tree {
  space(scan);
  const start = scan.at;
  if (depth > LIMITS.jsonDepth) throw new Fault(start, `it is more than ${LIMITS.jsonDepth} levels deep`);
  if (accept(scan, "{")) return readObject(scan, start, depth);
  if (accept(scan, "[")) return readArray(scan, start, depth);
  return readString(scan) ?? readAtom(scan);
}

function readString(scan: Scan): Scalar | undefined {
  space(scan);
  const start = scan.at;
  if (scan.text[start] !== '"') return undefined;
  const source = take(scan, STRING);
  if (source === undefined)
    throw new Fault(start, "a text is not closed, or holds a line end or a wrong escape", 'close it with "');
  const value: unknown = JSON.parse(source);
  const text = String(value);
  const place = scan.placeAt(start, source.length);
  reportEscaped(text, place, scan.problems);
  return { kind: "scalar", text, source, plain: false, place };
}

function readAtom(scan: Scan): Scalar {
  const start = scan.at;
  const source = take(scan, WORD) ?? take(scan, NUMBER);
  if (source === undefined || /[\w.]/.test(scan.text[scan.at] ?? "")) {
    if (start >= scan.text.length) throw new Fault(start, "it ends too early", "close every bracket and brace");
    throw new Fault(
      start,
      "a value is expected here",
      "texts stand in double quotes; no comma may stand before a closing bracket",
    );
  }
  return { kind: "scalar", text: source, source, plain: true, place: scan.placeAt(start, source.length) };
}

function readArray(scan: Scan, start: number, depth: number): Tree {
  const items: Tree[] = [];
  if (!accept(scan, "]")) {
    do items.push(readValue(scan, depth + 1));
    while (accept(scan, ","));
    if (!accept(scan, "]")) throw new Fault(scan.at, "a comma or ] is expected here");
  }
  return { kind: "list", items, place: scan.placeAt(start) };
}

function readObject(scan: Scan, start: number, depth: number): Tree {
  const entries = new Map<string, Entry>();
  if (!accept(scan, "}")) {
    do readEntry(scan, entries, depth);
    while (accept(scan, ","));
    if (!accept(scan, "}")) throw new Fault(scan.at, "a comma or } is expected here");
  }
  return { kind: "map", entries, place: scan.placeAt(start) };
}

function readEntry(scan: Scan, entries: Map<string, Entry>, depth: number): void {
  const key = readString(scan);
  const start = scan.at;
  if (key === undefined)
    throw new Fault(start, "a key in double quotes is expected here", "no comma may stand before a closing brace");
  if (!accept(scan, ":")) throw new Fault(scan.at, "a colon is expected here");
  const offset = start - key.source.length;
  if (key.text === "__proto__") throw new Fault(offset, 'the key "__proto__" may not stand in a spec');
  if (entries.has(key.text)) throw new Fault(offset, `the key "${key.text}" stands twice`, "delete one of the two");
  entries.set(key.text, { key, value: readValue(scan, depth + 1), bare: false });
}
