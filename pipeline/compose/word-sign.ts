import type { Figure } from "../model/figure.ts";
import type { FigureInline, WordInline } from "../model/inline.ts";
import { error, type Problem } from "../model/problem.ts";
import { sign } from "../model/rational.ts";
import { directionsSaid, figureDirection } from "./directions.ts";
import { operandsOf } from "./operands.ts";
import { stepsOf, stepText, type Part, type Step } from "./sentences.ts";
import { endsText } from "./word-inline.ts";
import { figureOf, type Workshop } from "./workshop.ts";

const MINUS = "\u2212";

/**
 * Holds the numbers of a sentence that are below zero against its words: "about CNY 4 million" is a loss only where a
 * bound word says so, and "fell by \u2212CNY 4 million" would be a gain.
 */
export function signProblems(sentence: readonly Part[], workshop: Workshop): readonly Problem[] {
  const words = sentence.filter((part): part is WordInline => typeof part !== "string" && part.kind === "word");
  const numbers = sentence.filter((part): part is FigureInline => typeof part !== "string" && part.kind === "figure");
  const telling = words.filter((word) => tellsDirection(word, workshop));
  const steps = stepsOf(sentence).filter(({ word }) => telling.includes(word));
  return numbers.flatMap((number) => {
    const figure = figureOf(workshop, number.figure);
    if (number.show === "count" || figure.qualifier !== undefined || sign(figure.value) >= 0) return [];
    const step = steps.find((each) => each.number === number);
    const isDown = figureDirection(figure) === "down";
    if (number.text.includes(MINUS)) return step && isDown && !isTo(step, workshop) ? [twice(step, figure)] : [];
    return step || telling.some((word) => isOf(word, figure, workshop)) ? [] : [lost(number, figure)];
  });
}

const tellsDirection = (word: WordInline, { moves, brief }: Workshop): boolean =>
  moves.has(word) || directionsSaid(word.text, brief.language).size > 0;

/** Whether a word tells of a figure, or of another measure of the same change. */
function isOf(word: WordInline, figure: Figure, workshop: Workshop): boolean {
  if (word.figure === figure.id) return true;
  const { figures } = workshop.brief;
  const [own, other] = [operandsOf(figure, figures), operandsOf(figureOf(workshop, word.figure), figures)];
  return own !== undefined && own.later.id === other?.later.id && own.earlier.id === other.earlier.id;
}

/** "fell to \u22124": what became of a number has its own sign. */
const isTo = ({ gap, isTurned }: Step, { brief }: Workshop): boolean =>
  isTurned !== true && [...brief.language.movement.to, ...brief.language.movement.from].includes(gap);

const lost = (number: FigureInline, figure: Figure): Problem =>
  error("word/sign", number.place, `"${number.text}" goes without the sign of ${figure.id}, and no word tells it`, {
    arithmetic: endsText(figure),
    hint: `write {{move ${figure.id} up="…" down="…"}} beside it, or print its sign: sign=true`,
  });

const twice = (step: Step, figure: Figure): Problem =>
  error("word/sign", step.number.place, `${stepText(step)} says twice which way ${figure.id} goes`, {
    arithmetic: endsText(figure),
    hint: "let the word tell it: abs=true",
  });
