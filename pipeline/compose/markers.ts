import type { Origin } from "./origin.ts";
import type { Place } from "../model/place.ts";

// Private-use characters, which load refuses in all that an author gives: a helper's result travels through the
// Markdown as `PIECE digits END`, and the place of literal text as `SOURCE digits END`.
const PIECE = "\uE000";
const SOURCE = "\uE001";
const END = "\uE002";
const DIGIT = 0xe010;

const encode = (index: number): string =>
  [...String(index)].map((digit) => String.fromCharCode(DIGIT + Number(digit))).join("");
const decode = (digits: string): number => Number([...digits].map((digit) => digit.charCodeAt(0) - DIGIT).join(""));

/** Stands in the Markdown for the result of a helper. */
export const pieceMarker = (index: number): string => PIECE + encode(index) + END;
/** Says that the text behind it begins at this offset of its file. */
export const sourceMarker = (offset: number): string => SOURCE + encode(offset) + END;

/** Markdown with its places: what a template expands to. */
export interface Expanded {
  readonly text: string;
  place(offset: number, length?: number): Place;
}

/** Takes the source markers out of expanded text and remembers what they said. */
export function readSources(marked: string, origin: Origin): Expanded {
  const segments: { readonly at: number; readonly from: number }[] = [];
  let text = "";
  let rest = 0;
  for (const match of marked.matchAll(/\uE001([\uE010-\uE019]+)\uE002/g)) {
    text += marked.slice(rest, match.index);
    rest = match.index + match[0].length;
    segments.push({ at: text.length, from: decode(match[1] ?? "") });
  }
  text += marked.slice(rest);
  return {
    text,
    place(offset, length) {
      const segment = segments.findLast((each) => each.at <= offset) ?? { at: 0, from: 0 };
      return origin.place(segment.from + offset - segment.at, length);
    },
  };
}

/** Text between helpers' results, and the results, in order. */
export type Run = { readonly text: string; readonly at: number } | { readonly piece: number };

/** Cuts text at the markers of helpers' results. */
export function readPieces(text: string): readonly Run[] {
  const runs: Run[] = [];
  let rest = 0;
  for (const match of text.matchAll(/\uE000([\uE010-\uE019]+)\uE002/g)) {
    if (match.index > rest) runs.push({ text: text.slice(rest, match.index), at: rest });
    runs.push({ piece: decode(match[1] ?? "") });
    rest = match.index + match[0].length;
  }
  if (rest < text.length) runs.push({ text: text.slice(rest), at: rest });
  return runs;
}
