import bidiFactory from "bidi-js";
import type { Direction } from "../../../model/direction.ts";
import type { Run, Span } from "../content/content.ts";

/** A run, or a part of one, of one embedding level: at odd levels it is read from right to left (UAX #9, BD2). */
export interface LevelRun {
  readonly run: Run;
  readonly level: number;
  /** Which run of the paragraph it is of. */
  readonly of: number;
  /** Whether it is its beginning. */
  readonly begins: boolean;
  /** The level at which it is held apart from the run before, where a span ends or begins between two of higher levels. */
  readonly apart?: number;
}

let opened: ReturnType<typeof bidiFactory> | undefined;
const bidi = (): ReturnType<typeof bidiFactory> => (opened ??= bidiFactory());

// Letters and numerals of scripts that run from right to left, and marks that act as such.
const TURNED = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const ISOLATES: Readonly<Record<Direction, string>> = { ltr: "\u2066", rtl: "\u2067" };
const END = "\u2069";

/**
 * Cuts the runs of a paragraph where the direction turns, by the Unicode bidirectional algorithm. A span of another
 * language is an isolate: what is around it does not move what is in it.
 */
export function levelRuns(runs: readonly Run[], direction: Direction): LevelRun[] {
  const plain = direction === "ltr" && !runs.some(({ text, spans = [] }) => turns(spans) || TURNED.test(text));
  if (plain) return runs.map((run, of) => ({ run, level: 0, of, begins: true }));
  let text = "";
  let open: readonly Span[] = [];
  const starts = runs.map(({ text: words, spans = [] }) => {
    const end = text.length;
    text += between(open, spans);
    open = spans;
    const start = text.length;
    // A line that ends within a paragraph does not end it (UAX #9, 4.3).
    text += words.replaceAll("\n", "\u2028");
    return { end, start };
  });
  const { levels } = bidi().getEmbeddingLevels(text, direction);
  return runs.flatMap((run, of) => {
    const { end, start } = starts[of] ?? { end: 0, start: 0 };
    const [first, ...rest] = cut(run, of, levels, start);
    if (first === undefined) return [];
    const apart = Math.min(...levels.subarray(end, start));
    const holds = end > 0 && apart < first.level && apart < (levels[end - 1] ?? 0);
    return [holds ? { ...first, apart } : first, ...rest];
  });
}

const turns = (spans: readonly Span[]): boolean => spans.some(({ direction }) => direction === "rtl");

/** What ends the spans that end here, and begins those that begin. */
function between(open: readonly Span[], next: readonly Span[]): string {
  let same = 0;
  while (same < open.length && open[same] === next[same]) same += 1;
  return (
    END.repeat(open.length - same) +
    next
      .slice(same)
      .map((span) => ISOLATES[span.direction])
      .join("")
  );
}

function cut(run: Run, of: number, levels: Uint8Array, start: number): LevelRun[] {
  const pieces: LevelRun[] = [];
  let from = 0;
  for (let to = 1; to <= run.text.length; to += 1) {
    const level = levels[start + from] ?? 0;
    if (to < run.text.length && levels[start + to] === level) continue;
    pieces.push({ run: partOf(run, from, to), level, of, begins: from === 0 });
    from = to;
  }
  return run.text === "" ? [{ run, level: 0, of, begins: true }] : pieces;
}

/** A run cut into these texts, one after another. */
export function cutInto(whole: LevelRun, texts: readonly string[]): readonly LevelRun[] {
  if (texts.length === 1) return [whole];
  const { apart, ...own } = whole;
  let from = 0;
  return texts.map((text) => {
    const part = { ...own, run: partOf(own.run, from, from + text.length), begins: own.begins && from === 0 };
    const first = from === 0;
    from += text.length;
    return first && apart !== undefined ? { ...part, apart } : part;
  });
}

/** A part of a run. What happens at its beginning happens once. */
function partOf(run: Run, from: number, to: number): Run {
  if (from === 0 && to === run.text.length) return run;
  const { glued, destination, note, ...look } = run;
  const once = {
    ...(glued === undefined ? {} : { glued }),
    ...(destination === undefined ? {} : { destination }),
    ...(note === undefined ? {} : { note }),
  };
  return { ...look, ...(from === 0 ? once : {}), text: run.text.slice(from, to) };
}

/** The places of things on a line, from left to right, by their levels (UAX #9, L2). */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, i) => i);
  const at = (i: number): number => levels[order[i] ?? 0] ?? 0;
  for (let level = Math.max(0, ...levels); level > 0; level -= 1) {
    let from = 0;
    while (from < order.length) {
      let to = from;
      while (to < order.length && at(to) >= level) to += 1;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).toReversed());
      from = Math.max(to, from + 1);
    }
  }
  return order;
}

/** A text with its brackets and other paired signs turned round (UAX #9, L4); turned twice it is itself. */
export const mirrored = (text: string): string =>
  Array.from(text, (character) => bidi().getMirroredCharacter(character) ?? character).join("");
