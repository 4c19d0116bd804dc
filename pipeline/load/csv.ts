import type { Place } from "../model/place.ts";
import { error, nearest, type Problem } from "../model/problem.ts";
import { placesIn, type PlaceAt } from "./positions.ts";
import { readText, type Asked, type Reader } from "./reader.ts";
import type { GivenRow } from "./rows.ts";
import type { Scalar } from "./tree.ts";

/** Reads the rows of a CSV file (RFC 4180, UTF-8): a header of column names, then a line for each row. */
export function readCsv(
  reader: Reader,
  file: string,
  columns: readonly string[],
  asked: Asked,
): readonly GivenRow[] | undefined {
  const text = readText(reader, file, asked);
  if (text === undefined) return undefined;
  const placeAt = placesIn(file, text);
  if (!reportSeparator(text, placeAt, reader.problems)) return undefined;
  const records = csvRecords(text, placeAt, reader.problems);
  if (records === undefined) return undefined;
  const [header, ...rows] = records;
  if (header === undefined) {
    const hint = `write ${columns.join(",")} as its first line`;
    reader.problems.push(error("shape/missing-key", placeAt(0), "This file has no header of column names", { hint }));
    return undefined;
  }
  if (!reportHeader(header, columns, reader.problems)) return undefined;
  if (rows.length === 0) {
    const hint = "write a line for each row below its names";
    reader.problems.push(
      error("shape/missing-key", placeAt(0), "This file has names of columns, and no rows", { hint }),
    );
    return undefined;
  }
  return rows.flatMap((fields) => rowOf(fields, header, reader.problems));
}

/** Whether columns are separated by commas; else one problem, in place of those that every line would have. */
function reportSeparator(text: string, placeAt: PlaceAt, problems: Problem[]): boolean {
  const [head = ""] = /^.*/.exec(text) ?? [];
  const at = head.includes(",") ? -1 : head.search(/[;\t]/);
  if (at < 0) return true;
  const message = `The columns of this file are separated by ${head[at] === ";" ? "semicolons" : "tabs"}; Footing reads commas`;
  const hint = "save it as CSV with commas, and numbers with a full stop as the decimal mark";
  problems.push(error("yaml/syntax", placeAt(at), message, { hint }));
  return false;
}

/** Whether the header holds each column once and nothing else; else problems. */
function reportHeader(header: readonly Scalar[], columns: readonly string[], problems: Problem[]): boolean {
  const before = problems.length;
  const names = header.map((each) => each.text);
  const missing = columns.filter((name) => !names.includes(name));
  for (const [i, { text, place }] of header.entries()) {
    if (names.indexOf(text) < i) {
      problems.push(error("yaml/duplicate-key", place, `The column "${text}" stands twice`, { hint: "delete one" }));
    } else if (!columns.includes(text)) {
      const near = nearest(text, missing) ?? nearest(text, columns);
      const hint = near === undefined ? `the columns are ${columns.join(", ")}` : `did you mean ${near}?`;
      problems.push(error("shape/unknown-key", place, `"${text}" is no column of this dataset`, { hint }));
      if (near !== undefined) missing.splice(missing.indexOf(near), missing.includes(near) ? 1 : 0);
    }
  }
  const [head] = header;
  for (const name of missing) {
    const place = head?.place ?? { file: "", line: 1, column: 1 };
    problems.push(
      error("shape/missing-key", place, `The file has no column "${name}"`, { hint: `add ${name} to its first line` }),
    );
  }
  return problems.length === before;
}

function rowOf(fields: readonly Scalar[], header: readonly Scalar[], problems: Problem[]): readonly GivenRow[] {
  const place: Place = fields[0]?.place ?? { file: "", line: 1, column: 1 };
  if (fields.length !== header.length) {
    const message = `This line has ${fields.length} ${fields.length === 1 ? "field" : "fields"}, and the header has ${header.length}`;
    const hint = "a field that holds a comma stands in quotation marks; a number has no commas";
    problems.push(error("shape/missing-key", fields[header.length]?.place ?? place, message, { hint }));
    return [];
  }
  const cells = Object.fromEntries(header.map((name, i): [string, Scalar] => [name.text, fields[i] as Scalar]));
  return [{ cells, place, keyPlace: (name) => cells[name]?.place ?? place, bare: () => false }];
}

/** All records of a text with the place of each field; undefined, with a problem, where a quotation is wrong. */
export function csvRecords(
  text: string,
  placeAt: PlaceAt,
  problems: Problem[],
): readonly (readonly Scalar[])[] | undefined {
  // Spreadsheets put a byte order mark in front.
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  const records: Scalar[][] = [];
  let record: Scalar[] = [];
  while (at < text.length) {
    const field = fieldAt(text, at, placeAt);
    if ("wrong" in field) {
      problems.push(error("yaml/syntax", placeAt(at), field.wrong, { hint: QUOTES }));
      return undefined;
    }
    record.push(field.scalar);
    at = field.end;
    if (text[at] === ",") {
      at += 1;
      if (at < text.length) continue;
      record.push(scalarOf(text, at, at, "", placeAt));
    }
    if (!(record.length === 1 && record[0]?.source === "")) records.push(record);
    record = [];
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return records;
}

const QUOTES = 'a field in quotation marks ends with one, and holds "" for each inside it (RFC 4180)';

type Field = { readonly scalar: Scalar; readonly end: number } | { readonly wrong: string };

function fieldAt(text: string, start: number, placeAt: PlaceAt): Field {
  if (text[start] === '"') {
    const quoted = /"((?:[^"]|"")*)"/y;
    quoted.lastIndex = start;
    const match = quoted.exec(text);
    if (!match) return { wrong: "A quotation mark opens here and is never closed" };
    const end = quoted.lastIndex;
    if (end < text.length && !/^(?:,|\r?\n)/.test(text.slice(end, end + 2)))
      return { wrong: "Something stands behind the quotation mark that closes this field" };
    return { scalar: scalarOf(text, start, end, (match[1] ?? "").replaceAll('""', '"'), placeAt), end };
  }
  const plain = /[^,\r\n]*/y;
  plain.lastIndex = start;
  const value = plain.exec(text)?.[0] ?? "";
  if (value.includes('"')) return { wrong: "A quotation mark stands inside a field without quotation marks" };
  return { scalar: scalarOf(text, start, start + value.length, value, placeAt), end: start + value.length };
}

const scalarOf = (text: string, start: number, end: number, value: string, placeAt: PlaceAt): Scalar => ({
  kind: "scalar",
  text: value,
  source: text.slice(start, end),
  // In CSV, quotation marks say nothing of what a field is.
  plain: true,
  place: placeAt(start, Math.max(end - start, 1)),
});
