import type { Loaded } from "../model/brief.ts";
import type { Check, Dataset } from "../model/dataset.ts";
import type { Figure } from "../model/figure.ts";
import type { Interval } from "../model/interval.ts";
import { error } from "../model/problem.ts";
import { equal, HUNDRED, divide, multiply, roundTo, subtract, ONE, add, type Rational } from "../model/rational.ts";
import { hasExcessDigits, named, plain, typed } from "./cells.ts";
import type { Finding } from "./finding.ts";

/**
 * Some whole number of the whole gives each per cent, once rounded (the GRIM test, Brown and Heathers 2017): of 7
 * people, 43 per cent can be, 40 per cent can't.
 */
export function granularShares(
  brief: Loaded,
  dataset: Dataset,
  check: Extract<Check, { kind: "granular" }>,
): readonly Finding[] {
  const wholes = named(brief, dataset, check.of);
  return named(brief, dataset, check.column).flatMap(({ figure: share, row }): readonly Finding[] => {
    const whole = wholes.find((each) => each.row === undefined || row === undefined || each.row === row)?.figure;
    if (whole === undefined || hasExcessDigits(share) || hasWhole(counts(share.interval, whole.interval))) return [];
    if (whole.value.n === 0n) return [ofNothing(share, whole)];
    const below = roundTo(divide(multiply(share.value, whole.value), HUNDRED), 0, "down");
    const around = [below, add(below, ONE)].map(
      (count) => `${plain(count)} of ${typed(whole)} is ${perCent(count, whole.value)}`,
    );
    const message = `${share.id} is ${typed(share)} per cent of ${typed(whole)}, and no whole number gives that`;
    const problem = error("shares/not-granular", share.place, message, {
      arithmetic: `${around.join("; ")} per cent`,
      hint: "compare the per cent and its whole with the source",
      about: [share.id, whole.id],
    });
    return [{ problem, suspects: [{ figure: share }, { figure: whole }] }];
  });
}

function ofNothing(share: Figure, whole: Figure): Finding {
  const message = `${share.id} is ${typed(share)} per cent of ${whole.id}, which is 0`;
  const about = [share.id, whole.id];
  const problem = error("shares/not-granular", share.place, message, { hint: "compare both with the source", about });
  return { problem, suspects: [{ figure: whole }] };
}

const perCent = (count: Rational, whole: Rational): string =>
  plain(roundTo(divide(multiply(count, HUNDRED), whole), 2));

/** The counts that give a share of a whole: all between the least of both and the greatest of both. */
const counts = (share: Interval, whole: Interval): Interval => ({
  lo: divide(multiply(share.lo, whole.lo), HUNDRED),
  hi: divide(multiply(share.hi, whole.hi), HUNDRED),
  loClosed: share.loClosed && whole.loClosed,
  hiClosed: share.hiClosed && whole.hiClosed,
});

function hasWhole({ lo, hi, loClosed, hiClosed }: Interval): boolean {
  const up = roundTo(lo, 0, "up");
  const first = equal(up, lo) && !loClosed ? add(up, ONE) : up;
  const down = roundTo(hi, 0, "down");
  const last = equal(down, hi) && !hiClosed ? subtract(down, ONE) : down;
  return subtract(last, first).n >= 0n;
}
