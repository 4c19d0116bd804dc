import type { Doc } from "../model/doc.ts";
import type { FigureInline, Inline, WordInline } from "../model/inline.ts";
import type { Behind, Figure } from "../model/figure.ts";
import { supportedDecimals } from "../model/format.ts";
import type { FigureId } from "../model/id.ts";
import { directionOf, type Interval } from "../model/interval.ts";
import { warning, type Problem } from "../model/problem.ts";
import { absolute, roundTo, toFixed, type Rational } from "../model/rational.ts";
import { sameUnit, unitText, type Unit } from "../model/unit.ts";
import { operandsOf } from "./operands.ts";
import { passagesOf, type Passage } from "./passages.ts";
import { movementsOf, sentencesOf } from "./sentences.ts";
import { figureOf, type Workshop } from "./workshop.ts";

/** Points between two shares, and the money behind them, which went the other way. */
interface Crossed {
  readonly points: Figure;
  readonly behind: Behind;
}

/** Finds passages that say which way a share went, and nowhere that its money went the other way. */
export function checkBaseChange(doc: Doc, workshop: Workshop): readonly Problem[] {
  const crossed = [...workshop.brief.figures.values()].flatMap((points): readonly Crossed[] => {
    const { behind } = points;
    if (!behind) return [];
    const [share, money] = [directionOf(points.interval), directionOf(behind.interval)];
    return (share === "up" && money === "down") || (share === "down" && money === "up") ? [{ points, behind }] : [];
  });
  if (crossed.length === 0) return [];
  return passagesOf(doc).flatMap((passage) => {
    const shown = new Set(passage.lines.flatMap(bound).map((inline) => inline.figure));
    return crossed
      .filter((each) => tells(passage, shown, each, workshop) && !showsMoney(shown, each, workshop))
      .map((each) => report(passage, each, workshop));
  });
}

const bound = (inlines: readonly Inline[]): readonly (FigureInline | WordInline)[] =>
  inlines.flatMap((inline): readonly (FigureInline | WordInline)[] =>
    inline.kind === "figure" || inline.kind === "word" ? [inline] : "children" in inline ? bound(inline.children) : [],
  );

/** Whether a passage says which way the share went: by its points, or from one share to the other. */
function tells(passage: Passage, shown: ReadonlySet<FigureId>, { points }: Crossed, workshop: Workshop): boolean {
  if (shown.has(points.id)) return true;
  const operands = operandsOf(points, workshop.brief.figures);
  if (!operands || !shown.has(operands.earlier.id) || !shown.has(operands.later.id)) return false;
  return passage.lines
    .flatMap(sentencesOf)
    .flatMap((sentence) => movementsOf(sentence, workshop.brief.language))
    .some(({ earlier, later }) => {
      const pair = new Set([earlier.figure, later.figure]);
      return pair.has(operands.earlier.id) && pair.has(operands.later.id);
    });
}

/** Whether a passage shows the change of the money, or both amounts. */
function showsMoney(shown: ReadonlySet<FigureId>, { behind }: Crossed, workshop: Workshop): boolean {
  return behind.figures.some((id) => {
    if (shown.has(id)) return true;
    const figure = workshop.brief.figures.get(id);
    const operands = figure && operandsOf(figure, workshop.brief.figures);
    return operands !== undefined && shown.has(operands.earlier.id) && shown.has(operands.later.id);
  });
}

function report({ place, name }: Passage, { points, behind }: Crossed, workshop: Workshop): Problem {
  const fell = directionOf(points.interval) === "down";
  const [lo, hi] = sides(behind.interval);
  const decimals = Math.max(supportedDecimals(behind.interval, 2) + 1, 0);
  const about = `${unitShort(behind.unit, toFixed(absolute(behind.value), decimals))} (${ends(lo, hi, decimals + 1)})`;
  const show = changeOf(behind, workshop) ?? behind.figures[0];
  const operands = operandsOf(points, workshop.brief.figures);
  return warning(
    "word/base-change",
    place,
    `This ${name} says that the share of ${subject(points, workshop)} ${fell ? "fell" : "rose"}, but its ${moneyWord(behind.unit)} ${fell ? "rose" : "fell"} by about ${about}`,
    {
      arithmetic: operands && amounts(operands.earlier, operands.later, behind, workshop),
      hint:
        show === undefined
          ? "derive the change of the amounts, new share * new whole - old share * old whole, and say it here too"
          : `say here too how the ${moneyWord(behind.unit)} moved: {{move ${show} …}} or {{about ${show}}}`,
      about: [points.id, ...behind.figures],
    },
  );
}

/** The figure that is the change itself, rather than one that goes its way. */
const changeOf = (behind: Behind, workshop: Workshop): FigureId | undefined =>
  behind.figures.find((id) => sameUnit(figureOf(workshop, id).unit, behind.unit));

/** Who the share is of: the first text of its row, else the row's name, else the figure. */
function subject(points: Figure, workshop: Workshop): string {
  const [dataset, row] = points.id.split(".");
  const found = [...workshop.brief.datasets.values()].find((each) => each.id === dataset);
  const cells = found?.rows.find((each) => each.name === row);
  return cells === undefined ? points.id : ([...cells.cells.values()][0]?.text ?? cells.name);
}

/** `23 % of 147 − 30 % of 91 = 6.51 CNY million`, where both wholes are figures. */
function amounts(earlier: Figure, later: Figure, behind: Behind, workshop: Workshop): string | undefined {
  const part = (share: Figure): string | undefined => {
    const { unit } = share;
    if (unit.kind !== "share" || !("figure" in unit.of)) return undefined;
    const whole = figureOf(workshop, unit.of.figure);
    return `${plain(share.value)} % of ${plain(whole.value)}`;
  };
  const [now, then] = [part(later), part(earlier)];
  if (now === undefined || then === undefined) return undefined;
  return `${now} − ${then} = ${unitShort(behind.unit, plain(behind.value))}, anything ${spread(behind.interval)}`;
}

const spread = ({ lo, hi }: Interval): string =>
  `from ${toFixed(roundTo(lo, 2, "down"), 2)} to ${toFixed(roundTo(hi, 2, "up"), 2)}`;

const plain = (value: Rational): string => toFixed(value, 2).replace(/\.?0+$/, "");

/** The ends of the magnitude of a change that has one direction. */
const sides = ({ lo, hi }: Interval): readonly [Rational, Rational] =>
  lo.n >= 0n ? [lo, hi] : [absolute(hi), absolute(lo)];

const ends = (lo: Rational, hi: Rational, decimals: number): string =>
  `${toFixed(roundTo(lo, decimals, "down"), decimals)} to ${toFixed(roundTo(hi, decimals, "up"), decimals)}`;

const moneyWord = (unit: Unit): string => (unit.kind === "amount" ? "money" : "number");

const unitShort = (unit: Unit, number: string): string => {
  if (unit.kind === "amount") return `${unit.currency} ${number}${unit.scale === "" ? "" : ` ${unit.scale}`}`;
  if (unit.kind === "count") return unit.noun === undefined ? number : `${number} ${unit.noun}`;
  return `${number} ${unitText(unit)}`;
};
