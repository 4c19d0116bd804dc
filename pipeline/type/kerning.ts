import { mightMatch, passesOver } from "./contexts.ts";
import { CHAINED, isCovered, type Glyph, type Rules } from "./glyph-rules.ts";
import { classOf, coveredAs, search, type Lookup } from "./lookups.ts";

// The kind of rule in GPOS that is about two glyphs.
const PAIR = 2;

// Bits of a value: how far a glyph goes, and where a device's correction stands, which is for variable fonts alone.
const ADVANCE = 0x4;
const DEVICES = 0xf0;

/** How much farther each glyph goes for the one after it; undefined where a rule of another kind might apply. */
export function kernedBy(
  lookups: readonly Lookup[],
  glyphs: readonly Glyph[],
  rules: Rules,
): readonly number[] | undefined {
  const kerns = glyphs.map(() => 0);
  for (const lookup of lookups) {
    const begins = rules.beginning(lookup);
    for (let at = 0; at < glyphs.length; at += 1) {
      if (!begins(glyphs[at]?.id ?? 0)) continue;
      const kern = kernOf(lookup, glyphs, at, rules);
      if (kern === undefined) return undefined;
      kerns[at] = (kerns[at] ?? 0) + kern;
    }
  }
  return kerns;
}

function kernOf(lookup: Lookup, glyphs: readonly Glyph[], at: number, rules: Rules): number | undefined {
  if (lookup.kind === CHAINED.GPOS)
    return lookup.parts.some((part) => mightMatch(part, glyphs, at, rules)) ? undefined : 0;
  if (lookup.kind !== PAIR || passesOver(lookup)) return undefined;
  const [glyph, next] = [glyphs[at], glyphs[at + 1]];
  if (glyph === undefined || next === undefined) return 0;
  const pairs = rules.pairsIn(lookup);
  const pair = glyph.id * PAIRS + next.id;
  const known = pairs.get(pair);
  if (known !== undefined) return known;
  const kern = kernOfPair(lookup, glyph, next, rules);
  pairs.set(pair, kern);
  return kern;
}

// Glyphs are numbered with 16 bits.
const PAIRS = 0x1_00_00;

function kernOfPair(lookup: Lookup, glyph: Glyph, next: Glyph, rules: Rules): number | undefined {
  for (const part of lookup.parts) {
    if (!isCovered(part, glyph, rules)) continue;
    const kern = pairOf(part, glyph.id, next.id, rules);
    if (kern !== "none") return kern;
  }
  return 0;
}

/** What a part says of a pair; none where it leaves it to the next; undefined where it moves more than the first. */
function pairOf(part: number, first: number, second: number, { bytes }: Rules): number | "none" | undefined {
  const [own, others] = [bytes.getUint16(part + 4), bytes.getUint16(part + 6)];
  if (others !== 0 || (own & ~(ADVANCE | DEVICES)) !== 0) return undefined;
  const size = 2 * ones(own);
  const valueAt = (at: number): number => ((own & ADVANCE) === 0 ? 0 : bytes.getInt16(at));
  if (bytes.getUint16(part) === 2) {
    const one = classOf(bytes, part + bytes.getUint16(part + 8), first);
    const two = classOf(bytes, part + bytes.getUint16(part + 10), second);
    return valueAt(part + 16 + (one * bytes.getUint16(part + 14) + two) * size);
  }
  const index = coveredAs(bytes, part + bytes.getUint16(part + 2), first) ?? 0;
  const set = part + bytes.getUint16(part + 10 + index * 2);
  const record = (place: number): number => set + 2 + place * (2 + size);
  const found = search(bytes.getUint16(set), (place) => second - bytes.getUint16(record(place)));
  return found === undefined ? "none" : valueAt(record(found) + 2);
}

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
