import type { Loaded } from "../model/brief.ts";
import type { Check, Dataset } from "../model/dataset.ts";
import type { Figure } from "../model/figure.ts";
import type { Interval } from "../model/interval.ts";
import { error, type Problem } from "../model/problem.ts";
import { compare } from "../model/rational.ts";
import { cellsOf, typed } from "./cells.ts";

type RankCheck = Extract<Check, { kind: "rank" }>;

interface Ranked {
  readonly name: string;
  readonly rank: Figure;
  readonly value: Figure;
}

/** More disagreements than these in one column say nothing more. */
const MOST = 10;

/**
 * Ranks agree with the values that they rank: 1 is the greatest. Values that rounding does not tell apart may stand in
 * either order or share a rank. The fewest rows that explain all disagreements are named, as far as a greedy look finds.
 */
export function rankAgrees(brief: Loaded, dataset: Dataset, check: RankCheck): readonly Problem[] {
  const values = new Map(cellsOf(brief, dataset, check.by).map(({ row, figure }) => [row.name, figure]));
  const all: readonly Ranked[] = cellsOf(brief, dataset, check.column).flatMap(({ row, figure }) => {
    const value = values.get(row.name);
    return value === undefined ? [] : [{ name: row.name, rank: figure, value }];
  });
  const problems: Problem[] = [];
  let rest = all;
  for (let pair = conflictIn(rest); pair !== undefined && problems.length < MOST; pair = conflictIn(rest)) {
    const [first, second] = pair;
    const blamed = conflicts(second, rest) > conflicts(first, rest) ? second : first;
    problems.push(disagrees(blamed, blamed === first ? second : first, all, check));
    rest = rest.filter((row) => row !== blamed);
  }
  return problems;
}

/** Two rows whose ranks and values disagree, the earlier in the file first. */
function conflictIn(rows: readonly Ranked[]): readonly [Ranked, Ranked] | undefined {
  const sorted = rows.toSorted(
    (a, b) => compare(a.rank.value, b.rank.value) || compare(b.value.interval.hi, a.value.interval.hi),
  );
  let least: Ranked | undefined;
  for (const row of sorted) {
    // The one with the least value of the ranks so far: if it is no conflict, none of them is.
    if (least !== undefined && disagree(least, row))
      return rows.indexOf(least) < rows.indexOf(row) ? [least, row] : [row, least];
    if (least === undefined || compare(row.value.interval.hi, least.value.interval.hi) <= 0) least = row;
  }
  return undefined;
}

/** Whether two rows cannot both be right. */
function disagree(a: Ranked, b: Ranked): boolean {
  const order = compare(a.rank.value, b.rank.value);
  if (order < 0) return surelyLess(a.value.interval, b.value.interval);
  if (order > 0) return surelyLess(b.value.interval, a.value.interval);
  return surelyLess(a.value.interval, b.value.interval) || surelyLess(b.value.interval, a.value.interval);
}

function surelyLess(a: Interval, b: Interval): boolean {
  const order = compare(a.hi, b.lo);
  return order < 0 || (order === 0 && !(a.hiClosed && b.loClosed));
}

const conflicts = (row: Ranked, rows: readonly Ranked[]): number => rows.filter((each) => disagree(row, each)).length;

function disagrees(row: Ranked, other: Ranked, all: readonly Ranked[], check: RankCheck): Problem {
  const [rank, value] = [typed(row.rank), typed(row.value)];
  const message = `"${row.name}" is ranked ${rank} with a value of ${value}, but "${other.name}", ranked ${typed(other.rank)}, has ${typed(other.value)}`;
  const greater = all.filter((each) => surelyLess(row.value.interval, each.value.interval)).length;
  const arithmetic = `by "${check.by}", ${greater} of ${all.length} rows are greater than "${row.name}"`;
  const wanted = String(greater + 1);
  const hint =
    wanted === rank
      ? "compare the ranks and the values with the source"
      : `${rank} → ${wanted} would agree; or compare its value with the source`;
  return error("rank/disagrees", row.rank.place, message, { arithmetic, hint });
}
