import type { Language } from "../model/language.ts";

/** A place where a phrase of a language's lists stands in a text. */
export interface Hit<Key> {
  readonly key: Key;
  readonly at: number;
  readonly end: number;
  readonly length: number;
}

/** A text as a regular expression that stands for itself. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Every place where a phrase stands in a text as whole words; capitals make no difference. */
export function phraseAt<Key>(text: string, phrase: string, key: Key): readonly Hit<Key>[] {
  const words = phrase
    .split(/\s+/)
    .map(escaped)
    .join(String.raw`\s+`);
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}])`, "giu");
  return [...text.matchAll(pattern)].map((match) => ({
    key,
    at: match.index,
    end: match.index + match[0].length,
    length: match[0].length,
  }));
}

/** Whether a word that turns the meaning round, such as "not", stands before a place in a text. */
export function isNegated(text: string, at: number, language: Language): boolean {
  const before = text.slice(0, at);
  const found = (language.negations ?? []).flatMap((word) => phraseAt(before, word, word));
  return found.length % 2 === 1;
}
