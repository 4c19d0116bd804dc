import type { Loaded } from "../model/brief.ts";
import type { Check, Dataset } from "../model/dataset.ts";
import type { Figure } from "../model/figure.ts";
import { negateInterval, type Interval } from "../model/interval.ts";
import { error } from "../model/problem.ts";
import { compare, sign } from "../model/rational.ts";
import { cellsOf, surelyLess, typed } from "./cells.ts";
import type { Finding } from "./finding.ts";

type RankCheck = Extract<Check, { kind: "rank" }>;

interface Ranked {
  readonly name: string;
  readonly rank: Figure;
  readonly value: Figure;
  /** What the value stands for, turned round where 1 is the least. */
  readonly height: Interval;
}

/** More disagreements than these in one column say nothing more. */
const MOST = 10;

/**
 * Ranks agree with the values that they rank: 1 is the greatest, or the least where the order is ascending. Values that rounding does not tell apart may stand in
 * either order or share a rank. The fewest rows that explain all disagreements are named, as far as a greedy look finds.
 */
export function rankAgrees(brief: Loaded, dataset: Dataset, check: RankCheck): readonly Finding[] {
  const values = new Map(cellsOf(brief, dataset, check.by).map(({ row, figure }) => [row.name, figure]));
  const all: readonly Ranked[] = cellsOf(brief, dataset, check.column).flatMap(({ row, figure }) => {
    const value = values.get(row.name);
    if (value === undefined) return [];
    const height = check.order === "ascending" ? negateInterval(value.interval) : value.interval;
    return [{ name: row.name, rank: figure, value, height }];
  });
  const problems = all.filter(({ rank }) => rank.value.d !== 1n || sign(rank.value) <= 0).map(noRank);
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
  const sorted = rows.toSorted((a, b) => compare(a.rank.value, b.rank.value) || compare(b.height.hi, a.height.hi));
  let least: Ranked | undefined;
  for (const row of sorted) {
    // The one with the least value of the ranks so far: if it is no conflict, none of them is.
    if (least !== undefined && disagree(least, row))
      return rows.indexOf(least) < rows.indexOf(row) ? [least, row] : [row, least];
    if (least === undefined || compare(row.height.hi, least.height.hi) <= 0) least = row;
  }
  return undefined;
}

/** Whether two rows cannot both be right. */
function disagree(a: Ranked, b: Ranked): boolean {
  const order = compare(a.rank.value, b.rank.value);
  if (order < 0) return surelyLess(a.height, b.height);
  if (order > 0) return surelyLess(b.height, a.height);
  return surelyLess(a.height, b.height) || surelyLess(b.height, a.height);
}

const conflicts = (row: Ranked, rows: readonly Ranked[]): number => rows.filter((each) => disagree(row, each)).length;

function disagrees(row: Ranked, other: Ranked, all: readonly Ranked[], check: RankCheck): Finding {
  const [rank, value] = [typed(row.rank), typed(row.value)];
  const message = `"${row.name}" is ranked ${rank} with a value of ${value}, but "${other.name}", ranked ${typed(other.rank)}, has ${typed(other.value)}`;
  const greater = all.filter((each) => surelyLess(row.height, each.height)).length;
  const way = check.order === "ascending" ? "less" : "greater";
  const arithmetic = `by "${check.by}", ${greater} of ${all.length} rows are ${way} than "${row.name}"`;
  const wanted = String(greater + 1);
  const hint =
    wanted === rank
      ? "compare the ranks and the values with the source"
      : `${rank} → ${wanted} would agree; or compare its value with the source`;
  const about = [row.rank.id, row.value.id, other.rank.id, other.value.id];
  const problem = error("rank/disagrees", row.rank.place, message, { arithmetic, hint, about });
  return { problem, suspects: [{ figure: row.rank }, { figure: row.value }] };
}

function noRank({ name, rank }: Ranked): Finding {
  const message = `"${name}" is ranked ${typed(rank)}, and ranks are whole numbers from 1 on`;
  const hint = "compare it with the source";
  const problem = error("rank/disagrees", rank.place, message, { hint, about: [rank.id] });
  return { problem, suspects: [{ figure: rank }] };
}
