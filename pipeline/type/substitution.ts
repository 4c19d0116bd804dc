import { mightMatch, passesOver } from "./contexts.ts";
import { CHAINED, isCovered, type Glyph, type Rules } from "./glyph-rules.ts";
import { coveredAs, numbersAt, type Lookup } from "./lookups.ts";

// Kinds of rules in GSUB: a glyph for a glyph, and one for several.
const SINGLE = 1;
const LIGATURE = 4;

/** Glyphs after all substitutions; undefined where a rule of another kind might apply, or a mark came in. */
export function substitutedBy(
  lookups: readonly Lookup[],
  plain: readonly Glyph[],
  rules: Rules,
): readonly Glyph[] | undefined {
  if (plain.some(({ id }) => rules.isMark(id))) return undefined;
  const glyphs = [...plain];
  for (const lookup of lookups) {
    const begins = rules.beginning(lookup);
    for (let at = 0; at < glyphs.length; at += 1) {
      const glyph = glyphs[at];
      if (glyph === undefined || !begins(glyph.id)) continue;
      if (!substituted(lookup, glyphs, at, rules)) return undefined;
    }
  }
  return glyphs;
}

/** Puts in what a rule makes of a glyph and those after it; whether that could be told. */
function substituted(lookup: Lookup, glyphs: Glyph[], at: number, rules: Rules): boolean {
  const glyph = glyphs[at];
  if (glyph === undefined) return true;
  if (lookup.kind === CHAINED.GSUB) return !lookup.parts.some((part) => mightMatch(part, glyphs, at, rules));
  if ((lookup.kind !== SINGLE && lookup.kind !== LIGATURE) || passesOver(lookup)) return false;
  for (const part of lookup.parts) {
    if (!isCovered(part, glyph, rules)) continue;
    if (lookup.kind === SINGLE) glyphs[at] = { ...glyph, id: singleOf(part, glyph.id, rules) };
    else {
      const joined = ligatureOf(part, glyphs, at, rules);
      if (joined === undefined) continue;
      glyphs.splice(at, joined.components, joined.glyph);
    }
    return !rules.isMark(glyphs[at]?.id ?? 0);
  }
  return true;
}

const indexOf = (part: number, glyph: number, { bytes }: Rules): number =>
  coveredAs(bytes, part + bytes.getUint16(part + 2), glyph) ?? 0;

function singleOf(part: number, glyph: number, rules: Rules): number {
  const { bytes } = rules;
  return bytes.getUint16(part) === 1
    ? (glyph + bytes.getInt16(part + 4)) & 0xff_ff
    : bytes.getUint16(part + 6 + indexOf(part, glyph, rules) * 2);
}

/** The first ligature of a glyph whose other letters follow. */
function ligatureOf(
  part: number,
  glyphs: readonly Glyph[],
  at: number,
  rules: Rules,
): { readonly components: number; readonly glyph: Glyph } | undefined {
  const { bytes } = rules;
  const set = part + bytes.getUint16(part + 6 + indexOf(part, glyphs[at]?.id ?? 0, rules) * 2);
  for (const offset of numbersAt(bytes, set)) {
    const ligature = set + offset;
    const components = bytes.getUint16(ligature + 2);
    let same = 1;
    while (same < components && glyphs[at + same]?.id === bytes.getUint16(ligature + 2 + same * 2)) same += 1;
    if (same < components) continue;
    const codePoints = glyphs.slice(at, at + components).flatMap((glyph) => glyph.codePoints);
    return { components, glyph: { id: bytes.getUint16(ligature), codePoints } };
  }
  return undefined;
}
