import type { Loaded } from "../model/brief.ts";
import type { Check, Dataset } from "../model/dataset.ts";
import type { Figure } from "../model/figure.ts";
import type { Place } from "../model/place.ts";
import { error, type Problem } from "../model/problem.ts";
import { compare } from "../model/rational.ts";
import { sameUnit, unitText } from "../model/unit.ts";
import { isPoint, type Interval } from "../model/interval.ts";
import { cellsOf, plain, singleOf, typed } from "./cells.ts";

/** A part is no greater than its whole, as far as rounding lets one tell; columns are held against each other by row. */
export function partOfWhole(
  brief: Loaded,
  dataset: Dataset,
  check: Extract<Check, { kind: "part" }>,
): readonly Problem[] {
  const parts = named(brief, dataset, check.column);
  const wholes = named(brief, dataset, check.of);
  const pairs = parts.flatMap((part) => {
    const across = wholes.filter(
      (whole) => part.row === undefined || whole.row === undefined || whole.row === part.row,
    );
    return across.map((whole) => ({ part: part.figure, whole: whole.figure }));
  });
  const strange = pairs.find(({ part, whole }) => !sameUnit(part.unit, whole.unit));
  if (strange !== undefined) return [unitsDiffer(strange.part, strange.whole, check.place)];
  return pairs
    .filter(({ part, whole }) => surelyGreater(part.interval, whole.interval))
    .map(({ part, whole }) => exceeds(part, whole));
}

interface Named {
  readonly figure: Figure;
  /** Only cells have one. */
  readonly row?: string;
}

function named(brief: Loaded, dataset: Dataset, name: string): readonly Named[] {
  const single = singleOf(brief, dataset, name);
  if (single !== undefined) return [{ figure: single }];
  return cellsOf(brief, dataset, name).map(({ figure, row }) => ({ figure, row: row.name }));
}

/** Whether every value of one interval is above every value of the other. */
function surelyGreater(a: Interval, b: Interval): boolean {
  const order = compare(a.lo, b.hi);
  return order > 0 || (order === 0 && !(a.loClosed && b.hiClosed));
}

function exceeds(part: Figure, whole: Figure): Problem {
  const message = `${part.id} is ${typed(part)}, which is more than its whole, ${whole.id}, with ${typed(whole)}`;
  const arithmetic = `${standsFor(part)}; ${standsFor(whole)}`;
  return error("shares/part-exceeds-whole", part.place, message, {
    arithmetic,
    hint: "compare both numbers with the source",
  });
}

const standsFor = (figure: Figure): string =>
  isPoint(figure.interval)
    ? `${typed(figure)} is exact`
    : `${typed(figure)} stands for ${plain(figure.interval.lo)} to ${plain(figure.interval.hi)}`;

function unitsDiffer(part: Figure, whole: Figure, place: Place): Problem {
  const message = `${part.id} is in ${unitText(part.unit)} and ${whole.id} in ${unitText(whole.unit)}: one can't be part of the other`;
  return error("shape/unit", place, message, { hint: "name a part and a whole of one unit" });
}
