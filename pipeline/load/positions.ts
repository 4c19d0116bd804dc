import type { Place } from "../model/place.ts";

/** Turns an offset into a text, in UTF-16 units, into the place where an editor shows it. */
export type PlaceAt = (offset: number, length?: number) => Place;

/** The places of one file's text. Lines end at a line feed. */
export function placesIn(file: string, text: string): PlaceAt {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset, length = 1) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = starts[low] ?? 0;
    const end = text.indexOf("\n", offset);
    const rest = (end < 0 ? text.length : end) - offset;
    return { file, line: low + 1, column: offset - start + 1, length: Math.max(1, Math.min(length, rest)) };
  };
}

/** The head of a file, where nothing nearer is known. */
export const headOf = (file: string): Place => ({ file, line: 1, column: 1 });
