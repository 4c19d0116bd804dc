import type { Language } from "../model/language.ts";
import { onceFor } from "../model/remembered.ts";
import { escaped } from "./phrases.ts";

/** A number in digits or in words, as it stands in a text. */
export interface NumberHit {
  readonly at: number;
  readonly length: number;
  /** Whether it is one or first, which the language uses as an article. */
  readonly article: boolean;
}

// A separator of thousands or lakhs has two or three digits behind it; others join any digits: 1:3, 2015-16, 12/7.
const NUMERALS =
  /[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*(?:[.,\u2019' \u00A0\u2009\u202F]\p{N}{2,3}(?!\p{N})|[.,:/\u2010-\u2013-]\p{N}+)*[ \u00A0\u202F]?[%\u2030]?/gu;

/** Every number in a text, in digits of any script or in words; what stands together is one: two hundred and five. */
export function numberHits(text: string, language: Language): readonly NumberHit[] {
  const numerals = [...text.matchAll(NUMERALS)].map(({ index, 0: hit }): NumberHit => {
    return { at: index, length: hit.trimEnd().length, article: false };
  });
  const rest = numerals.reduce(
    (left, { at, length }) => left.slice(0, at) + "\u0001".repeat(length) + left.slice(at + length),
    text,
  );
  const articles = new Set(language.articles ?? []);
  const words = [...rest.matchAll(wordPattern(language))].map(({ index, 0: hit }): NumberHit => {
    return { at: index, length: hit.length, article: articles.has(hit.toLowerCase()) };
  });
  const all = [...numerals, ...words].toSorted((a, b) => a.at - b.at);
  return joined(all, text, joinPattern(language));
}

/** Number words of the language's lists, and those that are joined of parts in one word, with an ending: einundzwanzigste. */
const wordPattern = onceFor(
  ({ cardinals, ordinals, quantities, scales, numerals, articles = [] }: Language): RegExp => {
    const words = [...new Set([...cardinals, ...ordinals, ...quantities, ...Object.values(scales), ...articles])];
    const longestFirst = (list: readonly string[]): string =>
      list
        .toSorted((a, b) => b.length - a.length)
        .map(escaped)
        .join("|");
    return new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:${longestFirst(words)}|(?:${longestFirst(numerals)}){2,}\p{L}{0,4})(?![\p{L}\p{N}])`,
      "giu",
    );
  },
);

/** What may stand between the parts of one number: a hyphen, spaces, or spaces about a joining word such as "and". */
const joinPattern = onceFor(({ cardinals, quantities, scales, numerals, articles = [] }: Language): RegExp => {
  const numbers = new Set(
    [...cardinals, ...quantities, ...articles, ...Object.values(scales)].map((each) => each.toLowerCase()),
  );
  const joining = numerals.filter((part) => !numbers.has(part)).map(escaped);
  return new RegExp(String.raw`^(?:-|\s+(?:(?:${joining.join("|") || "-"})\s+)?)$`, "iu");
});

function joined(all: readonly NumberHit[], text: string, between: RegExp): readonly NumberHit[] {
  const whole: NumberHit[] = [];
  for (const hit of all) {
    const last = whole.at(-1);
    const end = last === undefined ? 0 : last.at + last.length;
    if (last !== undefined && between.test(text.slice(end, hit.at)))
      whole[whole.length - 1] = {
        at: last.at,
        length: hit.at + hit.length - last.at,
        article: last.article && hit.article,
      };
    else whole.push(hit);
  }
  return whole;
}
