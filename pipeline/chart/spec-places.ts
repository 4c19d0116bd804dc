import type { Place } from "../model/place.ts";
import { remembering } from "../model/remembered.ts";
import type { SpecText } from "../model/template.ts";

/** The steps from the top of a spec to one of its parts: `["layer", 0, "mark"]`. */
export type Path = readonly (string | number)[];

/** Where the parts of a spec stand in its file. */
export interface SpecPlaces {
  /** The place of a value; that of the nearest part around it when it is not there. */
  value(path: Path): Place;
  /** Whether there is such a part. */
  has(path: Path): boolean;
  /** The place of a property's name. */
  key(path: Path): Place;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** So many specs are remembered with their places. */
const MOST = 60;
const known = remembering<SpecPlaces>(MOST);

/** Finds the places of all parts of a spec. The text must be JSON that JSON.parse has read. */
export const specPlaces = ({ file, text }: SpecText): SpecPlaces =>
  known(`${file}\n${text}`, () => placesIn({ file, text }));

function placesIn(spec: Pick<SpecText, "file" | "text">): SpecPlaces {
  const keys = new Map<string, Span>();
  const values = new Map<string, Span>();
  scan(spec.text, keys, values);
  const lineStarts = [0, ...[...spec.text.matchAll(/\n/g)].map((match) => match.index + 1)];

  const place = ({ start, end }: Span): Place => {
    let line = lineStarts.findLastIndex((at) => at <= start);
    if (line < 0) line = 0;
    const lineEnd = lineStarts[line + 1] ?? spec.text.length + 1;
    const length = Math.max(1, Math.min(end, lineEnd - 1) - start);
    return { file: spec.file, line: line + 1, column: start - (lineStarts[line] ?? 0) + 1, length };
  };
  const nearestOf = (spans: ReadonlyMap<string, Span>, path: Path): Place => {
    const own = spans.get(pointer(path));
    if (own) return place(own);
    for (let length = path.length; length >= 0; length -= 1) {
      const around = values.get(pointer(path.slice(0, length)));
      if (around) return place(around);
    }
    return place({ start: 0, end: 1 });
  };
  return {
    has: (path) => values.has(pointer(path)),
    value: (path) => nearestOf(values, path),
    key: (path) => nearestOf(keys, path),
  };
}

const pointer = (path: Path): string => JSON.stringify(path);

/** Walks the tokens of a JSON text once and notes where each key and value begins and ends. */
function scan(text: string, keys: Map<string, Span>, values: Map<string, Span>): void {
  const tokens = [...text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)];
  let at = 0;
  const next = (): void => {
    at += 1;
  };
  const is = (sign: string): boolean => tokens[at]?.[0] === sign;
  const here = (): Span => {
    const token = tokens[at];
    const start = token?.index ?? text.length;
    return { start, end: start + (token?.[0].length ?? 0) };
  };

  const value = (path: Path): void => {
    const { start } = here();
    let { end } = here();
    if (is("{") || is("[")) {
      const named = is("{");
      next();
      for (let index = 0; at < tokens.length && !is("}") && !is("]"); index += 1) {
        let step: string | number = index;
        if (named) {
          step = nameOf(tokens[at]?.[0] ?? "");
          keys.set(pointer([...path, step]), here());
          next(); // the name
          next(); // the colon
        }
        value([...path, step]);
        if (is(",")) next();
      }
      end = here().end;
    }
    values.set(pointer(path), { start, end });
    next();
  };
  value([]);
}

function nameOf(token: string): string {
  const name: unknown = JSON.parse(token);
  return typeof name === "string" ? name : token;
}
