import type { FontFile } from "./font-file.ts";

/** A face with some of its glyphs alone, and where each of them stands in it. */
export interface CutFace {
  readonly bytes: Uint8Array;
  readonly places: ReadonlyMap<number, number>;
}

// What a composite glyph says of each of its parts (OpenType 1.9, glyf).
const WORDS = 0x1;
const SCALE = 0x8;
const MORE = 0x20;
const TWO_SCALES = 0x40;
const MATRIX = 0x80;

/** What glyphs look like depends on these tables, whichever glyphs there are. */
const WHOLE = ["cvt ", "fpgm", "prep"];

/**
 * Cuts a TrueType face to some glyphs, the first of which is 0, and to what they are composed of; with the tables that a
 * PDF needs of it (ISO 32000-1, 9.9). What is left out has no outline, no width and no number any more.
 */
export function cutFace(file: FontFile, glyphs: readonly number[]): CutFace {
  const kept = [...glyphs];
  const places = new Map(glyphs.map((glyph, i) => [glyph, i]));
  const placeOf = (glyph: number): number => {
    const known = places.get(glyph);
    if (known !== undefined) return known;
    places.set(glyph, kept.length);
    return kept.push(glyph) - 1;
  };
  const outlines: Uint8Array[] = [];
  // Parts are added to the list while it is walked.
  for (const glyph of kept) outlines.push(withParts(outlineOf(file, glyph), placeOf));
  const offsets = new Uint8Array((kept.length + 1) * 4);
  const ends = new DataView(offsets.buffer);
  let length = 0;
  outlines.forEach((outline, i) => {
    length += padded(outline.length);
    ends.setUint32((i + 1) * 4, length);
  });
  const outline = new Uint8Array(length);
  outlines.forEach((each, i) => outline.set(each, ends.getUint32(i * 4)));
  const tables: [string, Uint8Array][] = [
    ["head", changed(file.tableBytes("head"), [8, 0], [10, 0], [50, 1])],
    ["hhea", changed(file.tableBytes("hhea"), [34, kept.length])],
    ["maxp", changed(file.tableBytes("maxp"), [4, kept.length])],
    ["hmtx", widthsOf(file, kept)],
    ["loca", offsets],
    ["glyf", outline],
    ...WHOLE.map((name): [string, Uint8Array] => [name, file.tableBytes(name)]),
  ];
  return { bytes: joined(tables.filter(([, { length: own }]) => own > 0)), places };
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Tables and outlines begin at whole long words. */
const padded = (length: number): number => (length + 3) & ~3;

/** A copy of a table with other numbers of two bytes at some places. */
function changed(table: Uint8Array, ...numbers: readonly (readonly [at: number, number: number])[]): Uint8Array {
  const copy = new Uint8Array(table);
  for (const [at, number] of numbers) viewOf(copy).setUint16(at, number);
  return copy;
}

/** The outline of a glyph; empty where there is nothing to see. */
function outlineOf({ bytes, table, tableBytes }: FontFile, glyph: number): Uint8Array {
  const [head, loca] = [table("head"), table("loca")];
  if (head === undefined || loca === undefined) throw new Error("The typeface has no outlines of TrueType");
  const isLong = bytes.getInt16(head + 50) === 1;
  const at = (i: number): number => (isLong ? bytes.getUint32(loca + i * 4) : bytes.getUint16(loca + i * 2) * 2);
  return tableBytes("glyf").subarray(at(glyph), at(glyph + 1));
}

/** An outline whose parts, if it is composed of other glyphs, are those glyphs at their new places. */
function withParts(outline: Uint8Array, placeOf: (glyph: number) => number): Uint8Array {
  if (outline.length === 0 || viewOf(outline).getInt16(0) >= 0) return outline;
  // No slice: that of a Buffer is the very same bytes.
  const copy = new Uint8Array(outline);
  const view = viewOf(copy);
  for (let at = 10, flags = MORE; (flags & MORE) !== 0;) {
    flags = view.getUint16(at);
    view.setUint16(at + 2, placeOf(view.getUint16(at + 2)));
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2);
    if ((flags & SCALE) !== 0) at += 2;
    else if ((flags & TWO_SCALES) !== 0) at += 4;
    else if ((flags & MATRIX) !== 0) at += 8;
  }
  return copy;
}

/** How far each glyph goes, and where its outline begins. */
function widthsOf({ bytes, table, advanceOf }: FontFile, glyphs: readonly number[]): Uint8Array {
  const [hhea, hmtx] = [table("hhea") ?? 0, table("hmtx") ?? 0];
  const measured = bytes.getUint16(hhea + 34);
  const widths = new Uint8Array(glyphs.length * 4);
  glyphs.forEach((glyph, i) => {
    // After the last width there are beginnings alone.
    const begins = glyph < measured ? hmtx + glyph * 4 + 2 : hmtx + measured * 4 + (glyph - measured) * 2;
    viewOf(widths).setUint16(i * 4, advanceOf(glyph));
    viewOf(widths).setInt16(i * 4 + 2, bytes.getInt16(begins));
  });
  return widths;
}

/** A file of tables, with the sums by which a reader may check it (OpenType 1.9, table directory). */
function joined(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const sorted = tables.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const start = 12 + sorted.length * 16;
  const file = new Uint8Array(sorted.reduce((length, [, bytes]) => length + padded(bytes.length), start));
  const view = viewOf(file);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x1_0000);
  [sorted.length, power * 16, Math.log2(power), (sorted.length - power) * 16].forEach((number, i) =>
    view.setUint16(4 + i * 2, number),
  );
  let at = start;
  sorted.forEach(([tag, bytes], i) => {
    const entry = 12 + i * 16;
    file.set(bytes, at);
    for (let letter = 0; letter < 4; letter += 1) view.setUint8(entry + letter, tag.charCodeAt(letter));
    view.setUint32(entry + 4, sumOf(view, at, padded(bytes.length)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    at += padded(bytes.length);
  });
  const head = view.getUint32(12 + sorted.findIndex(([tag]) => tag === "head") * 16 + 8);
  view.setUint32(head + 8, (WHOLE_SUM - sumOf(view, 0, file.length)) >>> 0);
  return file;
}

/** What the sum of a whole file is to be. */
const WHOLE_SUM = 0xb1b0_afba;

function sumOf(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
