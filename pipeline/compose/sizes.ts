import { QUALIFIERS, type Language, type Qualifier, type Size } from "../model/language.ts";
import { onceFor } from "../model/remembered.ts";
import { escaped, isNegated } from "./phrases.ts";

/** Words of size in a text, with what stands before them: "not", "more than", "second". */
export interface SizeHit {
  readonly size: Size;
  readonly words: string;
  readonly at: number;
  readonly not: boolean;
  readonly qualifier: Qualifier | undefined;
  /** 2 for "second" before "largest". */
  readonly place: number | undefined;
}

/** Every word of size in a text, by the language's lists; of several that begin in one place, the longest. */
export function sizesIn(text: string, language: Language): readonly SizeHit[] {
  const { pattern, sizes, qualifiers, places } = lists(language);
  return [...text.matchAll(pattern)].flatMap(({ index, 0: words, groups = {} }) => {
    const size = sizes.get(plain(groups["neutral"] ?? groups["words"]));
    if (size === undefined) return [];
    const place = places.get(plain(groups["place"]));
    const not = isNegated(text, index, language);
    return [{ size, words, at: index, not, qualifier: qualifiers.get(plain(groups["qualifier"])), place }];
  });
}

/** A text with blanks for its words of size. */
export const withoutSizes = (text: string, language: Language): string =>
  sizesIn(text, language).reduce(
    (left, { at, words }) => left.slice(0, at) + " ".repeat(words.length) + left.slice(at + words.length),
    text,
  );

const plain = (words = ""): string => words.toLowerCase().replace(/\s+/g, " ");

const needsNothing = ({ ratio, share, change, rank }: Size): boolean =>
  (ratio ?? share ?? change ?? rank) === undefined;

const phrasesOf = ({ words }: Size): readonly string[] => (typeof words === "string" ? [words] : words);

/** The lists of a language, by their phrases, and one look for all of them. */
const lists = onceFor((language: Language) => {
  const sizes = new Map(language.sizes.flatMap((size) => phrasesOf(size).map((each) => [plain(each), size] as const)));
  const qualifiers = new Map(
    QUALIFIERS.flatMap((kind) => (language.qualifiers?.[kind] ?? []).map((each) => [plain(each), kind] as const)),
  );
  const places = new Map((language.places ?? []).map((each, index) => [plain(each), index + 2]));
  const before = String.raw`(?:(?<qualifier>${anyOf(qualifiers)})\s+)?(?:(?<place>${anyOf(places)})[-\s]?)?`;
  const [neutral, needing] = [true, false].map(
    (is) => new Map([...sizes].filter(([, size]) => needsNothing(size) === is)),
  );
  const words = `(?<neutral>${anyOf(neutral ?? sizes)})|${before}(?<words>${anyOf(needing ?? sizes)})`;
  const source = String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`;
  return { pattern: new RegExp(source, "giu"), sizes, qualifiers, places };
});

/** The longest first, so that none is cut short by another; nothing fits an empty list. */
const anyOf = (phrases: ReadonlyMap<string, unknown>): string =>
  [...phrases.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((each) =>
      each
        .split(" ")
        .map(escaped)
        .join(String.raw`\s+`),
    )
    .join("|") || "(?!)";
