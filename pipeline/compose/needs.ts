import { directionOfWord, SAID } from "../model/direction-words.ts";
import type { Charted } from "../model/brief.ts";
import type { Figure } from "../model/figure.ts";
import type { Language } from "../model/language.ts";
import { implies, parseCondition, type Condition } from "../model/conditions.ts";
import { comparisonsIn, directionsIn, eitherHits, isQuotient } from "./directions.ts";
import { moves } from "./levels.ts";
import { sizeNeeds } from "./size-needs.ts";
import { withoutSizes } from "./sizes.ts";

/** What words need to be true of a figure, by the language's lists. */
export interface Need {
  /** The words of the list that stand in the text, or the text itself. */
  readonly words: string;
  /** As `says` takes it: `>2`. */
  readonly text: string;
  /** There is none where only a change could have the direction, or only a share the size, that the words say. */
  readonly condition: Condition | undefined;
  /** What the author's condition must let through no more than, where the words need less of it than of the figure. */
  readonly least?: Condition | undefined;
  /** What kind of figure the words need, where this one is none. */
  readonly wants?: string;
}

/**
 * What words of size and of direction need of a figure, beside the condition that the author gives; none where the
 * language's lists do not say.
 */
export function needsIn(text: string, of: Figure, given: Condition | undefined, brief: Charted): readonly Need[] {
  const sizes = sizeNeeds({ text, of, given, brief });
  const direction = directionNeed(withoutSizes(text, brief.language), of, given, brief.language);
  return direction ? [...sizes, { ...direction, words: text }] : sizes;
}

const SIGNS: Readonly<Record<string, string>> = {
  up: ">",
  "up same": ">=",
  down: "<",
  "down same": "<=",
  same: "=",
};

/** The sign of a condition that words of direction ask for; undefined where they say none, or several. */
function signOf(text: string, given: Condition | undefined, language: Language): string | undefined {
  const alone = directionOfWord(text, language);
  const plain = alone === undefined ? directionsIn(text, language) : new Set([alone]);
  const said = plain.size === 0 && given?.kind === "figure" ? comparisonsIn(text, language) : plain;
  return SIGNS[SAID.filter((each) => said.has(each)).join(" ")];
}

/**
 * What words of direction need of a figure: of a change, that it is above zero, and of a quotient, above one; of a level,
 * that it is above what was there before, another figure. "Less" alone may be said of a level that is below a number.
 */
function directionNeed(text: string, of: Figure, given: Condition | undefined, language: Language): Need | undefined {
  const sign = signOf(text, given, language);
  const change: Need = { words: text, text: "a change", condition: undefined, wants: "a change" };
  if (sign === undefined) {
    // "Improved" says a change, whichever way the number went.
    const isChanged = eitherHits(text, language).length > 0 && given?.kind !== "figure";
    return isChanged && !moves(of) ? change : undefined;
  }
  const compares = directionsIn(text, language).size === 0;
  if (given?.kind === "figure" && (compares || !moves(of))) return needOf(text, `${sign} ${given.than}`);
  if (moves(of)) return needOf(text, `${sign}${isQuotient(of) ? 1 : 0}`);
  const isHeld = compares && given?.kind === "value" && !ANYTHING.some((any) => implies(any, given));
  return isHeld ? undefined : change;
}

function needOf(words: string, text: string): Need | undefined {
  const condition = parseCondition(text);
  return condition && { words, text, condition };
}

/** That a level is above zero, or not below it, says nothing of it. */
const ANYTHING = [">0", "<0"].flatMap((text) => parseCondition(text) ?? []);
