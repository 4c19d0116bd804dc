import type { FontFile } from "./font-file.ts";
import { classOf, coveredAs, numbersAt, type Lookup, type TableName } from "./lookups.ts";

/** A glyph on its way through the rules of a font, and the characters that it stands for. */
export interface Glyph {
  readonly id: number;
  readonly codePoints: readonly number[];
}

/** What of a font file is asked again and again. */
export interface Rules {
  readonly bytes: DataView;
  isMark(glyph: number): boolean;
  /** Which glyphs any part of a rule begins with; few do, and the answers are kept. */
  beginning(lookup: Lookup): (glyph: number) => boolean;
  /** How much farther the first glyph of each pair goes that was looked up, by both numbers as one; undefined where that is hard to tell. */
  pairsIn(lookup: Lookup): Map<number, number | undefined>;
}

/** The kinds of rules that tell by what is around: alone, and with what stands before and after. */
const CONTEXT: Readonly<Record<TableName, number>> = { GSUB: 5, GPOS: 7 };
export const CHAINED: Readonly<Record<TableName, number>> = { GSUB: 6, GPOS: 8 };

// The class of marks in GDEF.
const MARK = 3;

/** Reads the rules of a font file. */
export function rulesOf({ bytes, table }: FontFile): Rules {
  const definitions = table("GDEF");
  const classes = definitions === undefined ? 0 : bytes.getUint16(definitions + 4);
  const marks = new Map<number, boolean>();
  const first = new Map<number, (glyph: number) => boolean>();
  const pairs = new Map<number, Map<number, number | undefined>>();
  return {
    bytes,
    isMark(glyph) {
      if (definitions === undefined || classes === 0) return false;
      const known = marks.get(glyph) ?? classOf(bytes, definitions + classes, glyph) === MARK;
      marks.set(glyph, known);
      return known;
    },
    pairsIn(lookup) {
      const known = pairs.get(lookup.at) ?? new Map<number, number | undefined>();
      pairs.set(lookup.at, known);
      return known;
    },
    beginning(lookup) {
      const known = first.get(lookup.at) ?? beginningOf(lookup, bytes);
      first.set(lookup.at, known);
      return known;
    },
  };
}

// So many glyphs are enough for every face we ship; of others nothing is kept.
const GLYPHS = 4096;
// What is kept of a glyph where that is not 0: that no part begins with it, or that one does.
const [NO, YES] = [1, 2];

/** Tells which glyphs a rule begins with: asked at every glyph of every word, so it is one look at a list. */
function beginningOf(lookup: Lookup, bytes: DataView): (glyph: number) => boolean {
  const known = new Uint8Array(GLYPHS);
  const find = (glyph: number): boolean =>
    lookup.parts.some((part) => coveredAs(bytes, firstCoverage(lookup, part, bytes), glyph) !== undefined);
  return (glyph) => {
    if (glyph >= GLYPHS) return find(glyph);
    if (known[glyph] === 0) known[glyph] = find(glyph) ? YES : NO;
    return known[glyph] === YES;
  };
}

/** Where the list stands of the glyphs that a part of a rule may begin with. */
function firstCoverage({ kind, table }: Lookup, part: number, bytes: DataView): number {
  const inThird = bytes.getUint16(part) === 3;
  if (kind === CONTEXT[table] && inThird) return part + bytes.getUint16(part + 6);
  if (kind === CHAINED[table] && inThird) return part + (inputsAt(bytes, part)[0] ?? 0);
  return part + bytes.getUint16(part + 2);
}

/** The lists of a chained context's own glyphs, counted from its part, where each glyph has a list of its own. */
export const inputsAt = (bytes: DataView, part: number): readonly number[] =>
  numbersAt(bytes, part + 4 + bytes.getUint16(part + 2) * 2);

/** Whether a part of a rule that is told by its first glyph begins with this glyph. */
export const isCovered = (part: number, { id }: Glyph, { bytes }: Rules): boolean =>
  coveredAs(bytes, part + bytes.getUint16(part + 2), id) !== undefined;
