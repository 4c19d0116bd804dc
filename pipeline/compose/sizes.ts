import type { Language, Size } from "../model/language.ts";
import type { Unit } from "../model/unit.ts";
import { negated, parseCondition, type Condition } from "./conditions.ts";
import { isNegated, phraseAt } from "./phrases.ts";

/** What words of size need to be true, by the language's lists. */
export interface Need {
  /** The words of the list that stand in the text. */
  readonly words: string;
  /** As `says` takes it: `>2`. */
  readonly text: string;
  readonly condition: Condition;
}

/** The entry of the language's sizes that stands in a text; the longest, where one holds another. */
export function sizeIn(text: string, language: Language): { readonly size: Size; readonly not: boolean } | undefined {
  const hits = language.sizes.flatMap((size) => phraseAt(text, size.words, size));
  const [longest] = hits.toSorted((a, b) => b.length - a.length || a.at - b.at);
  return longest && { size: longest.key, not: isNegated(text, longest.at, language) };
}

/** What the words need of a figure of this unit; undefined where the language's lists do not say. */
export function needOf(text: string, unit: Unit, language: Language): Need | undefined {
  const found = sizeIn(text, language);
  if (!found) return undefined;
  const { size, not } = found;
  const wanted =
    (unit.kind === "ratio" || unit.kind === "share" || unit.kind === "change" ? size[unit.kind] : undefined) ??
    (size.rank === undefined ? undefined : `rank ${size.rank}`);
  const condition = wanted === undefined ? undefined : parseCondition(wanted);
  if (wanted === undefined || !condition) return undefined;
  return {
    words: size.words,
    text: not ? `not ${wanted}` : wanted,
    condition: not ? negated(condition) : condition,
  };
}
