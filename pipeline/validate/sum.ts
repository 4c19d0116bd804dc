import type { Loaded } from "../model/brief.ts";
import type { Check, Dataset } from "../model/dataset.ts";
import { addIntervals, isPoint, meet, point, type Interval } from "../model/interval.ts";
import type { Place } from "../model/place.ts";
import { error, type Problem } from "../model/problem.ts";
import { add, equal, parseDecimal, sign, subtract, toFixed, ZERO, type Rational } from "../model/rational.ts";
import { sameUnit, unitText, type Unit } from "../model/unit.ts";
import { cellsOf, inWords, plain, singleOf, typed, type Cell } from "./cells.ts";
import { SLIP_WORDS, slipBetween, slipOrder, type Slip } from "./one-edit.ts";

type SumCheck = Extract<Check, { kind: "sum" }>;

/** What a column should come to. */
interface Total {
  readonly value: Rational;
  readonly interval: Interval;
  readonly text: string;
  /** Only a figure has one. */
  readonly unit?: Unit;
}

/**
 * A column adds up to its total when some values that round to the numbers given do (XBRL Calculations 1.1). A total
 * that is typed in the check is exact.
 */
export function sumToTotal(brief: Loaded, dataset: Dataset, check: SumCheck): readonly Problem[] {
  const column = check.terms[0]?.name ?? "";
  const cells = cellsOf(brief, dataset, column);
  const total = totalOf(brief, dataset, check);
  const unit = cells[0]?.figure.unit;
  if (total === undefined || unit === undefined) return [];
  if (total.unit !== undefined && !sameUnit(total.unit, unit)) {
    const message = `"${column}" is in ${unitText(unit)} and "${check.to.text}" in ${unitText(total.unit)}: a sum can't be held against it`;
    return [error("shape/unit", check.to.place, message, { hint: "name a total in the unit of the column" })];
  }
  const interval = cells.map((cell) => cell.figure.interval).reduce(addIntervals, point(ZERO));
  if (meet(interval, total.interval)) return [];
  const sum = cells.map((cell) => cell.figure.value).reduce(add, ZERO);
  const noun = unit.kind === "share" ? "shares" : "numbers";
  const message = `The ${noun} "${column}" of "${dataset.title}" come to ${plain(sum)} and can't be ${total.text}, even with rounding`;
  const { place, hint } = suspect(cells, subtract(total.value, sum), check.place);
  return [error("shares/do-not-add-up", place, message, { arithmetic: arithmetic(cells, sum, interval, total), hint })];
}

function totalOf(brief: Loaded, dataset: Dataset, check: SumCheck): Total | undefined {
  const literal = parseDecimal(check.to.text);
  if (literal !== undefined) return { value: literal.value, interval: point(literal.value), text: check.to.text };
  const figure = singleOf(brief, dataset, check.to.text);
  return figure && { value: figure.value, interval: figure.interval, text: typed(figure), unit: figure.unit };
}

/** More terms than these are not printed one by one. */
const TERMS = 20;

function arithmetic(cells: readonly Cell[], sum: Rational, interval: Interval, total: Total): string {
  const terms = cells.map((cell) => typed(cell.figure));
  const shown = terms.length > TERMS ? [...terms.slice(0, TERMS - 1), "…", ...terms.slice(-1)] : terms;
  const added = `${shown.map((term, i) => (i > 0 && term.startsWith("-") ? `(${term})` : term)).join(" + ")} = ${plain(sum)}`;
  const given = `${added}; ${reach(cells, sum, interval)}`;
  if (isPoint(total.interval)) return given;
  return `${given}; the total ${total.text} stands for ${plain(total.interval.lo)} to ${plain(total.interval.hi)}`;
}

/** How far rounding can move the sum: "six whole per cents can be off by 3 in all: 106 to 112". */
function reach(cells: readonly Cell[], sum: Rational, interval: Interval): string {
  if (isPoint(interval)) return "the numbers are exact";
  const ends = `${plain(interval.lo)} to ${plain(interval.hi)}`;
  const what = `${inWords(cells.length)} ${precision(cells)}`;
  const [below, above] = [subtract(sum, interval.lo), subtract(interval.hi, sum)];
  return equal(below, above)
    ? `${what} can be off by ${plain(above)} in all: ${ends}`
    : `${what} can stand for ${ends} in all`;
}

function precision(cells: readonly Cell[]): string {
  const noun = cells[0]?.figure.unit.kind === "share" ? "per cent" : "number";
  const nouns = cells.length === 1 ? noun : `${noun}s`;
  const decimals = new Set(cells.map((cell) => cell.figure.given?.decimals ?? 0));
  const [only = 0] = decimals;
  if (decimals.size > 1 || only < 0) return nouns;
  return only === 0 ? `whole ${nouns}` : `${nouns} with ${inWords(only)} decimal${only === 1 ? "" : "s"}`;
}

interface Fix {
  readonly cell: Cell;
  readonly meant: string;
  readonly slip: Slip;
}

/** Fixes that are printed when no single one is likeliest. */
const FIXES = 3;

/** The cell that one edit mends, so that the sum is exact, and what to do about it. */
function suspect(
  cells: readonly Cell[],
  lacking: Rational,
  otherwise: Place,
): { readonly place: Place; readonly hint: string } {
  const fixes = cells.flatMap((cell) => fixOf(cell, lacking)).toSorted((a, b) => slipOrder(a.slip) - slipOrder(b.slip));
  const likeliest = fixes.filter((fix) => fix.slip === fixes[0]?.slip);
  const [first] = likeliest;
  if (first !== undefined && likeliest.length === 1) {
    return { place: first.cell.figure.place, hint: `${arrow(first)} would make it exact (${SLIP_WORDS[first.slip]})` };
  }
  if (first !== undefined && likeliest.length <= FIXES) {
    const each = likeliest.map((fix) => `${fix.cell.row.name} ${arrow(fix)}`).join(" or ");
    return { place: otherwise, hint: `${each} would make it exact (${SLIP_WORDS[first.slip]})` };
  }
  return { place: otherwise, hint: "compare each number with the source; a row may be missing, or stand twice" };
}

const arrow = (fix: Fix): string => `${typed(fix.cell.figure)} → ${fix.meant}`;

function fixOf(cell: Cell, lacking: Rational): readonly Fix[] {
  const meant = add(cell.figure.value, lacking);
  const decimals = Math.max(cell.figure.given?.decimals ?? 0, 0);
  const text = toFixed(meant, decimals);
  const exact = parseDecimal(text);
  if (exact === undefined || !equal(exact.value, meant) || sign(meant) * sign(cell.figure.value) < 0) return [];
  const slip = slipBetween(typed(cell.figure), text);
  return slip === undefined ? [] : [{ cell, meant: text, slip }];
}
