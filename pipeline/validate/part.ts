import type { Loaded } from "../model/brief.ts";
import type { Check, Dataset } from "../model/dataset.ts";
import type { Figure } from "../model/figure.ts";
import type { Place } from "../model/place.ts";
import { error } from "../model/problem.ts";
import { sameUnit, unitText } from "../model/unit.ts";
import { hasExcessDigits, named, standsFor, surelyLess, typed, type Named } from "./cells.ts";
import { plainFinding, type Finding } from "./finding.ts";

/** A part is no greater than its whole, as far as rounding lets one tell; columns are held against each other by row. */
export function partOfWhole(
  brief: Loaded,
  dataset: Dataset,
  check: Extract<Check, { kind: "part" }>,
): readonly Finding[] {
  const wholes = named(brief, dataset, check.of);
  const byRow = new Map<string | undefined, readonly Named[]>();
  for (const whole of wholes) byRow.set(whole.row, [...(byRow.get(whole.row) ?? []), whole]);
  const acrossFrom = ({ row }: Named): readonly Named[] =>
    row === undefined ? wholes : [...(byRow.get(undefined) ?? []), ...(byRow.get(row) ?? [])];
  const pairs = named(brief, dataset, check.column).flatMap((part) =>
    acrossFrom(part).map((whole) => ({ part: part.figure, whole: whole.figure })),
  );
  const strange = pairs.find(({ part, whole }) => !sameUnit(part.unit, whole.unit));
  if (strange !== undefined) return [unitsDiffer(strange.part, strange.whole, check.place)];
  return pairs
    .filter(({ part, whole }) => !hasExcessDigits(part) && !hasExcessDigits(whole))
    .filter(({ part, whole }) => surelyLess(whole.interval, part.interval))
    .map(({ part, whole }) => exceeds(part, whole));
}

function exceeds(part: Figure, whole: Figure): Finding {
  const message = `${part.id} is ${typed(part)}, which is more than its whole, ${whole.id}, with ${typed(whole)}`;
  const problem = error("shares/part-exceeds-whole", part.place, message, {
    arithmetic: `${standsFor(part)}; ${standsFor(whole)}`,
    hint: "compare both numbers with the source",
    about: [part.id, whole.id],
  });
  return { problem, suspects: [] };
}

function unitsDiffer(part: Figure, whole: Figure, place: Place): Finding {
  const message = `${part.id} is in ${unitText(part.unit)} and ${whole.id} in ${unitText(whole.unit)}: one can't be part of the other`;
  return plainFinding(error("shape/unit", place, message, { hint: "name a part and a whole of one unit" }));
}
