import { fill, type Filled, type State } from "./filling.ts";
import { footMarks } from "./foot.ts";
import { moved, type Float, type Galley, type Mark } from "./piece.ts";

/** The part of a page that text and notes fill. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly depth: number;
  /** The colour of the rule above notes. */
  readonly rule: string;
}

// So much of a page may stay blank.
const BLANK = 0.25;

/**
 * Parts a galley into pages: text from the top, notes at the foot of the page of their reference, floats that find
 * no room at the top of the next. Every piece and every line of a note is printed once, and there is an end always: each page takes something.
 */
export function pagesOf(galley: Galley, area: Area): readonly (readonly Mark[])[] {
  const pages: (readonly Mark[])[] = [];
  let state: State = { galley, next: 0, waiting: [], carried: [], started: new Set() };
  while (state.next < state.galley.length || state.waiting.length > 0 || state.carried.length > 0) {
    const filled = best(state, area.depth);
    if (!filled.empty || filled.foot.lines.length > 0) pages.push(marksOf(filled, area));
    state = filled.after;
  }
  return pages;
}

/**
 * Fills a page. Where that leaves it blank, because a table or a chart waits for the next page, it is filled again
 * with the notes of what would wait cut, and with the table itself cut.
 */
function best(state: State, depth: number): Filled {
  const filled = fill(state, depth, false);
  const { deferred } = filled;
  if (filled.cost <= BLANK || deferred === undefined) return filled;
  const others = [fill(state, depth, true), fill(spread(state, deferred), depth, false)];
  return others.reduce((least, each) => (each.cost < least.cost ? each : least), filled);
}

/** The same with a float set where it would stand as text. */
function spread(state: State, float: Float): State {
  const at = state.galley.indexOf(float, state.next);
  if (at !== -1) return { ...state, galley: state.galley.toSpliced(at, 1, ...float.pieces) };
  const galley = state.galley.toSpliced(state.next, 0, ...float.pieces);
  return { ...state, galley, waiting: state.waiting.filter((each) => each !== float) };
}

function marksOf({ column, foot }: Filled, { left, top, depth, rule }: Area): readonly Mark[] {
  return [...column.finished(left, top), ...footMarks(foot, depth, rule).map((mark) => moved(mark, left, top))];
}
