import type { Figure } from "../model/figure.ts";
import { addIntervals, directionOf, negateInterval, point, type Direction } from "../model/interval.ts";
import type { Language } from "../model/language.ts";
import { SAID, type Said } from "../model/direction-words.ts";
import { onceFor } from "../model/remembered.ts";
import { ONE } from "../model/rational.ts";
import { anyPhrase, isNegated, phraseAt, type Hit } from "./phrases.ts";

/** Whether a figure is a quotient of two levels, which says by how it compares with one which way it went. */
export const isQuotient = ({ unit, change }: Figure): boolean => unit.kind === "ratio" && change !== true;

/** Which way a figure went: a quotient by how it compares with one, all others by how they compare with zero. */
export function figureDirection(figure: Figure): Direction {
  const { interval } = figure;
  return directionOf(isQuotient(figure) ? addIntervals(interval, negateInterval(point(ONE))) : interval);
}

/** The directions that words may say, by the language's lists; "did not rise" says any but up. */
export const directionsIn = (text: string, language: Language): ReadonlySet<Said> =>
  saidBy(directionHits(text, language), text, language);

/** The directions of words that compare with something else: "more than", "no larger than". */
export function comparisonsIn(text: string, language: Language): ReadonlySet<Said> {
  const than = (language.comparatives?.than ?? []).flatMap((word) => phraseAt(text, word, word));
  const before = comparativeHits(text, language).filter(({ end }) =>
    than.some(({ at }) => at > end && text.slice(end, at).trim() === ""),
  );
  return saidBy(before, text, language);
}

const saidBy = (hits: readonly Hit<Said>[], text: string, language: Language): ReadonlySet<Said> =>
  new Set(
    hits.flatMap((hit) => (isNegated(text, hit.at, language) ? SAID.filter((said) => said !== hit.key) : [hit.key])),
  );

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

const comparesAny = onceFor(({ comparatives }: Language) =>
  anyPhrase([...(comparatives?.up ?? []), ...(comparatives?.down ?? [])]),
);

/** Every word that says a direction beside a number, as "more" in "CNY 4 million more". */
export function comparativeHits(text: string, language: Language): readonly Hit<Said>[] {
  const { comparatives } = language;
  if (!comparatives || !comparesAny(language)(text)) return [];
  return (["up", "down"] as const).flatMap((said) => comparatives[said].flatMap((word) => phraseAt(text, word, said)));
}

/** The directions that the words of a `move` may say: by its words of direction, else by those that compare. */
export function directionsSaid(text: string, language: Language): ReadonlySet<Said> {
  const plain = directionsIn(text, language);
  return plain.size > 0 ? plain : new Set(comparativeHits(text, language).map(({ key }) => key));
}

const changesAny = onceFor(({ directions }: Language) => anyPhrase(directions.either ?? []));

/** Every word that says a change, and not which way a number went, as "improved". */
export const eitherHits = (text: string, language: Language): readonly Hit<"either">[] =>
  changesAny(language)(text)
    ? (language.directions.either ?? []).flatMap((word) => phraseAt(text, word, "either" as const))
    : [];
