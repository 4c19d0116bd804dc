/* oxlint-disable no-underscore-dangle -- pdfmake's own names */
import { TaggingLayout } from "./tagging.ts";

// The least number of lines of a paragraph that may stand at the foot or at the head of a page.
const LINES = 2;
// A block that may not be broken goes to the next page whole while it is no taller than this part of a page.
const WHOLE = 0.7;
const UNBOUNDED = 1e6;

/**
 * pdfmake's layout with an eye for what belongs together: headings stay with their text, captions with their tables,
 * no single lines at the head or foot of a page. It looks ahead and turns the page early; nothing is ever cut.
 */
export class KeepingLayout extends TaggingLayout {
  override processVerticalContainer(node: PdfmakeNode): void {
    if (!this.#flowing()) return super.processVerticalContainer(node);
    const stack = node.stack ?? [];
    for (const [i, item] of stack.entries()) {
      const need = this.#need(stack, i);
      if (need > this.writer.context().availableHeight && need <= this.#depth() && !this.#atTop())
        this.writer.moveToNextPage();
      this.processNode(item);
      node.positions.push(...item.positions);
    }
  }

  override processNode(node: PdfmakeNode, isVerticalAlignmentAllowed?: boolean): void {
    // Space above a block separates it from what is above; at the head of a page there is nothing.
    if (this.#flowing() && this.#atTop() && node._margin)
      node._margin = [node._margin[0], 0, node._margin[2], node._margin[3]];
    super.processNode(node, isVerticalAlignmentAllowed);
  }

  override processTable(node: PdfmakeNode): void {
    // pdfmake drops an unbreakable row that is taller than the page without a word; such a row may be broken.
    if (this.#flowing() && node.table?.dontBreakRows === true && this.#tallestRow(node) > this.#depth() / 2) {
      node.table.dontBreakRows = false;
      node.table.keepWithHeaderRows = 0;
    }
    super.processTable(node);
  }

  override processLeaf(node: PdfmakeNode): void {
    if (this.#flowing()) this.#breakWell(this.#lineHeights(node));
    super.processLeaf(node);
  }

  /** Turns the page before a paragraph, or lowers the room that is left, so that no line will stand alone. */
  #breakWell(lines: readonly number[]): void {
    const context = this.writer.context();
    const fitting = countFitting(lines, context.availableHeight);
    if (fitting === lines.length) return;
    const staying = Math.min(fitting, lines.length - LINES);
    if (staying < LINES) {
      if (!this.#atTop()) this.writer.moveToNextPage();
    } else if (staying < fitting) {
      context.availableHeight = sum(lines.slice(0, staying)) + 0.01;
    }
  }

  /** Whether nodes follow each other down a page, not side by side in columns or cells, nor inside a trial. */
  #flowing(): boolean {
    return !this.measuring && this.writer.transactionLevel === 0 && this.writer.context().snapshots.length === 0;
  }

  #atTop(): boolean {
    const context = this.writer.context();
    return context.y <= context.getCurrentPage().pageMargins.top + 0.01;
  }

  #depth(): number {
    const { pageSize, pageMargins } = this.writer.context().getCurrentPage();
    return pageSize.height - pageMargins.top - pageMargins.bottom;
  }

  /** The room that a node, and what it may not be parted from, needs on this page to begin on it. */
  #need(stack: readonly PdfmakeNode[], at: number): number {
    const node = stack[at];
    if (node === undefined) return 0;
    if (node.keep === "withNext") return this.#height(node) + this.#need(stack, at + 1);
    if (node.keep === "together") {
      const whole = this.#height(node);
      if (whole <= this.#depth() * WHOLE) return whole;
    }
    return this.#least(node);
  }

  /** The room that the smallest first part of a node needs. */
  #least(node: PdfmakeNode): number {
    const above = node._margin?.[1] ?? 0;
    if (node.stack !== undefined) return above + this.#need(node.stack, 0);
    const [first] = node.ul ?? node.ol ?? [];
    if (first !== undefined) return above + this.#least(first);
    if (node.text !== undefined) {
      const lines = this.#lineHeights(node);
      return above + sum(lines.length < 2 * LINES ? lines : lines.slice(0, LINES));
    }
    if (node.table?.headerRows !== undefined) return above + this.#height(firstRows(node));
    return Math.min(this.#height(node), this.#depth() / 8);
  }

  #lineHeights(node: PdfmakeNode): number[] {
    const trial = copied(node);
    const heights: number[] = [];
    for (let line = this.buildNextLine(trial); line !== null; line = this.buildNextLine(trial))
      heights.push(line.getHeight());
    return heights;
  }

  #tallestRow(node: PdfmakeNode): number {
    const trial = copied({ ...node, table: { ...node.table, body: node.table?.body ?? [], dontBreakRows: false } });
    this.#layOut(trial);
    return Math.max(0, ...(trial.table?.body ?? []).flat().map((cell) => cell.__height ?? 0));
  }

  /** How tall a node comes out in the width that there is. */
  #height(node: PdfmakeNode): number {
    // The space below it may fall off the page.
    return this.#layOut(copied(node)) - (node._margin?.[3] ?? 0);
  }

  #layOut(trial: PdfmakeNode): number {
    const { linearNodeList } = this;
    const measuring = this.measuring;
    this.measuring = true;
    this.linearNodeList = [];
    this.writer.pushContext(this.writer.context().availableWidth, UNBOUNDED);
    this.processNode(trial);
    const height = this.writer.context().y;
    this.writer.popContext();
    this.linearNodeList = linearNodeList;
    this.measuring = measuring;
    return height;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function countFitting(heights: readonly number[], room: number): number {
  let left = room;
  const over = heights.findIndex((height) => (left -= height) < 0);
  return over === -1 ? heights.length : over;
}

/** A table's head rows and the first row under them. */
function firstRows(node: PdfmakeNode): PdfmakeNode {
  const { table } = node;
  if (table === undefined) return node;
  return { ...node, table: { ...table, body: table.body.slice(0, (table.headerRows ?? 0) + 1) } };
}

/** A deep copy of the plain parts of a node: layout writes into what it lays out. Fonts and functions are shared. */
function copied<Thing>(thing: Thing): Thing {
  // A mapped array or record of copies has the type of its original, which TypeScript cannot say.
  if (Array.isArray(thing)) return thing.map(copied) as Thing;
  if (typeof thing !== "object" || thing === null || Object.getPrototypeOf(thing) !== Object.prototype) return thing;
  return Object.fromEntries(Object.entries(thing).map(([key, value]) => [key, copied(value)])) as Thing;
}
