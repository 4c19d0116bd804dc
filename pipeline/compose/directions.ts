import type { Figure } from "../model/figure.ts";
import { addIntervals, directionOf, negateInterval, point, type Direction } from "../model/interval.ts";
import type { Language } from "../model/language.ts";
import { onceFor } from "../model/remembered.ts";
import { ONE } from "../model/rational.ts";
import { anyPhrase, isNegated, phraseAt, type Hit } from "./phrases.ts";

/** A direction that a word can say. */
export type Said = "up" | "down" | "same";
export const SAID = ["up", "down", "same"] as const satisfies readonly Said[];

/** Which way a figure went: a quotient by how it compares with one, all others by how they compare with zero. */
export function figureDirection(figure: Figure): Direction {
  const { unit, interval } = figure;
  return directionOf(unit.kind === "ratio" ? addIntervals(interval, negateInterval(point(ONE))) : interval);
}

/** The directions that words may say, by the language's lists; "did not rise" says any but up. */
export function directionsIn(text: string, language: Language): ReadonlySet<Said> {
  return new Set(
    directionHits(text, language).flatMap((hit) =>
      isNegated(text, hit.at, language) ? SAID.filter((said) => said !== hit.key) : [hit.key],
    ),
  );
}

const saysAny = onceFor(({ directions }: Language) => anyPhrase(SAID.flatMap((said) => directions[said])));

/** Every word of direction in a text, by the language's lists. */
export function directionHits(text: string, language: Language): readonly Hit<Said>[] {
  if (!saysAny(language)(text)) return [];
  const hits = SAID.flatMap((said) => language.directions[said].flatMap((word) => phraseAt(text, word, said)));
  // "gave up its gains" holds "gains", but "gave up" is a word of its own: the longer one counts where both stand.
  return hits.filter(
    (hit) => !hits.some((other) => other.length > hit.length && other.at <= hit.at && hit.end <= other.end),
  );
}

/** Whether a text is a word of direction and nothing more. */
export const isDirectionWord = (text: string, language: Language): boolean =>
  SAID.some((said) => language.directions[said].some((word) => word.toLowerCase() === text.trim().toLowerCase()));
