import { tagAt, type FontFile } from "./font-file.ts";

/** A rule of a font's layout tables: its kind, how it passes over glyphs, and where its parts stand in the file. */
export interface Lookup {
  readonly table: TableName;
  /** Where it stands, which tells it from all others of the font. */
  readonly at: number;
  readonly kind: number;
  readonly flags: number;
  readonly parts: readonly number[];
}

export type TableName = "GSUB" | "GPOS";

// A rule of this kind only says where another stands, which may be far off.
const EXTENSION: Readonly<Record<TableName, number>> = { GSUB: 7, GPOS: 9 };

/**
 * The rules that features of a script bring, in the order in which they work: by their numbers, once for each feature
 * that names them. Undefined where the font has no such table, or knows no such script and has none for all.
 */
export function lookupsOf(
  font: FontFile,
  name: TableName,
  scripts: readonly string[],
  wanted: readonly string[],
): { readonly lookups: readonly Lookup[]; readonly features: ReadonlySet<string> } | undefined {
  const { bytes } = font;
  const table = font.table(name);
  if (table === undefined) return undefined;
  const [scriptList, featureList, lookupList] = [4, 6, 8].map((at) => table + bytes.getUint16(table + at)) as [
    number,
    number,
    number,
  ];
  const script = scriptAt(bytes, scriptList, scripts);
  if (script === undefined) return undefined;
  const own = featuresOf(bytes, script, featureList);
  const numbers = wanted.flatMap((tag) => {
    const at = own.get(tag);
    return at === undefined ? [] : numbersAt(bytes, at + 2);
  });
  numbers.sort((a, b) => a - b);
  return {
    lookups: numbers.map((number) => lookupAt(bytes, lookupList + bytes.getUint16(lookupList + 2 + number * 2), name)),
    features: new Set(own.keys()),
  };
}

/** Where the first of some scripts stands that the font knows. */
function scriptAt(bytes: DataView, list: number, scripts: readonly string[]): number | undefined {
  for (const script of scripts) {
    for (let i = 0; i < bytes.getUint16(list); i += 1) {
      const record = list + 2 + i * 6;
      if (tagAt(bytes, record) === script) return list + bytes.getUint16(record + 4);
    }
  }
  return undefined;
}

/** The features of a script's own language, by their tags. */
function featuresOf(bytes: DataView, script: number, list: number): ReadonlyMap<string, number> {
  const language = bytes.getUint16(script);
  if (language === 0) return new Map();
  return new Map(
    numbersAt(bytes, script + language + 4).map((number) => {
      const record = list + 2 + number * 6;
      return [tagAt(bytes, record), list + bytes.getUint16(record + 4)];
    }),
  );
}

/** A count, and so many numbers. */
export const numbersAt = (bytes: DataView, at: number): number[] =>
  Array.from({ length: bytes.getUint16(at) }, (_, i) => bytes.getUint16(at + 2 + i * 2));

function lookupAt(bytes: DataView, at: number, name: TableName): Lookup {
  const kind = bytes.getUint16(at);
  const own = numbersAt(bytes, at + 4).map((offset) => at + offset);
  const flags = bytes.getUint16(at + 2);
  const [first] = own;
  if (kind !== EXTENSION[name] || first === undefined) return { table: name, at, kind, flags, parts: own };
  return {
    table: name,
    at,
    kind: bytes.getUint16(first + 2),
    flags,
    parts: own.map((part) => part + bytes.getUint32(part + 4)),
  };
}

/** The number of a glyph among those that a part of a rule is about; undefined for all others. */
export function coveredAs(bytes: DataView, at: number, glyph: number): number | undefined {
  if (bytes.getUint16(at) === 1) {
    return search(bytes.getUint16(at + 2), (i) => glyph - bytes.getUint16(at + 4 + i * 2));
  }
  const range = rangeOf(bytes, at + 4, bytes.getUint16(at + 2), glyph);
  return range === undefined ? undefined : bytes.getUint16(range + 4) + glyph - bytes.getUint16(range);
}

/** The class of a glyph; those that are not listed are of class 0. */
export function classOf(bytes: DataView, at: number, glyph: number): number {
  if (bytes.getUint16(at) === 1) {
    const place = glyph - bytes.getUint16(at + 2);
    return place >= 0 && place < bytes.getUint16(at + 4) ? bytes.getUint16(at + 6 + place * 2) : 0;
  }
  const range = rangeOf(bytes, at + 4, bytes.getUint16(at + 2), glyph);
  return range === undefined ? 0 : bytes.getUint16(range + 4);
}

/** Where the range stands that a glyph is in: its first glyph, its last, and a number. */
function rangeOf(bytes: DataView, ranges: number, many: number, glyph: number): number | undefined {
  const found = search(many, (i) => {
    const range = ranges + i * 6;
    if (glyph < bytes.getUint16(range)) return -1;
    return glyph > bytes.getUint16(range + 2) ? 1 : 0;
  });
  return found === undefined ? undefined : ranges + found * 6;
}

/** The place in a sorted list that is neither before nor after what is sought. */
export function search(many: number, compare: (place: number) => number): number | undefined {
  let [low, high] = [0, many - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const way = compare(middle);
    if (way === 0) return middle;
    if (way < 0) high = middle - 1;
    else low = middle + 1;
  }
  return undefined;
}
