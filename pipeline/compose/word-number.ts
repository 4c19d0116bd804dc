import type { Figure } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import { error, type Problem } from "../model/problem.ts";
import { sameUnit } from "../model/unit.ts";
import { figureDirection } from "./directions.ts";
import { operandsOf } from "./operands.ts";
import { stepText, type Step } from "./sentences.ts";
import { endsText } from "./word-inline.ts";
import { figureOf, type Workshop } from "./workshop.ts";

/** Holds a number against the word of direction that runs into it: "fell to 23" needs what became of it, "rose by 7" the rise. */
export function stepProblem(step: Step, workshop: Workshop): Problem | undefined {
  if (!workshop.moves.has(step.word)) return undefined;
  const { figures, language } = workshop.brief;
  const [moved, number] = [figureOf(workshop, step.word.figure), figureOf(workshop, step.number.figure)];
  if (language.movement.to.includes(step.gap)) return afterTo(step, moved, number, figures);
  return language.movement.from.includes(step.gap) ? undefined : afterBy(step, moved, number, figures);
}

type Figures = ReadonlyMap<FigureId, Figure>;

function afterTo(step: Step, moved: Figure, number: Figure, figures: Figures): Problem | undefined {
  const operands = operandsOf(moved, figures);
  if (!operands || operands.later.id === number.id) return undefined;
  const { later, earlier } = operands;
  if (number.id !== earlier.id && number.unit.kind !== later.unit.kind) return undefined;
  return error(
    "word/order",
    step.number.place,
    `${stepText(step)} gives ${number.id}, and ${moved.id} comes to another`,
    {
      arithmetic: `${moved.id} = ${moved.formula ?? ""}`,
      hint: `write {{figure ${later.id}}}`,
    },
  );
}

function afterBy(step: Step, moved: Figure, number: Figure, figures: Figures): Problem | undefined {
  if (number.id === moved.id || !isChange(number, figures) || !isChange(moved, figures)) return undefined;
  const [word, size] = [figureDirection(moved), figureDirection(number)];
  const opposite = word !== size && word !== "undetermined" && size !== "undetermined";
  if (!opposite && !sameUnit(moved.unit, number.unit)) return undefined;
  const what = opposite ? "which went the other way" : "which is the change of something else";
  return error(
    "word/order",
    step.number.place,
    `${stepText(step)} tells of ${moved.id} and gives ${number.id}, ${what}`,
    {
      arithmetic: `${endsText(moved)}; ${endsText(number)}`,
      hint: `write the word and the number of one figure: {{about ${moved.id}}}`,
    },
  );
}

/** Whether a figure is how much something changed. */
const isChange = (figure: Figure, figures: Figures): boolean =>
  figure.unit.kind === "points" ||
  figure.unit.kind === "change" ||
  operandsOf(figure, figures)?.kind === "difference" ||
  figure.behind !== undefined;
