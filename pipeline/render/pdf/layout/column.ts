import { moved, type Enclosure, type Mark, type Piece, type Strip } from "./piece.ts";

interface Open {
  readonly enclosure: Enclosure;
  /** Where it begins on this page. */
  readonly top: number;
}

/** One page's column of pieces, filled from its head. */
export class Column {
  #y = 0;
  #space = 0;
  #empty = true;
  readonly #open: Open[] = [];
  readonly #grounds: Mark[] = [];
  readonly #strips: { readonly marks: readonly Mark[]; readonly y: number }[] = [];
  readonly #measuring: boolean;

  /** Where it is only measured, it prints nothing. */
  constructor(measuring = false) {
    this.#measuring = measuring;
  }

  /** How tall it would be if nothing more came. */
  get height(): number {
    return this.#y + this.#open.reduce((sum, { enclosure }) => sum + enclosure.foot.height, 0);
  }

  /** How tall it would be with more pieces. */
  heightWith(pieces: readonly Piece[]): number {
    const trial = new Column(true);
    trial.#y = this.#y;
    trial.#space = this.#space;
    trial.#empty = this.#empty;
    trial.#open.push(...this.#open);
    for (const piece of pieces) trial.add(piece);
    return trial.height;
  }

  /** Leaves space before what comes next. */
  skip(space: number): void {
    this.#space += space;
  }

  add(piece: Piece): void {
    const { within } = piece;
    const kept = this.#shared(within);
    while (this.#open.length > kept) this.#close();
    const fresh = within.slice(kept);
    this.#y += this.#empty ? 0 : this.#space;
    this.#space = 0;
    for (const enclosure of fresh) {
      const again = enclosure.first !== piece;
      if (!this.#empty) this.#y += again ? piece.above : enclosure.above;
      this.#open.push({ enclosure, top: this.#y });
      this.#strip(again ? enclosure.headAgain : enclosure.head);
    }
    if (!this.#empty && fresh.length === 0) this.#y += piece.above;
    this.#empty = false;
    this.#strip(piece);
  }

  /** Closes what is open, and gives all that is printed, where the column has its upper left corner: grounds first. */
  finished(left = 0, top = 0): readonly Mark[] {
    while (this.#open.length > 0) this.#close();
    const all = this.#grounds.map((ground) => moved(ground, left, top));
    for (const { marks, y } of this.#strips) for (const mark of marks) all.push(moved(mark, left, y, top));
    return all;
  }

  #shared(within: readonly Enclosure[]): number {
    const parted = within.findIndex((enclosure, i) => this.#open[i]?.enclosure !== enclosure);
    return Math.min(parted === -1 ? within.length : parted, this.#open.length);
  }

  #strip({ height, marks }: Strip): void {
    if (!this.#measuring) this.#strips.push({ marks, y: this.#y });
    this.#y += height;
  }

  #close(): void {
    const closing = this.#open.pop();
    if (closing === undefined) return;
    const { enclosure, top } = closing;
    this.#strip(enclosure.foot);
    // An outer ground lies under an inner one, which is closed before it.
    for (const ground of enclosure.ground.toReversed())
      this.#grounds.unshift({ kind: "ground", ...ground, y: top, height: this.#y - top });
  }
}

/** How tall pieces are, one under the other. */
export function heightOf(pieces: readonly Piece[]): number {
  return new Column(true).heightWith(pieces);
}

/** Pieces, one under the other, as one strip. */
export function stacked(pieces: readonly Piece[]): Strip {
  const column = new Column();
  for (const piece of pieces) column.add(piece);
  const { height } = column;
  return { height, marks: column.finished() };
}
