import type { Problem } from "../model/problem.ts";
import type { Host } from "../model/stage.ts";
import type { Upstream } from "../model/upstream.ts";
import { csvRecords } from "./csv.ts";
import { readJson } from "./json.ts";
import { placesIn } from "./positions.ts";
import { readText, type Reader } from "./reader.ts";
import { nodeAt, type Scalar, type Tree } from "./tree.ts";

/** A row of upstream data: its fields by their names there. */
export type UpstreamRow = ReadonlyMap<string, Scalar>;

/** The rows of what was fetched, a CSV or a JSON file, or why there are none. */
export function upstreamRows(
  bytes: Uint8Array,
  upstream: Upstream,
  host: Host,
): { readonly rows: readonly UpstreamRow[] } | { readonly wrong: string } {
  const problems: Problem[] = [];
  const file = upstream.url.text;
  const reader: Reader = { host: { ...host, read: () => bytes }, inputs: new Map(), problems };
  const text = readText(reader, file);
  const [first] = problems;
  if (text === undefined || first !== undefined) return { wrong: told(first) };
  const start = text.replace(/^\uFEFF?\s*/, "").charAt(0);
  if (start === "") return { wrong: "the answer is empty" };
  if (start === "<") return { wrong: "the answer is a page of HTML or XML, and neither CSV nor JSON" };
  const found = start === "{" || start === "[" ? jsonRows(reader, upstream) : csvRows(text, file, problems);
  return typeof found === "string" ? { wrong: found } : { rows: found };
}

function csvRows(text: string, file: string, problems: Problem[]): readonly UpstreamRow[] | string {
  const [header, ...records] = csvRecords(text, placesIn(file, text), problems) ?? [];
  if (header === undefined) return told(problems[0]);
  const short = records.findIndex((fields) => fields.length !== header.length);
  if (short >= 0)
    return `line ${records[short]?.[0]?.place.line ?? short + 2} has ${records[short]?.length ?? 0} fields, and the header has ${header.length}: only a part of the file may have come`;
  return records.map(
    (fields) => new Map(header.flatMap(({ text: name }, i) => (fields[i] ? [[name, fields[i]] as const] : []))),
  );
}

function jsonRows(reader: Reader, { url, rows }: Upstream): readonly UpstreamRow[] | string {
  const tree = readJson(reader, url.text)?.tree;
  if (tree === undefined) return told(reader.problems[0]);
  const list = nodeAt(tree, rows);
  if (list?.kind !== "list")
    return rows.length === 0
      ? 'the file is no list of rows: name the way to it, as rows: "data.values"'
      : `nothing at ${rows.join(".")} is a list of rows`;
  const [head, ...rest] = list.items;
  // A list of lists begins with the names of its fields.
  if (head?.kind === "list") return rest.map((item) => fieldsOf(namesOf(head), item));
  return list.items.map((item) => fieldsOf(undefined, item));
}

const namesOf = (head: Tree): readonly string[] =>
  head.kind === "list" ? head.items.map((item) => (item.kind === "scalar" ? item.text : "")) : [];

function fieldsOf(names: readonly string[] | undefined, item: Tree): UpstreamRow {
  const fields = new Map<string, Scalar>();
  if (item.kind === "map")
    for (const [name, { value }] of item.entries) if (value.kind === "scalar") fields.set(name, value);
  if (item.kind === "list")
    for (const [i, value] of item.items.entries())
      if (value.kind === "scalar" && names?.[i] !== undefined) fields.set(names[i], value);
  return fields;
}

/** A problem of the fetched file in half a sentence. */
const told = (problem: Problem | undefined): string =>
  problem === undefined ? "the answer cannot be read" : `${problem.message} (line ${problem.place.line} of the answer)`;
