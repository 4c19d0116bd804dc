import type { Loaded } from "../model/brief.ts";
import type { Dataset, Row, SumCheck } from "../model/dataset.ts";
import type { Figure } from "../model/figure.ts";
import { addIntervals, meet, negateInterval, point, type Interval } from "../model/interval.ts";
import { error } from "../model/problem.ts";
import { add, compare, negate, parseDecimal, sign, subtract, ZERO, type Rational } from "../model/rational.ts";
import { sameUnit, unitText, type Unit } from "../model/unit.ts";
import { cellText, hasExcessDigits, plain, singleOf, typed } from "./cells.ts";
import { plainFinding, type Finding } from "./finding.ts";
import { arithmetic } from "./sum-words.ts";

/** A number that is added, or taken away. */
export interface Term {
  readonly figure: Figure;
  readonly weight: 1 | -1;
}

/** What terms should come to. */
export interface Total {
  readonly value: Rational;
  readonly interval: Interval;
  readonly text: string;
  /** Only where it is a figure. */
  readonly figure?: Figure;
}

/** One sum that a check asks for: a whole column, a group of its rows, a row, or single figures. */
interface Sum {
  readonly terms: readonly Term[];
  readonly total: Total;
  /** Terms that hold no number. */
  readonly gaps: number;
  /** What it is of, for the message: `share_2022`, `students, 2018`. */
  readonly name: string;
  readonly about: string;
}

/**
 * Terms add up to their total when some values that round to the numbers given do (XBRL Calculations 1.1, clause 4).
 * A total that is typed in the check is exact. A number with digits finer than declared stops the check.
 */
export function sumToTotal(brief: Loaded, dataset: Dataset, check: SumCheck): readonly Finding[] {
  const sums = check.across === "rows" ? columnSums(brief, dataset, check) : namedSums(brief, dataset, check);
  return sums.flatMap((sum) => hold(sum, check));
}

function columnSums(brief: Loaded, dataset: Dataset, check: SumCheck): readonly Sum[] {
  const column = check.terms[0]?.name ?? "";
  const total = totalOf(check.to.text, singleOf(brief, dataset, check.to.text));
  if (total === undefined) return [];
  const groups = new Map<string, Row[]>();
  for (const row of dataset.rows) {
    const group = check.by === undefined ? "" : (cellText(dataset, row, check.by) ?? "");
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups].map(([group, rows]) => ({
    terms: rows.flatMap((row) => termOf(brief, row, column, check.less.includes(row.name) ? -1 : 1)),
    total,
    gaps: rows.filter((row) => row.gaps.has(column)).length,
    name: group === "" ? `"${column}" of "${dataset.title}"` : `"${column}" of "${dataset.title}", ${group}`,
    about: `${dataset.id}.${column}`,
  }));
}

function termOf(brief: Loaded, row: Row, column: string, weight: 1 | -1): readonly Term[] {
  const id = row.figures.get(column);
  const figure = id === undefined ? undefined : brief.given.get(id);
  return figure === undefined ? [] : [{ figure, weight }];
}

function namedSums(brief: Loaded, dataset: Dataset, check: SumCheck): readonly Sum[] {
  const words = check.terms
    .map(({ name, weight }, i) => (weight < 0 ? `${i > 0 ? " − " : "−"}${name}` : `${i > 0 ? " + " : ""}${name}`))
    .join("");
  const sumOf = (
    figureOf: (name: string) => Figure | undefined,
    gaps: number,
    row: string | undefined,
  ): readonly Sum[] => {
    const terms = check.terms.flatMap(({ name, weight }): readonly Term[] => {
      const figure = figureOf(name);
      return figure === undefined ? [] : [{ figure, weight }];
    });
    const total = totalOf(check.to.text, figureOf(check.to.text));
    if (total === undefined || terms.length === 0) return [];
    const name = row === undefined ? `${words} of "${dataset.title}"` : `${words} of "${row}"`;
    return [{ terms, total, gaps, name, about: `${dataset.id}.${check.to.text}` }];
  };
  if (check.terms.every(({ name }) => dataset.singles.has(name))) {
    const gaps = check.terms.filter(({ name }) => singleOf(brief, dataset, name) === undefined).length;
    return sumOf((name) => singleOf(brief, dataset, name), gaps, undefined);
  }
  return dataset.rows.flatMap((row) => {
    const gaps = check.terms.filter(({ name }) => row.gaps.has(name)).length;
    return sumOf((name) => termOf(brief, row, name, 1)[0]?.figure, gaps, row.name);
  });
}

function totalOf(text: string, figure: Figure | undefined): Total | undefined {
  const literal = parseDecimal(text);
  if (literal !== undefined) return { value: literal.value, interval: point(literal.value), text };
  return figure && { value: figure.value, interval: figure.interval, text: typed(figure), figure };
}

function hold(sum: Sum, check: SumCheck): readonly Finding[] {
  const { terms, total } = sum;
  const unit = terms[0]?.figure.unit;
  if (unit === undefined) return [];
  const figures = [...terms.map((term) => term.figure), ...(total.figure ? [total.figure] : [])];
  const strange = figures.find((figure) => !alike(figure.unit, unit));
  if (strange !== undefined) {
    const [other, one] = [unitText(strange.unit), unitText(unit)];
    const message = `${sum.name} is in ${one} and ${strange.id} in ${other}: a sum can't be held against it`;
    const hint = "name terms and a total of one unit";
    return [plainFinding(error("shape/unit", check.to.place, message, { hint }))];
  }
  if (figures.some(hasExcessDigits)) return [];
  const interval = terms.map(weighed).reduce(addIntervals, point(ZERO));
  if (sum.gaps > 0 ? !exceedsWithGaps(sum, interval, unit) : meet(interval, total.interval)) return [];
  return [disagreement(sum, interval, check)];
}

const alike = (a: Unit, b: Unit): boolean => sameUnit(a, b) || (a.kind === "count" && b.kind === "count");

const weighed = ({ figure, weight }: Term): Interval =>
  weight < 0 ? negateInterval(figure.interval) : figure.interval;

/** Whether terms that are never below zero come to more than their total although some of them are not known. */
const exceedsWithGaps = ({ terms, total }: Sum, interval: Interval, unit: Unit): boolean =>
  (unit.kind === "share" || unit.kind === "count") &&
  terms.every(({ figure, weight }) => weight > 0 && sign(figure.value) >= 0) &&
  compare(interval.lo, total.interval.hi) > 0;

function disagreement(sum: Sum, interval: Interval, check: SumCheck): Finding {
  const { terms, total, gaps } = sum;
  const value = terms.map(({ figure, weight }) => (weight < 0 ? negate(figure.value) : figure.value)).reduce(add, ZERO);
  const noun = check.across === "columns" ? "numbers" : terms[0]?.figure.unit.kind === "share" ? "shares" : "numbers";
  const some = gaps > 0 ? `, without ${gaps} that ${gaps === 1 ? "is" : "are"} not known,` : "";
  const message = `The ${noun} ${sum.name} come to ${plain(value)}${some} and can't be ${total.text}, even with rounding`;
  const lacking = subtract(total.value, value);
  // With a number missing there is no telling what the others lack.
  const blamed = gaps > 0 ? [] : terms;
  const suspects = [
    ...blamed.map(({ figure, weight }) => ({
      figure,
      wanted: weight < 0 ? subtract(figure.value, lacking) : add(figure.value, lacking),
    })),
    ...(total.figure && gaps === 0 ? [{ figure: total.figure, wanted: value }] : []),
  ];
  const about = [sum.about, ...terms.map(({ figure }) => figure.id), ...(total.figure ? [total.figure.id] : [])];
  const place =
    check.across === "rows" && check.by === undefined ? check.place : (terms[0]?.figure.place ?? check.place);
  const problem = error("shares/do-not-add-up", place, message, {
    arithmetic: arithmetic(terms, value, interval, total, gaps),
    hint: "compare each number with the source; a row may be missing, or stand twice",
    about: [...new Set(about)],
  });
  return { problem, suspects };
}
