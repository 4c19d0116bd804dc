import type { Doc } from "../model/doc.ts";
import type { FigureInline, WordInline } from "../model/inline.ts";
import type { Figure } from "../model/figure.ts";
import { addIntervals, directionOf, negateInterval } from "../model/interval.ts";
import { isLater } from "../model/period.ts";
import { error, type Problem } from "../model/problem.ts";
import { toFixed } from "../model/rational.ts";
import { sameUnit, type Unit } from "../model/unit.ts";
import { figureDirection } from "./directions.ts";
import { operandsOf } from "./operands.ts";
import { otherLines, passagesOf } from "./passages.ts";
import { movementsOf, sentencesOf, stepsOf, type Movement } from "./sentences.ts";
import { signProblems } from "./word-sign.ts";
import { stepProblem } from "./word-number.ts";
import { figureOf, type Workshop } from "./workshop.ts";

/** Holds every "from X to Y" of a brief against the order of time, and against the word of direction before it. */
export function checkOrder(doc: Doc, workshop: Workshop): readonly Problem[] {
  const lines = [...passagesOf(doc).flatMap((passage) => passage.lines), ...otherLines(doc)];
  return lines.flatMap(sentencesOf).flatMap((sentence) => {
    const movements = movementsOf(sentence, workshop.brief.language);
    const found = movements.flatMap((movement) => problemOf(movement, workshop) ?? []);
    if (found.length > 0) return found;
    const steps = stepsOf(sentence).flatMap((step) => stepProblem(step, workshop) ?? []);
    return steps.length > 0 ? steps : signProblems(sentence, workshop);
  });
}

function problemOf(movement: Movement, workshop: Workshop): Problem | undefined {
  const [x, y] = [figureOf(workshop, movement.earlier.figure), figureOf(workshop, movement.later.figure)];
  const word = movement.before.findLast((each) => workshop.moves.has(each));
  const moved = word && figureOf(workshop, word.figure);
  if (word && moved && speaksOf(moved, x, workshop)) {
    const problem = againstWord(movement, word, moved, workshop);
    if (problem) return problem;
  }
  if (!comparable(x.unit, y.unit) || !isLater(x.period ?? "", y.period ?? "")) return undefined;
  return report(
    movement.earlier,
    `"from ${movement.earlier.text} to ${movement.later.text}" goes back in time`,
    `${x.id} is of ${x.period ?? ""}, ${y.id} of ${y.period ?? ""}`,
  );
}

function againstWord(
  { earlier, later, before, adjacent }: Movement,
  word: WordInline,
  moved: Figure,
  workshop: Workshop,
): Problem | undefined {
  const { figures } = workshop.brief;
  const [x, y] = [figureOf(workshop, earlier.figure), figureOf(workshop, later.figure)];
  const operands = operandsOf(moved, figures);
  const told = `${moved.id} = ${moved.formula ?? ""}`;
  const pair = `"${word.text} … from ${earlier.text} to ${later.text}"`;
  if (operands && operands.later.id === x.id && operands.earlier.id === y.id)
    return report(
      earlier,
      `${pair} has the later number first`,
      told,
      `write from {{figure ${y.id}}} to {{figure ${x.id}}}`,
    );
  const own = operands && operands.earlier.id === x.id && operands.later.id === y.id;
  if (own || !comparable(x.unit, y.unit)) return undefined;
  if (operands && adjacent && before.at(-1) === word)
    return report(
      earlier,
      `${pair} tells of ${moved.id} and gives the numbers of something else`,
      told,
      `write from {{figure ${operands.earlier.id}}} to {{figure ${operands.later.id}}}`,
    );
  const way = directionOf(addIntervals(y.interval, negateInterval(x.interval)));
  const said = figureDirection(moved);
  if (way === said || way === "undetermined" || said === "undetermined") return undefined;
  return report(
    earlier,
    `${pair} goes the other way than its word`,
    `${y.id} less ${x.id} is ${toFixed(y.value, 2)} − ${toFixed(x.value, 2)}`,
    "change the word, or the numbers",
  );
}

const report = (
  at: FigureInline,
  message: string,
  arithmetic: string,
  hint = "put the number of the earlier time first: from earlier to later",
): Problem => error("word/order", at.place, message, { arithmetic, hint });

/** Whether a change is one of numbers such as this: points of shares, money of money, growth of what it compares. */
function speaksOf(moved: Figure, number: Figure, workshop: Workshop): boolean {
  if (moved.unit.kind === "points") return number.unit.kind === "share";
  const operands = operandsOf(moved, workshop.brief.figures);
  if (operands) return comparable(operands.later.unit, number.unit);
  return comparable(moved.unit, number.unit);
}

/** Whether numbers of two units may stand in one movement: of one unit, or both shares. */
const comparable = (a: Unit, b: Unit): boolean => (a.kind === "share" && b.kind === "share") || sameUnit(a, b);
