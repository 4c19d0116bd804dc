import type {
  ColumnsContent,
  Content,
  DrawingContent,
  FrameContent,
  ListContent,
  RuleContent,
  TextContent,
} from "../content/content.ts";
import { type Marked, type StructureElement } from "../file/structure.ts";
import { heightOf, stacked } from "./column.ts";
import { elementFor, under } from "./elements.ts";
import { gridPieces } from "./grid.ts";
import type { Line } from "./line.ts";
import { listMarks } from "./list-marks.ts";
import { aligned, baseOf, holdAfter } from "./paragraph-pieces.ts";
import { linesOf, type Press } from "./press.ts";
import { stronger, type Enclosure, type Float, type FootNote, type Mark, type Piece } from "./piece.ts";

/** Where content stands: how far in, how wide, and in which element of the structure tree. */
interface Scope {
  readonly x: number;
  readonly width: number;
  readonly element: Marked;
}

/** What the galley of one brief remembers: the notes that are set, and those that stand under a table. */
type Seen = Map<string, FootNote | "under its table">;

/** Lays content out as one column of pieces, its notes among them; builds the structure tree on the way. */
export function galleyOf(content: readonly Content[], tree: StructureElement, press: Press): (Piece | Float)[] {
  const galley = new GalleyBuilder(press, new Map());
  for (const node of content) galley.add(node, { x: 0, width: press.width, element: tree });
  return galley.items;
}

/** Content as pieces, without floats: a running head, a line for the top of a table's next page. */
export function piecesOf(content: Content, width: number, element: Marked, press: Press): Piece[] {
  const galley = new GalleyBuilder(press, new Map());
  galley.add(content, { x: 0, width, element });
  return galley.pieces();
}

// What should be whole stays so while it is no taller than this part of a page.
const WHOLE = 0.7;
class GalleyBuilder {
  readonly items: (Piece | Float)[] = [];
  #space = 0;
  #within: readonly Enclosure[] = [];
  readonly #press: Press;
  readonly #seen: Seen;
  /** The notes that the table in work refers to. */
  #ofTable: string[] | undefined;

  constructor(press: Press, seen: Seen) {
    this.#press = press;
    this.#seen = seen;
  }

  pieces(): Piece[] {
    return this.items.flatMap((item) => (item.kind === "float" ? item.pieces : [item]));
  }

  add(node: Content, scope: Scope): void {
    const [left, above, right, below] = node.margin ?? [0, 0, 0, 0];
    this.#space += above;
    const from = this.items.length;
    const inner = {
      x: scope.x + left,
      width: scope.width - left - right,
      element: elementFor(node, scope.element),
    };
    // What needs the whole width takes it, on its own ground: a tinted box ends above it and goes on below it.
    const outer = this.#within;
    const breaksOut = node.float === true && outer.length > 0;
    const place = breaksOut ? { ...inner, x: 0, width: this.#press.width } : inner;
    if (breaksOut) this.#within = [];
    if (node.kind === "stack" && node.notesUnder === true)
      this.#table(() => this.#node(node, place, scope.element), { ...scope, x: place.x, width: place.width });
    else this.#node(node, place, scope.element);
    this.#within = outer;
    this.#keep(node, from);
    const first = this.items[from];
    if (node.afterFloats === true && first?.kind === "piece") first.afterFloats = true;
    if (node.float === true && this.#within.length === 0) {
      const pieces = this.items.splice(from).flatMap((item) => (item.kind === "float" ? item.pieces : [item]));
      this.items.push({ kind: "float", pieces, below });
    } else this.#space += below;
  }

  #node(node: Content, scope: Scope, around: Marked): void {
    switch (node.kind) {
      case "text":
        return this.#text(node, scope, around);
      case "stack":
        for (const each of node.stack) this.add(each, scope);
        return;
      case "list":
        return this.#list(node, scope);
      case "grid":
        for (const piece of gridPieces(node, scope, this.#press)) this.#push(piece.marks, piece.height, piece);
        for (const cell of [...node.heads.flat(), ...node.rows.flatMap((row) => row.cells)])
          this.#noted(cell.text.flatMap(({ note }) => note ?? []));
        return;
      case "frame":
        return this.#frame(node, scope);
      case "columns":
        return this.#columns(node, scope);
      case "drawing":
        return this.#drawing(node, scope);
      case "rule":
        return this.#rule(node, scope);
    }
  }

  #keep(node: Content, from: number): void {
    const own = this.items.slice(from).filter((item) => item.kind === "piece");
    if (node.keep === "withNext") {
      for (const piece of own) piece.hold = "fast";
    } else if (node.keep === "together" && heightOf(own) <= this.#press.depth * WHOLE) {
      for (const piece of own.slice(0, -1)) piece.hold = stronger(piece.hold, "whole");
    }
  }

  #push(
    marks: readonly Mark[],
    height: number,
    more: Partial<Pick<Piece, "hold" | "notes" | "within" | "midst">> = {},
  ): void {
    const within = [...this.#within, ...(more.within ?? [])];
    const { hold = "free", notes = [], midst = false } = more;
    const opens = within.filter((enclosure) => enclosure.first === undefined);
    const piece: Piece = { kind: "piece", above: this.#space, height, marks, hold, notes, midst, within };
    for (const enclosure of opens) enclosure.first = piece;
    this.items.push(piece);
    this.#space = 0;
  }

  #text(node: TextContent, { x, width, element }: Scope, around: Marked): void {
    const lines = linesOf(node, width, this.#press);
    const bookmark =
      node.bookmark === undefined || node.id === undefined ? undefined : { id: node.id, ...node.bookmark };
    lines.forEach((line, i) => {
      const first = i === 0 ? { anchor: node.id, bookmark } : {};
      const mark: Mark = { kind: "line", x, y: 0, line, element, ...first };
      const midst = i > 0 && i < lines.length - 1;
      this.#push([mark], line.height, { hold: holdAfter(i, lines.length), notes: this.#notesOf(line, around), midst });
    });
  }

  /**
   * The notes to which a line refers. Each goes to the foot of the first page that refers to it, which is not always
   * that of the first reference: a float may come later. In the structure it follows the first reference.
   */
  #notesOf(line: Line, around: Marked): readonly FootNote[] {
    const ids = line.runs.flatMap(({ look }) => look.note ?? []);
    if (this.#ofTable !== undefined) {
      this.#noted(ids);
      return [];
    }
    return ids.flatMap((id) => {
      const known = this.#seen.get(id);
      if (known !== undefined) return known === "under its table" ? [] : [known];
      const scope = { x: 0, width: this.#press.width, element: around };
      // A note may refer to itself.
      const lines: Piece[] = [];
      const note: FootNote = { id, lines };
      this.#seen.set(id, note);
      lines.push(...this.#aside(this.#note(id), scope));
      return [note];
    });
  }

  #noted(ids: readonly string[]): void {
    for (const id of ids) {
      if (this.#seen.has(id)) continue;
      this.#seen.set(id, "under its table");
      this.#ofTable?.push(id);
    }
  }

  #note(id: string): Content {
    const content = this.#press.notes.get(id);
    if (content === undefined) throw new Error(`There is no note ${id}`);
    return content;
  }

  /** Notes to which a table refers stand under it, where the reader of a table looks for them. */
  #table(set: () => void, scope: Scope): void {
    const outer = this.#ofTable;
    this.#ofTable = [];
    set();
    const notes = this.#ofTable;
    this.#ofTable = outer;
    notes.forEach((id, i) => {
      this.#space += i === 0 ? 2 : 0;
      const note = this.#note(id);
      // It stands at the left edge of its table, not in the column of text.
      this.add({ ...note, margin: [0, note.margin?.[1] ?? 0, 0, 0] }, scope);
    });
  }

  #aside(content: Content, scope: Scope): Piece[] {
    const galley = new GalleyBuilder(this.#press, this.#seen);
    galley.add(content, scope);
    return galley.pieces();
  }

  #list(node: ListContent, { x, width, element }: Scope): void {
    const { indent, markAt } = listMarks(node, width, this.#press);
    node.items.forEach((item, i) => {
      const li = under(element, "LI");
      const lbl = under(li, "Lbl");
      const from = this.items.length;
      const left = node.direction === "rtl" ? x : x + indent;
      this.add(item, { x: left, width: width - indent, element: under(li, "LBody") });
      const first = this.items[from];
      if (first?.kind !== "piece") return;
      const marks = markAt(i, x, baseOf(first.marks), lbl);
      this.#replace(from, { ...first, marks: [...marks, ...first.marks] });
    });
  }

  #replace(at: number, piece: Piece): void {
    const before = this.items[at];
    for (const enclosure of piece.within) if (enclosure.first === before) enclosure.first = piece;
    this.items[at] = piece;
  }

  #frame(node: FrameContent, { x, width, element }: Scope): void {
    const bar = node.bar === undefined ? 0 : 2.5;
    const { padding, fill } = node;
    const pad = (height: number) => ({ height, marks: [] });
    const enclosure: Enclosure = {
      above: this.#space,
      head: pad(padding - 2),
      headAgain: pad(padding - 2),
      foot: pad(padding),
      ground: [{ x, width, color: fill }, ...(node.bar === undefined ? [] : [{ x, width: bar, color: node.bar }])],
      first: undefined,
    };
    const outer = this.#within;
    this.#space = 0;
    this.#within = [...outer, enclosure];
    const inner = { x: x + bar + padding, width: width - bar - 2 * padding, element };
    for (const each of node.stack) this.add(each, inner);
    this.#within = outer;
    const last = this.items.at(-1);
    // Its foot is the space below what it ends with.
    if (last?.kind === "piece" && last.within.includes(enclosure)) this.#space = 0;
  }

  /** Columns side by side: line beside line where one goes on for more, all in one piece where it is to be whole. */
  #columns(node: ColumnsContent, { x, element }: Scope): void {
    let at = x;
    const sides = node.columns.map(({ width, content }) => {
      const pieces = this.#aside(content, { x: at, width, element });
      at += width + node.gap;
      return pieces;
    });
    if (node.keep === "together" && node.tag === undefined) {
      const strips = sides.map(stacked);
      const notes = sides.flat().flatMap((piece) => piece.notes);
      return this.#push(
        strips.flatMap((strip) => strip.marks),
        Math.max(...strips.map(({ height }) => height)),
        { notes },
      );
    }
    const most = Math.max(...sides.map((pieces) => pieces.length));
    for (let i = 0; i < most; i += 1) {
      const row = sides.flatMap((pieces) => pieces[i] ?? []);
      this.#space += i === 0 ? 0 : Math.max(0, ...row.map(({ above }) => above));
      this.#push(aligned(row), Math.max(...row.map(({ height }) => height)), {
        hold: row.map(({ hold }) => hold).reduce(stronger, "free"),
        notes: row.flatMap(({ notes }) => notes),
      });
    }
  }

  #drawing({ width, height, scale, svg, font }: DrawingContent, { x, element }: Scope): void {
    if (element.kind === "artifact") return;
    this.#push([{ kind: "drawing", x, y: 0, width, height, scale, svg, font, element }], height);
  }

  #rule({ width, weight, color }: RuleContent, { x }: Scope): void {
    this.#push([{ kind: "rule", x, y: weight / 2, width, weight, color }], weight, { hold: "whole" });
  }
}
