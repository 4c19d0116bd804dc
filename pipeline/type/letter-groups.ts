/**
 * Characters that a typeface is cut to together. Two texts seldom have quite the same letters, and to write a WOFF2 file
 * takes longer than to lay out a brief: with whole groups a draft that gains a letter, the next member of a family and the
 * next chart find the face cut already, for some hundred bytes a face. The accented ones are those of French, German and
 * Spanish.
 */
const GROUPS = [
  "abcdefghijklmnopqrstuvwxyz",
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  "0123456789.,:;()%+-\u2212\u2013\u00A0 ",
  "'\"\u2018\u2019\u201C\u201D!?\u2014\u2026/&\u00D7\u2192",
  "àâäáçèéêëíîïñóôöùûüúœß",
  "ÀÂÄÁÇÈÉÊËÍÎÏÑÓÔÖÙÛÜÚŒ",
].map((group) => [...group]);

/** Every group that has one of the characters as a whole, and each of the others alone; in code point order, each once. */
export function wholeGroups(characters: string): string {
  const wanted = new Set(characters);
  const groups = GROUPS.filter((group) => group.some((character) => wanted.has(character)));
  return [...new Set([...wanted, ...groups.flat()])].toSorted((a, b) => pointOf(a) - pointOf(b)).join("");
}

const pointOf = (character: string): number => character.codePointAt(0) ?? 0;
