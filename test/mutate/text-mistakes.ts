import type { Composed } from "../../pipeline/model/brief.ts";
import { eachInline } from "../../pipeline/model/doc-walk.ts";
import type { Specimen } from "./brief-files.ts";
import { lineOf, offsetOf, type Mistake, type MistakeKind } from "./mistake.ts";

const CALL = /\{\{(move|says|figure|about|range|count)\s+([^{}]*)\}\}/g;
const TURNED: Readonly<Record<string, string>> = { ">": "<", "<": ">", ">=": "<", "<=": ">" };

interface Call {
  readonly file: string;
  readonly start: number;
  readonly text: string;
  readonly helper: string;
  readonly inside: string;
  /** What is printed there. */
  readonly printed: string | undefined;
}

/** For each bound word and number of a brief's text: typed by hand, turned round, or changed for its neighbour. */
export function textMistakes({ files }: Specimen, composed: Composed): readonly Mistake[] {
  const calls = Object.entries(files).flatMap(([file, text]) =>
    /^(?:templates\/(?!house)|data\/)/.test(file) ? callsIn(file, text, printedIn(composed, file, text)) : [],
  );
  return [...calls.flatMap((call) => own(call, files)), ...swaps(calls, files)];
}

function callsIn(file: string, text: string, printed: ReadonlyMap<number, string>): readonly Call[] {
  return [...text.matchAll(CALL)].map(({ index, 0: whole, 1: helper = "", 2: inside = "" }): Call => {
    return { file, start: index, text: whole, helper, inside, printed: printed.get(index) };
  });
}

/** What bound numbers and words print, by the offset of their helper. */
function printedIn(composed: Composed, file: string, text: string): ReadonlyMap<number, string> {
  const printed = new Map<number, string>();
  eachInline(composed.doc, (inline) => {
    if ((inline.kind !== "figure" && inline.kind !== "word") || inline.place.file !== file) return;
    const offset = offsetOf(text, inline.place.line, inline.place.column);
    const start = text.lastIndexOf("{{", offset + 2);
    if (!printed.has(start)) printed.set(start, inline.text);
  });
  return printed;
}

function own(call: Call, files: Specimen["files"]): readonly Mistake[] {
  const { helper, text, printed } = call;
  const to = (kind: MistakeKind, instead: string): readonly Mistake[] =>
    instead === text ? [] : [mistake(kind, [call], [instead], files)];
  if (helper === "move") {
    const [up = "", down = ""] = [/up="([^"]*)"/.exec(text)?.[1], /down="([^"]*)"/.exec(text)?.[1]];
    const turned = text.replace(`up="${up}"`, `up="${down}"`).replace(`down="${down}"`, `down="${up}"`);
    return [...to("word turned round", turned), ...to("word typed by hand", up), ...to("word typed by hand", down)];
  }
  if (helper === "says") {
    const turned = text.replace(
      /"(>=|<=|>|<)([^"]*)"\}\}$/,
      (_, sign: string, than: string) => `"${TURNED[sign] ?? sign}${than}"}}`,
    );
    return to("condition turned round", turned);
  }
  return printed === undefined ? [] : to("number typed by hand", printed);
}

/** Two helpers of one kind in one paragraph change places. */
function swaps(calls: readonly Call[], files: Specimen["files"]): readonly Mistake[] {
  return calls.flatMap((call, i) => {
    const next = calls.slice(i + 1).find((other) => other.file === call.file && other.helper === call.helper);
    if (next === undefined || next.text === call.text || call.helper === "says") return [];
    const between = (files[call.file] ?? "").slice(call.start, next.start);
    return /\n\s*\n/.test(between) ? [] : [mistake("helpers swapped", [call, next], [next.text, call.text], files)];
  });
}

function mistake(
  kind: MistakeKind,
  calls: readonly Call[],
  texts: readonly string[],
  files: Specimen["files"],
): Mistake {
  const [{ file, start }] = calls as readonly [Call];
  return {
    kind,
    file,
    edits: calls.map((call, i) => ({ start: call.start, end: call.start + call.text.length, text: texts[i] ?? "" })),
    where: `${file}:${lineOf(files[file] ?? "", start)}`,
    from: calls.map(({ text }) => text).join(" … "),
    to: texts.join(" … "),
    figures: [],
  };
}
