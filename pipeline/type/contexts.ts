import { inputsAt, isCovered, type Glyph, type Rules } from "./glyph-rules.ts";
import { coveredAs, numbersAt, type Lookup } from "./lookups.ts";

// Bits of a rule's flags: it passes over base glyphs, or over ligatures. Those about marks say nothing of text without.
const PASSES_OVER = 0b110;

/** Whether a rule passes over glyphs that are no marks. */
export const passesOver = ({ flags }: Lookup): boolean => (flags & PASSES_OVER) !== 0;

/**
 * Whether a rule that looks at what is around might apply at a glyph. What stands before is not held to its order, which
 * programs read in two ways.
 */
export function mightMatch(part: number, glyphs: readonly Glyph[], at: number, rules: Rules): boolean {
  const { bytes } = rules;
  const glyph = glyphs[at];
  if (glyph === undefined) return false;
  // The other formats are told by their first glyph.
  if (bytes.getUint16(part) !== 3) return isCovered(part, glyph, rules);
  const isIn = (offset: number, { id }: Glyph): boolean => coveredAs(bytes, part + offset, id) !== undefined;
  const before = numbersAt(bytes, part + 2);
  const inputs = inputsAt(bytes, part);
  const after = numbersAt(bytes, part + 6 + (before.length + inputs.length) * 2);
  const follows = [...inputs, ...after].every((each, i) => {
    const next = glyphs[at + i];
    return next !== undefined && isIn(each, next);
  });
  return follows && before.length <= at && before.every((each) => glyphs.some((other) => isIn(each, other)));
}
