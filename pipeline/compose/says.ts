import type { Figure } from "../model/figure.ts";
import { addIntervals, negateInterval, type Interval } from "../model/interval.ts";
import type { FigureId } from "../model/id.ts";
import { nearest } from "../model/problem.ts";
import { equal, subtract, toFixed } from "../model/rational.ts";
import { sameUnit, unitText } from "../model/unit.ts";
import { checkOptions, fail, figureArgument, textArgument, textOption, type Call } from "./arguments.ts";
import { columnPlaces } from "./column-place.ts";
import { CONDITIONS, implies, negated, parseCondition, type Condition } from "../model/conditions.ts";
import { withoutPhrases } from "./exemptions.ts";
import { lintNumbers } from "./lint.ts";
import { sizesIn, withoutSizes } from "./sizes.ts";
import { failLevel } from "./levels.ts";
import { needsIn, type Need } from "./needs.ts";
import { leafAt } from "./names.ts";
import { operandsOf } from "./operands.ts";
import { coverage, type Answer } from "../model/pieces.ts";
import { endsText, leaveWord } from "./word-inline.ts";
import { figureOf } from "./workshop.ts";

/** What holding a figure against a condition comes to, with the arithmetic that shows it. */
interface Verdict {
  readonly answer: Answer;
  readonly shown: string;
}

/**
 * `{{says "more than doubled" x ">2"}}`: words, after the figure is held against their condition, and the condition
 * against what the language says that the words need. Without a condition, the language's own is taken. `otherwise` has
 * the words for where it certainly does not hold, and may be empty: the text of a family is one for all members.
 */
export function says(call: Call): string {
  checkOptions(call, ["undetermined", "otherwise"]);
  const text = textArgument(call, 0, "the words");
  const leaf = figureArgument(call, 1);
  const [open, otherwise] = [textOption(call, "undetermined"), textOption(call, "otherwise")];
  // Of the words of size, which are numbers to the eye, the condition is held against each.
  for (const each of [text, open, otherwise])
    if (each !== undefined) lintNumbers(withoutSizes(each, call.workshop.brief.language), call.place, call.workshop);
  if (text === undefined || !leaf) return "";
  const of = figureOf(call.workshop, leaf.id);
  if (of.qualifier === undefined) return held(call, of, { text, open, otherwise });
  fail(call, `${of.id} is "${of.qualifier}" so much: it has no interval`, "use {{figure}}");
  return leaveWord(call, of, text, "").marker;
}

/** What an author would have said of a figure: where its condition holds, where that is open, and where it does not hold. */
interface Wording {
  readonly text: string;
  readonly open: string | undefined;
  readonly otherwise: string | undefined;
}

/** The words that the figure bears out. */
function held(call: Call, of: Figure, { text, open, otherwise }: Wording): string {
  const print = (words: string, said = ""): string => leaveWord(call, of, words, said).marker;
  const given = givenCondition(call);
  const needsOf = (words: string, condition = given?.condition): readonly Need[] =>
    needsIn(heard(call, words), of, condition, call.workshop.brief);
  const needs = needsOf(text);
  const [first] = needs;
  const unfit = needs.find(({ condition }) => !condition);
  if (unfit) {
    failUnfit(call, of, unfit, `; or hold it against what was there before, as in "> dataset.name"`);
    return print(text);
  }
  const wanted = given ?? first;
  if (wanted?.condition === undefined) {
    if (call.given.length < 3) failUnknown(call, text, of);
    return print(text);
  }
  const implied = !given || needs.every((need) => isHeldAgainst(call, text, given, need, of));
  const verdict = judge(call, of, wanted.condition);
  if (!verdict || verdict.answer === "all") return print(implied ? holding(call, text, of, needs) : text, wanted.text);
  if (verdict.answer === "some" && open !== undefined)
    return print(isPlain(open, call) ? holding(call, open, of, needsOf(open)) : open, `perhaps ${wanted.text}`);
  if (verdict.answer === "none" && otherwise === "") return "";
  if (verdict.answer === "none" && otherwise !== undefined) {
    return print(holding(call, otherwise, of, needsOf(otherwise, negated(wanted.condition))), `not ${wanted.text}`);
  }
  report(call, text, of, verdict, wanted.text);
  return print(text);
}

/** Whether words say a size, and nothing of doubt: "about half", and not "perhaps half". */
const isPlain = (text: string, { workshop }: Call): boolean =>
  sizesIn(text, workshop.brief.language).some(({ words }) => words.length === text.trim().length);

/** Words that are printed; what they need themselves must hold, whatever their condition lets through. */
function holding(call: Call, words: string, of: Figure, needs: readonly Need[]): string {
  for (const need of needs) {
    if (!need.condition) failUnfit(call, of, need, "; or change what is said otherwise");
    const verdict = need.condition && judge(call, of, need.condition);
    if (verdict && verdict.answer !== "all") report(call, words, of, verdict, need.text);
  }
  return words;
}

/** The words need another kind of figure: only a change has a direction, and only a share can be more than half. */
function failUnfit(call: Call, of: Figure, { words, wants = "" }: Need, more: string): undefined {
  if (wants === "a change") return failLevel(call, of, more);
  const act =
    wants === "a place in a column"
      ? 'say it of a cell, dataset.row.column, with "rank 1" or another place'
      : "derive it, share(part, whole), new / old or change(new, old), and say this of that";
  return fail(
    call,
    `"${words}" needs ${wants}, and ${of.id} is ${unitText(of.unit)}`,
    `${act}; words that say nothing of a size go under idioms in brief.yaml`,
    "word/false",
  );
}

const failUnknown = (call: Call, text: string, of: Figure): undefined =>
  fail(
    call,
    `What "${text}" needs of ${unitText(of.unit)}, the words of size of ${call.workshop.brief.language.tag} do not say`,
    'add a condition, as in {{says "…" dataset.name ">2"}}',
  );

/** What of a text may say something of the figure: idioms and names say nothing. */
const heard = ({ workshop }: Call, text: string): string => withoutPhrases(text, workshop.exemptions);

interface Given {
  readonly text: string;
  readonly condition: Condition;
}

function givenCondition(call: Call): Given | undefined {
  if (call.given.length < 3) return undefined;
  const text = textArgument(call, 2, "a condition");
  const condition = text === undefined ? undefined : parseCondition(text);
  if (text !== undefined && !condition) fail(call, `"${text}" is no condition`, `conditions are ${CONDITIONS}`);
  return text === undefined || !condition ? undefined : { text, condition };
}

/** A condition that lets through what the words do not mean would let the words become false unseen. */
function isHeldAgainst(call: Call, text: string, given: Given, need: Need, of: Figure): boolean {
  const least = need.least ?? need.condition;
  if (!least) return true;
  const implied = implies(given.condition, least) ?? judge(call, of, least)?.answer === "all";
  if (implied) return true;
  fail(
    call,
    `"${text}" needs ${need.text}, and its condition is ${given.text}`,
    `write the condition as "${need.text}" or leave it out, or change the words`,
    "word/false",
    `"${need.words}" is true of ${unitText(of.unit)} where it is ${need.text}`,
  );
  return false;
}

function judge(call: Call, of: Figure, condition: Condition): Verdict | undefined {
  switch (condition.kind) {
    case "value":
      return { answer: coverage(of.interval, condition.pieces), shown: endsText(of) };
    case "figure": {
      const other = otherFigure(call, of, condition.than);
      if (!other) return undefined;
      const apart = distance(of, other, call.workshop.brief.figures);
      const shown = `${of.id} less ${other.id} is ${toFixed(subtract(of.value, other.value), 2)}, and may be anything from ${toFixed(apart.lo, 2)} to ${toFixed(apart.hi, 2)}`;
      return { answer: coverage(apart, condition.pieces), shown };
    }
    case "rank":
      return rankVerdict(call, of, condition);
  }
}

function otherFigure(call: Call, of: Figure, name: string): Figure | undefined {
  const { figures, gaps } = call.workshop.brief;
  const leaf = leafAt(call.workshop.names, name);
  const id = leaf?.leaf === "figure" ? leaf.id : (name as FigureId);
  const other = figures.get(id);
  if (!other) {
    const near = nearest(name, figures.keys());
    const gap = leaf?.leaf === "gap" ? leaf.gap : gaps.get(id);
    const message = gap ? `${name} has no value to compare with: ${gap.absence}` : `There is no figure ${name}`;
    const code = gap ? "figure/no-value" : "template/unknown-figure";
    return fail(call, message, near && !gap ? `did you mean ${near}?` : "compare with another figure", code);
  }
  const shares = of.unit.kind === "share" && other.unit.kind === "share";
  if (shares || sameUnit(of.unit, other.unit)) return other;
  return fail(
    call,
    `${of.id} (${unitText(of.unit)}) cannot be compared with ${other.id} (${unitText(other.unit)})`,
    "compare figures of one unit",
  );
}

/** The interval of a difference: of the figure that derives it, which knows what both rest on, else of the two alone. */
function distance(a: Figure, b: Figure, figures: ReadonlyMap<FigureId, Figure>): Interval {
  for (const figure of figures.values()) {
    if (figure.from.length !== 2 || !figure.from.includes(a.id) || !figure.from.includes(b.id)) continue;
    const operands = operandsOf(figure, figures);
    if (operands?.kind !== "difference") continue;
    const turned = operands.later.id === b.id;
    const value = turned ? subtract(b.value, a.value) : subtract(a.value, b.value);
    if (equal(figure.value, value)) return turned ? negateInterval(figure.interval) : figure.interval;
  }
  return addIntervals(a.interval, negateInterval(b.interval));
}

function rankVerdict(call: Call, of: Figure, condition: Condition & { readonly kind: "rank" }): Verdict | undefined {
  const places = columnPlaces(of, call.workshop.brief);
  if (!places)
    return fail(call, `${of.id} is no cell of a column, so it has no place in one`, "name a cell: dataset.row.column");
  const place = condition.place > 0 ? condition.place : places.of + 1 + condition.place;
  const decided = places.gap === undefined && places.first === places.last;
  const possible = places.gap !== undefined || (places.first <= place && place <= places.last);
  const holds: Answer = !possible ? "none" : decided ? "all" : "some";
  const answer = condition.not && holds !== "some" ? (holds === "all" ? "none" : "all") : holds;
  const open = places.gap ? `; ${places.gap} has no value` : places.rival ? `; ${places.rival.id} may be as great` : "";
  const found = places.first === places.last ? `${places.first}` : `${places.first} to ${places.last}`;
  return { answer, shown: `the place of ${of.id} in its column is ${found} of ${places.of}${open}` };
}

function report(call: Call, text: string, of: Figure, { answer, shown }: Verdict, needed: string): void {
  const arithmetic = `${shown}; the words need ${needed}`;
  if (answer === "none") {
    fail(call, `"${text}" is not true of ${of.id}`, "change the words or their condition", "word/false", arithmetic);
    return;
  }
  fail(
    call,
    `Rounding hides whether "${text}" is true of ${of.id}`,
    'change the words or their condition, or say how to put it: undetermined="perhaps …"',
    "word/undetermined",
    arithmetic,
  );
}
