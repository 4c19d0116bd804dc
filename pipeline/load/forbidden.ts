import { error, type Problem } from "../model/problem.ts";
import type { Place } from "../model/place.ts";
import type { PlaceAt } from "./positions.ts";

/**
 * Characters that no file may hold: controls other than tab and line ends; private use, which Footing keeps for itself
 * (Unicode category Co); lone surrogates (Cs); and those that turn the direction of text (Unicode TR36, 2.10).
 */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\p{Co}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu;

/** More of them in one file say nothing more. */
const MOST = 10;

/** Reports each forbidden character of a file, at its place. */
export function reportForbidden(text: string, placeAt: PlaceAt, problems: Problem[]): void {
  let found = 0;
  for (const match of text.matchAll(FORBIDDEN)) {
    found += 1;
    if (found > MOST) return;
    problems.push(forbidden(match[0], placeAt(match.index, match[0].length)));
  }
}

/** Reports a forbidden character that an escape, such as "\u202E", puts into a text. */
export function reportEscaped(text: string, place: Place, problems: Problem[]): void {
  const match = text.match(FORBIDDEN);
  if (match?.[0] !== undefined) problems.push(forbidden(match[0], place));
}

function forbidden(character: string, place: Place): Problem {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const message = `The character U+${code} may not stand in a brief: it is hidden, or kept for Footing itself`;
  return error("file/forbidden-character", place, message, { hint: "delete it" });
}
