import type { Loaded } from "../model/brief.ts";
import type { Check, Dataset } from "../model/dataset.ts";
import { meet } from "../model/interval.ts";
import { error } from "../model/problem.ts";
import { sameUnit, unitText } from "../model/unit.ts";
import { hasExcessDigits, named, standsFor, typed, type Named } from "./cells.ts";
import { plainFinding, type Finding } from "./finding.ts";

type SameCheck = Extract<Check, { kind: "same" }>;

/** A figure that is given in several places is one figure: all that they stand for have a value in common. */
export function sameFigure(brief: Loaded, dataset: Dataset, check: SameCheck): readonly Finding[] {
  const [first, ...others] = check.names.map(({ text }) => figuresAt(brief, dataset, text));
  return (first ?? []).flatMap((one) =>
    others
      .flat()
      .filter((other) => one.row === undefined || other.row === undefined || one.row === other.row)
      .flatMap((other) => held(one, other, check)),
  );
}

function figuresAt(brief: Loaded, own: Dataset, path: string): readonly Named[] {
  const [name = "", inner] = path.split(".");
  if (inner === undefined) return named(brief, own, name);
  const dataset = [...brief.datasets.values()].find(({ id }) => id === name);
  return dataset === undefined ? [] : named(brief, dataset, inner);
}

function held({ figure: a }: Named, { figure: b }: Named, { place }: SameCheck): readonly Finding[] {
  if (!sameUnit(a.unit, b.unit)) {
    const message = `${a.id} is in ${unitText(a.unit)} and ${b.id} in ${unitText(b.unit)}: they can't be the same figure`;
    return [plainFinding(error("shape/unit", place, message, { hint: "name figures of one unit" }))];
  }
  if (hasExcessDigits(a) || hasExcessDigits(b) || meet(a.interval, b.interval)) return [];
  const message = `${a.id} is ${typed(a)} and ${b.id} is ${typed(b)}, and both are said to be the same figure`;
  const problem = error("figure/differs", b.place, message, {
    arithmetic: `${standsFor(a)}; ${standsFor(b)}`,
    hint: "compare both with their sources; if the sources differ, record a discrepancy that expects it",
    about: [a.id, b.id],
  });
  return [{ problem, suspects: [{ figure: b }, { figure: a }] }];
}
