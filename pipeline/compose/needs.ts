import { directionOfWord, type Said } from "../model/direction-words.ts";
import type { Charted } from "../model/brief.ts";
import type { Figure } from "../model/figure.ts";
import type { Language, Size } from "../model/language.ts";
import type { Unit } from "../model/unit.ts";
import { columnPlaces } from "./column-place.ts";
import { negated, parseCondition, type Condition } from "../model/conditions.ts";
import { directionsIn } from "./directions.ts";
import { operandsOf } from "./operands.ts";
import { isNegated, phraseAt } from "./phrases.ts";

/** What words need to be true of a figure, by the language's lists. */
export interface Need {
  /** The words of the list that stand in the text, or the text itself. */
  readonly words: string;
  /** As `says` takes it: `>2`. */
  readonly text: string;
  readonly condition: Condition;
}

/** What words of size, or else of direction, need of a figure; undefined where the language's lists do not say. */
export function needIn(text: string, of: Figure, brief: Charted): Need | undefined {
  const need = sizeNeed(text, of.unit, brief.language);
  // A place is needed of the cells of a column alone: "the most" of a single figure is the author's to bind.
  if (need && (need.condition.kind !== "rank" || columnPlaces(of, brief))) return need;
  return directionNeed(text, of, brief);
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

const SIGNS = { up: ">", down: "<", same: "=" } as const satisfies Record<Said, string>;

/** What a word of one direction needs of a figure that is a change: above zero, or above one for a ratio. */
function directionNeed(text: string, of: Figure, brief: Charted): Need | undefined {
  const { kind } = of.unit;
  const changes = kind === "points" || kind === "change" || kind === "ratio" || operandsOf(of, brief.figures);
  if (!changes || kind === "share" || kind === "rank") return undefined;
  const alone = directionOfWord(text, brief.language);
  const [said, ...more] = alone === undefined ? directionsIn(text, brief.language) : [alone];
  if (said === undefined || more.length > 0) return undefined;
  const wanted = `${SIGNS[said]}${kind === "ratio" ? 1 : 0}`;
  const condition = parseCondition(wanted);
  return condition && { words: text, text: wanted, condition };
}
