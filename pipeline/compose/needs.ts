import { directionOfWord, SAID } from "../model/direction-words.ts";
import type { Charted } from "../model/brief.ts";
import type { Figure } from "../model/figure.ts";
import type { Language, Size } from "../model/language.ts";
import type { Unit } from "../model/unit.ts";
import { columnPlaces } from "./column-place.ts";
import { implies, negated, parseCondition, type Condition } from "../model/conditions.ts";
import { directionsIn, isQuotient } from "./directions.ts";
import { moves } from "./levels.ts";
import { isNegated, phraseAt } from "./phrases.ts";

/** What words need to be true of a figure, by the language's lists. */
export interface Need {
  /** The words of the list that stand in the text, or the text itself. */
  readonly words: string;
  /** As `says` takes it, `>2`; there is no condition where only a change could have what the words say. */
  readonly text: string;
  readonly condition: Condition | undefined;
}

/**
 * What words of size, or else of direction, need of a figure, beside the condition that the author gives; undefined where
 * the language's lists do not say.
 */
export function needIn(text: string, of: Figure, given: Condition | undefined, brief: Charted): Need | undefined {
  const need = sizeNeed(text, of.unit, brief.language);
  // A place is needed of the cells of a column alone: "the most" of a single figure is the author's to bind.
  if (need && (need.condition?.kind !== "rank" || columnPlaces(of, brief))) return need;
  return directionNeed(text, of, given, brief.language);
}

function sizeNeed(text: string, unit: Unit, language: Language): Need | undefined {
  const found = sizeIn(text, language);
  if (!found) return undefined;
  const { size, not } = found;
  const wanted =
    (unit.kind === "ratio" || unit.kind === "share" || unit.kind === "change" ? size[unit.kind] : undefined) ??
    (size.rank === undefined ? undefined : `rank ${size.rank}`);
  const condition = wanted === undefined ? undefined : parseCondition(wanted);
  if (wanted === undefined || !condition) return undefined;
  return not
    ? { words: size.words, text: `not ${wanted}`, condition: negated(condition) }
    : { words: size.words, text: wanted, condition };
}

/** The entry of the language's sizes that stands in a text; the longest, where one holds another. */
function sizeIn(text: string, language: Language): { readonly size: Size; readonly not: boolean } | undefined {
  const hits = language.sizes.flatMap((size) => phraseAt(text, size.words, size));
  const [longest] = hits.toSorted((a, b) => b.length - a.length || a.at - b.at);
  return longest && { size: longest.key, not: isNegated(text, longest.at, language) };
}

const SIGNS: Readonly<Record<string, string>> = {
  up: ">",
  "up same": ">=",
  down: "<",
  "down same": "<=",
  same: "=",
};

/** The sign of a condition that words of direction ask for; undefined where they say none, or several. */
function signOf(text: string, language: Language): string | undefined {
  const alone = directionOfWord(text, language);
  const said = alone === undefined ? directionsIn(text, language) : new Set([alone]);
  return SIGNS[SAID.filter((each) => said.has(each)).join(" ")];
}

/**
 * What words of direction need of a figure: of a change, that it is above zero, and of a quotient, above one; of a level,
 * that it is above what was there before, another figure. "Less" alone may be said of a level that is below a number.
 */
function directionNeed(text: string, of: Figure, given: Condition | undefined, language: Language): Need | undefined {
  const sign = signOf(text, language);
  if (sign === undefined) return undefined;
  const compares = directionsIn(text, language).size === 0;
  if (given?.kind === "figure" && (compares || !moves(of))) return needOf(text, `${sign} ${given.than}`);
  if (moves(of)) return needOf(text, `${sign}${isQuotient(of) ? 1 : 0}`);
  const isHeld = compares && given?.kind === "value" && !ANYTHING.some((any) => implies(any, given));
  return isHeld ? undefined : { words: text, text: "a change", condition: undefined };
}

function needOf(words: string, text: string): Need | undefined {
  const condition = parseCondition(text);
  return condition && { words, text, condition };
}

/** That a level is above zero, or not below it, says nothing of it. */
const ANYTHING = [">0", "<0"].flatMap((text) => parseCondition(text) ?? []);
