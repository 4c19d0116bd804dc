/**
 * What each glyph of a text says, so that all together say the text in its own order: a ligature with a mark between its
 * letters says the first, and the mark says itself and the rest. Glyphs come in the order of reading, with the
 * characters that they stand for.
 */
export function saidByGlyphs(text: string, glyphs: readonly (readonly number[])[]): number[][] {
  const source = codePointsOf(text);
  const waiting: number[] = [];
  let at = 0;
  return glyphs.map((own, i) => {
    waiting.push(...own);
    const from = at;
    while (at < source.length) {
      const known = waiting.indexOf(source[at] ?? 0);
      // The last says what no glyph stands for.
      if (known === -1 && i < glyphs.length - 1) break;
      if (known !== -1) waiting.splice(known, 1);
      at += 1;
    }
    return source.slice(from, at);
  });
}

const codePointsOf = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);
