import type { Language } from "../model/language.ts";
import { remembering } from "../model/remembered.ts";

/** A place where a phrase of a language's lists stands in a text. */
export interface Hit<Key> {
  readonly key: Key;
  readonly at: number;
  readonly end: number;
  readonly length: number;
}

/** A text as a regular expression that stands for itself. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Any of these words, as a part of a regular expression. */
export const anyOf = (words: readonly string[]): string => words.map(escaped).join("|");

/** Every place where a phrase stands in a text as whole words; capitals make no difference. */
export function phraseAt<Key>(text: string, phrase: string, key: Key): readonly Hit<Key>[] {
  return rangesOf(phrase, text).map(([at, end]) => ({ key, at, end, length: end - at }));
}

function rangesOf(phrase: string, text: string): readonly (readonly [at: number, end: number])[] {
  // White space at the ends of a phrase gives way to what is around it.
  if (phrase !== phrase.trim() || phrase === "")
    return [...text.matchAll(new RegExp(whole(spaced(phrase)), "giu"))].map(({ index, 0: found }) => [
      index,
      index + found.length,
    ]);
  const pattern = patterns(phrase, () => new RegExp(spaced(phrase), "giu"));
  const ranges: [at: number, end: number][] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { index: at, 0: found } = match;
    const end = at + found.length;
    if (isWhole(text, at, end)) ranges.push([at, end]);
    else pattern.lastIndex = at + String.fromCodePoint(text.codePointAt(at) ?? 0).length;
  }
  return ranges;
}

// Looked for beside what was found: written into each of hundreds of patterns, they take longer to compile than all else.
const LETTER_BEFORE = /[\p{L}\p{N}]$/iu;
const LETTER_AFTER = /^[\p{L}\p{N}]/iu;
const isWhole = (text: string, at: number, end: number): boolean =>
  !LETTER_BEFORE.test(text.slice(Math.max(at - 2, 0), at)) && !LETTER_AFTER.test(text.slice(end, end + 2));

/** More patterns than these are forgotten: the lists of one language, and the names of a brief, are some hundreds. */
const MOST_PATTERNS = 2000;
const patterns = remembering<RegExp>(MOST_PATTERNS);

const whole = (words: string): string => String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`;
const spaced = (phrase: string): string =>
  phrase
    .split(/\s+/)
    .map(escaped)
    .join(String.raw`\s+`);

/** Tells whether any phrase of a list stands in a text, in one look: most texts hold none of a long list. */
export function anyPhrase(phrases: readonly string[]): (text: string) => boolean {
  if (phrases.length === 0) return () => false;
  const pattern = new RegExp(whole(phrases.map(spaced).join("|")), "iu");
  return (text) => pattern.test(text);
}

/** A text with blanks for phrases. */
export const without = (text: string, phrases: readonly string[]): string =>
  phrases
    .flatMap((phrase) => phraseAt(text, phrase, phrase))
    .reduce((left, { at, end }) => left.slice(0, at) + " ".repeat(end - at) + left.slice(end), text);

/** Whether a word that turns the meaning round, such as "not", stands before a place in a text. */
export function isNegated(text: string, at: number, language: Language): boolean {
  const before = without(text.slice(0, at), language.affirmations ?? []);
  const found = (language.negations ?? []).flatMap((word) => phraseAt(before, word, word));
  return found.length % 2 === 1;
}
