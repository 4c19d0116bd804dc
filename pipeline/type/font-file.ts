/** A TrueType file by its tables (ISO/IEC 14496-22); numbers are big-endian. */
export interface FontFile {
  readonly bytes: DataView;
  /** Where a table begins; undefined where the file has none of that name. */
  readonly table: (name: string) => number | undefined;
  /** The bytes of a table; none where the file has none of that name. */
  readonly tableBytes: (name: string) => Uint8Array;
  readonly unitsPerEm: number;
  /** From the base line up, and down, which is below zero; in units of the font. */
  readonly ascent: number;
  readonly descent: number;
  /** How many glyphs it has. */
  readonly glyphs: number;
  /** The glyph of a code point, 0 where the font has none or keeps it beyond the first plane. */
  readonly glyphOf: (codePoint: number) => number;
  /** How far a glyph goes, in units of the font. */
  readonly advanceOf: (glyph: number) => number;
}

/** Opens a TrueType file; throws where it lacks what every one must have. */
export function openFontFile(file: Uint8Array): FontFile {
  const bytes = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map<string, number>();
  const lengths = new Map<string, number>();
  for (let i = 0, at = 12; i < bytes.getUint16(4); i += 1, at += 16) {
    tables.set(tagAt(bytes, at), bytes.getUint32(at + 8));
    lengths.set(tagAt(bytes, at), bytes.getUint32(at + 12));
  }
  const needed = (name: string): number => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`The typeface has no table ${name}`);
    return at;
  };
  const [head, across, widths] = [needed("head"), needed("hhea"), needed("hmtx")];
  const measured = bytes.getUint16(across + 34);
  const map = firstPlaneMap(bytes, needed("cmap"));
  const known = new Int32Array(KNOWN).fill(-1);
  const find = (codePoint: number): number =>
    map === undefined || codePoint > 0xff_ff ? 0 : mapped(bytes, map, codePoint);
  return {
    bytes,
    table: (name) => tables.get(name),
    tableBytes: (name) => {
      const at = tables.get(name) ?? 0;
      return file.subarray(at, at + (lengths.get(name) ?? 0));
    },
    unitsPerEm: bytes.getUint16(head + 18),
    ascent: bytes.getInt16(across + 4),
    descent: bytes.getInt16(across + 6),
    glyphs: bytes.getUint16(needed("maxp") + 4),
    glyphOf: (codePoint) => {
      const before = known[codePoint] ?? -1;
      if (before !== -1) return before;
      const glyph = find(codePoint);
      if (codePoint < KNOWN) known[codePoint] = glyph;
      return glyph;
    },
    // The last width is that of all glyphs after it.
    advanceOf: (glyph) => bytes.getUint16(widths + Math.min(glyph, measured - 1) * 4),
  };
}

// Up to the mathematical operators, glyphs are asked for at every character of every word, and kept.
const KNOWN = 0x23_00;

/** The four letters of a tag. */
export const tagAt = (bytes: DataView, at: number): string =>
  String.fromCharCode(bytes.getUint8(at), bytes.getUint8(at + 1), bytes.getUint8(at + 2), bytes.getUint8(at + 3));

/** Where the map of Unicode's first plane stands, of format 4. */
function firstPlaneMap(bytes: DataView, cmap: number): number | undefined {
  for (let i = 0; i < bytes.getUint16(cmap + 2); i += 1) {
    const record = cmap + 4 + i * 8;
    const [platform, encoding] = [bytes.getUint16(record), bytes.getUint16(record + 2)];
    const at = cmap + bytes.getUint32(record + 4);
    if ((platform === 0 || (platform === 3 && encoding === 1)) && bytes.getUint16(at) === 4) return at;
  }
  return undefined;
}

/** The glyph of a code point in a map of format 4: stretches of code points, each with a shift or a list of glyphs. */
function mapped(bytes: DataView, map: number, codePoint: number): number {
  const twice = bytes.getUint16(map + 6);
  const ends = map + 14;
  let [low, high] = [0, twice / 2 - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bytes.getUint16(ends + middle * 2) < codePoint) low = middle + 1;
    else high = middle;
  }
  const start = ends + twice + 2 + low * 2;
  const first = bytes.getUint16(start);
  if (codePoint < first || codePoint > bytes.getUint16(ends + low * 2)) return 0;
  const shift = bytes.getUint16(start + twice);
  const list = start + 2 * twice;
  const offset = bytes.getUint16(list);
  if (offset === 0) return (codePoint + shift) & 0xff_ff;
  const glyph = bytes.getUint16(list + offset + (codePoint - first) * 2);
  return glyph === 0 ? 0 : (glyph + shift) & 0xff_ff;
}
