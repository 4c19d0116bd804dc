import type { Written } from "../model/dataset.ts";
import type { Place } from "../model/place.ts";

/** Where a template's text stands in its file: turns offsets into places. */
export interface Origin {
  readonly text: string;
  place(offset: number, length?: number): Place;
  /** The offset of a Handlebars position: line from 1, column from 0. */
  offset(line: number, column: number): number;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function origin(text: string, place: (line: number, column: number, length: number) => Place): Origin {
  const starts = lineStarts(text);
  return {
    text,
    offset: (line, column) => (starts[line - 1] ?? text.length) + column,
    place(offset, length = 1) {
      let line = starts.length;
      while (line > 1 && (starts[line - 1] ?? 0) > offset) line -= 1;
      return place(line, offset - (starts[line - 1] ?? 0) + 1, length);
    },
  };
}

/** The origin of a file that is a template from its first character on. */
export const fileOrigin = (file: string, text: string): Origin =>
  origin(text, (line, column, length) => ({ file, line, column, length }));

/**
 * The origin of an inline template: a text that stands in YAML at a place of its own. Places inside a text that YAML
 * folds or escapes cannot be told from its value, so they are the place where it begins.
 */
export function writtenOrigin(written: Written): Origin {
  const { place, text } = written;
  const around = (place.length ?? text.length) - text.length;
  if (around !== 0 && around !== 2) return origin(text, () => ({ ...place, length: 1 }));
  return origin(text, (line, column, length) => ({
    file: place.file,
    line: place.line + line - 1,
    column: place.column + around / 2 + column - 1,
    length,
  }));
}
