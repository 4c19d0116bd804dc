import type { FigureInline, Inline, WordInline } from "../model/inline.ts";
import type { Language } from "../model/language.ts";
import { phraseAt } from "./phrases.ts";

/** What a sentence is made of: bound numbers, bound words, and the text between them. */
export type Part = string | FigureInline | WordInline;

/** Two numbers that a sentence sets against each other: from 30 to 23. */
export interface Movement {
  readonly earlier: FigureInline;
  readonly later: FigureInline;
  /** The bound words that stand before it in its sentence, the nearest last. */
  readonly before: readonly WordInline[];
  /** Whether the nearest word runs straight into it: fell from 30 to 23. */
  readonly adjacent: boolean;
}

/** The sentences of a line of inlines; marks of notes and discrepancies say nothing. */
export function sentencesOf(inlines: readonly Inline[]): readonly (readonly Part[])[] {
  const sentences: Part[][] = [[]];
  const add = (part: Part): void => {
    const sentence = sentences.at(-1) ?? [];
    const last = sentence.at(-1);
    if (typeof part === "string" && typeof last === "string") sentence[sentence.length - 1] = last + part;
    else sentence.push(part);
  };
  for (const part of partsOf(inlines)) {
    if (typeof part !== "string") {
      add(part);
      continue;
    }
    for (const [index, piece] of part.split(/(?<=[.!?]["”’»)]*)\s+/u).entries()) {
      if (index > 0) sentences.push([]);
      add(piece);
    }
  }
  return sentences;
}

function partsOf(inlines: readonly Inline[]): readonly Part[] {
  return inlines.flatMap((inline): readonly Part[] => {
    switch (inline.kind) {
      case "figure":
      case "word":
        return [inline];
      case "text":
      case "abbreviation":
      case "crossReference":
        return [inline.text];
      case "emphasis":
      case "strong":
      case "deleted":
      case "inserted":
      case "link":
      case "language":
        return partsOf(inline.children);
      case "break":
        return [" "];
      case "noteReference":
      case "discrepancyReference":
        return [];
    }
  });
}

/** A bound number that follows straight on a bound word, or goes before it: rose by 7, fell to 23, 7 more. */
export interface Step {
  readonly word: WordInline;
  /** Whether the number stands first. */
  readonly isTurned?: true;
  /** The text between them, trimmed, in lower case. */
  readonly gap: string;
  readonly number: FigureInline;
}

/** Every number of a sentence that has a word right after it, or follows on one with three words or fewer between, and no comma. */
export const stepsOf = (sentence: readonly Part[]): readonly Step[] =>
  sentence.flatMap((word, index) => {
    const [gap, number] = [sentence[index + 1], sentence[index + 2]];
    if (isNumber(word) && gap === " " && isWord(number))
      return [{ word: number, gap: "", number: word, isTurned: true }];
    if (!isWord(word) || typeof gap !== "string" || number === undefined || typeof number === "string") return [];
    if (number.kind !== "figure" || /[,;:()–—]/.test(gap) || gap.trim().split(/\s+/).length > 3) return [];
    return [{ word, gap: gap.trim().toLowerCase(), number }];
  });

/** A step in quotation marks, for a message. */
export function stepText({ word, gap, number, isTurned }: Step): string {
  const parts = isTurned ? [number.text, word.text] : [word.text, gap, number.text];
  return `"${parts.filter(Boolean).join(" ")}"`;
}

/** Text longer than this between two numbers is taken to tell of something else. */
const MOST_BETWEEN = 60;

/** Every pair of numbers of a sentence that the language's words of movement join: from X to Y, to Y from X. */
export function movementsOf(sentence: readonly Part[], { movement }: Language): readonly Movement[] {
  const found: Movement[] = [];
  for (const [index, first] of sentence.entries()) {
    const [lead, gap, second] = [sentence[index - 1], sentence[index + 1], sentence[index + 2]];
    if (!isNumber(first) || typeof lead !== "string" || typeof gap !== "string" || !isNumber(second)) continue;
    if (gap.length > MOST_BETWEEN) continue;
    const forward = endsWith(lead, movement.from) && endsWith(gap, movement.to);
    const backward = endsWith(lead, movement.to) && endsWith(gap, movement.from);
    if (!forward && !backward) continue;
    const before = sentence.slice(0, index).filter(isWord);
    const starts = forward ? movement.from : movement.to;
    const adjacent = isWord(sentence[index - 2]) && starts.some((word) => word === lead.trim().toLowerCase());
    const [earlier, later] = forward ? [first, second] : [second, first];
    found.push({ earlier, later, before, adjacent });
  }
  return found;
}

const isNumber = (part: Part | undefined): part is FigureInline =>
  part !== undefined && typeof part !== "string" && part.kind === "figure" && part.show === "number";
const isWord = (part: Part | undefined): part is WordInline =>
  part !== undefined && typeof part !== "string" && part.kind === "word";

/** Whether a text ends with one of these words. */
const endsWith = (text: string, words: readonly string[]): boolean => {
  const end = text.trimEnd().length;
  return words.some((word) => phraseAt(text, word, word).some((hit) => hit.end === end));
};
