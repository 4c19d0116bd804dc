import { Column, heightOf } from "./column.ts";
import { footMarks, footOf, fullHeight, leastHeight, type Foot } from "./foot.ts";
import { moved, type Float, type FootNote, type Galley, type Hold, type Mark, type Piece } from "./piece.ts";

/** The part of a page that text and notes fill. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly depth: number;
  /** The colour of the rule above notes. */
  readonly rule: string;
}

// Notes that go on from the page before leave room for text.
const CARRIED = 0.6;
// A float that is taller than this part of a page is set where it stands, and broken.
const FLOATING = 0.92;
// What a page break costs, in blank pages: parting what is whole, parting what belongs fast together, cutting a note.
const COST: Readonly<Record<Hold, number>> = { free: 0, whole: 0.25, fast: 10 };
const CUT_NOTE = 0.12;

/** Where the making of pages stands. */
interface State {
  readonly galley: Galley;
  readonly next: number;
  /** Floats that wait for the top of a page. */
  readonly waiting: readonly Float[];
  /** Notes that go on. */
  readonly carried: readonly FootNote[];
}

/** A piece on its page, and the space that a float before it leaves. */
interface Placed {
  readonly piece: Piece;
  readonly after: number;
}

interface Filled {
  readonly placed: readonly Placed[];
  readonly foot: Foot;
  readonly after: State;
}

/**
 * Parts a galley into pages: text from the top, notes at the foot of the page of their reference, floats that find
 * no room at the top of the next. It looks at every place where the page could end, and takes the one that costs
 * least. Every piece and every line of a note is printed once, and there is an end always: each page takes something.
 */
export function pagesOf(galley: Galley, area: Area): readonly (readonly Mark[])[] {
  const pages: (readonly Mark[])[] = [];
  let state: State = { galley, next: 0, waiting: [], carried: [] };
  while (state.next < state.galley.length || state.waiting.length > 0 || state.carried.length > 0) {
    const filled = fill(state, area.depth);
    pages.push(marksOf(filled, area));
    state = filled.after;
  }
  return pages;
}

function columnOf(placed: readonly Placed[]): Column {
  const column = new Column();
  for (const { piece, after } of placed) {
    column.skip(after);
    column.add(piece);
  }
  return column;
}

function marksOf({ placed, foot }: Filled, { left, top, depth, rule }: Area): readonly Mark[] {
  const column = columnOf(placed);
  return [...column.finished(), ...footMarks(foot, depth, rule)].map((mark) => moved(mark, left, top));
}

function fill(state: State, depth: number): Filled {
  const reserved = footOf(state.carried, [], depth * CARRIED);
  const filled = new Filling(state, depth, depth - reserved.height).fill();
  if (filled !== undefined) return filled;
  // Nothing but notes found room.
  const foot = footOf(state.carried, [], depth);
  return { placed: [], foot, after: { ...state, carried: foot.rest } };
}

interface Break {
  readonly next: number;
  readonly count: number;
  readonly floats: number;
  readonly cost: number;
}

/** One page in the filling. */
class Filling {
  readonly #state: State;
  readonly #depth: number;
  /** The room that the notes of the page before leave. */
  readonly #room: number;
  #galley: Galley;
  readonly #column = new Column();
  readonly #placed: Placed[] = [];
  #below = 0;
  readonly #starting: FootNote[] = [];
  readonly #waiting: Float[] = [];
  #best: Break | undefined;

  constructor(state: State, depth: number, room: number) {
    this.#state = state;
    this.#depth = depth;
    this.#room = room;
    this.#galley = state.galley;
  }

  fill(): Filled | undefined {
    const held = this.#placeWaiting();
    this.#waiting.push(...held);
    let at = this.#state.next;
    if (this.#placed.length > 0) this.#consider(at, "free");
    for (;;) {
      const item = this.#galley[at];
      if (item === undefined) break;
      if (item.kind === "float") {
        this.#float(item, at);
      } else {
        if (!this.#takes([item])) break;
        this.#add(item);
      }
      at += this.#galley[at] === item ? 1 : 0;
      if (this.#galley[at - 1] === item) this.#consider(at, this.#placed.at(-1)?.piece.hold ?? "free");
    }
    return this.#closed(at);
  }

  /** Sets the floats that wait, as many as there is room for, and gives those that go on waiting. */
  #placeWaiting(): readonly Float[] {
    const { waiting } = this.#state;
    let placed = 0;
    for (const float of waiting) {
      if (!this.#takesWhole(float.pieces)) break;
      this.#addFloat(float);
      placed += 1;
    }
    const [first, ...others] = waiting.slice(placed);
    // One that finds no room even on a page of its own is set like text.
    if (placed > 0 || first === undefined || this.#state.carried.length > 0) return waiting.slice(placed);
    this.#spread(first, this.#state.next, 0);
    return others;
  }

  #float(float: Float, at: number): void {
    if (heightOf(float.pieces) > this.#depth * FLOATING) this.#spread(float, at, 1);
    else if (this.#waiting.length === 0 && this.#takesWhole(float.pieces)) this.#addFloat(float);
    else this.#waiting.push(float);
  }

  #spread(float: Float, at: number, instead: number): void {
    this.#galley = this.#galley.toSpliced(at, instead, ...float.pieces);
  }

  #addFloat({ pieces, below }: Float): void {
    for (const piece of pieces) this.#add(piece);
    this.#column.skip(below);
    this.#below = below;
  }

  #add(piece: Piece): void {
    this.#column.add(piece);
    this.#placed.push({ piece, after: this.#below });
    this.#below = 0;
    this.#starting.push(...piece.notes);
  }

  /** The height of the text with more pieces, and the notes that it needs. */
  #with(pieces: readonly Piece[]): { readonly height: number; readonly notes: readonly FootNote[] } {
    return {
      height: this.#column.heightWith(pieces),
      notes: [...this.#starting, ...pieces.flatMap((piece) => piece.notes)],
    };
  }

  #takes(pieces: readonly Piece[]): boolean {
    const { height, notes } = this.#with(pieces);
    const least = height + leastHeight(notes);
    if (least <= this.#room) return true;
    // A line with more notes than a page has room for gets a line of each.
    return this.#placed.length === 0 && this.#state.carried.length === 0 && height + leastHeight(notes, 1) <= this.#room;
  }

  #takesWhole(pieces: readonly Piece[]): boolean {
    const { height, notes } = this.#with(pieces);
    return height + fullHeight([...this.#state.carried, ...notes]) <= this.#depth;
  }

  /** Weighs the page's end after what has been added. */
  #consider(next: number, hold: Hold): void {
    const room = this.#depth - this.#column.height;
    const foot = footOf(this.#state.carried, this.#starting, room);
    const blank = Math.max(0, room - foot.height) / this.#depth;
    const cut = foot.rest.some(({ id }) => this.#starting.some((note) => note.id === id));
    const cost = blank + COST[hold] + (cut ? CUT_NOTE : 0);
    if (this.#best === undefined || cost <= this.#best.cost)
      this.#best = { next, count: this.#placed.length, floats: this.#waiting.length, cost };
  }

  #closed(at: number): Filled | undefined {
    const ended = at >= this.#galley.length;
    const end = ended ? { next: at, count: this.#placed.length, floats: this.#waiting.length } : (this.#best ?? this.#forced());
    if (end === undefined || (end.count === 0 && end.next === this.#state.next)) return undefined;
    const placed = this.#placed.slice(0, end.count);
    const starting = placed.flatMap(({ piece }) => piece.notes);
    const foot = footOf(this.#state.carried, starting, this.#depth - columnOf(placed).height);
    const after = { galley: this.#galley, next: end.next, waiting: this.#waiting.slice(0, end.floats), carried: foot.rest };
    return { placed, foot, after };
  }

  /** A piece that no page takes goes on one all the same: nothing is lost. */
  #forced(): Omit<Break, "cost"> | undefined {
    if (this.#state.carried.length > 0) return undefined;
    const item = this.#galley[this.#state.next];
    if (item?.kind !== "piece") return undefined;
    this.#add(item);
    return { next: this.#state.next + 1, count: 1, floats: this.#waiting.length };
  }
}

