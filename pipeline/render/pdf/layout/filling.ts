import { Column, heightOf } from "./column.ts";
import { footOf, fullHeight, leastHeight, type Foot } from "./foot.ts";
import type { Float, FootNote, Galley, Hold, Piece } from "./piece.ts";

// Notes that go on from the page before leave room for text.
const CARRIED = 0.6;
// A float that is taller than this part of a page is set where it stands, and broken.
const FLOATING = 0.92;
// What a page break costs, in blank pages: parting what is whole, parting what belongs fast together, cutting a note.
const COST: Readonly<Record<Hold, number>> = { free: 0, whole: 0.14, fast: 10 };
const CUT_NOTE = 0.1;

const NO_NOTES: readonly FootNote[] = [];

/** Where the making of pages stands. */
export interface State {
  readonly galley: Galley;
  readonly next: number;
  /** Floats that wait for the top of a page. */
  readonly waiting: readonly Float[];
  /** The notes that stand on earlier pages, or begin there. */
  readonly started: ReadonlySet<string>;
  /** Notes that go on. */
  readonly carried: readonly FootNote[];
}

/** A piece on its page, and the space that a float before it leaves. */
interface Placed {
  readonly piece: Piece;
  readonly after: number;
}

export interface Filled {
  readonly column: Column;
  /** Whether nothing stands in the column. */
  readonly empty: boolean;
  readonly foot: Foot;
  readonly after: State;
  readonly cost: number;
  /** The first float that found no room. */
  readonly deferred: Float | undefined;
}

/** The column of a page. */
function columnOf(placed: readonly Placed[]): Column {
  const column = new Column();
  for (const { piece, after } of placed) {
    column.skip(after);
    column.add(piece);
  }
  return column;
}

/**
 * Fills one page. It looks at every place where the page could end, and takes the one that costs least. `lenient`:
 * whether floats may come with their notes cut.
 */
export function fill(state: State, depth: number, lenient: boolean): Filled {
  const reserved = footOf(state.carried, [], depth * CARRIED);
  const filled = (cutting: boolean): Filled | undefined =>
    new Filling(state, depth, depth - reserved.height, cutting).fill();
  const found = filled(lenient) ?? filled(true);
  if (found !== undefined) return found;
  // Nothing but notes found room.
  const foot = footOf(state.carried, [], depth);
  const cost = 1 - foot.height / depth;
  const after = { ...state, carried: foot.rest };
  return { column: new Column(), empty: true, foot, after, cost, deferred: state.waiting[0] };
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
  #deferred: Float | undefined;
  /** How many pieces of floats stand at the top. */
  #floated = 0;

  /** Whether the notes of a float may be cut. */
  readonly #lenient: boolean;

  constructor(state: State, depth: number, room: number, lenient: boolean) {
    this.#lenient = lenient;
    this.#state = state;
    this.#depth = depth;
    this.#room = room;
    this.#galley = state.galley;
  }

  fill(): Filled | undefined {
    const held = this.#placeWaiting();
    this.#waiting.push(...held);
    this.#floated = this.#placed.length;
    let at = this.#state.next;
    if (this.#placed.length > 0) this.#consider(at, "free");
    for (;;) {
      const item = this.#galley[at];
      if (item === undefined) break;
      if (item.kind === "float") {
        this.#float(item, at);
      } else {
        if (item.afterFloats === true && this.#waiting.length > 0) break;
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
      if (!this.#takesFloat(float)) break;
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
    // None overtakes one that waits.
    const next = this.#waiting.length === 0;
    if (next && heightOf(float.pieces) > this.#depth * FLOATING) this.#spread(float, at, 1);
    else if (next && this.#takesFloat(float)) this.#addFloat(float);
    else {
      this.#waiting.push(float);
      this.#deferred ??= float;
    }
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
    this.#starting.push(...this.#fresh([piece]));
  }

  /** The notes of pieces that do not stand on an earlier page or on this one. */
  #fresh(pieces: readonly Piece[]): readonly FootNote[] {
    // Most lines have none.
    if (pieces.every(({ notes }) => notes.length === 0)) return NO_NOTES;
    const known = new Set([...this.#state.started, ...this.#starting.map(({ id }) => id)]);
    return pieces.flatMap(({ notes }) => notes).filter(({ id }) => !known.has(id) && known.add(id));
  }

  /** The height of the text with more pieces, and the notes that it needs. */
  #with(pieces: readonly Piece[]): { readonly height: number; readonly notes: readonly FootNote[] } {
    const fresh = this.#fresh(pieces);
    const notes = fresh.length === 0 ? this.#starting : [...this.#starting, ...fresh];
    return { height: this.#column.heightWith(pieces), notes };
  }

  #takes(pieces: readonly Piece[]): boolean {
    const { height, notes } = this.#with(pieces);
    const least = height + leastHeight(notes);
    if (least <= this.#room) return true;
    // A line with more notes than a page has room for gets a line of each.
    return (
      this.#placed.length === 0 && this.#state.carried.length === 0 && height + leastHeight(notes, 1) <= this.#room
    );
  }

  /** Floats come with the whole of their notes, where there is a choice. */
  #takesFloat({ pieces }: Float): boolean {
    if (this.#lenient) return this.#takes(pieces);
    const { height, notes } = this.#with(pieces);
    return height + fullHeight([...this.#state.carried, ...notes]) <= this.#depth;
  }

  /** Weighs the page's end after what has been added. */
  #consider(next: number, hold: Hold): void {
    const room = this.#depth - this.#column.height;
    const foot = footOf(this.#state.carried, this.#starting, room);
    const blank = Math.max(0, room - foot.height) / this.#depth;
    const cut = foot.rest.some(({ id }) => this.#starting.some((note) => note.id === id));
    // A line in the midst of a paragraph is not alone on a page.
    const alone = this.#placed.length === this.#floated + 1 && this.#placed[this.#floated]?.piece.midst === true;
    const cost = blank + COST[alone ? "fast" : hold] + (cut ? CUT_NOTE : 0);
    if (this.#best === undefined || cost <= this.#best.cost)
      this.#best = { next, count: this.#placed.length, floats: this.#waiting.length, cost };
  }

  #closed(at: number): Filled | undefined {
    const end = this.#ended(at) ? this.#all(at) : (this.#best ?? this.#forced());
    // Without text the notes may have the whole page.
    const bad = end === undefined || end.count === 0 || end.cost >= COST.fast;
    if (end === undefined || (bad && this.#state.carried.length > 0)) return undefined;
    const placed = this.#placed.slice(0, end.count);
    const ids = new Set(placed.flatMap(({ piece }) => piece.notes.map(({ id }) => id)));
    const starting = this.#starting.filter(({ id }) => ids.has(id));
    const column = end.count === this.#placed.length ? this.#column : columnOf(placed);
    const foot = footOf(this.#state.carried, starting, this.#depth - column.height);
    const after = {
      galley: this.#galley,
      next: end.next,
      waiting: this.#waiting.slice(0, end.floats),
      started: new Set([...this.#state.started, ...ids]),
      carried: foot.rest,
    };
    const empty = placed.length === 0;
    return { column, empty, foot, after, cost: end.cost, deferred: this.#deferred ?? this.#waiting[0] };
  }

  /** Whether the text is at its end, and not at a heading whose table or chart waits for the next page. */
  #ended(at: number): boolean {
    const headed = this.#waiting.length > 0 && this.#placed.at(-1)?.piece.hold === "fast";
    return at >= this.#galley.length && !headed;
  }

  /** The end of the text: the page costs nothing, unless something waits that it has room for. */
  #all(next: number): Break {
    const blank = 1 - (this.#column.height + fullHeight(this.#starting)) / this.#depth;
    const cost = this.#waiting.length === 0 ? 0 : Math.max(0, blank);
    return { next, count: this.#placed.length, floats: this.#waiting.length, cost };
  }

  /** A piece that no page takes goes on one all the same: nothing is lost. */
  #forced(): Break | undefined {
    if (this.#state.carried.length > 0) return undefined;
    const item = this.#galley[this.#state.next];
    if (item?.kind !== "piece") return undefined;
    this.#add(item);
    return { next: this.#state.next + 1, count: 1, floats: this.#waiting.length, cost: COST.fast };
  }
}
