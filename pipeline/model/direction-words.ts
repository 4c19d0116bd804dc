import type { Language } from "./language.ts";

/** A direction that a word can say. */
export type Said = "up" | "down" | "same";
export const SAID = ["up", "down", "same"] as const satisfies readonly Said[];

/** Which way a text goes that is a word of direction, or a comparative, and nothing more. */
export function directionOfWord(text: string, language: Language): Said | undefined {
  const asked = text.trim().toLowerCase();
  const isIn = (words: readonly string[]): boolean => words.some((word) => word.toLowerCase() === asked);
  const { directions, comparatives } = language;
  return SAID.find((said) => isIn(directions[said]) || (said !== "same" && isIn(comparatives?.[said] ?? [])));
}
