import { Column } from "./column.ts";
import type { FootNote, Mark, Piece } from "./piece.ts";

/** What stands at the foot of one page. */
export interface Foot {
  readonly height: number;
  readonly lines: readonly Piece[];
  /** What goes on at the foot of the next page. */
  readonly rest: readonly FootNote[];
}

/** A short rule and the space about it, between text and notes. */
const RULE = { above: 8, weight: 0.5, below: 4, width: 56 };
const SEPARATOR = RULE.above + RULE.weight + RULE.below;
// A note that is cut keeps so many of its lines on the page of its reference.
const LEAST_LINES = 2;

const EMPTY_FOOT: Foot = { height: 0, lines: [], rest: [] };

const heightOf = (lines: readonly Piece[]): number =>
  lines.reduce((sum, line, i) => sum + (i === 0 ? 0 : line.above) + line.height, 0);

/** How much room notes take in full. */
export const fullHeight = (notes: readonly FootNote[]): number =>
  notes.length === 0 ? 0 : SEPARATOR + heightOf(notes.flatMap(({ lines }) => lines));

/** How much room notes take when each only starts. */
export function leastHeight(notes: readonly FootNote[], least = LEAST_LINES): number {
  if (notes.length === 0) return 0;
  return SEPARATOR + heightOf(notes.flatMap(({ lines }) => lines.slice(0, least)));
}

/**
 * Sets notes into a room: those that go on from the page before, then those that start here. Each that starts here
 * gets its first lines; what has no room goes on on the next page.
 */
export function footOf(carried: readonly FootNote[], starting: readonly FootNote[], room: number): Foot {
  const all = [...carried, ...starting];
  if (all.length === 0) return EMPTY_FOOT;
  const least = leastHeight(starting) <= room ? LEAST_LINES : 1;
  // Of more notes than the page is tall, some can't start here.
  const fits = leastHeight(starting, least) <= room;
  const taken: Piece[] = [];
  const rest: FootNote[] = [];
  all.forEach((note, i) => {
    const after = all
      .slice(Math.max(i + 1, carried.length))
      .flatMap(({ lines }) => (fits ? lines.slice(0, least) : []));
    const must = i < carried.length || !fits ? 0 : Math.min(least, note.lines.length);
    let count = note.lines.length;
    while (count > must && SEPARATOR + heightOf([...taken, ...note.lines.slice(0, count), ...after]) > room + 0.01)
      count -= 1;
    // What goes on after a note that goes on waits for its end, but starts on the page of its reference.
    if (rest.length > 0) count = Math.min(count, must);
    taken.push(...note.lines.slice(0, count));
    if (count < note.lines.length) rest.push({ ...note, lines: note.lines.slice(count) });
  });
  return { height: taken.length === 0 ? 0 : SEPARATOR + heightOf(taken), lines: taken, rest };
}

/** The marks of a foot that ends at a height. */
export function footMarks({ lines, height }: Foot, bottom: number, color: string): readonly Mark[] {
  if (lines.length === 0) return [];
  const column = new Column();
  for (const line of lines) column.add(line);
  const top = bottom - height;
  return [
    { kind: "rule", x: 0, y: top + RULE.above, width: RULE.width, weight: RULE.weight, color },
    ...column.finished(0, top + SEPARATOR),
  ];
}
